import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL308, competitor clause")
struct CompetitorClauseTests {
  private static let barring = License.restricting("barring", policy: "attached", restrictions: ["competing-models"])

  private static func improving(
    _ value: Terms.OutputTraining, _ scope: Terms.TrainingScope? = nil, family: String? = nil
  ) -> License {
    var license = License.restricting("llama", policy: "attached", restrictions: ["competing-models"])
    license.family = family
    license.terms.outputTraining = Term(value, clause: "1.b.v")
    license.terms.outputTrainingScope = scope
    return license
  }

  private static let naver = License.fixture("naver", "Naver License", .community) {
    $0.competitorLicense = Term(true, clause: "4 (ii)")
  }

  static let cases = [
    RuleCase(
      "violated: competitors need a license of their own", .used(naver, .stating("trains_foundation_models=true")),
      "violated warning naver 4 (ii)"),
    RuleCase("satisfied: nobody competes", .used(naver, .stating("trains_foundation_models=false")), "satisfied"),
    RuleCase("undetermined: nobody says who competes", .used(naver), "undetermined trains_foundation_models"),
    RuleCase(
      "violated: foundation models are built", .used(barring, .stating("trains_foundation_models=true")),
      "violated warning barring 5"),
    RuleCase("satisfied: none are", .used(barring, .stating("trains_foundation_models=false")), "satisfied"),
    RuleCase(
      "not applicable: no such clause", .used(.apache, .stating("trains_foundation_models=true")), "not applicable"),
    RuleCase(
      "violated: other models may not be improved, and nobody says that outputs stay out of them",
      .used(improving(.ownFamilyOnly), .stating("trains_foundation_models=true")), "violated warning llama 1.b.v"),
    RuleCase(
      "satisfied: they are built without the model's outputs",
      .used(
        improving(.ownFamilyOnly),
        .stating("trains_foundation_models=true", "trains_other_models_on_outputs=false")), "satisfied"),
    RuleCase(
      "satisfied: so where using it for any other model is barred (EXAONE 1.1, 3.1)",
      .used(
        improving(.forbidden), .stating("trains_foundation_models=true", "trains_other_models_on_outputs=false")),
      "satisfied"),
    RuleCase(
      "satisfied: so where it is barred in commerce (LTX-2, Attachment A 18)",
      .used(
        improving(.ownFamilyOnly, .commercialUse),
        .stating("trains_foundation_models=true", "trains_other_models_on_outputs=false")), "satisfied"),
    RuleCase(
      "violated: where building them is barred, outputs or not",
      .used(
        improving(.ownFamilyOnly, .foundationModels),
        .stating("trains_foundation_models=true", "trains_other_models_on_outputs=false")),
      "violated warning llama 1.b.v"),
    RuleCase(
      "violated: so under xAI's, which bars creating them",
      .used(
        improving(.ownFamilyOnly, family: "xai-community"),
        .stating("trains_foundation_models=true", "trains_other_models_on_outputs=false")),
      "violated warning llama 1.b.v"),
    RuleCase("undetermined: nothing is said", .used(barring), "undetermined trains_foundation_models"),
  ]

  @Test("holds the building of models against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(CompetitorClause(), example.subject) == example.verdicts)
  }

  @Test(
    "says what is barred, and cites the clause that does",
    arguments: [
      (Terms.OutputTraining.ownFamilyOnly, nil, "to improve models outside its own family"),
      (.ownFamilyOnly, .foundationModels, "to improve foundation models of others"),
      (.forbidden, .competingModels, "for models that compete with the publisher's"),
      (.forbidden, nil, "for other models"),
    ] as [(Terms.OutputTraining, Terms.TrainingScope?, String)])
  func bars(value: Terms.OutputTraining, scope: Terms.TrainingScope?, bar: String) {
    let subject = Subject.used(Self.improving(value, scope), .stating("trains_foundation_models=true"))
    #expect(
      messages(CompetitorClause(), subject).first?.hasSuffix(
        "(clause 1.b.v) bars using acme/model, its outputs or both \(bar).") == true)
    let open = questions(CompetitorClause(), .used(Self.improving(value, scope)))
    #expect(open.first?.hasSuffix("(clause 1.b.v) limits using the model, its outputs or both \(bar)") == true)
  }

  @Test("says no more of a clause that names businesses above a line, and so does the line")
  func namedBusinesses() {
    var license = Self.naver
    license.terms.thresholds = [
      .users(50, .licensee, .licenseRequired, clause: "4 (ii)", for: .commercialByModelServices)
    ]
    #expect(
      questions(CompetitorClause(), .used(license)) == [
        "the Naver License (clause 4 (ii)) asks whoever runs a business that it names, above the line that it draws there, for a license of its own"
      ])
    #expect(
      messages(CompetitorClause(), .used(license, .stating("trains_foundation_models=true"))).first?.hasSuffix(
        "asks whoever runs a business that it names, above the line that it draws there, for a license of its own for acme/model."
      )
        == true)
    let facts = Facts.stating("monthly_active_users=90", "commercial=true", "model_as_a_service=true")
    #expect(
      messages(UserThresholdExceeded(), .used(license, facts)).first?.contains(
        "or who runs another business that the clause names: above it") == true)
  }

  @Test("says who needs a license, and for what")
  func wording() {
    #expect(
      messages(CompetitorClause(), .used(Self.naver, .stating("trains_foundation_models=true"))) == [
        "The policy says that models are built or products offered that compete with the publisher's (proviso.yaml:5), and the Naver License (clause 4 (ii)) asks whoever does for a license of its own for acme/model."
      ])
  }
}
