internal import ProvisoCore
internal import ProvisoFiles

extension ScanReport.Repository {
  /// The repository around a scan root; nil outside of any.
  init?(around root: String, policyPath: String?) {
    guard let repository = GitRepository(around: root), let real = FileSystem.realPath(root),
      let path = repository.relative(real)
    else { return nil }
    // The scan of one file gives that file's name as its path.
    let isFile = FileSystem.type(of: real) == .regular
    let folder = isFile ? path.split(separator: "/").dropLast().joined(separator: "/") : path
    self.init(
      pathToScanRoot: folder.isEmpty ? "" : folder + "/",
      policyPath: policyPath.flatMap(FileSystem.realPath).flatMap(repository.relative),
      address: repository.address, revision: repository.revision)
  }
}
