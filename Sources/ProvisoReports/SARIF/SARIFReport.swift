import ProvisoCore

/// The SARIF 2.1.0 report, shaped for GitHub code scanning: one run, one location a result, paths from the repository's root.
struct SARIFReport {
  private let report: ScanReport
  private let options: ReportOptions
  private let limits: SARIFLimits
  private let paths: ReviewPaths
  /// Whether anything was compared with a baseline.
  private let hasBaseline: Bool
  /// The index of each rule, by id.
  private let indexes: [String: Int]

  static func log(
    _ report: ScanReport, options: ReportOptions = ReportOptions(), limits: SARIFLimits = SARIFLimits()
  ) -> SARIFLog {
    Self(report: report, options: options, limits: limits).log()
  }

  private init(report: ScanReport, options: ReportOptions, limits: SARIFLimits) {
    self.report = report
    self.options = options
    self.limits = limits
    paths = ReviewPaths(report)
    hasBaseline = report.findings.contains { $0.status != .new }
    indexes = Dictionary(report.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  private func log() -> SARIFLog {
    // GitHub opens alerts for suppressed results too, so they are there only on request.
    let findings = report.findings.indices.filter { index in
      let finding = report.findings[index]
      return finding.status != .absent && (options.showsSuppressed || finding.waiver == nil)
    }
    var cuts = SARIFCuts(results: max(0, findings.count - limits.results))
    var fingerprints = SARIFLineHashes()
    let kept = kept(findings)
    cuts.unshown = max(0, kept.count - limits.shown)
    let hashes = kept.map { index in
      let finding = report.findings[index]
      cuts.related += max(0, placed(finding.related).count - limits.related)
      if isCut(finding.message) { cuts.messages += 1 }
      return fingerprints.next(for: finding, uri: paths.uri(of: finding))
    }
    let provenance = report.repository.flatMap { repository in
      repository.address.flatMap { address in
        repository.revision.map { SARIFProvenance(repositoryURI: address, revision: $0) }
      }
    }
    return SARIFLog(
      toolVersion: report.toolVersion, provenance: provenance, category: options.sarifCategory,
      facts: report.policy.facts,
      rules: report.rules.map(rule),
      results: SARIFResults(count: kept.count) { result(report.findings[kept[$0]], lineHash: hashes[$0]) },
      notifications: (report.notifications + cuts.notifications(limits)).map(notification))
  }

  /// The indices of the findings that fit, in their order: where there are too many, the severest and of these the first.
  private func kept(_ findings: [Int]) -> [Int] {
    guard findings.count > limits.results else { return findings }
    let ranking = findings.sorted { one, other in
      (report.findings[other].shownLevel, one) < (report.findings[one].shownLevel, other)
    }
    return ranking.prefix(limits.results).sorted()
  }

  // MARK: Rules

  private func rule(_ rule: RuleDescription) -> SARIFRule {
    let title = rule.title.isEmpty ? rule.name : rule.title
    let summary = rule.summary.isEmpty ? title : rule.summary
    let help = rule.help.isEmpty ? summary : rule.help
    return SARIFRule(
      id: rule.id, name: rule.pascalCaseName,
      shortDescription: Sanitizer.cut(title, to: limits.description),
      fullDescription: Sanitizer.cut(summary, to: limits.description),
      helpText: Self.plainText(help), helpMarkdown: help, helpURI: ProjectAddress.rule(rule.id),
      level: rule.level.rawValue,
      severity: rule.level == .note ? "recommendation" : rule.level.rawValue)
  }

  /// Markdown as it reads without its marks, for viewers that show text only.
  private static func plainText(_ markdown: String) -> String {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.hasPrefix("```") }.map { line in
      let isHeading = line.hasPrefix("#")
      return line.drop { isHeading && ($0 == "#" || $0 == " ") }.filter { $0 != "`" && $0 != "*" }
    }
    return kept.joined(separator: "\n")
  }

  // MARK: Results

  private func placed(_ related: [RelatedLocation]) -> some Collection<RelatedLocation> {
    related.lazy.filter { paths.uri($0.location) != nil }
  }

  private func isCut(_ message: String) -> Bool { message.utf16.count > limits.message }

  private func result(_ finding: Finding, lineHash: String) -> SARIFResult {
    let ruleIndex = indexes[finding.rule]
    let location = SARIFLocation(of: finding, paths: paths)
    let shown = Array(placed(finding.related).prefix(limits.related))
    let related = shown.enumerated().compactMap { index, related in
      SARIFLocation(
        related.location, paths: paths, id: index + 1,
        message: Sanitizer.sarifMessage(Self.sentence(related.message, limits: limits)))
    }
    var message = Self.sentence(finding.message, limits: limits)
    let arguments = [finding.model?.id ?? "-", finding.license ?? "-", String(message.dropLast())]
    if !finding.fix.isEmpty { message += " " + Self.sentence(finding.fix, limits: limits) }
    let links = shown.enumerated().map { index, related in
      "[\(Sanitizer.sarifMessage(linkText(related)))](\(index + 1))"
    }
    var text = Sanitizer.sarifMessage(message)
    if !links.isEmpty { text += " See " + links.joined(separator: ", ") + "." }
    return SARIFResult(
      ruleID: finding.rule, ruleIndex: ruleIndex, level: finding.shownLevel.rawValue,
      text: ruleIndex == nil ? text : Self.literalBraces(text),
      arguments: arguments.map { Sanitizer.sarifMessage(Sanitizer.cut($0, to: limits.message)) },
      location: location, relatedLocations: related,
      lineHash: lineHash, fingerprint: finding.fingerprint,
      baselineState: hasBaseline ? finding.status.rawValue : nil,
      suppressions: options.showsSuppressed
        ? finding.waiver.map {
          [
            SARIFSuppression(
              isInSource: finding.suppression?.source == .inline, justification: finding.suppression?.words ?? $0)
          ]
        } ?? [] : nil,
      properties: Self.properties(finding))
  }

  private static func properties(_ finding: Finding) -> [(String, JSONValue)] {
    let values = [
      ("model", finding.model?.id), ("license", finding.license), ("clause", finding.clause),
      ("context", finding.context),
      // What the policy says, where another level is shown.
      ("level", finding.shownLevel == finding.level ? nil : finding.level.rawValue),
      ("enforcement", finding.shownLevel == finding.level ? nil : finding.enforcement.rawValue),
    ]
    return values.compactMap { key, value in value.map { (key, JSONValue.string($0)) } }
  }

  private func linkText(_ related: RelatedLocation) -> String {
    let place = "(\(paths.path(related.location)):\(related.location.line))"
    let message = Sanitizer.cut(related.message, to: limits.linkText)
    return message.isEmpty ? place : message + " " + Sanitizer.cut(place, to: limits.linkText)
  }

  /// The text with a sentence's end, cut where it is longer than any message should be.
  private static func sentence(_ text: String, limits: SARIFLimits? = nil) -> String {
    let text = limits.map { Sanitizer.cut(text, to: $0.message) } ?? text
    return text.hasSuffix(".") || text.hasSuffix("…") || text.hasSuffix("!") || text.hasSuffix("?") ? text : text + "."
  }

  /// A message with arguments reads `{0}` as a placeholder (section 3.11.5): where the text has such words of its own,
  /// its braces are doubled.
  private static func literalBraces(_ text: String) -> String {
    var previous: Unicode.Scalar = " "
    var hasPlaceholder = false
    for scalar in text.unicodeScalars {
      if previous == "{", ("0"..."9").contains(scalar) { hasPlaceholder = true }
      previous = scalar
    }
    guard hasPlaceholder else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "{" || scalar == "}" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  // MARK: Notifications

  private func notification(_ notification: Notification) -> SARIFNotification {
    let message = Self.sentence(notification.message, limits: limits)
    let location = notification.path.flatMap { SARIFLocation(Location(path: $0), paths: paths) }
    // A path outside the tree is no location; the words keep it.
    let place = location == nil ? notification.path.map { Sanitizer.cut($0, to: limits.message) + ": " } : nil
    return SARIFNotification(
      level: notification.level.rawValue, text: Sanitizer.sarifMessage((place ?? "") + message), location: location)
  }
}
