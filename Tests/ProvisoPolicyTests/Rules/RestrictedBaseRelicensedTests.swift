import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL102, restricted base relicensed")
struct RestrictedBaseRelicensedTests {
  private static func tagged(_ id: String, _ tag: String) -> LineageEdge {
    LineageEdge(
      relation: nil, base: .huggingFace(id), license: .without(terms: (tag, .familyTag)), evidence: "names it as base")
  }
  private static let llama = base("meta-llama/Llama-3.1-8B", .llama31, .finetune)
  /// A license of one's own, and the base's text beside it.
  private static func own(_ name: String, over license: License) -> Subject {
    var model = ResolvedModel.folder(".", license, bases: [base("acme/base", license, .finetune)])
    model.license.claims += LicenseConclusion.without(terms: (name, .named)).claims
    model.license.state = .conflict
    return Subject(model: model, references: published)
  }
  private static let alone = License.fixture("alone", "Alone License", .community, family: "alone") {
    $0.derivativeLicense = Term(.same, clause: "1.b.i")
  }
  private static func lettersOf(_ line: String, in name: String) -> Subject {
    let license = License.fixture("\(line)-license", "License of the Line", .community, family: line) {
      $0.derivativeLicense = Term(.flowDown, clause: "2")
    }
    return Subject(
      model: .folder(".", labelled: name, bases: [base("acme/base", license, .finetune)]), references: published)
  }
  private static let published = [reference("README.md", role: .published)]
  private static let bundled = [reference("models/a/model.gguf", role: .bundled)]

  static let cases = [
    RuleCase(
      "violated: a free license that binds recipients and asks for its words, under another's notices",
      Subject(
        model: .folder(".", .mit, bases: [base("acme/base", .mgb)]),
        references: [reference("README.md", role: .published)]),
      "violated error mgb-1.0 4(a); 5(b); 5(c); 6"),
    RuleCase(
      "violated: a case of a policy's tests gives the base of a model that is handed out",
      Subject(
        model: .hub("example/model", .mit, bases: [base("example/base-1", .llama31)]).calledOwn,
        facts: .stating("distributes_weights=true"), mode: .check), "violated error llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: our own card frees what is published",
      Subject(model: .folder(".", .apache, bases: [llama]), references: published),
      "violated error llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: shipped inside a product",
      Subject(
        model: .folder("models/a", .apache, bases: [llama]), references: bundled,
        facts: .stating("distributes_product=true", "distributes_weights=false")), "violated error llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated, as a warning: nothing says whether it is distributed",
      Subject(model: .folder("models/a", .apache, bases: [llama]), references: bundled),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated, as a warning: somebody else's label, whatever we distribute",
      Subject(
        model: .hub("acme/tune", .mit, bases: [llama]), references: [reference("app.py")],
        facts: .stating("distributes_weights=false", "distributes_product=false")),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: another restricted license",
      Subject(model: .folder(".", .gemma, bases: [llama]), references: published),
      "violated error llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated, as a warning: another restricted license, and the words that the base's asks for",
      Subject(
        model: .folder(".", .gemma, bases: [llama]), references: published,
        evidence: .found((.display, "Built with Llama", .document))), "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: a text of the base's license does not make its label commercial",
      Subject(
        model: .folder(".", .llama2, bases: [base("meta/llama-7b", .llama1)]), references: published,
        evidence: .found((.licenseCopy, "llama1", .notice))), "violated error llama1 2.a; 2.d; 3"),
    RuleCase(
      "violated: a free label, whatever lies beside it",
      Subject(
        model: .folder(".", .apache, bases: [llama]), references: published,
        evidence: .found((.licenseCopy, "llama3.1", .notice))), "violated error llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated, as a warning: another restricted license, and nothing says whether it is distributed",
      Subject(model: .folder("models/a", .gemma, bases: [llama]), references: bundled),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated: a license of the same family that lets commerce be",
      Subject(model: .folder(".", .llama2, bases: [base("meta/llama-7b", .llama1)]), references: published),
      "violated error llama1 2.a; 2.d; 3"),
    RuleCase(
      "violated: a base two steps away binds as well",
      Subject(
        model: .folder(".", .apache, bases: [base("acme/b", .apache), base("meta-llama/x", .llama31, depth: 2)]),
        references: published), "violated error llama3.1 1.b.i; 5.b"),
    RuleCase(
      "satisfied: whoever passes on the nearest base's conditions has freed nothing",
      Subject(
        model: .folder(".", .gemma, bases: [base("acme/b", .gemma), base("meta-llama/x", .llama31, depth: 2)]),
        references: published), "satisfied"),
    RuleCase(
      "violated once for each license, not for each base",
      Subject(
        model: .folder(
          ".", .mit, bases: [llama, base("meta-llama/y", .llama31), base("google/gemma-3-4b-pt", .gemma)]),
        references: published), "violated error llama3.1 1.b.i; 5.b", "violated error gemma 3.1"),
    RuleCase(
      "satisfied: the base's license is kept",
      Subject(model: .folder(".", .llama31, bases: [llama]), references: published), "satisfied"),
    RuleCase(
      "satisfied: a later edition; a mistake of edition is not this rule's",
      Subject(model: .folder(".", .llama33, bases: [llama]), references: published), "satisfied"),
    RuleCase(
      "satisfied: both are named",
      Subject(model: .folder(".", .apache, .llama31, bases: [llama]), references: published),
      "satisfied"),
    RuleCase(
      "satisfied: a license of its own that is named after the base's",
      Subject(model: .folder(".", labelled: "llama-3.1-acme-terms", bases: [llama]), references: published), "satisfied"
    ),
    RuleCase(
      "violated, as a warning: a license of its own of which no terms are on file",
      Subject(model: .folder(".", labelled: "Acme Non-Commercial", bases: [llama]), references: published),
      "violated warning llama3.1 1.b.i; 5.b"),
    RuleCase(
      "violated, as a warning: a license of one's own beside the text of one that admits no other",
      own("acme-eula", over: alone), "violated warning alone 1.b.i"),
    RuleCase(
      "satisfied: a license of one's own beside the text of one whose conditions go along",
      own("acme-eula", over: .llama31),
      "satisfied"),
    RuleCase(
      "satisfied: such a license that is named after the base's", own("alone-for-acme", over: alone), "satisfied"),
    RuleCase(
      "violated, as a warning: letters of the line within a word of the name",
      lettersOf("yi", in: "modifying-free"), "violated warning yi-license 2"),
    RuleCase(
      "violated, as a warning: a name that begins with a longer word",
      lettersOf("sam", in: "samsung-internal"), "violated warning sam-license 2"),
    RuleCase(
      "violated, as a warning: a name that is called after something else",
      lettersOf("llama", in: "free-of-llama-terms"), "violated warning llama-license 2"),
    RuleCase("satisfied: a name with the line's number in it", lettersOf("llama", in: "Llama3.1-Acme"), "satisfied"),
    RuleCase(
      "violated: what learns from outputs, where the license counts it as a derivative",
      Subject(
        model: .folder(".", .mit, bases: [base("google/gemma-2-27b-it", .gemma, .distilled)]), references: published),
      "violated error gemma 3.1"),
    RuleCase(
      "not applicable: what learns from outputs, where the license does not say so",
      Subject(
        model: .folder(".", .mit, bases: [base("meta-llama/x", .llama31, .trainedOnOutputs)]), references: published),
      "not applicable"),
    RuleCase(
      "violated: a tag that stands for several texts, all of them restricted",
      Subject(model: .folder(".", .mit, bases: [tagged("acme/sd", "openrail")]), references: published),
      "violated error openrail"),
    RuleCase(
      "satisfied: the base's own tag is kept",
      Subject(
        model: .folder(".", .llama31, bases: [llama, tagged("acme/sd", "openrail")]), references: published),
      "satisfied"),
    RuleCase(
      "not applicable: a free base", Subject(model: .folder(".", .mit, bases: [base("acme/b", .apache)])),
      "not applicable"),
    RuleCase(
      "not applicable: no label of its own", Subject(model: .folder(".", bases: [llama]), references: published),
      "not applicable"),
    RuleCase(
      "not applicable: our own, and it stays here",
      Subject(
        model: .folder("models/a", .apache, bases: [llama]), references: bundled,
        facts: .stating("distributes_weights=false", "distributes_product=false")), "not applicable"),
  ]

