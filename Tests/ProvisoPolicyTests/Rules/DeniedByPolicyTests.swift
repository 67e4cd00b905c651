import ProvisoCore
import Testing

@testable import ProvisoPolicy

extension VerdictEntry {
  /// An entry in line `line` of `proviso.yaml`.
  static func entry(_ verdict: Verdict, line: Int = 9, _ change: (inout Self) -> Void) -> Self {
    var entry = Self(verdict, origin: PolicyOrigin(path: "proviso.yaml", line: line))
    change(&entry)
    return entry
  }
}

extension Subject {
  /// A subject that the lists are held against.
  static func listed(
    _ model: ResolvedModel, _ entries: VerdictEntry..., states: [LicenseState: Verdict] = [:],
    otherwise: Verdict? = nil, facts: Facts = Facts(), context: String? = nil
  ) -> Self {
    let lists = VerdictLists(
      entries: entries, states: states.mapValues { .init($0, origin: .fixture) },
      otherwise: otherwise.map { .init($0, origin: .fixture) })
    return Self(model: model, facts: facts, context: context, verdicts: lists)
  }
}

@Suite("AIL601, denied by the policy")
struct DeniedByPolicyTests {
  private static let nc = ResolvedModel.hub("facebook/musicgen-small", .ccByNC)
  private static let llama = ResolvedModel.hub("meta-llama/Llama-3.1-8B", .llama31)
  private static let free = ResolvedModel.hub("acme/free", .apache)
  private static let tune = ResolvedModel.hub("acme/tune", .mit, bases: [base("meta-llama/x", .llama31)])
  private static let service = ResolvedModel(
    name: ModelName(registry: .hosted, id: "openai/gpt-x"), role: .used, license: LicenseConclusion(state: .absent))

  /// A model under a free license, of whose training data evaluations say this.
  private static func judged(_ levels: ReleaseOpenness.Level...) -> ResolvedModel {
    var model = free
    model.openness = levels.map { ReleaseOpenness(source: "an index", date: "2026-11", data: $0) }
    return model
  }

  private static let texts: ResolvedModel = {
    var model = ResolvedModel.hub("tatsu-lab/alpaca", .ccByNC)
    model.role = .dataset
    return model
  }()

  @Test("Data sets are held against the lists, and not against states and the default")
  func dataSets() {
    let byName = VerdictEntry.entry(.deny) { $0.models = .paths("tatsu-lab/*") }
    let byCategory = VerdictEntry.entry(.deny) { $0.categories = [.nonCommercial] }
    for entry in [byName, byCategory] {
      let outcomes = DeniedByPolicy().evaluate(data: .listed(Self.texts, entry))
      #expect(outcomes.count == 1)
      guard case .violated? = outcomes.first else {
        Issue.record("\(outcomes)")
        continue
      }
    }
    let strict = Subject.listed(Self.texts, states: [.known: .deny], otherwise: .deny)
    for outcome in DeniedByPolicy().evaluate(data: strict) {
      if case .violated = outcome { Issue.record("\(outcome)") }
    }
  }

  private static func data(_ answers: [OpennessPredicate.Answer]) -> OpennessPredicate {
    var openness = OpennessPredicate()
    openness.data = answers
    return openness
  }

  private static let prohibited = VerdictEntry.entry(.deny) {
    $0.term = TermPredicate(commercial: [.prohibited])
    $0.condition = FactCondition(.commercial, is: .boolean(true))
  }

  private static let gated: ResolvedModel = {
    var model = free
    model.gate = Gate(evidence: "the hub asks", location: nil)
    return model
  }()
  private static var accepted: Subject {
    var subject = Subject.listed(gated, states: [.gated: .deny])
    subject.agreement = .fixture
    return subject
  }

  /// A model that nothing here knows.
  private static let unheard = ResolvedModel(
    name: .huggingFace("nobody/nothing"), role: .used, license: LicenseConclusion(state: .unknown))
  private static let unrecognized: ResolvedModel = {
    var model = unheard
    model.license.claims = [
      Claim(license: "house rules", kind: .unrecognized, source: .licenseFile, evidence: "LICENSE is not recognized")
    ]
    return model
  }()

