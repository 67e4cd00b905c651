import ProvisoCore
import ProvisoText

/// Reads the terms of a license of one's own: each a value, or a value with its clause.
struct OwnTermsReader {
  let reading: PolicyReading

  func terms(_ node: DataNode) -> Terms? {
    guard let mapping = MappingReader(node, as: PolicySchema.ownTerms, "the terms of a license", in: reading) else {
      return nil
    }
    var terms = Terms()
    terms.commercialUse = word("commercialUse", mapping)
    terms.outputTraining = word("outputTraining", mapping)
    terms.derivativeLicense = word("derivativeLicense", mapping)
    terms.hosting = word("hosting", mapping)
    terms.derivatives = term("derivatives", mapping) { reading.boolean($0, $1) }
    terms.redistribution = term("redistribution", mapping) { reading.boolean($0, $1) }
    terms.licenseCopy = term("licenseCopy", mapping) { reading.boolean($0, $1) }
    terms.changeNotice = term("changeNotice", mapping) { reading.boolean($0, $1) }
    terms.restrictionsFlowDown = term("restrictionsFlowDown", mapping) { reading.boolean($0, $1) }
    terms.namePrefix = term("namePrefix", mapping) { reading.text($0, $1) }
    terms.display = term("display", mapping) { reading.text($0, $1) }
    terms.noticeText = term("noticeText", mapping) { reading.text($0, $1) }
    let restrictions = term("restrictions", mapping) { reading.words($0, $1, FactText.word) }
    terms.acceptableUse = Terms.AcceptableUse(
      value: restrictions.value.map { _ in "attached" }, clause: restrictions.clause,
      restrictions: restrictions.value ?? [])
    let regions = term("excludedRegions", mapping) { reading.words($0, $1, FactText.region) }
    terms.excludedRegions = Terms.ExcludedRegions(
      value: regions.value, appliesTo: regions.value.map { _ in "all" }, clause: regions.clause)
    terms.thresholds = reading.list("thresholds", mapping["thresholds"]).compactMap(threshold)
    return terms
  }

  private func term<Value>(
    _ key: String, _ terms: MappingReader, _ read: (String, DataNode) -> Value?
  ) -> Term<Value> {
    guard let node = terms[key] else { return Term() }
    guard node.isMapping else { return Term(read(key, node)) }
    guard let mapping = MappingReader(node, as: PolicySchema.ownTerm, "the term `\(key)`", in: reading) else {
      return Term()
    }
    let clause = reading.text("clause", mapping["clause"])
    return Term(mapping["value"].flatMap { read("value", $0) }, clause: clause)
  }

  private func word<Word: RawRepresentable<String> & CaseIterable & Sendable & Hashable>(
    _ key: String, _ terms: MappingReader
  ) -> Term<Word> {
    term(key, terms) { reading.choice($0, $1, as: Word.self) }
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
      period: metric == .annualRevenue ? "year" : "month", comparison: comparison ?? .greaterThan,
      scope: scope ?? .licenseeAndAffiliates, measured: measured ?? .continuous, date: date?.description,
      effect: effect ?? .licenseRequired, clause: clause, use: use)
  }
}
