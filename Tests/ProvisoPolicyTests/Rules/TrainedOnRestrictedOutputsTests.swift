import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL111, distilled or trained on outputs of a restricted model")
struct TrainedOnRestrictedOutputsTests {
  private static let published = [reference("README.md", role: .published)]
  private static let openAI = License.fixture("openai-tou-2024-12-11", "OpenAI Terms of Use", .proprietary) {
    $0.outputTraining = Term(.forbidden, clause: "What you cannot do")
  }
  private static func outputs(_ license: License, _ relation: Relation = .trainedOnOutputs) -> LineageEdge {
    base("acme/teacher", license, relation, depth: 2)
  }
  private static func student(_ own: License, _ edges: LineageEdge..., names: [String] = []) -> Subject {
    Subject(model: .folder(".", own, bases: edges, names: names), references: published)
  }

  private static func student(_ own: License, _ facts: Facts, _ edges: LineageEdge...) -> Subject {
    Subject(model: .folder(".", own, bases: edges), references: published, facts: facts)
  }

  static let cases: [RuleCase] = [
    RuleCase(
      "violated, as a warning: barred for competing models, and nobody says whether this is one",
      student(.mit, outputs(.exaone)), "violated warning exaone-1.2-nc 3.1"),
    RuleCase(
      "violated: barred for competing models, and such are built",
      student(.mit, .stating("trains_foundation_models=true"), outputs(.exaone)), "violated error exaone-1.2-nc 3.1"),
    RuleCase(
      "satisfied: barred for competing models, and none are built",
      student(.mit, .stating("trains_foundation_models=false"), outputs(.exaone)), "satisfied"),
    RuleCase(
      "violated: terms that bar it", student(.mit, outputs(openAI)),
      "violated error openai-tou-2024-12-11 What you cannot do"),
    RuleCase(
      "violated: Llama 2's outputs in another family", student(.apache, outputs(.llama2, .distilled)),
      "violated error llama2 1.b.v"),
    RuleCase(
      "violated: Llama 3.1's, without the name", student(.mit, outputs(.llama31), names: ["Acme 8B"]),
      "violated warning llama3.1 1.b.i"),
    RuleCase("violated: Qwen's, which asks for a display", student(.mit, outputs(.qwen)), "violated warning qwen 5.b"),
    RuleCase(
      "violated, as a warning: nothing says that it reaches others",
      Subject(
        model: .folder("m", .mit, bases: [outputs(openAI)]), references: [reference("m/a.gguf", role: .bundled)]),
      "violated warning openai-tou-2024-12-11 What you cannot do"),
    RuleCase(
      "violated, as a warning: somebody else's",
      Subject(model: .hub("acme/student", .mit, bases: [outputs(openAI)]), references: [reference("app.py")]),
      "violated warning openai-tou-2024-12-11 What you cannot do"),
    RuleCase(
      "satisfied: Llama 2's outputs in Llama 2's family",
      student(.llama2, base("meta-llama/Llama-2-7b", .llama2), outputs(.llama2)), "satisfied"),
    RuleCase(
      "satisfied: Llama 3.1's, with the name", student(.mit, outputs(.llama31), names: ["Llama Acme 8B"]), "satisfied"),
    RuleCase("satisfied: Gemma's, and its license is kept", student(.gemma, outputs(.gemma)), "satisfied"),
    RuleCase("not applicable: Gemma's, freed, is AIL102's", student(.mit, outputs(.gemma)), "not applicable"),
    RuleCase("not applicable: a license that does not speak of it", student(.mit, outputs(.apache)), "not applicable"),
    RuleCase("not applicable: a base is no teacher", student(.mit, base("a/b", .llama2, .finetune)), "not applicable"),
  ]

  @Test("holds models against the licenses of what they learn from", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(TrainedOnRestrictedOutputs(), example.subject) == example.verdicts)
  }

  /// A file that trains a model from the outputs of one under `license`, and no model of the tree is what comes out.
  private static func run(
    _ license: License, _ student: License, names: [String] = [], facts: Facts = Facts(), at path: String = "d.yaml"
  ) -> Subject {
    let place = Location(path: "d.yaml", line: 1)
    var model = ResolvedModel.hub("acme/teacher", license)
    model.distillations = [
      DistillationRun(
        path: "d.yaml", teachers: [base("acme/teacher", license, .distilled)], students: [student],
        names: names.map { DeclaredName(name: $0, location: place) })
    ]
    return Subject(model: model, references: [reference(path, kind: .configuration)], facts: facts)
  }

  @Test("holds what a file trains against them, where it lies nowhere yet")
  func runs() {
    let rule = TrainedOnRestrictedOutputs()
    #expect(verdicts(rule, Self.run(.llama3, .apache)) == ["violated warning llama3 1.b.v"])
    #expect(
      verdicts(
        rule,
        Self.run(
          .llama3, .apache, facts: .stating("distributes_weights=true", "trains_other_models_on_outputs=true")))
        == ["violated error llama3 1.b.v"])
    #expect(verdicts(rule, Self.run(.llama2, .llama2)) == ["satisfied"])
    #expect(verdicts(rule, Self.run(.llama31, .apache, names: ["acme/tiny"])) == ["violated warning llama3.1 1.b.i"])
    #expect(verdicts(rule, Self.run(.llama31, .apache, names: ["acme/Llama-tiny"])) == ["satisfied"])
    #expect(verdicts(rule, Self.run(.llama3, .apache, at: "other.yaml")) == ["not applicable"])
    #expect(
      messages(rule, Self.run(.gemma, .apache, names: ["acme/tiny"])) == [
        "What d.yaml trains, acme/tiny, is distilled from acme/teacher, and the Gemma Terms of Use counts what learns from outputs as a derivative (clause 1.1(e)): README.md:3 names it as base."
      ])
  }

  @Test("holds data that a script names against them, and leaves a card's data to its model")
  func named() {
    let rule = TrainedOnRestrictedOutputs()
    #expect(dataVerdicts(rule, data(bases: [Self.outputs(.llama2)])) == ["violated warning llama2 1.b.v"])
    #expect(dataVerdicts(rule, data(bases: [Self.outputs(.gemma)])) == ["violated warning gemma 1.1(e)"])
    #expect(dataVerdicts(rule, data(bases: [Self.outputs(.llama2)], derivative: "m")) == ["not applicable"])
  }

  @Test("says whose outputs, and who says so")
  func wording() {
    #expect(
      messages(TrainedOnRestrictedOutputs(), Self.student(.mit, Self.outputs(Self.openAI))) == [
        "The model in this folder rests on outputs of acme/teacher, and the OpenAI Terms of Use bars using outputs to train other models (What you cannot do): README.md:3 names it as base."
      ])
    #expect(
      messages(TrainedOnRestrictedOutputs(), Self.student(.mit, Self.outputs(.exaone))) == [
        "The model in this folder rests on outputs of acme/teacher, and the EXAONE AI Model License Agreement 1.2 - NC bars using outputs to train models that compete with the publisher's (clause 3.1): README.md:3 names it as base."
      ])
  }
}
