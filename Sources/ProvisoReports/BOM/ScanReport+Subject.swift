import ProvisoCore

extension ScanReport {
  /// What the report is about, by the name of its repository. The name of a folder would differ between machines.
  var subjectName: String {
    guard let last = repository?.address?.split(separator: "/").last else { return "repository" }
    return last.hasSuffix(".git") ? String(last.dropLast(".git".count)) : String(last)
  }
}
