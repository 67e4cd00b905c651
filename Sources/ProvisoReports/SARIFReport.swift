import ProvisoCore

/// The SARIF 2.1.0 report, shaped for GitHub code scanning: one run, active findings only, one location a result.
enum SARIFReport {
  static func render(_ report: ScanReport) -> [UInt8] {
    JSONWriter.bytes(log(report).json)
  }

  static func log(_ report: ScanReport, limits: SARIFLimits = SARIFLimits()) -> SARIFLog {
    var cuts = SARIFCuts()
    var fingerprints = SARIFLineHashes()
    var indexes: [String: Int] = [:]
    for (index, rule) in report.rules.enumerated() where indexes[rule.id] == nil { indexes[rule.id] = index }
    let findings = kept(ReportCounts(report).active, limit: limits.results, cuts: &cuts)
    let results = findings.map { finding in
      result(
        finding, policy: report.policy, ruleIndex: indexes[finding.rule], limits: limits, cuts: &cuts,
        fingerprints: &fingerprints)
    }
    let notifications = report.notifications + cuts.notifications(limits)
    return SARIFLog(
      toolVersion: report.toolVersion, rules: report.rules.map { rule($0, limits: limits) }, results: results,
      notifications: notifications.map { notification($0, limits: limits) })
  }

  /// The findings that fit, in their order: where there are too many, the severest and of these the first.
  private static func kept(_ findings: [Finding], limit: Int, cuts: inout SARIFCuts) -> [Finding] {
    guard findings.count > limit else { return findings }
    cuts.results = findings.count - limit
    let ranking = findings.indices.sorted { one, other in
      (findings[other].level, one) < (findings[one].level, other)
    }
    return ranking.prefix(limit).sorted().map { findings[$0] }
  }

  // MARK: Rules

  private static func rule(_ rule: RuleDescription, limits: SARIFLimits) -> SARIFRule {
    let title = rule.title.isEmpty ? rule.name : rule.title
    let summary = rule.summary.isEmpty ? title : rule.summary
    let help = rule.help.isEmpty ? summary : rule.help
    return SARIFRule(
      id: rule.id, name: rule.pascalCaseName,
      shortDescription: Sanitizer.cut(title, to: limits.description),
      fullDescription: Sanitizer.cut(summary, to: limits.description),
      helpText: plainText(help), helpMarkdown: help, helpURI: ProjectAddress.rule(rule.id), level: rule.level.rawValue,
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

  private static func result(
    _ finding: Finding, policy: ScanReport.Policy, ruleIndex: Int?, limits: SARIFLimits, cuts: inout SARIFCuts,
    fingerprints: inout SARIFLineHashes
  ) -> SARIFResult {
    let location = SARIFLocation(of: finding, policy: policy)
    let placed = finding.related.filter { RelativeReference.to($0.location.path) != nil }
    let shown = placed.prefix(limits.related)
    cuts.related += placed.count - shown.count
    let related = shown.enumerated().compactMap { index, related in
      SARIFLocation(
        related.location, id: index + 1, message: Sanitizer.sarifMessage(sentence(related.message, limits: limits)))
    }
    var message = sentence(finding.message, limits: limits)
    if message != sentence(finding.message) { cuts.messages += 1 }
    let arguments = [finding.model?.id ?? "-", finding.license ?? "-", String(message.dropLast())]
    if !finding.fix.isEmpty { message += " " + sentence(finding.fix, limits: limits) }
    let links = shown.enumerated().map { index, related in
      "[\(Sanitizer.sarifMessage(linkText(related, limits: limits)))](\(index + 1))"
    }
    var text = Sanitizer.sarifMessage(message)
    if !links.isEmpty { text += " See " + links.joined(separator: ", ") + "." }
    var properties: [(String, JSONValue)] = []
    for (key, value) in [
      ("model", finding.model?.id), ("license", finding.license), ("clause", finding.clause),
      ("context", finding.context),
    ] {
      if let value { properties.append((key, .string(value))) }
    }
    return SARIFResult(
      ruleID: finding.rule, ruleIndex: ruleIndex, level: finding.level.rawValue,
      text: ruleIndex == nil ? text : literalBraces(text),
      arguments: arguments.map { Sanitizer.sarifMessage(Sanitizer.cut($0, to: limits.message)) },
      location: location, relatedLocations: related,
      lineHash: fingerprints.next(for: finding, uri: location.uri), fingerprint: finding.fingerprint,
      properties: properties)
  }

  private static func linkText(_ related: RelatedLocation, limits: SARIFLimits) -> String {
    let place = "(\(related.location.path):\(related.location.line))"
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

  private static func notification(_ notification: Notification, limits: SARIFLimits) -> SARIFNotification {
    let message = sentence(notification.message, limits: limits)
    let location = notification.path.flatMap { SARIFLocation(Location(path: $0)) }
    // A path outside the tree is no location; the words keep it.
    let place = location == nil ? notification.path.map { Sanitizer.cut($0, to: limits.message) + ": " } : nil
    return SARIFNotification(
      level: notification.level.rawValue, text: Sanitizer.sarifMessage((place ?? "") + message), location: location)
  }
}
