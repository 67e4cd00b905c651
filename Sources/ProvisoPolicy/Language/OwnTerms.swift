import ProvisoCore
import ProvisoText

/// The terms of a license of one's own: each a value, or a mapping of a value with its clause and what limits it. What is not
/// said is left out.
struct OwnTerms: TermsSource {
  private let reading: PolicyReading
  /// The values, and for mappings what is beside them.
  private var values: [TermKey: DataNode] = [:]
  private var mappings: [TermKey: MappingReader] = [:]
  private let thresholdNode: DataNode?
  /// The short way to say `acceptableUse: {restrictions: …}`, and its mapping.
  private var restrictions: (value: DataNode, mapping: MappingReader?)?

  static let restrictions = "restrictions"

  /// - Returns: nil for what is not a mapping, which is reported.
  init?(_ node: DataNode, in reading: PolicyReading) {
    guard let terms = MappingReader(node, as: PolicySchema.ownTerms, "the terms of a license", in: reading) else {
      return nil
    }
    self.reading = reading
    thresholdNode = terms[TermKey.thresholds.rawValue]
    for key in TermKey.allCases where key != .thresholds {
      guard let node = terms[key.rawValue] else { continue }
      guard node.isMapping else {
        values[key] = node
        continue
      }
      let what = "the term `\(key.rawValue)`"
      mappings[key] = MappingReader(node, as: PolicySchema.ownTerm(key), what, in: reading)
      values[key] = mappings[key]?["value"]
    }
    if let node = terms[Self.restrictions] {
      let what = "the term `\(Self.restrictions)`"
      let mapping = node.isMapping ? MappingReader(node, as: PolicySchema.ownTerm, what, in: reading) : nil
      if let value = node.isMapping ? mapping?["value"] : node { restrictions = (value, mapping) }
    }
  }

  func flag(_ key: TermKey) -> Term<Bool> { term(key) { reading.boolean($0, $1) } }

  func text(_ key: TermKey) -> Term<String> { term(key) { reading.text($0, $1) } }

  func word<Word: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(_ key: TermKey) -> Term<Word> {
    term(key) { reading.choice($0, $1, as: Word.self) }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(_ detail: TermDetail, of key: TermKey) -> Word? {
    reading.choice(detail.rawValue, mappings[key]?[detail.rawValue], as: Word.self)
  }

  func text(_ detail: TermDetail, of key: TermKey) -> String? {
    reading.text(detail.rawValue, mappings[key]?[detail.rawValue])
  }

  func texts(_ detail: TermDetail, of key: TermKey) -> [String] {
    reading.texts(detail.rawValue, mappings[key]?[detail.rawValue]).map(\.text)
  }

  func acceptableUse() -> Terms.AcceptableUse {
    let policy = text(.acceptableUse)
    let (node, detail) = (mappings[.acceptableUse]?[Self.restrictions], Self.restrictions)
    var uses = reading.words(detail, node, FactText.word)
    var clause = policy.clause
    if let restrictions {
      if node != nil { reading.error("`\(detail)`: `acceptableUse` says them already", at: restrictions.value.range) }
      uses += reading.words(restrictions.mapping == nil ? detail : "value", restrictions.value, FactText.word)
      clause = reading.text("clause", restrictions.mapping?["clause"]) ?? clause
    }
    return Terms.AcceptableUse(
      value: policy.value ?? (uses.isEmpty ? nil : "attached"), clause: clause, restrictions: uses)
  }

  func excludedRegions() -> Terms.ExcludedRegions {
    let regions = term(.excludedRegions) { reading.regions($0, $1) }
    let part: PolicySchema.RegionPart? = word(.appliesTo, of: .excludedRegions)
    return Terms.ExcludedRegions(
      value: regions.value, appliesTo: regions.value.map { _ in (part ?? .all).rawValue }, clause: regions.clause)
  }

  private func term<Value>(_ key: TermKey, _ read: (String, DataNode) -> Value?) -> Term<Value> {
    let mapping = mappings[key]
    return Term(
      values[key].flatMap { read(mapping == nil ? key.rawValue : "value", $0) },
      clause: reading.text("clause", mapping?["clause"]))
  }

  func thresholds() -> [Terms.Threshold] {
    reading.list(TermKey.thresholds.rawValue, thresholdNode).compactMap(threshold)
  }

  private func threshold(_ node: DataNode) -> Terms.Threshold? {
    typealias Threshold = Terms.Threshold
    guard let mapping = MappingReader(node, as: PolicySchema.ownThreshold, "a threshold", in: reading) else {
      return nil
    }
    let metric = reading.choice("metric", mapping["metric"], as: Threshold.Metric.self)
    let amount = mapping["amount"].flatMap { FactsReader(reading: reading).number("amount", $0, expected: "a number") }
    let currency = reading.words("currency", mapping["currency"], FactText.currency).first
    let comparison = reading.choice("comparison", mapping["comparison"], as: Threshold.Comparison.self)
    let scope = reading.choice("scope", mapping["scope"], as: Threshold.Scope.self)
    let measured = reading.choice("measured", mapping["measured"], as: Threshold.Measured.self)
    let date = reading.date("date", mapping["date"])
    let effect = reading.choice("effect", mapping["effect"], as: Threshold.Effect.self)
    let use = reading.choice("use", mapping["use"], as: Threshold.Use.self)
    let clause = reading.text("clause", mapping["clause"])
    if measured == .releaseDate, mapping["date"] == nil, let node = mapping["measured"] {
      reading.error("`measured`: a test at a release needs its `date`", at: node.range)
    }
    guard let metric, let amount else { return nil }
    let isMoney = metric != .monthlyActiveUsers
    return Threshold(
      metric: metric, amount: amount, currency: isMoney ? currency ?? Currency.assumed : nil,
      period: metric == .annualRevenue ? "year" : metric == .totalFunding ? nil : "month",
      comparison: comparison ?? .greaterThan,
      scope: scope ?? .licenseeAndAffiliates, measured: measured ?? .continuous, date: date?.description,
      effect: effect ?? .licenseRequired, clause: clause, use: use)
  }
}
