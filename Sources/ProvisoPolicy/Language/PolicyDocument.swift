import ProvisoCore
import ProvisoText

/// Reads one policy document, without what it extends.
struct PolicyDocument {
  var draft = PolicyDraft()
  var extends: [ExtendsSection.Item] = []

  /// A policy is written by hand; whatever is larger is not one.
  private static let limits = YAMLLimits(nodes: 100_000, bytes: 1 << 20, refusesTags: true)

  /// nil for a document of which nothing can be read; what is wrong is in `reading`.
  init?(_ reading: PolicyReading) {
    guard let root = Self.root(reading) else { return nil }
    guard root.isMapping else {
      reading.error("expected a policy as a mapping, found \(root.asFound)", at: root.range)
      return nil
    }
    guard Self.isSupported(root, reading) else { return nil }
    guard let policy = MappingReader(root, as: PolicySchema.policy, "a policy", in: reading) else { return nil }
    draft.name = reading.text("name", policy["name"])
    draft.description = reading.text("description", policy["description"])
    extends = ExtendsSection.items(policy["extends"], in: reading)
    OrganizationSection.read(policy["organization"], into: &draft, in: reading)
    ContextsSection.read(policy["contexts"], into: &draft, in: reading)
    if let enforcement = reading.choice("enforcement", policy["enforcement"], as: Enforcement.self) {
      draft.enforcement = (enforcement, policy.origin(of: "enforcement", in: reading))
      draft.state("enforcement", Stance(enforcement), at: policy.keyRange(of: "enforcement"), in: reading)
    }
    if let verdict = reading.choice("on_missing_fact", policy["on_missing_fact"], as: Verdict.self) {
      draft.onMissingFact = (verdict, policy.origin(of: "on_missing_fact", in: reading))
      draft.state("on_missing_fact", Stance(verdict), at: policy.keyRange(of: "on_missing_fact"), in: reading)
    }
    VerdictsSection.read(policy["verdicts"], into: &draft, in: reading)
    RulesSection.read(policy["rules"], into: &draft, in: reading)
    ScopesSection.read(policy["scopes"], into: &draft, in: reading)
    draft.obligations = ObligationsSection.evidence(policy["obligations"], in: reading)
    draft.licenses = OwnLicensesSection.licenses(policy["licenses"], in: reading)
    draft.choices = ChoicesSection.choices(policy["choices"], in: reading)
    draft.corrections = CorrectionsSection.corrections(policy["corrections"], in: reading)
    draft.agreements = AgreementsSection.agreements(policy["agreements"], in: reading)
    WaiversSection.read(policy["waivers"], into: &draft, in: reading)
    WaiverPolicySection.read(policy["waiver_policy"], into: &draft, in: reading)
    draft.tests = TestsSection.tests(policy["tests"], in: reading)
    draft.overridable = OverridableSection.names(policy["overridable"], in: reading)
  }

  private static func root(_ reading: PolicyReading) -> DataNode? {
    let documents: [YAMLDocument]
    do {
      documents = try YAMLReader.readAll(reading.source, limits: limits)
    } catch {
      reading.error(Quoted.clause(error.message), at: error.position)
      return nil
    }
    if documents.count > 1, let second = documents[1].root {
      reading.error(
        "a policy is one YAML document, found another", at: second.range, hint: "remove the `---` between them")
    }
    guard let root = documents.first?.root, !root.isNull else {
      reading.error(
        "the policy is empty", at: 0..<0, hint: "a policy begins with `version: \(PolicySchema.version)`")
      return nil
    }
    return root
  }

  /// False for another version of the language, whose keys this one cannot judge.
  private static func isSupported(_ root: DataNode, _ reading: PolicyReading) -> Bool {
    guard let node = root["version"] else { return true }
    guard node.scalar?.form == .integer, let text = node.text else {
      reading.mismatch("version", node, expected: "the number \(PolicySchema.version)")
      return true
    }
    if node.integer == PolicySchema.version { return true }
    reading.error(
      "version \(Quoted.text(text)) of the policy language is not supported by this version of proviso",
      at: node.range, hint: "write `version: \(PolicySchema.version)`, or use a newer proviso")
    return false
  }
}
