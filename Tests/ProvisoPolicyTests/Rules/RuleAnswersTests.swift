import ProvisoCore
import Testing

@testable import ProvisoPolicy

/// What the rules were shown to answer in the tables of their tests.
@Suite("The tests of the rules")
struct RuleAnswersTests {
  private enum Answer: String, CaseIterable {
    case satisfied, notApplicable, violated, undetermined

    init(_ outcome: Outcome) {
      switch outcome {
      case .satisfied: self = .satisfied
      case .notApplicable: self = .notApplicable
      case .violated: self = .violated
      case .undetermined: self = .undetermined
      }
    }
  }

  /// The table of each rule that is asked about models and data sets.
  private static let tables: [String: [RuleCase]] = [
    "AIL001": NoLicenseDeclaredTests.cases,
    "AIL002": LicenseUnknownTests.cases,
    "AIL003": CustomLicenseUnnamedTests.cases,
    "AIL004": FamilyTagTests.cases,
    "AIL005": LicenseTextEditedTests.cases,
    "AIL006": GatedModelTests.cases,
    "AIL007": WithdrawnModelTests.cases,
    "AIL008": UnresolvedReferenceTests.cases,
    "AIL101": LicenseConflictTests.cases,
    "AIL102": RestrictedBaseRelicensedTests.cases,
    "AIL103": NoticesLostTests.cases,
    "AIL104": WrongEditionTests.cases,
    "AIL105": ReciprocalBaseRelicensedTests.cases,
    "AIL106": IncompatibleMergeTests.cases,
    "AIL107": CopyleftInClosedProductTests.cases,
    "AIL108": CodeLicenseTakenForWeightsLicenseTests.cases,
    "AIL109": AdapterWithoutBaseLicenseTests.cases,
    "AIL110": BaseNotDeclaredTests.cases,
    "AIL111": TrainedOnRestrictedOutputsTests.cases,
    "AIL112": DataNonCommercialTests.cases,
    "AIL113": DataShareAlikeTests.cases,
    "AIL201": LicenseCopyMissingTests.cases,
    "AIL202": NamePrefixMissingTests.cases,
    "AIL203": RequiredDisplayMissingTests.cases,
    "AIL204": NoticeTextMissingTests.cases,
    "AIL205": ChangeNoticeMissingTests.cases,
    "AIL206": UseRestrictionsNotPassedOnTests.cases,
    "AIL207": AttributionMissingTests.cases,
    "AIL208": WeightsInReleaseTests.cases,
    "AIL209": TrademarkUseTests.cases,
    "AIL301": NonCommercialInCommercialUseTests.cases,
    "AIL302": UserThresholdExceededTests.cases,
    "AIL303": RevenueThresholdExceededTests.cases,
    "AIL305": OutputTrainingTests.cases,
    "AIL306": RestrictedUseTests.cases,
    "AIL307": ResearchOnlyTests.cases,
    "AIL308": CompetitorClauseTests.cases,
    "AIL309": HostingCountsAsDistributionTests.cases,
    "AIL311": UnilateralChangeTests.cases,
    "AIL403": OpenLicenseShownTests.cases,
    "AIL501": UnpinnedRevisionTests.cases,
    "AIL502": RevisionUnderOtherLicenseTests.cases,
    "AIL503": LicenseChangedSinceLockTests.cases,
    "AIL504": CommunityReuploadTests.cases,
    "AIL601": DeniedByPolicyTests.cases,
    "AIL602": NeedsReviewTests.cases,
    "AIL304": RegionExcludedTests.territories + RegionExcludedTests.multimodal,
  ]