  private static let renamed: ResolvedModel = {
    var model = ResolvedModel.hub("CohereLabs/aya", .apache)
    var reference = reference("a.py")
    reference.asWritten = "CohereForAI/aya"
    model.references = [reference]
    return model
  }()

  static let cases = [
    RuleCase(
      "violated: by the name that the tree has written",
      .listed(renamed, .entry(.deny) { $0.models = .paths("CohereForAI/*") }), "violated error apache-2.0"),
    RuleCase(
      "violated: by a name in another case", .listed(renamed, .entry(.deny) { $0.models = .paths("coherelabs/*") }),
      "violated error apache-2.0"),
    RuleCase(
      "violated: a gate, beside whatever is known of the license", .listed(gated, states: [.gated: .deny]),
      "violated error apache-2.0"),
    RuleCase("violated: what nothing is known of", .listed(unheard, states: [.absent: .deny]), "violated error"),
    RuleCase(
      "satisfied: what nothing is known of, where the policy says so",
      .listed(unheard, states: [.absent: .deny, .unknown: .allow]),
      "satisfied"),
    RuleCase(
      "violated: what nothing is known of, under a default that a state does not lift",
      .listed(unheard, states: [.absent: .review], otherwise: .deny), "violated error"),
    RuleCase(
      "satisfied: words that were not recognized are some", .listed(unrecognized, states: [.absent: .deny]), "satisfied"
    ),
    RuleCase("satisfied: the terms behind the gate are accepted", accepted, "satisfied"),
    RuleCase(
      "violated: by license", .listed(nc, .entry(.deny) { $0.licenses = ["mit", "cc-by-nc-4.0"] }),
      "violated error cc-by-nc-4.0"),
    RuleCase(
      "violated: by the SPDX id of the license", .listed(free, .entry(.deny) { $0.licenses = [License.apache.spdx] }),
      "violated error apache-2.0"),
    RuleCase(
      "violated: by family", .listed(llama, .entry(.deny) { $0.families = ["llama"] }), "violated error llama3.1"),
    RuleCase(
      "violated: by category", .listed(nc, .entry(.deny) { $0.categories = [.nonCommercial, .researchOnly] }),
      "violated error cc-by-nc-4.0"),
    RuleCase(
      "violated: not approved by the OSI", .listed(llama, .entry(.deny) { $0.osdApproved = false }),
      "violated error llama3.1"),
    RuleCase(
      "violated: a release whose data one evaluation calls closed, whatever the license",
      .listed(judged(.closed, .open), .entry(.deny) { $0.openness = data([.closed]) }), "violated error apache-2.0"),
    RuleCase(
      "violated: a release that nobody has judged",
      .listed(free, .entry(.deny) { $0.openness = data([.closed, .unknown]) }), "violated error apache-2.0"),
    RuleCase(
      "satisfied: what is allowed is open by every evaluation",
      .listed(judged(.open), .entry(.allow) { $0.openness = data([.open]) }, otherwise: .deny), "satisfied"),
    RuleCase(
      "violated: what one evaluation calls closed is not allowed as open",
      .listed(judged(.closed, .open), .entry(.allow) { $0.openness = data([.open]) }, otherwise: .deny),
      "violated error apache-2.0"),
    RuleCase(
      "violated: an open license does not make the release open",
      .listed(free, .entry(.allow) { $0.openness = data([.open]) }, otherwise: .deny), "violated error apache-2.0"),
    RuleCase(
      "violated: a term, where a fact has its value",
      .listed(nc, prohibited, facts: .stating("commercial=true")), "violated error cc-by-nc-4.0"),
    RuleCase(
      "violated: a threshold",
      .listed(llama, .entry(.deny) { $0.term = TermPredicate(thresholds: [.monthlyActiveUsers]) }),
      "violated error llama3.1"),
    RuleCase(
      "violated: the license of a base, under a free label",
      .listed(tune, .entry(.deny) { $0.families = ["llama"] }), "violated error llama3.1"),
    RuleCase(
      "violated: the model", .listed(free, .entry(.deny) { $0.models = .paths("acme/*") }),
      "violated error apache-2.0"),
    RuleCase(
      "violated: what it was made from", .listed(tune, .entry(.deny) { $0.models = .paths("meta-llama/*") }),
      "violated error mit"),
    RuleCase(
      "violated: the state", .listed(.hub("acme/none"), states: [.absent: .deny]), "violated error"),
    RuleCase("violated: what is on no list", .listed(llama, otherwise: .deny), "violated error llama3.1"),
    RuleCase(
      "violated: deny comes before allow, whatever the order",
      .listed(
        nc, .entry(.deny, line: 2) { $0.licenses = ["cc-by-nc-4.0"] }, .entry(.allow) { $0.models = .paths("**") }),
      "violated error cc-by-nc-4.0"),
    RuleCase(
      "violated: a service that the policy lists", .listed(service, .entry(.deny) { $0.registries = [.hosted] }),
      "violated error"),
    RuleCase("satisfied: another license", .listed(free, .entry(.deny) { $0.licenses = ["mit"] }), "satisfied"),
    RuleCase(
      "satisfied: all that an entry states must hold",
      .listed(
        llama,
        .entry(.deny) {
          $0.families = ["llama"]
          $0.models = .paths("acme/*")
        }), "satisfied"),
    RuleCase(
      "satisfied: the fact has another value", .listed(nc, prohibited, facts: .stating("commercial=false")),
      "satisfied"),
    RuleCase(
      "satisfied: the context is left out",
      .listed(
        llama,
        .entry(.deny) {
          $0.families = ["llama"]
          $0.exceptContexts = ["research"]
        }, context: "research"), "satisfied"),
    RuleCase(
      "satisfied: on a list, and the rest is denied",
      .listed(free, .entry(.allow) { $0.categories = [.permissive] }, otherwise: .deny), "satisfied"),
    RuleCase(
      "satisfied: a service that no list names", .listed(service, states: [.absent: .deny], otherwise: .deny),
      "satisfied"),
    RuleCase("not applicable: a policy without lists", Subject(model: nc), "not applicable"),
    RuleCase("undetermined: a fact decides", .listed(nc, prohibited), "undetermined commercial"),
  ]

