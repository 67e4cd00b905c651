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

  /// A card that names `label`, and the text of `text` beside it.
  private static func folder(_ label: License, text: License, bases: LineageEdge...) -> Subject {
    var model = ResolvedModel.folder(".", label, text, bases: bases)
    model.license.claims = [
      Claim(license: text.id, kind: .record, source: .licenseFile, evidence: "LICENSE is the text of \(text.id)"),
      Claim(license: label.id, kind: .record, source: .modelCard, evidence: "README.md:2 says \"\(label.id)\""),
    ]
    return Subject(model: model, references: published)
  }

  @Test("finds a card beside the text of another edition, whatever the bases are")
  func disagreement() {
    #expect(verdicts(WrongEdition(), Self.folder(.llama3, text: .llama31)) == ["violated warning llama3.1 1.b.i"])
    #expect(
      messages(WrongEdition(), Self.folder(.llama3, text: .llama31)) == [
        "The model in this folder has two texts of one family: README.md:2 says \"llama3\", and LICENSE is the text of llama3.1. Each has notices and duties of its own, and both are held against the policy."
      ])
    #expect(verdicts(WrongEdition(), Self.folder(.llama31, text: .llama31)) == ["not applicable"])
    // Other licenses are AIL101's.
    #expect(verdicts(WrongEdition(), Self.folder(.mit, text: .llama31)) == ["not applicable"])
    // The publisher has put the newer text over what stood under the older one.
    #expect(
      verdicts(
        WrongEdition(),
        Self.folder(Self.flux("flux-1-dev-non-commercial-license"), text: Self.flux("flux-dev-non-commercial-license")))
        == ["not applicable"])
    // `gemma` is the hub's tag for every edition.
    var older = License.gemma
    older.id = "gemma-2024-02-21"
    #expect(verdicts(WrongEdition(), Self.folder(.gemma, text: older)) == ["not applicable"])
  }

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
