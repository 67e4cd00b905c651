import ProvisoText

/// One policy document while it is read: where its sections report mistakes and look names up.
///
/// A class, since every section of the document reports to the same list.
final class PolicyReading {
  let source: SourceText
  /// As diagnostics print it.
  let path: String
  /// As the messages of findings print it.
  let shownPath: String
  let knowledge: PolicyKnowledge

  private var found: [PolicyDiagnostic] = []
  private var unshown: [PolicyDiagnostic.Severity] = []
  /// Ids of contexts that other sections speak of, for when all contexts are known.
  private(set) var mentionedContexts: [(id: String, range: Range<Int>)] = []

  /// Where the document states what can contradict another, by key.
  private(set) var places: [String: Range<Int>] = [:]

  /// Nobody reads more, and each costs the length of its line.
  private static let limit = 100

  init(_ source: SourceText, path: String, shownPath: String? = nil, knowledge: PolicyKnowledge) {
    self.source = source
    self.path = path
    self.shownPath = shownPath ?? path
    self.knowledge = knowledge
  }

  /// In the order of their places.
  var diagnostics: [PolicyDiagnostic] {
    var result = found.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
    if !unshown.isEmpty, var more = result.last {
      // An error that is not shown is still one.
      more.severity = unshown.contains(.error) ? .error : .warning
      more.message = "\(unshown.count) more problems in this policy are not shown"
      more.hint = nil
      more.rule = "AIL901"
      result.append(more)
    }
    return result
  }

  func error(_ message: String, at range: Range<Int>, hint: @autoclosure () -> String? = nil) {
    report(.error, message, at: range, hint: hint)
  }

  /// An error that a reader below has found.
  func error(_ message: String, at position: TextPosition) {
    guard hasRoom(for: .error) else { return }
    append(.error, message, from: position, to: position.column, hint: nil)
  }

  /// Reports a waiver that does not hold; the policy is usable without it.
  ///
  /// - Parameter range: nil for a waiver of another document.
  /// - Returns: What was reported, nil where it is not shown or stands elsewhere.
  func refuse(_ waiver: Waiver, _ refusal: WaiverRefusal, at range: Range<Int>?) -> PolicyDiagnostic? {
    let origin = range == nil ? " of \(waiver.origin)" : ""
    let count = found.count
    report(
      .error, "waiver \(Quoted.text(waiver.id))\(origin) does not hold: \(refusal.reason)", at: range ?? 0..<0,
      hint: { refusal.hint })
    guard found.count > count else { return nil }
    found[count].rule = "AIL904"
    return range == nil ? nil : found[count]
  }

  func warning(_ message: String, at range: Range<Int>, hint: @autoclosure () -> String? = nil) {
    report(.warning, message, at: range, hint: hint)
  }

  /// `LicenseRef-` ids that sections speak of, for when all own licenses are known.
  private(set) var mentionedLicenses: [(key: String, id: String, range: Range<Int>)] = []

  func mention(license id: String, key: String, at range: Range<Int>) { mentionedLicenses.append((key, id, range)) }

  func place(_ key: String, at range: Range<Int>?) { if places[key] == nil { places[key] = range } }

  func mention(context id: String, at range: Range<Int>) { mentionedContexts.append((id, range)) }

  func origin(of node: DataNode) -> PolicyOrigin { origin(at: node.range) }

  func origin(at range: Range<Int>) -> PolicyOrigin {
    PolicyOrigin(path: path, line: source.lineNumber(at: range.lowerBound), shownPath: shownPath)
  }

  private func report(
    _ severity: PolicyDiagnostic.Severity, _ message: String, at range: Range<Int>, hint: () -> String?
  ) {
    guard hasRoom(for: severity) else { return }
    let start = source.position(at: range.lowerBound)
    let lineEnd = source.lineRange(start.line).upperBound
    let end = source.position(at: max(range.lowerBound, min(range.upperBound, lineEnd)))
    append(severity, message, from: start, to: end.column, hint: hint())
  }

  /// False, and counted, for what is not shown. Asked first: counting columns costs the length of the line.
  private func hasRoom(for severity: PolicyDiagnostic.Severity) -> Bool {
    if found.count < Self.limit { return true }
    unshown.append(severity)
    return false
  }

  private func append(
    _ severity: PolicyDiagnostic.Severity, _ message: String, from start: TextPosition, to endColumn: Int,
    hint: String?
  ) {
    found.append(
      PolicyDiagnostic(
        severity: severity, path: path, position: start, endColumn: endColumn, message: message, hint: hint,
        excerpt: Excerpt(of: source, at: start, endColumn: endColumn)))
  }
}
