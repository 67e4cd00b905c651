import ProvisoCore

/// Where review tools are to show a finding: paths from the repository's root, since that is where they start from.
struct ReviewPaths {
  /// Stands in for a place that a finding does not have: where a repository would keep the policy that it rests on.
  static let standIn = ".github/proviso.yaml"

  private let policy: String?
  private let policyFromRoot: String?
  private let prefix: String
  private let bytes: [String: [UInt8]]

  init(_ report: ScanReport) {
    policy = report.policy.path
    policyFromRoot = report.repository?.policyPath
    prefix = report.repository?.pathToScanRoot ?? ""
    bytes = report.pathBytes
  }

  /// The path of a place; as it is where the scan root lies in no repository.
  func path(_ location: Location) -> String {
    guard !location.path.hasPrefix(Location.elsewhere) else { return location.path }
    guard location.path.hasPrefix("../") else { return prefix + location.path }
    // A policy above the scan root.
    var folders = prefix.split(separator: "/")
    let names = location.path.split(separator: "/")
    let steps = names.prefix { $0 == ".." }.count
    guard steps <= folders.count else { return location.path }
    folders.removeLast(steps)
    return (folders + names.dropFirst(steps)).joined(separator: "/")
  }

  /// The place where a finding is shown, its path from the repository's root.
  func place(of finding: Finding) -> Location {
    guard var location = finding.location, uri(location) != nil else {
      return Location(path: fallback)
    }
    location.path = path(location)
    return location
  }

  /// The reference to a place's file; nil where it is none of the repository's.
  func uri(_ location: Location) -> String? {
    guard !bytes.isEmpty, let bytes = bytes[location.path] else { return RelativeReference.to(path(location)) }
    return RelativeReference.to(bytes: Array(prefix.utf8) + bytes)
  }

  /// The reference to the file where a finding is shown.
  func uri(of finding: Finding) -> String {
    finding.location.flatMap(uri) ?? RelativeReference.to(fallback) ?? Self.standIn
  }

  /// The policy, where a finding has no place of its own.
  var fallback: String {
    for path in [policyFromRoot, policy].compactMap(\.self) where RelativeReference.to(path) != nil { return path }
    return Self.standIn
  }
}
