internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoPolicy

/// Where the tree's own folders of weights are used, as far as the policy asks where: by its contexts, or by the paths of its waivers.
///
/// Which folders have weights is known once all files were read, so that those which may have a path to one are searched again. A use
/// beside the weights, to the policy, adds nothing.
struct FolderUses {
  private let policies: [Policy]
  private let folders: FolderPaths
  /// Where the weights of each model lie.
  private let homes: [String: String]

  /// Nobody writes more code or settings into one file.
  static let maximumText = 4 << 20

  /// - Parameter policies: those that the run holds the tree against. nil where nothing hangs on where weights are used.
  init?(_ detections: Detections, _ policies: [Policy]) {
    guard policies.contains(where: { !$0.contexts.isEmpty || $0.waivers.contains { $0.paths != nil } }),
      let folders = FolderPaths(detections)
    else { return nil }
    self.policies = policies
    self.folders = folders
    let weights = detections.declarations.filter { $0.source == .weightMetadata && $0.establishesModel }
    homes = Dictionary(weights.map { ($0.model, $0.location.path) }) { first, _ in first }
  }

  func added(to detections: Detections, _ files: [SourceFile], _ runner: DetectorRunner, jobs: Int) async -> Detections
  {
    let folders = folders
    let wanted = files.filter { folders.wants(FilePath($0.path)) }
    let uses = await concurrentMap(wanted, jobs: jobs) { file -> Detections in
      // What could not be read is told already.
      guard let bytes = try? FileReader.read(file, limit: Self.maximumText) else { return Detections() }
      return runner.detect(folders, at: FilePath(file.path), bytes: bytes)
    }
    return with(uses.reduce(into: Detections()) { $0.append($1) }, detections)
  }

  func added(
    to detections: Detections, _ uses: (FolderPaths) throws(ScanError) -> Detections
  ) throws(ScanError) -> Detections {
    with(try uses(folders), detections)
  }

  /// A place at which something was found already means that.
  private func with(_ uses: Detections, _ detections: Detections) -> Detections {
    guard !uses.isEmpty else { return detections }
    let known = Set(detections.references.lazy.filter { $0.role > .mentioned }.map { Place($0.location) })
    var detections = detections
    detections.notifications += uses.notifications
    detections.references += uses.references.filter { use in
      // What is copied away is used at its place, too.
      (use.usedAt != nil || !known.contains(Place(use.location)))
        && homes[use.model.id].map { isElsewhere(use.place, $0) } ?? true
    }
    return detections
  }

  private func isElsewhere(_ path: String, _ home: String) -> Bool {
    policies.contains { policy in
      policy.facts(forPath: path).context != policy.facts(forPath: home).context
        || policy.waivers.contains { $0.paths.map { $0.matches(path) != $0.matches(home) } ?? false }
    }
  }

  /// Where a name begins: how much of a path is the name of its folder, readers see differently.
  private struct Place: Hashable {
    let path: String
    let line: Int
    let column: Int

    init(_ location: Location) {
      (path, line, column) = (location.path, location.line, location.column)
    }
  }
}
