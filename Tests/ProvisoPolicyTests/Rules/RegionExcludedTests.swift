import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL304, region excluded")
struct RegionExcludedTests {
  private static let hunyuan = ResolvedModel.hub("tencent/HunyuanVideo", .hunyuan)
  private static let vision = ResolvedModel.hub("meta-llama/Llama-3.2-11B-Vision-Instruct", .llama32)
  private static let seat = "violated error llama3.2 use policy, paragraph after item 5"
  private static let territory = "violated error tencent-hunyuan-community preamble; 1.l; 5.c"

  static let territories = [
    RuleCase(
      "violated: the seat is in a member state", Subject(model: hunyuan, facts: .stating("headquarters=DE")), territory),
    RuleCase(
      "violated: users in one of the regions",
      Subject(model: hunyuan, facts: .stating("headquarters=US", "regions_served=US,KR")), territory),
    RuleCase("violated: EEA and EU overlap", Subject(model: hunyuan, facts: .stating("regions_served=EEA")), territory),
    RuleCase(
      "violated: the United Kingdom", Subject(model: hunyuan, facts: .stating("headquarters=GB", "regions_served=[]")),
      territory),
    RuleCase(
      "satisfied: neither here nor there",
      Subject(model: hunyuan, facts: .stating("headquarters=US", "regions_served=US,JP")), "satisfied"),
    RuleCase(
      "satisfied: no users at all", Subject(model: hunyuan, facts: .stating("headquarters=US", "regions_served=[]")),
      "satisfied"),
    RuleCase(
      "satisfied: no users at all, and none that are reached",
      Subject(
        model: hunyuan,
        facts: .stating(
          "headquarters=US", "regions_served=[]", "serves_over_network=false", "distributes_product=false")),
      "satisfied"),
    RuleCase(
      "undetermined: no users anywhere, and a service that they reach",
      Subject(model: hunyuan, facts: .stating("headquarters=US", "regions_served=[]", "serves_over_network=true")),
      "undetermined regions_served"),
    RuleCase(
      "undetermined: no users anywhere, and weights that are handed out",
      Subject(model: hunyuan, facts: .stating("headquarters=US", "regions_served=[]", "distributes_weights=true")),
      "undetermined regions_served"),
    RuleCase(
      "not applicable: a license for everywhere",
      Subject(model: .hub("acme/m", .mit), facts: .stating("headquarters=DE")), "not applicable"),
    RuleCase("undetermined: nothing is stated", Subject(model: hunyuan), "undetermined headquarters, regions_served"),
    RuleCase(
      "undetermined: the seat alone does not clear it", Subject(model: hunyuan, facts: .stating("headquarters=US")),
      "undetermined regions_served"),
    RuleCase(
      "undetermined: nor do the users alone", Subject(model: hunyuan, facts: .stating("regions_served=US")),
      "undetermined headquarters"),
  ]

  static let multimodal = [
    RuleCase(
      "violated: Llama 3.2 Vision from Germany", Subject(model: vision, facts: .stating("headquarters=DE")), seat),
    RuleCase(
      "violated: every Llama 4", Subject(model: .hub("acme/3.3-1B", .llama4), facts: .stating("headquarters=FR")),
      "violated error llama4 use policy, paragraph after item 6"),
    RuleCase(
      "violated: a folder under the right label, made from Vision",
      Subject(
        model: .folder("bots/3b", .llama32, bases: [base("meta-llama/Llama-3.2-90B-Vision", .llama32)]),
        facts: .stating("headquarters=DE")), seat),
    RuleCase(
      "violated, as a warning: it is not known whether it is multimodal",
      Subject(model: .folder("bots/3b", .llama32), facts: .stating("headquarters=DE")),
      "violated warning llama3.2 use policy, paragraph after item 5"),
    RuleCase(
      "violated, as a warning: three bits are not three billion",
      Subject(model: .hub("acme/llama-3.2-3bit", .llama32), facts: .stating("headquarters=DE")),
      "violated warning llama3.2 use policy, paragraph after item 5"),
    RuleCase(
      "satisfied: a seat elsewhere, whoever is served",
      Subject(model: vision, facts: .stating("headquarters=US", "regions_served=EU")), "satisfied"),
    RuleCase(
      "violated, as a warning: a text model's size and a word that says vision",
      Subject(model: .hub("acme/Llama-3.2-3B-vision-adapter", .llama32), facts: .stating("headquarters=DE")),
      "violated warning llama3.2 use policy, paragraph after item 5"),
    RuleCase(
      "not applicable: the other size of them",
      Subject(model: .hub("meta-llama/Llama-3.2-3B-Instruct", .llama32), facts: .stating("headquarters=DE")),
      "not applicable"),
    RuleCase(
      "not applicable: the text models of 3.2",
      Subject(model: .hub("meta-llama/Llama-3.2-1B", .llama32), facts: .stating("headquarters=DE")), "not applicable"),
    RuleCase(
      "not applicable: 3.3 is text only, also in a folder",
      Subject(model: .folder("models/a", .llama33), facts: .stating("headquarters=DE")), "not applicable"),
    RuleCase(
      "undetermined: the seat is not stated", Subject(model: vision, facts: .stating("regions_served=US")),
      "undetermined headquarters"),
    RuleCase(
      "undetermined: the same where it may be multimodal", Subject(model: .folder("bots/3b", .llama32)),
      "undetermined headquarters"),
  ]

