import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL301, non-commercial in commercial use")
struct NonCommercialInCommercialUseTests {
  private static let commercial = Facts.stating("commercial=true")
  private static let nc = ResolvedModel.hub("facebook/musicgen-small", .ccByNC)

  private static let internalOnly = License.fixture("gretelai-sal-1.0", "SAL", .proprietary, family: "gretelai-sal") {
    $0.commercialUse = Term(.conditional, clause: "1.a; 1.b (c)")
  }

  private static let endUsers = License.fixture("flux", "Flux License", .nonCommercial) {
    $0.commercialUse = Term(.no, clause: "1.c")
    $0.alsoBars = .endUsers
  }

  static let cases = [
    RuleCase(
      "satisfied: commerce inside a business is what the license grants",
      Subject(model: .hub("acme/model", internalOnly), facts: commercial.overlaid(by: .internalUse)), "satisfied"),
    RuleCase(
      "violated, as a warning: served, which it does not grant",
      Subject(model: .hub("acme/model", internalOnly), facts: commercial.overlaid(by: .service)),
      "violated warning gretelai-sal-1.0 1.a; 1.b (c)"),
    RuleCase(
      "violated, as a warning: conditions that more than staying inside fulfills",
      Subject(model: .hub("acme/model", .yi), facts: commercial.overlaid(by: .internalUse)),
      "violated warning yi-license-2.1 1 (Commercial Purposes); 2, last paragraph"),
    RuleCase(
      "violated: CC BY-NC in a product", Subject(model: nc, facts: commercial),
      "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: a base's license, under a free label",
      Subject(model: .hub("acme/tune", .mit, bases: [base("acme/nc", .ccByNC)]), facts: commercial),
      "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: one candidate of a conflict is enough",
      Subject(model: .folder(".", .mit, .exaone), facts: commercial),
      "violated error exaone-1.2-nc 2.1.a; 2.2; 3.1"),
    RuleCase(
      "violated for each license, so that a waiver for one does not hide the other",
      Subject(model: .hub("acme/tune", .exaone, bases: [base("acme/nc", .ccByNC)]), facts: commercial),
      "violated error exaone-1.2-nc 2.1.a; 2.2; 3.1", "violated error cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: a record that is silent on commerce, in a category that is not",
      Subject(model: .hub("acme/model", .fixture("lab-1.0", "Lab License", .researchOnly)), facts: commercial),
      "violated error lab-1.0"),
    RuleCase(
      "not applicable: a proprietary text that is silent on commerce",
      Subject(model: .hub("acme/model", .fixture("tos-1.0", "Terms", .proprietary)), facts: commercial),
      "not applicable"),
    RuleCase(
      "violated, as a warning: conditions that are no number",
      Subject(model: .hub("01-ai/Yi-6B", .yi), facts: commercial),
      "violated warning yi-license-2.1 1 (Commercial Purposes); 2, last paragraph"),
    RuleCase(
      "satisfied: the use is not commercial", Subject(model: nc, facts: .stating("commercial=false")), "satisfied"),
    RuleCase(
      "not applicable: commerce is allowed", Subject(model: .hub("acme/model", .apache), facts: commercial),
      "not applicable"),
    RuleCase(
      "not applicable: conditions that are numbers are for AIL302 and AIL303",
      Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), facts: commercial), "not applicable"),
    RuleCase(
      "violated: shipped for free under a license that bars end users",
      .used(endUsers, .stating("commercial=false", "distributes_product=true")),
      "violated error flux 1.c"),
    RuleCase(
      "violated: served for free", .used(endUsers, .stating("commercial=false", "serves_over_network=true")),
      "violated error flux 1.c"),
    RuleCase(
      "satisfied: it reaches nobody",
      .used(endUsers, .stating("commercial=false", "serves_over_network=false", "distributes_product=false")),
      "satisfied"),
    RuleCase(
      "undetermined: whether it does", .used(endUsers, .stating("commercial=false", "serves_over_network=false")),
      "undetermined distributes_product"),
    RuleCase("undetermined: nobody says", Subject(model: nc), "undetermined commercial"),
    RuleCase(
      "undetermined: stated to be unknown", Subject(model: nc, facts: .stating("commercial=unknown")),
      "undetermined commercial"),
  ]

  @Test("holds the use against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(NonCommercialInCommercialUse(), example.subject) == example.verdicts)
  }

  @Test("says what the license says, and which line of the policy decides")
  func wording() {
    let rule = NonCommercialInCommercialUse()
    let license = "the Creative Commons Attribution-NonCommercial 4.0 International (clause 1(i); 2(a)(1))"
    #expect(
      messages(rule, Subject(model: Self.nc, facts: Self.commercial)) == [
        "facebook/musicgen-small is in commercial use (proviso.yaml:5), and \(license) allows no commercial use."
      ])
    #expect(questions(rule, Subject(model: Self.nc)) == ["\(license) allows no commercial use"])
    #expect(
      messages(rule, Subject(model: .folder(".", .mit, bases: [base("acme/nc", .ccByNC)]), facts: Self.commercial)) == [
        "The model in this folder is in commercial use (proviso.yaml:5), and \(license) of its base acme/nc allows no commercial use."
      ])
  }
}
