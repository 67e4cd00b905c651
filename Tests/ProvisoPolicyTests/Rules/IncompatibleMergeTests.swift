import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL106, merge of incompatible licenses")
struct IncompatibleMergeTests {
  private static let published = [reference("README.md", role: .published)]

  private static func merge(_ licenses: License...) -> Subject {
    let bases = licenses.enumerated().map { base("acme/\($0.offset)", $0.element, .merge) }
    return Subject(model: .folder(".", .apache, bases: bases), references: published)
  }

  /// A recipe that names the model first and others after it.
  private static func recipe(_ licenses: License..., facts: Facts = Facts(), at path: String = "README.md") -> Subject {
    var model = ResolvedModel.hub("acme/0", licenses[0])
    model.merges = [licenses.enumerated().map { base("acme/\($0.offset)", $0.element, .merge) }]
    return Subject(model: model, references: [reference(path, role: .base)], facts: facts)
  }

  static let cases = [
    RuleCase(
      "violated: a recipe that merges RAIL and the GPL", recipe(.bigscienceRAIL, .gpl), "violated error gpl-3.0 7; 10"),
    RuleCase("satisfied: a recipe whose conditions go along", recipe(.llama31, .gemma), "satisfied"),
    RuleCase(
      "not applicable: a recipe whose model stays here",
      recipe(.llama31, .gpl, facts: .stating("distributes_weights=false", "distributes_product=false")),
      "not applicable"),
    RuleCase("not applicable: a recipe of another context", recipe(.llama31, .gpl, at: "b.yml"), "not applicable"),
    RuleCase("violated: the GPL and RAIL", merge(.gpl, .bigscienceRAIL), "violated error gpl-3.0 7; 10"),
    RuleCase(
      "violated: the OFL admits no other license, and Llama's conditions go along", merge(.ofl, .llama31),
      "violated error ofl-1.1 5"),
    RuleCase("satisfied: the OFL and what asks for a notice only", merge(.ofl, .mit), "satisfied"),
    RuleCase("violated: in the other order", merge(.llama31, .agpl), "violated error agpl-3.0 7; 10"),
    RuleCase("violated: CC BY-SA and Gemma", merge(.ccBySA, .gemma), "violated error cc-by-sa-4.0 2(a)(5)(C)"),
    RuleCase(
      "violated: CC BY-NC-SA and CC BY-SA, each asking for itself", merge(.ccByNCSA, .ccBySA),
      "violated error cc-by-nc-sa-4.0 3(b)(1)"),
    RuleCase("violated: two that ask for themselves", merge(.ltx, .exaone), "violated error ltx-2-community 3.2; 3.6"),
    RuleCase(
      "violated: what may not be adapted goes with nothing", merge(.apache, .ccByND),
      "violated error cc-by-nd-4.0 2(a)(1)(B); 3(a)(1)"),
    RuleCase("violated, as a note: Llama 3 with another family", merge(.llama3, .gemma), "violated note llama3 1.b.v"),
    RuleCase(
      "violated, by what one bars outright before what somebody has to read of the other", merge(.llama3, .gpl),
      "violated error gpl-3.0 7; 10"),
    RuleCase(
      "violated once for each pair of licenses", merge(.gpl, .llama31, .llama31), "violated error gpl-3.0 7; 10"),
    RuleCase(
      "violated, as a warning: somebody else's",
      Subject(
        model: .hub("acme/merge", .apache, bases: [base("a/b", .gpl), base("c/d", .gemma)]),
        references: [reference("app.py")]), "violated warning gpl-3.0 7; 10"),
    RuleCase(
      "violated, as a warning: GPL-2.0 alone and what ends patent rights", merge(.apache, .gplTwo),
      "violated warning gpl-2.0 6"),
    RuleCase("satisfied: GPL-2.0 and what asks for a notice only", merge(.gplTwo, .mit), "satisfied"),
    RuleCase("satisfied: GPL-3.0 has room for Apache's patent clause", merge(.gpl, .apache), "satisfied"),
    RuleCase("satisfied: Apache and Gemma", merge(.apache, .gemma), "satisfied"),
    RuleCase("satisfied: conditions of both go along", merge(.llama31, .gemma), "satisfied"),
    RuleCase("satisfied: CC BY-NC-SA keeps CC BY-NC's condition", merge(.ccByNCSA, .ccByNC), "satisfied"),
    RuleCase("satisfied: the GPL's combination with the AGPL", merge(.gpl, .agpl), "satisfied"),
    RuleCase("satisfied: two editions of one family", merge(.llama3, .llama2), "satisfied"),
    RuleCase("not applicable: one base", merge(.gpl), "not applicable"),
    RuleCase(
      "not applicable: what learns from outputs is no merge, where the license does not say so",
      Subject(
        model: .folder(".", .gpl, bases: [base("a/b", .gpl), base("c/d", .llama31, .trainedOnOutputs)]),
        references: published), "satisfied"),
    RuleCase(
      "not applicable: our own, and it stays here",
      Subject(
        model: .folder("m", .apache, bases: [base("a/b", .gpl), base("c/d", .gemma)]),
        references: [reference("m/a.gguf", role: .bundled)],
        facts: .stating("distributes_weights=false", "distributes_product=false")), "not applicable"),
  ]

  @Test("finds bases whose licenses leave none for the whole", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(IncompatibleMerge(), example.subject) == example.verdicts)
  }

  @Test("names both bases and the clause that excludes the other")
  func wording() {
    #expect(
      messages(IncompatibleMerge(), Self.merge(.bigscienceRAIL, .gpl)) == [
        "The model in this folder is made of acme/1 (GNU General Public License v3.0) and acme/0 (BigScience OpenRAIL-M): the first bars conditions beyond its own (clause 7; 10), and the second brings some."
      ])
  }
}
