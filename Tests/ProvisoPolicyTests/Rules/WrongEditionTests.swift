import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL104, wrong edition of the same family")
struct WrongEditionTests {
  private static let llama = base("meta-llama/Llama-3.1-70B", .llama31, .finetune)
  private static let published = [reference("README.md", role: .published)]

  private static func flux(_ id: String) -> License {
    var license = License.fixture(id, id, .nonCommercial, family: "flux") {
      $0.licenseCopy = Term(true, clause: "3.a")
    }
    if id == "flux-dev-non-commercial-license" { license.supersedes = ["flux-1-dev-non-commercial-license"] }
    return license
  }

  static let cases = [
    RuleCase(
      "violated: a later edition than the base's",
      Subject(model: .folder(".", .llama33, bases: [llama]), references: published),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: an earlier one",
      Subject(model: .folder(".", .llama3, bases: [llama]), references: published),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: somebody else's",
      Subject(model: .hub("acme/tune", .llama2, bases: [llama]), references: [reference("app.py")]),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: a text of another edition beside the right label",
      Subject(model: .folder(".", .llama31, .llama3, bases: [llama]), references: published),
      "violated warning llama3.1 1.b.i"),
    RuleCase(
      "satisfied: two editions, each a base's",
      Subject(
        model: .folder(".", .llama31, .llama3, bases: [llama, base("meta-llama/Meta-Llama-3-8B", .llama3)]),
        references: published), "satisfied"),
    RuleCase(
      "satisfied: a text that its publisher has put over the base, too (FLUX [dev] v2.0, first paragraph)",
      Subject(
        model: .folder(
          ".", flux("flux-dev-non-commercial-license"),
          bases: [
            base("black-forest-labs/FLUX.1-dev", flux("flux-1-dev-non-commercial-license"), .finetune)
          ]), references: published), "satisfied"),
    RuleCase(
      "violated: the older text over the newer line",
      Subject(
        model: .folder(
          ".", flux("flux-1-dev-non-commercial-license"),
          bases: [
            base("black-forest-labs/FLUX.2-dev", flux("flux-dev-non-commercial-license"), .finetune)
          ]), references: published), "violated warning flux-dev-non-commercial-license"),
    RuleCase(
      "satisfied: the base's edition",
      Subject(model: .folder(".", .llama31, bases: [llama]), references: published), "satisfied"),
    RuleCase(
      "satisfied: a freer license of the family is AIL102's",
      Subject(model: .folder(".", .llama2, bases: [base("meta/llama-7b", .llama1)]), references: published), "satisfied"
    ),
    RuleCase(
      "not applicable: a license of another family",
      Subject(model: .folder(".", .apache, bases: [llama]), references: published), "not applicable"),
    RuleCase(
      "not applicable: no label of its own", Subject(model: .folder(".", bases: [llama]), references: published),
      "not applicable"),
    RuleCase(
      "not applicable: our own, and it stays here",
      Subject(
        model: .folder("models/a", .llama33, bases: [llama]),
        references: [reference("models/a/m.gguf", role: .bundled)],
        facts: .stating("distributes_weights=false", "distributes_product=false")), "not applicable"),
  ]

  @Test("finds labels that name another edition", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(WrongEdition(), example.subject) == example.verdicts)
  }

  @Test("names both editions")
  func wording() {
    let subject = Subject(model: .hub("LumiOpen/Llama-Poro-2-70B-Instruct", .llama33, bases: [Self.llama]))
    #expect(
      messages(WrongEdition(), subject) == [
        "LumiOpen/Llama-Poro-2-70B-Instruct is declared under llama3.3, and its base meta-llama/Llama-3.1-70B (finetune) is under the Llama 3.1 Community License Agreement: another text of the same family, with notices and duties of its own."
      ])
  }
}
