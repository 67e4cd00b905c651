import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL107, copyleft model in a closed product")
struct CopyleftInClosedProductTests {
  private static let used = [reference("app.py")]
  private static func subject(_ license: License, _ facts: Facts, bases: [LineageEdge] = []) -> Subject {
    Subject(model: .hub("Ultralytics/YOLO11", license, bases: bases), references: used, facts: facts)
  }

  static let cases = [
    RuleCase(
      "violated: the AGPL, served",
      subject(
        .agpl,
        .stating(
          "open_source_product=false", "serves_over_network=true", "distributes_product=false",
          "distributes_weights=false")),
      "violated error agpl-3.0 13"),
    RuleCase(
      "violated: the GPL, distributed",
      subject(.gpl, .stating("open_source_product=false", "distributes_product=true")), "violated error gpl-3.0 5(c)"),
    RuleCase(
      "violated: by way of a base, under a free label",
      subject(
        .mit, .stating("open_source_product=false", "distributes_product=true"),
        bases: [base("acme/b", .agpl)]), "violated error agpl-3.0 5(c)"),
    RuleCase(
      "violated: the FAIR AI Public License with use restrictions, changed and served",
      subject(
        .fairAI,
        .stating(
          "open_source_product=false", "serves_over_network=true", "distributes_product=false",
          "distributes_weights=false", "fine_tunes=true")),
      "violated error fair-ai-public-license-1.0-sd Notices"),
    RuleCase(
      "satisfied: the AGPL, served as it came",
      subject(
        .agpl,
        .stating(
          "open_source_product=false", "serves_over_network=true", "distributes_product=false",
          "distributes_weights=false", "fine_tunes=false")),
      "satisfied"),
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
}
