internal import ProvisoCore
internal import ProvisoText

/// The terms of a record: every key present (but for those that came later), every value with its clause, null where the text of
/// the license does not say.
struct RecordTerms: TermsSource {
  private let reader: LicenseRecordReader
  private let keys: LicenseRecordReader.Keys

  /// Keys that the first records do not have.
  private static let later: Set<TermKey> = [.attribution, .registration, .competitorLicense]

  init(_ node: DataNode, _ reader: LicenseRecordReader) throws(DocumentError) {
    self.reader = reader
    let (later, always) = (Self.later, TermKey.allCases.filter { !Self.later.contains($0) })
    keys = try reader.keyed(node, always.map(\.rawValue), optional: later.map(\.rawValue))
  }

  func flag(_ key: TermKey) throws(DocumentError) -> Term<Bool> {
    guard let term = try term(key) else { return Term() }
    return try stated(try term.boolean("value"), term, key)
  }

  func text(_ key: TermKey) throws(DocumentError) -> Term<String> {
    guard let term = try term(key) else { return Term() }
    return try stated(try term.string("value"), term, key)
  }

  func word<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
    _ key: TermKey
  ) throws(DocumentError) -> Term<Word> {
    guard let term = try term(key) else { return Term() }
    return try stated(try term.word("value", Word.self), term, key)
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ detail: TermDetail, of key: TermKey
  ) throws(DocumentError) -> Word? {
    try term(key)?.word(detail.rawValue, Word.self)
  }

  func text(_ detail: TermDetail, of key: TermKey) throws(DocumentError) -> String? {
    try term(key)?.string(detail.rawValue)
  }

  func texts(_ detail: TermDetail, of key: TermKey) throws(DocumentError) -> [String] {
    guard let term = try term(key), term.has(detail.rawValue) else { return [] }
    return try reader.strings(term[detail.rawValue])
  }

  func thresholds() throws(DocumentError) -> [Terms.Threshold] {
    var thresholds: [Terms.Threshold] = []
    for item in keys[TermKey.thresholds.rawValue].items { thresholds.append(try threshold(item)) }
    return thresholds
  }

  func acceptableUse() throws(DocumentError) -> Terms.AcceptableUse {
    let node = keys[TermKey.acceptableUse.rawValue]
    let term = try reader.keyed(node, ["value", "clause", "restrictions"])
    let restrictions = try reader.strings(term["restrictions"])
    if let stranger = restrictions.first(where: { !Restriction.all.contains($0) }) {
      throw reader.error(term["restrictions"], "\"\(stranger)\" is not a word of the restriction vocabulary.")
    }
    return Terms.AcceptableUse(
      value: try term.string("value"), clause: try term.string("clause"), restrictions: restrictions)
  }

  func excludedRegions() throws(DocumentError) -> Terms.ExcludedRegions {
    let term = try reader.keyed(keys[TermKey.excludedRegions.rawValue], ["value", "appliesTo", "clause"])
    return Terms.ExcludedRegions(
      value: term["value"].isNull ? nil : try reader.strings(term["value"]), appliesTo: try term.string("appliesTo"),
      clause: try term.string("clause"))
  }

  /// The keys of a term; nil for one that a record need not have.
  private func term(_ key: TermKey) throws(DocumentError) -> LicenseRecordReader.Keys? {
    guard keys.has(key.rawValue) else { return nil }
    return try reader.keyed(keys[key.rawValue], ["value", "clause"], optional: key.details.map(\.rawValue))
  }

  /// A value without its clause is not a statement that anybody could check.
  private func stated<Value>(
    _ value: Value?, _ term: LicenseRecordReader.Keys, _ key: TermKey
  ) throws(DocumentError) -> Term<Value> {
    let clause = try term.string("clause")
    if value != nil, clause == nil {
      throw reader.error(keys[key.rawValue], "The value has no clause: say where the text says so.")
    }
    return Term(value, clause: clause)
  }

  private func threshold(_ node: DataNode) throws(DocumentError) -> Terms.Threshold {
    typealias Threshold = Terms.Threshold
    let keys = try reader.keyed(
      node,
      [
        "metric", "amount", "currency", "period", "comparison", "scope", "measured", "date", "use", "effect", "clause",
      ], optional: ["condition"])
    func needed<Value>(_ value: Value?, _ key: String) throws(DocumentError) -> Value {
      try reader.required(value, key, node)
    }
    return Threshold(
      metric: try needed(keys.word("metric", Threshold.Metric.self), "metric"),
      amount: try needed(keys.integer("amount"), "amount"), currency: try keys.string("currency"),
      period: try keys.string("period"),
      comparison: try needed(keys.word("comparison", Threshold.Comparison.self), "comparison"),
      scope: try needed(keys.word("scope", Threshold.Scope.self), "scope"),
      measured: try needed(keys.word("measured", Threshold.Measured.self), "measured"),
      date: try keys.string("date"), effect: try needed(keys.word("effect", Threshold.Effect.self), "effect"),
      clause: try keys.string("clause"), use: try keys.word("use", Threshold.Use.self),
      condition: try keys.string("condition"))
  }
}