  @Test("finds labels freer than the base allows", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(RestrictedBaseRelicensed(), example.subject) == example.verdicts)
  }

  @Test(
    "says of the base's license what its record says, and cites no other clause",
    arguments: [
      (License.llama31, "whose conditions go along to derivatives (clause 1.b.i; 5.b)"),
      (.ltx, "which asks that derivatives stay under the same license (clause 3.2; 3.6)"),
      (
        .fixture("acme-1.0", "Acme License", .community) { $0.redistribution = Term(true, clause: "9") },
        "whose terms that label leaves out"
      ),
    ])
  func wording(license: License, demand: String) {
    let subject = Subject(
      model: .hub("deepseek-ai/DeepSeek-R1-Distill", .mit, bases: [base("acme/base", license, .finetune)]))
    #expect(
      messages(RestrictedBaseRelicensed(), subject) == [
        "deepseek-ai/DeepSeek-R1-Distill is declared under mit, and its base acme/base (finetune) is under the \(license.name), \(demand)."
      ])
  }

  @Test("says of a base that only the name of a stated path tells of how it is told")
  func toldByPath() {
    var edge = Self.llama
    edge.confidence = .low
    edge.isToldByPath = true
    let subject = Subject(model: .folder(".", .apache, bases: [edge]), references: Self.published)
    #expect(
      messages(RestrictedBaseRelicensed(), subject) == [
        "The model in this folder is declared under apache-2.0, and what a file states as its base is called after meta-llama/Llama-3.1-8B, and names no model; that one is under the \(License.llama31.name), whose conditions go along to derivatives (clause 1.b.i; 5.b)."
      ])
  }

  @Test("points at the card's license and at the line that names the base")
  func places() throws {
    let subject = Subject(model: .folder(".", .apache, bases: [Self.llama]), references: Self.published)
    let violation = try #require(violations(RestrictedBaseRelicensed().evaluate(subject)).first)
    #expect(violation.message.hasPrefix("The model in this folder is declared under apache-2.0, and its base"))
    #expect(violation.location == Location(path: "README.md", line: 2))
    #expect(violation.related.map(\.message) == ["names meta-llama/Llama-3.1-8B as base"])
  }

  @Test("names a label that the hub has, else `other`")
  func label() {
    func fix(_ license: License) -> String {
      violations(
        RestrictedBaseRelicensed().evaluate(
          .weights(.mit, .stating("distributes_weights=true"), base: base("a/b", license)))
      ).first?.fix ?? ""
    }
    #expect(fix(.llama31).hasPrefix("Declare `license: llama3.1`, or `other` with both texts, and keep"))
    #expect(
      fix(.qwen).hasPrefix("Declare `license: other` with `license_name: qwen` and a `license_link` to its text and"))
  }

}
