import ProvisoCore
import ProvisoText

/// `verdicts`: the lists, what becomes of licenses that are not simply known, and of what is on no list.
enum VerdictsSection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.verdicts, "the verdicts", in: reading) else {
      return
    }
    var lists = VerdictLists()
    for verdict in Verdict.allCases {
      let items = reading.list(verdict.rawValue, mapping[verdict.rawValue])
      lists.entries += items.compactMap { entry($0, verdict, in: reading) }
      if verdict == .allow, let range = mapping.keyRange(of: "allow"), !items.isEmpty {
        draft.state("verdicts.allow", Stance(.allow), at: range, in: reading)
      }
    }
    if let verdict = reading.choice("default", mapping["default"], as: Verdict.self) {
      lists.otherwise = .init(verdict, origin: mapping.origin(of: "default", in: reading))
      draft.state("verdicts.default", Stance(verdict), at: mapping.keyRange(of: "default"), in: reading)
    }
    if let node = mapping["states"],
      let states = MappingReader(node, as: PolicySchema.states, "the states of a license", in: reading)
    {
      for state in LicenseState.allCases {
        guard let verdict = reading.choice(state.rawValue, states[state.rawValue], as: Verdict.self) else { continue }
        lists.states[state] = .init(verdict, origin: states.origin(of: state.rawValue, in: reading))
        draft.state(
          "verdicts.states.\(state.rawValue)", Stance(verdict), at: states.keyRange(of: state.rawValue), in: reading)
      }
    }
    draft.verdicts = lists
  }

  private static func entry(_ node: DataNode, _ verdict: Verdict, in reading: PolicyReading) -> VerdictEntry? {
    guard let mapping = MappingReader(node, as: PolicySchema.verdictEntry, "an entry of a list", in: reading) else {
      return nil
    }
    var entry = VerdictEntry(verdict, origin: reading.origin(of: node))
    entry.licenses = reading.licenses("license", mapping["license"])
    entry.families = reading.families("family", mapping["family"])
    entry.categories = reading.choices("category", mapping["category"], as: LicenseCategory.self)
    entry.osdApproved = reading.boolean("osd_approved", mapping["osd_approved"])
    entry.term = term(mapping["term"], in: reading)
    entry.openness = openness(mapping["openness"], in: reading)
    entry.models = reading.modelPatterns("model", mapping["model"])
    entry.registries = reading.choices("registry", mapping["registry"], as: Registry.self)
    entry.condition = condition(mapping["when"], in: reading)
    entry.exceptContexts = unless(mapping["unless"], in: reading)
    entry.message = reading.text("message", mapping["message"])
    entry.fix = reading.text("fix", mapping["fix"])
    let subjects = ["license", "family", "category", "osd_approved", "term", "openness", "model", "registry"]
    if !subjects.contains(where: { mapping[$0] != nil }) {
      reading.error(
        "an entry of a list needs something to match", at: node.entries.first?.keyRange ?? node.range,
        hint: "write one of \(subjects.map { "`\($0)`" }.joined(separator: ", "))")
    }
    return entry
  }

  private static func term(_ node: DataNode?, in reading: PolicyReading) -> TermPredicate? {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.term, "the terms of an entry", in: reading)
    else { return nil }
    var term = TermPredicate()
    term.commercial = reading.choices("commercial", mapping["commercial"], as: TermPredicate.Commercial.self)
    term.thresholds = reading.choices("threshold", mapping["threshold"], as: ThresholdMetric.self)
    term.outputTraining = reading.choices(
      "output_training", mapping["output_training"], as: Terms.OutputTraining.self)
    term.hosting = reading.choices("hosting", mapping["hosting"], as: Terms.Hosting.self)
    term.derivativeLicense = reading.choices(
      "derivative_license", mapping["derivative_license"], as: Terms.DerivativeLicense.self)
    term.excludedRegions = reading.regions("excluded_regions", mapping["excluded_regions"])
    term.restrictions = reading.words("restrictions", mapping["restrictions"], FactText.word)
    if node.entries.isEmpty {
      reading.error("`term`: expected at least one term, found an empty mapping", at: node.range)
    }
    return term
  }

  private static func openness(_ node: DataNode?, in reading: PolicyReading) -> OpennessPredicate? {
    guard let node,
      let mapping = MappingReader(node, as: PolicySchema.openness, "the openness that an entry asks for", in: reading)
    else { return nil }
    var openness = OpennessPredicate()
    openness.weights = reading.choices("weights", mapping["weights"], as: OpennessPredicate.Answer.self)
    openness.code = reading.choices("code", mapping["code"], as: OpennessPredicate.Answer.self)
    openness.data = reading.choices("data", mapping["data"], as: OpennessPredicate.Answer.self)
    openness.documentation = reading.choices(
      "documentation", mapping["documentation"], as: OpennessPredicate.Answer.self)
    openness.osaid = reading.choices("osaid", mapping["osaid"], as: OpennessPredicate.Definition.self)
    if node.entries.isEmpty {
      reading.error("`openness`: expected at least one part, found an empty mapping", at: node.range)
    }
    return openness
  }

  private static func condition(_ node: DataNode?, in reading: PolicyReading) -> FactCondition? {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.condition, "a condition", in: reading) else {
      return nil
    }
    guard let value = mapping["is"] else {
      _ = reading.fact("fact", mapping["fact"])
      return nil
    }
    guard value.scalar != nil else {
      reading.mismatch("is", value, expected: "one value")
      return nil
    }
    guard let fact = reading.fact("fact", mapping["fact"]) else { return nil }
    switch fact.kind {
    case .boolean:
      return reading.boolean("is", value).map { FactCondition(fact, is: .boolean($0)) }
    case .country, .regions:
      return reading.regions("is", value).first.map { FactCondition(fact, is: .region($0)) }
    case .words:
      return reading.words("is", value, FactText.activity).first.map { FactCondition(fact, is: .word($0)) }
    case .count, .money:
      reading.error(
        "`fact`: `\(fact.rawValue)` is a number, which `when` cannot compare", at: mapping["fact"]?.range ?? node.range,
        hint: "limits of numbers stand in the licenses; the rules AIL302 and AIL303 hold them against the facts")
      return nil
    }
  }

  private static func unless(_ node: DataNode?, in reading: PolicyReading) -> [String] {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.exception, "an exception", in: reading) else {
      return []
    }
    return reading.texts("context", mapping["context"]).map { id, node in
      reading.mention(context: id, at: node.range)
      return id
    }
  }
}
