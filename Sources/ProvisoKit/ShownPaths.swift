internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoPolicy

/// How the files of a policy are called in reports: from the repository's root, else from the scan root, so that a report is the
/// same wherever one stands and tells nothing of the machine.
package struct ShownPaths: Sendable {
  private let repository: GitRepository?
  /// Absolute, without links; nil where nothing is scanned.
  private let root: String?

  /// - Parameter folder: the scan root; nil where there is none. The repository is then that of the current directory.
  package init(around folder: String?) {
    repository = GitRepository(around: folder ?? ".")
    let real = folder.flatMap(FileSystem.realPath)
    // The scan of one file gives that file's name as its path.
    root = real.map { FileSystem.type(of: $0) == .regular ? Self.folder(of: $0) : $0 }
  }

  /// The path as messages have it. Of a file elsewhere that was given by more than a name below the current directory, only
  /// the name is told.
  package func words(_ path: String) -> String {
    guard !Self.isNoFile(path) else { return path }
    if let real = Self.real(path) {
      if let path = repository?.relative(real) { return path }
      if let path = root.flatMap({ Self.path(real, below: $0) }) { return path }
    }
    return path.hasPrefix("/") || path.split(separator: "/").contains("..") ? Self.elsewhere(path) : path
  }

  /// The path as places have it: from the scan root, with `..` where the file lies above it in the repository.
  package func place(_ path: String) -> String {
    guard !Self.isNoFile(path), let root, let real = Self.real(path) else { return words(path) }
    if let path = Self.path(real, below: root) { return path }
    guard let path = repository?.relative(real), let start = repository?.relative(root) else {
      return Self.elsewhere(path)
    }
    var (steps, target) = (start.split(separator: "/")[...], path.split(separator: "/")[...])
    while let step = steps.first, step == target.first, target.count > 1 {
      steps.removeFirst()
      target.removeFirst()
    }
    return (steps.map { _ in ".." } + target).joined(separator: "/")
  }

  /// A pack, or several policies as one.
  private static func isNoFile(_ path: String) -> Bool { path.hasPrefix("proviso:") || path.hasPrefix("-") }

  private static func elsewhere(_ path: String) -> String {
    Location.elsewhere + (path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// `path` in its folder without links; nil where that is not there.
  private static func real(_ path: String) -> String? {
    guard let absolute = FileSystem.absolutePath(path), let name = absolute.split(separator: "/").last,
      let folder = FileSystem.realPath(folder(of: path))
    else { return nil }
    return (folder == "/" ? "" : folder) + "/" + name
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func path(_ path: String, below folder: String) -> String? {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.utf8.starts(with: prefix.utf8)
      ? String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
  }
}

extension ScanReport.Policy {
  init(_ policy: Policy, _ paths: ShownPaths) {
    self.init(
      name: policy.name, path: policy.path.map(paths.words), pathInTerminal: policy.path,
      facts: policy.givenFacts)
  }
}

extension ScanReport {
  /// The report with the policy's files called as ``ShownPaths`` has them where they are places: findings about the policy,
  /// corrections, notifications.
  ///
  /// - Parameter policyFiles: what the policy is made of, by the paths that it was read from.
  func placing(_ policyFiles: [String], by paths: ShownPaths) -> Self {
    let places = Dictionary(policyFiles.map { ($0, paths.place($0)) }) { first, _ in first }
    var report = self
    for index in findings.indices where findings[index].rule.hasPrefix("AIL90") {
      report.findings[index].location?.path.rename(places)
      for other in findings[index].related.indices {
        report.findings[index].related[other].location.path.rename(places)
      }
    }
    // Where the policy lies may come before or after other places now.
    if places.contains(where: { $0.key != $0.value }) { report.findings = report.findings.inOrderOfPlace() }
    for index in models.indices {
      report.models[index].model.license.place(places)
      for edge in models[index].model.lineage.indices { report.models[index].model.lineage[edge].license.place(places) }
    }
    for index in notifications.indices { report.notifications[index].path?.rename(places) }
    return report
  }
}

extension LicenseConclusion {
  fileprivate mutating func place(_ places: [String: String]) {
    for index in claims.indices where claims[index].source == .correction {
      claims[index].location?.path.rename(places)
    }
  }
}

extension String {
  fileprivate mutating func rename(_ names: [String: String]) { self = names[self] ?? self }
}
