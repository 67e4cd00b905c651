import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL107, copyleft model in a closed product")
struct CopyleftInClosedProductTests {
  private static let used = [reference("app.py")]
  private static func subject(_ license: License, _ facts: Facts, bases: [LineageEdge] = []) -> Subject {
    Subject(model: .hub("Ultralytics/YOLO11", license, bases: bases), references: used, facts: facts)
  }

  private static let eupl = License.fixture("eupl-1.2", "EUPL", .networkCopyleft, family: "eupl") {
    $0.hosting = Term(.countsAsDistribution, clause: "1; 5")
    $0.derivativeLicense = Term(.sameOrCompatible, clause: "5")
  }
  private static let modelGo = License.fixture(
    "modelgo-mg-by-sa-2.0", "ModelGo SA", .networkCopyleft, family: "modelgo-mg-by-sa"
  ) {
    $0.hosting = Term(.countsAsDistribution, clause: "2.2(a)(v)")
    $0.derivativeLicense = Term(.same, clause: "2.2(a)(vi)")
  }

  private static func closedService(_ more: String...) -> Facts {
    .stating(
      [
        "open_source_product=false", "serves_over_network=true", "distributes_product=false",
        "distributes_weights=false",
      ] + more)
  }

  private static var package: Subject {
    var reference = reference("requirements.txt")
    reference.isPackage = true
    return Subject(
      model: .hub("ultralytics/ultralytics", .agpl), references: [reference], facts: closedService("fine_tunes=true"))
  }

  static let cases = [
    RuleCase("violated, as a warning: a package, and no weights are named", package, "violated warning agpl-3.0 13"),
    RuleCase(
      "violated: the AGPL, served", subject(.agpl, closedService()), "violated error agpl-3.0 13"),
    RuleCase(
      "violated: the GPL, distributed",
      subject(.gpl, .stating("open_source_product=false", "distributes_product=true")), "violated error gpl-3.0 6"),
    RuleCase(
      "violated: by way of a base, under a free label",
      subject(
        .mit, .stating("open_source_product=false", "distributes_product=true"),
        bases: [base("acme/b", .agpl)]), "violated error agpl-3.0 6"),
    RuleCase(
      "violated: the FAIR AI Public License with use restrictions, changed and served",
      subject(.fairAI, closedService("fine_tunes=true")),
      "violated error fair-ai-public-license-1.0-sd Notices"),
    RuleCase(
      "violated: the AGPL, served as it came, is a warning",
      subject(.agpl, closedService("fine_tunes=false")), "violated warning agpl-3.0 13"),
    RuleCase(
      "violated: the FAIR AI Public License with use restrictions, served as it came, is a note",
      subject(.fairAI, closedService("fine_tunes=false")),
      "violated note fair-ai-public-license-1.0-sd Notices"),
    RuleCase(
      "violated: the EUPL, served as it came, is a warning", subject(eupl, closedService("fine_tunes=false")),
      "violated warning eupl-1.2 1; 5"),
    RuleCase(
      "violated: the EUPL, changed and served", subject(eupl, closedService("fine_tunes=true")),
      "violated error eupl-1.2 1; 5"),
    RuleCase(
      "violated, as a note: ModelGo SA asks a service for the model, not for the product's source",
      subject(modelGo, closedService("fine_tunes=false")), "violated note modelgo-mg-by-sa-2.0 2.2(a)(v)"),
    RuleCase(
      "violated, as a warning: what is made from a model under ModelGo SA stands under its license",
      subject(modelGo, closedService("fine_tunes=true")), "violated warning modelgo-mg-by-sa-2.0 2.2(a)(vi)"),
    RuleCase(
      "satisfied: ModelGo SA, and nothing reaches anybody",
      subject(
        modelGo,
        .stating(
          "open_source_product=false", "serves_over_network=false", "distributes_product=false",
          "distributes_weights=false")), "satisfied"),
    RuleCase(
      "violated: served as it came, but also handed out",
      subject(
        .agpl,
        .stating(
          "open_source_product=false", "serves_over_network=true", "distributes_product=true", "fine_tunes=false")),
      "violated error agpl-3.0 6"),
    RuleCase(
      "violated: a model of the tree that was made from one under the AGPL is none that is served as it came",
      Subject(
        model: .folder("m", .mit, bases: [base("acme/b", .agpl)]), references: used,
        facts: closedService("fine_tunes=false")),
      "violated error agpl-3.0 13"),
    RuleCase(
      "violated and undetermined: served as it came, and nobody says whether it is handed out",
      subject(.agpl, .stating("open_source_product=false", "serves_over_network=true", "fine_tunes=false")),
      "violated warning agpl-3.0 13", "undetermined distributes_product, distributes_weights"),
    RuleCase(
      "undetermined: served as it came, and nobody says whether the source is offered",
      subject(
        .agpl,
        .stating(
          "serves_over_network=true", "distributes_product=false", "distributes_weights=false", "fine_tunes=false")),
      "undetermined open_source_product"),
    RuleCase(
      "satisfied: the source is offered",
      subject(.agpl, .stating("open_source_product=true", "serves_over_network=true")), "satisfied"),
    RuleCase(
      "satisfied: the GPL, served only",
      subject(
        .gpl,
        .stating(
          "open_source_product=false", "serves_over_network=true", "distributes_product=false",
          "distributes_weights=false")),
      "satisfied"),
    RuleCase("not applicable: another license", subject(.apache, Facts()), "not applicable"),
    RuleCase(
      "undetermined: nobody says anything", subject(.agpl, Facts()),
      "undetermined open_source_product, distributes_product, distributes_weights, serves_over_network"),
    RuleCase(
      "undetermined: whether the source is offered", subject(.gpl, .stating("distributes_product=true")),
      "undetermined open_source_product"),
  ]

  @Test("holds what is served and distributed against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(CopyleftInClosedProduct(), example.subject) == example.verdicts)
  }

  @Test("says what the license asks for and which line of the policy decided")
  func wording() {
    let subject = Self.subject(
      .agpl,
      .stating(
        "open_source_product=false", "serves_over_network=true", "distributes_product=false",
        "distributes_weights=false"))
    #expect(
      messages(CopyleftInClosedProduct(), subject) == [
        "Ultralytics/YOLO11 is under the GNU Affero General Public License v3.0 (clause 13), which asks for the source of what is served over a network with it, and the product's source is not offered (proviso.yaml:5)."
      ])
  }

  @Test("says of what is served as it came that somebody has to decide")
  func wordingOfWhatCame() {
    #expect(
      messages(CopyleftInClosedProduct(), Self.subject(.agpl, Self.closedService("fine_tunes=false"))) == [
        "Ultralytics/YOLO11 is under the GNU Affero General Public License v3.0 (clause 13), which asks for the source of a modified version that is served over a network, and the product's source is not offered (proviso.yaml:5). The model is served as it came (proviso.yaml:5); whether the product built on it is such a work, somebody has to decide."
      ])
    #expect(
      messages(CopyleftInClosedProduct(), Self.subject(Self.eupl, Self.closedService("fine_tunes=false"))).first?
        .contains(
          "asks for the source of the work, and of a work derived from it, that is served over a network") == true)
    #expect(
      messages(CopyleftInClosedProduct(), Self.subject(Self.modelGo, Self.closedService("fine_tunes=false"))) == [
        "Ultralytics/YOLO11 is under the ModelGo SA (clause 2.2(a)(v)), which asks that whoever is given or reaches the model be given it in a form that can be adapted. The product's source is not asked for."
      ])
  }
}
