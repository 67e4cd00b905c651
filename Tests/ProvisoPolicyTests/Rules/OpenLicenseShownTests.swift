import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL403, badge or metadata shows an open license over restricted weights")
struct OpenLicenseShownTests {
  private static func shown(
    _ license: License, _ others: License..., over weights: License, approved: Bool = true, hasModelText: Bool = false
  ) -> Subject {
    var license = license
    license.osiApproved = approved
    let others = others.map { other in
      var other = other
      other.osiApproved = !other.category.isRestricted
      return other
    }
    var subject = Subject.weights(weights)
    let place = Location(path: "README.md", line: 3)
    subject.model.repositoryLabels = [
      ResolvedLabel(label: RepositoryLabel(kind: .badge, license: "MIT", location: place), licenses: [license] + others)
    ]
    if hasModelText {
      subject.model.licenseTexts = [DeclaredLicense(tag: weights.id, location: place, subject: .model)]
    }
    return subject
  }

  static let cases = [
    RuleCase(
      "violated: a badge over non-commercial weights", shown(.mit, over: .ccByNC), "violated warning cc-by-nc-4.0"),
    RuleCase(
      "violated: a choice of two that are open", shown(.mit, .mit, over: .ccByNC),
      "violated warning cc-by-nc-4.0"),
    RuleCase(
      "not applicable: the restricted one is named beside it", shown(.mit, .ccByNC, over: .ccByNC), "not applicable"),
    RuleCase("satisfied: the weights are free", shown(.mit, over: .apache), "satisfied"),
    RuleCase(
      "satisfied: a text is named for the weights", shown(.mit, over: .ccByNC, hasModelText: true), "satisfied"),
    RuleCase(
      "not applicable: the badge shows no OSI license", shown(.ccByNC, over: .ccByNC, approved: false), "not applicable"
    ),
    RuleCase("not applicable: no badge", .weights(.ccByNC), "not applicable"),
    RuleCase("not applicable: no weights here", .used(.ccByNC), "not applicable"),
  ]

  @Test("finds labels that say less than holds", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(OpenLicenseShown(), example.subject) == example.verdicts)
  }

  @Test("stands on the badge")
  func wording() {
    let violation = violations(OpenLicenseShown().evaluate(Self.shown(.mit, over: .ccByNC))).first
    #expect(violation?.location?.line == 3)
    #expect(
      violation?.message
        == "A badge shows \"MIT\" for the repository, and models/a in it is under the Creative Commons Attribution-NonCommercial 4.0 International."
    )
  }
}
