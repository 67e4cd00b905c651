import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL305, output used to train another model")
struct OutputTrainingTests {
  private static let training = Facts.stating("trains_other_models_on_outputs=true")

  static let cases = [
    RuleCase(
      "violated: Llama 2", Subject(model: .hub("meta-llama/Llama-2-7b-hf", .llama2), facts: training),
      "violated error llama2 1.b.v"),
    RuleCase(
      "violated: barred for competing models, and such are built",
      Subject(
        model: .hub("LGAI/EXAONE", .exaone),
        facts: .stating("trains_other_models_on_outputs=true", "trains_foundation_models=true")),
      "violated error exaone-1.2-nc 3.1"),
    RuleCase(
      "violated, as a warning: barred for competing models, and nobody says whether those are",
      Subject(model: .hub("LGAI/EXAONE", .exaone), facts: training), "violated warning exaone-1.2-nc 3.1"),
    RuleCase(
      "violated, as a warning: Stability bars foundation models only",
      Subject(model: .hub("stabilityai/sd", .stability), facts: training),
      "violated warning stabilityai-ai-community IV.b"),
    RuleCase(
      "violated: LTX-2 in commercial use",
      Subject(
        model: .hub("Lightricks/LTX-2", .ltx), facts: .stating("trains_other_models_on_outputs=true", "commercial=true")
      ), "violated error ltx-2-community Attachment A 18"),
    RuleCase(
      "violated for each license that bars it",
      Subject(model: .hub("acme/tune", .hunyuan, bases: [base("meta-llama/Llama-2-7b", .llama2)]), facts: training),
      "violated error llama2 1.b.v", "violated error tencent-hunyuan-community 5.b"),
    RuleCase(
      "satisfied: nobody does",
      Subject(
        model: .hub("meta-llama/Llama-2-7b-hf", .llama2), facts: .stating("trains_other_models_on_outputs=false")),
      "satisfied"),
    RuleCase(
      "satisfied: outputs train models that do not compete",
      Subject(
        model: .hub("stabilityai/sd", .stability),
        facts: .stating("trains_other_models_on_outputs=true", "trains_foundation_models=false")), "satisfied"),
    RuleCase(
      "satisfied: nobody builds competing models, whatever outputs train",
      Subject(model: .hub("LGAI/EXAONE", .exaone), facts: .stating("trains_foundation_models=false")), "satisfied"),
    RuleCase(
      "satisfied: LTX-2 bars it for commercial use only",
      Subject(
        model: .hub("Lightricks/LTX-2", .ltx),
        facts: .stating("trains_other_models_on_outputs=true", "commercial=false")), "satisfied"),
    RuleCase(
      "not applicable: from 3.1 on Llama asks for a name",
      Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), facts: training), "not applicable"),
    RuleCase("not applicable: a free license", Subject(model: .hub("acme/m", .mit), facts: training), "not applicable"),
    RuleCase(
      "undetermined: nobody says", Subject(model: .hub("meta-llama/Meta-Llama-3-8B", .llama3)),
      "undetermined trains_other_models_on_outputs"),
    RuleCase(
      "undetermined: nobody says whether LTX-2's use is commercial",
      Subject(model: .hub("Lightricks/LTX-2", .ltx), facts: training), "undetermined commercial"),
  ]

  @Test("holds the use of outputs against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(OutputTraining(), example.subject) == example.verdicts)
  }

  @Test("tells a bar with an exception for the family from one for competing models")
  func wording() {
    let family = Subject(model: .hub("meta-llama/Llama-2-7b-hf", .llama2), facts: Self.training)
    #expect(
      messages(OutputTraining(), family) == [
        "The policy says that outputs train other models (proviso.yaml:5), and the Llama 2 Community License Agreement (clause 1.b.v) bars using outputs of meta-llama/Llama-2-7b-hf to improve models outside its own family."
      ])
    let all = Subject(model: .hub("LGAI/EXAONE", .exaone), facts: Self.training)
    #expect(
      messages(OutputTraining(), all) == [
        "The policy says that outputs train other models (proviso.yaml:5), and the EXAONE AI Model License Agreement 1.2 - NC (clause 3.1) bars using outputs of LGAI/EXAONE to improve models that compete with the publisher's. The policy does not say whether those are such."
      ])
  }
}

@Suite("AIL305 of services")
struct ServiceOutputTests {
  private func rules(_ facts: Facts) throws -> [String] {
    var model = ResolvedModel.hub("gpt-4o", .openAI, at: [reference("a.py")])
    model.name = ModelName(registry: .hosted, id: "gpt-4o")
    model.license.state = .absent
    let policy = Policy(name: "p", organization: facts)
    return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings.map {
      "\($0.rule) \($0.level.rawValue)"
    }
  }

  @Test("is told where the policy says what is done with outputs, and asks nothing")
  func told() throws {
    let both = Facts.stating("trains_other_models_on_outputs=true", "trains_foundation_models=true")
    #expect(try rules(both) == ["AIL305 error"])
    #expect(try rules(.stating("trains_other_models_on_outputs=true")) == ["AIL305 warning"])
    #expect(try rules(.stating("trains_other_models_on_outputs=false")) == [])
    #expect(try rules(.stating("commercial=true", "distributes_product=true")) == [])
  }
}
