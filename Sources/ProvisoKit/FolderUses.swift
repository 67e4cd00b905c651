internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles

/// Where the tree's own folders of weights are used. Which folders have weights is known once all files were read, so that those which may
/// have a path to one are searched again; a tree without such folders is read once.
struct FolderUses {
  let runner: DetectorRunner
  let jobs: Int

  /// Nobody writes more code or settings into one file.
  static let maximumText = 4 << 20

  func added(to detections: Detections, _ files: [SourceFile]) async -> Detections {
    guard let folders = FolderPaths(detections) else { return detections }
    let runner = runner
    let wanted = files.filter { folders.wants(FilePath($0.path)) }
    let uses = await concurrentMap(wanted, jobs: jobs) { file -> Detections in
      // What could not be read is told already.
      guard let bytes = try? FileReader.read(file, limit: Self.maximumText) else { return Detections() }
      return runner.detect(folders, at: FilePath(file.path), bytes: bytes)
    }
    return Self.with(uses.reduce(into: Detections()) { $0.append($1) }, detections)
  }

  static func added(
    to detections: Detections, _ uses: (FolderPaths) throws(ScanError) -> Detections
  ) throws(ScanError) -> Detections {
    guard let folders = FolderPaths(detections) else { return detections }
    return with(try uses(folders), detections)
  }

  /// A place at which something was found already means that.
  private static func with(_ uses: Detections, _ detections: Detections) -> Detections {
    guard !uses.isEmpty else { return detections }
    let known = Set(detections.references.lazy.filter { $0.role > .mentioned }.map { Place($0.location) })
    var detections = detections
    detections.notifications += uses.notifications
    detections.references += uses.references.filter { !known.contains(Place($0.location)) }
    return detections
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
