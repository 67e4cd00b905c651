import ProvisoCore

extension SARIFLocation {
  /// The place that stands in for one that a finding does not have: the policy that the finding rests on, or where a
  /// repository would keep it. GitHub rejects results without a location.
  static let standIn = ".github/proviso.yaml"

  /// Where a result is shown.
  init(of finding: Finding, policy: ScanReport.Policy) {
    if let location = finding.location, let own = Self(location) {
      self = own
    } else {
      uri = policy.path.flatMap(RelativeReference.to) ?? Self.standIn
      region = SARIFRegion(line: 1, startColumn: 1, endColumn: 1)
      logicalName = finding.location?.path ?? finding.model?.id
    }
  }

  /// A place in the tree; nil where the path is none inside it.
  init?(_ location: Location, id: Int? = nil, message: String? = nil) {
    guard let uri = RelativeReference.to(location.path) else { return nil }
    self.id = id
    self.message = message
    self.uri = uri
    let line = max(location.line, 1)
    let start = max(location.column, 1)
    let end = max(location.endColumn, start)
    let units = Array(location.excerpt.utf16)
    // The excerpt may be cut: a snippet is given only where the excerpt holds the whole of its region.
    let isCovered = end - 1 <= units.count
    let own = isCovered && end > start ? String(decoding: units[(start - 1)..<(end - 1)], as: UTF16.self) : nil
    region = SARIFRegion(line: line, startColumn: start, endColumn: end, snippet: own)
    if isCovered, !units.isEmpty, (start, end) != (1, units.count + 1) {
      contextRegion = SARIFRegion(
        line: line, startColumn: 1, endColumn: units.count + 1, snippet: location.excerpt)
    }
  }
}