  /// The rules that are asked about something else: what each says of a case, and of its cure.
  private static func others() throws -> [String: (violated: [Outcome], cured: [Outcome])] {
    let model = Subject(model: .hub("acme/model", .llama32))
    let question = Undetermined([.commercial], license: "llama3.2", clause: nil, question: "it draws a line")
    func sentence(_ license: License, _ claim: OpennessStatement.Claim, passed: Bool = false) -> ResolvedStatement {
      ResolvedStatement(
        statement: OpennessStatement(
          location: Location(path: "README.md", line: 3), sentence: "m is open", phrase: "open", directory: ".",
          claim: claim), subject: "m", license: license, model: nil, isOpenSourceAI: passed)
    }
    func claim(_ value: Int, reached: Int) -> ResolvedClassClaim {
      ResolvedClassClaim(
        claim: OpennessClassClaim(value: value, location: Location(path: "README.md", line: 3)),
        release: OpennessRelease(
          name: "m", components: [], licenses: [:], location: Location(path: "mof.yml", line: 1)), computed: reached,
        lacking: ["Datasets"])
    }
    func use(_ state: PolicyUse.State) throws -> PolicyUse {
      PolicyUse(entries: [try entry(.waiver, state, expires: "2026-01-31")])
    }
    return [
      "AIL310": (
        MissingFact().evaluate(model, undetermined: [question]), MissingFact().evaluate(model, undetermined: [])
      ),
      "AIL401": (
        CalledOpenSource().evaluate(sentence(.llama31, .openSource)),
        CalledOpenSource().evaluate(sentence(.apache, .openSource))
      ),
      "AIL402": (
        CalledFullyOpen().evaluate(sentence(.apache, .fullyOpen)),
        CalledFullyOpen().evaluate(sentence(.apache, .fullyOpen, passed: true))
      ),
      "AIL404": (
        OpennessClassAboveComputed().evaluate(claim(1, reached: 3)),
        OpennessClassAboveComputed().evaluate(claim(3, reached: 3))
      ),
      "AIL902": (
        WaiverExpired().evaluate(try use(.expired(isNeeded: true))), WaiverExpired().evaluate(try use(.used))
      ),
      "AIL903": (UnusedPolicyEntry().evaluate(try use(.unused)), UnusedPolicyEntry().evaluate(try use(.used))),
      "AIL904": (
        WaiverNotAllowed().evaluate(try use(.refused("why", nil))), WaiverNotAllowed().evaluate(try use(.used))
      ),
    ]
  }

  /// Answers that a rule does not have, each with the reason.
  private static let never: [String: (answers: Set<Answer>, reason: String)] = {
    let level = "its facts set the level; whether it is violated, they do not decide"
    var never = Dictionary(
      uniqueKeysWithValues: [
        "AIL102", "AIL103", "AIL104", "AIL106", "AIL109", "AIL111", "AIL202",
      ].map { ($0, (answers: Set([Answer.undetermined]), reason: level)) })
    never["AIL207"] = ([.undetermined], "a credit is asked for where something is handed out for sure")
    never["AIL113"] = ([.satisfied], "who accepts what is unsettled switches it off")
    return never
  }()

  private static func answers(_ id: String) -> Set<Answer> {
    let rule = RuleList.all.first { $0.description.id == id }
    return Set(
      (tables[id] ?? []).flatMap { example in
        let outcomes =
          example.subject.model.isDataSet ? rule?.evaluate(data: example.subject) : rule?.evaluate(example.subject)
        return (outcomes ?? []).map(Answer.init)
      })
  }

  @Test(
    "show each rule violated, satisfied, not applicable and, where facts decide, undetermined",
    arguments: RuleList.descriptions.filter { Self.tables[$0.id] != nil })
  func table(rule: RuleDescription) {
    let shown = Self.answers(rule.id)
    var expected: Set<Answer> = [.violated, .satisfied, .notApplicable]
    if !rule.facts.isEmpty { expected.insert(.undetermined) }
    let never = Self.never[rule.id]?.answers ?? []
    // A reason that has become untrue must go.
    #expect(shown.isDisjoint(with: never), "\(rule.id) answers \(shown.map(\.rawValue).sorted())")
    #expect(
      expected.subtracting(never).isSubset(of: shown),
      "\(rule.id) is not shown \(expected.subtracting(never).subtracting(shown).map(\.rawValue).sorted())")
  }

  @Test("show the rules that are asked about something else violated, and silent on the cure")
  func cured() throws {
    for (id, answers) in try Self.others() {
      #expect(answers.violated.map(Answer.init).contains(.violated), "\(id)")
      #expect(!answers.cured.map(Answer.init).contains(.violated), "\(id)")
    }
  }

  @Test("leave out no rule")
  func complete() throws {
    // AIL901 is the loader itself, and what it says is the subject of all tests of mistakes in a policy.
    let shown = Set(Self.tables.keys).union(try Self.others().keys).union(["AIL901"])
    #expect(Set(RuleList.descriptions.map(\.id)) == shown)
  }
}
