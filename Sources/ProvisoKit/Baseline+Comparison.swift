package import ProvisoCore

extension Baseline {
  /// The report with each finding marked as new or unchanged, and those that are gone at the end. A finding whose level has
  /// risen is new: nobody has accepted it as what it is now.
  ///
  /// A finding is known by its fingerprint; where the report is of a folder and the baseline of one around it, by its place in
  /// the repository; and where one of a kind has vanished and one has come, as what was moved.
  ///
  /// - Parameter isLookedAt: whether the run reports on a path (nil for none): what it leaves out is not gone.
  package func compare(_ report: ScanReport, isLookedAt: (String?) -> Bool = { _ in true }) -> ScanReport {
    var known = KnownFindings(findings)
    var report = report
    for index in report.findings.indices where known.take(report.findings[index]) {
      report.findings[index].status = .unchanged
    }
    // What got worse is there still, as what is new.
    let present = Set(report.findings.map(\.fingerprint))
    var left = known.rest.filter { !present.contains($0.fingerprint) }
    // Findings about the policy are where it is, whatever folder is scanned.
    if report.findings.contains(where: { $0.status == .unchanged && !$0.rule.hasPrefix("AIL90") }) || findings.isEmpty {
      left.removeAll { !isLookedAt($0.location?.path) }
    } else {
      left = matchPlaces(of: left, in: &report, isLookedAt)
    }
    left = matchMoved(left, in: &report)
    let isStranger = report.findings.allSatisfy { $0.status == .new }
    if isStranger, !report.findings.isEmpty, !findings.isEmpty {
      report.notifications = (report.notifications + [.stranger]).sorted()
    }
    report.findings += left.map { finding in
      var finding = finding
      finding.status = .absent
      return finding
    }
    return report
  }

  /// Marks the findings that the baseline of a folder around the scan root has at the same places.
  ///
  /// - Returns: what is left of the baseline below the scan root, with its paths from there.
  private func matchPlaces(
    of left: [Finding], in report: inout ScanReport, _ isLookedAt: (String?) -> Bool
  ) -> [Finding] {
    let names = (report.repository?.pathToScanRoot ?? "").split(separator: "/")
    var best: (matched: [Int], rest: [Finding]) = ([], left.filter { isLookedAt($0.location?.path) })
    for depth in names.indices {
      // The way from the folder that the baseline may be of.
      let way = names[depth...].joined(separator: "/") + "/"
      let below = left.compactMap { moved($0, outOf: way) }
      var places: [Place: [Finding]] = [:]
      for finding in below { places[Place(finding, isLocal: isLocal(finding)), default: []].append(finding) }
      let matched = report.findings.indices.filter { index in
        let finding = report.findings[index]
        let place = Place(finding, isLocal: finding.model?.registry == .local)
        guard let match = places[place]?.firstIndex(where: { $0.level >= finding.level }) else { return false }
        places[place]?.remove(at: match)
        return true
      }
      guard matched.count > best.matched.count else { continue }
      var unmatched: [Finding] = []
      for finding in below where isLookedAt(finding.location?.path) {
        let place = Place(finding, isLocal: isLocal(finding))
        guard let index = places[place]?.firstIndex(where: { $0.fingerprint == finding.fingerprint }) else { continue }
        places[place]?.remove(at: index)
        unmatched.append(finding)
      }
      best = (matched, unmatched)
    }
    for index in best.matched { report.findings[index].status = .unchanged }
    let present = Set(best.matched.map { report.findings[$0].fingerprint })
    return best.rest.filter { !present.contains($0.fingerprint) }
  }

  /// The finding with its path, and that of its model where it lies in the tree, from a folder further in; nil for one outside.
  private func moved(_ finding: Finding, outOf way: String) -> Finding? {
    guard let path = finding.location?.path, path.hasPrefix(way) else { return nil }
    var finding = finding
    finding.location?.path = String(path.dropFirst(way.count))
    if isLocal(finding), let id = finding.model?.id {
      if id.hasPrefix(way) {
        finding.model = .local(String(id.dropFirst(way.count)))
      } else if id + "/" == way {
        finding.model = .local(".")
      }
    }
    return finding
  }

  /// - Parameter finding: of the baseline, which says of its models what lies in the tree.
  private func isLocal(_ finding: Finding) -> Bool {
    finding.model.map { $0.registry == .local || localModels.contains($0.id) } ?? false
  }

  /// Marks findings of which one of their kind has vanished and one has come: their file has another name now.
  ///
  /// - Returns: what is left of the baseline.
  private func matchMoved(_ left: [Finding], in report: inout ScanReport) -> [Finding] {
    let paths = Set(report.findings.compactMap(\.location?.path))
    let vanished = Dictionary(grouping: left.indices.filter { left[$0].location != nil }) { index in
      Place(left[index], isLocal: isLocal(left[index])).anywhere
    }
    let come = Dictionary(grouping: report.findings.indices.filter { report.findings[$0].status == .new }) { index in
      Place(report.findings[index], isLocal: report.findings[index].model?.registry == .local).anywhere
    }
    var found: Set<Int> = []
    for (kind, indexes) in vanished {
      guard indexes.count == 1, let old = indexes.first, let candidates = come[kind], candidates.count == 1,
        let new = candidates.first, report.findings[new].location != nil,
        // Where the file is still there with other findings, its model went to another file: that is for somebody to look at.
        left[old].location.map({ !paths.contains($0.path) }) == true, left[old].level >= report.findings[new].level
      else { continue }
      report.findings[new].status = .unchanged
      found.insert(old)
    }
    return left.indices.filter { !found.contains($0) }.map { left[$0] }
  }

  /// What tells findings apart, whatever their fingerprints were made from.
  private struct Place: Hashable {
    var rule: String
    /// nil where only the folder says which model it is.
    var model: String?
    var license: String?
    var clause: String?
    var context: String?
    var path: String?
    private let isLocal: Bool

    init(_ finding: Finding, isLocal: Bool) {
      rule = finding.rule
      model = finding.model?.id
      license = finding.license
      clause = finding.clause
      context = finding.context
      path = finding.location?.path
      self.isLocal = isLocal
    }

    /// The kind of finding, wherever it is.
    var anywhere: Self {
      var place = self
      place.path = nil
      if isLocal { place.model = nil }
      return place
    }
  }
}

extension Notification {
  fileprivate static let stranger = Self(
    level: .warning, message: "No finding is in the baseline: it seems to be that of another repository or folder.")
}