  @Test("holds the model against the lists", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(DeniedByPolicy(), example.subject) == example.verdicts)
  }

  @Test("says which line of the policy decides, and why")
  func wording() {
    let rule = DeniedByPolicy()
    #expect(
      messages(rule, .listed(Self.tune, .entry(.deny) { $0.families = ["llama"] })) == [
        "The policy (proviso.yaml:9) denies acme/tune: the license llama3.1 of its base meta-llama/x is of the family llama."
      ])
    let own = VerdictEntry.entry(.deny) {
      $0.categories = [.nonCommercial]
      $0.condition = FactCondition(.commercial, is: .boolean(true))
      $0.message = "Non-commercial weights in a commercial product."
      $0.fix = "See https://wiki.acme.example/models."
    }
    let subject = Subject.listed(Self.nc, own, facts: .stating("commercial=true"))
    #expect(
      messages(rule, subject) == [
        "Non-commercial weights in a commercial product: facebook/musicgen-small, since its license cc-by-nc-4.0 is on "
          + "file as non-commercial, and commercial is true (proviso.yaml:5) (proviso.yaml:9)."
      ])
    #expect(violations(rule.evaluate(subject)).map(\.fix) == ["See https://wiki.acme.example/models."])
  }
}

extension TermPredicate {
  init(commercial: [Commercial] = [], thresholds: [ThresholdMetric] = []) {
    self.init()
    self.commercial = commercial
    self.thresholds = thresholds
  }
}