  @Test("holds seat and users against a territory", arguments: territories)
  func holdsAgainstTerritory(_ example: RuleCase) {
    #expect(verdicts(RegionExcluded(), example.subject) == example.verdicts)
  }

  @Test("holds the seat against the use policies of Llama, for multimodal models", arguments: multimodal)
  func holdsAgainstUsePolicy(_ example: RuleCase) {
    #expect(verdicts(RegionExcluded(), example.subject) == example.verdicts)
  }

  @Test(
    "the architecture of a model of the tree says whether it is multimodal",
    arguments: [
      ("MllamaForConditionalGeneration", "violated error"), ("LlamaForCausalLM", "not applicable"),
      ("AcmeForCausalLM", "violated warning"),
    ])
  func architecture(name: String, verdict: String) {
    var model = ResolvedModel.folder("bots/a", .llama32)
    model.architectures = [name]
    let found = verdicts(RegionExcluded(), Subject(model: model, facts: .stating("headquarters=DE")))
    #expect(found.count == 1 && found[0].hasPrefix(verdict), "\(found)")
  }

  @Test(
    "reads Ollama's names",
    arguments: [
      ("llama3.2", Tristate.false), ("llama3.2:latest", .false), ("llama3.2:1b-instruct-q4_K_M", .false),
      ("llama3.2-vision", .true), ("llama3.2-vision:11b", .true), ("mystery", .unknown),
    ])
  func ollama(name: String, expected: Tristate) throws {
    var model = ResolvedModel.hub(name, .llama32)
    model.name = ModelName(registry: .ollama, id: name)
    #expect(Multimodality.isMultimodal(model, under: try #require(model.applicableLicenses.first)) == expected)
  }

  @Test("says whose seat, which users and where the license says so")
  func wording() {
    let rule = RegionExcluded()
    let hunyuan = "the Tencent Hunyuan Community License Agreement (preamble; 1.l; 5.c) leaves out the EU, GB and KR"
    #expect(
      messages(rule, Subject(model: Self.hunyuan, facts: .stating("headquarters=DE"))) == [
        "The principal place of business is DE (proviso.yaml:5), and \(hunyuan). That concerns tencent/HunyuanVideo."
      ])
    #expect(
      messages(rule, Subject(model: Self.hunyuan, facts: .stating("regions_served=EU"))) == [
        "Users in the EU are served (proviso.yaml:5), and \(hunyuan). That concerns tencent/HunyuanVideo."
      ])
    #expect(
      messages(rule, Subject(model: Self.vision, facts: .stating("headquarters=DE"))) == [
        "The principal place of business is DE (proviso.yaml:5), and the Llama 3.2 Community License Agreement (use policy, paragraph after item 5) leaves out the EU for multimodal models, as meta-llama/Llama-3.2-11B-Vision-Instruct is."
      ])
    let facts = Facts.stating("headquarters=US", "regions_served=[]", "serves_over_network=true")
    #expect(
      questions(rule, Subject(model: Self.hunyuan, facts: facts)) == [
        "\(hunyuan), and the policy says both that nobody is served (proviso.yaml:5) and that `serves_over_network` is true (proviso.yaml:5)"
      ])
  }
}
