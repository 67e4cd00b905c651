import ProvisoCore

extension ScanReport {
  /// What the report is about, by the name of its repository, else that of the model at its root. The name of a folder would
  /// differ between machines.
  var subjectName: String { addressName ?? declaredName ?? "repository" }

  /// What the model that lies at the scan root is called, whose path says nothing; nil where nothing names it.
  var rootModelName: String? {
    repository?.pathToScanRoot.isEmpty == false ? declaredName : addressName ?? declaredName
  }

  /// The file in an identifier, where a slash is encoded too.
  func reference(to file: FileDigest) -> String {
    pathBytes[file.path].map { RelativeReference.percentEncoded(bytes: $0) }
      ?? RelativeReference.percentEncoded(file.path)
  }

  private var addressName: String? {
    guard let last = repository?.address?.split(separator: "/").last else { return nil }
    return last.hasSuffix(".git") ? String(last.dropLast(".git".count)) : String(last)
  }

  private var declaredName: String? {
    models.first { $0.model.name == BOMModel.root }?.model.declaredNames.first?.name
  }
}
