import Foundation
import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import ProvisoTestSupport
import Testing

@Suite("Models that are known by name")
struct RemoteModelTests {
  @Test(
    "the catalog's entry and the rule for the line are both heard",
    arguments: [
      ("meta-llama/Llama-3.1-8B-Instruct", "known llama3.1 high"), ("GPT2", "known mit high"),
      ("meta-llama/Llama-3.1-405B-Instruct", "known llama3.1 high"),
      ("Qwen/Qwen2.5-3B", "known qwen-research medium"),
      ("black-forest-labs/FLUX.1-dev", "known flux-1-dev-non-commercial-license high"),
      ("facebook/opt-125m", "known opt-175b medium"), ("acme/Nothing-1B", "unknown - low"),
      ("google/medgemma-4b-it", "known health-ai-developer-foundations medium"),
      ("briaai/RMBG-1.4", "custom bria-rmbg-1.4, for non-commercial use low"),
      ("coqui/XTTS-v2", "known coqui-public-model high"),
      ("MiniMaxAI/MiniMax-M2", "known minimax-m2-modified-mit medium"),
      ("moonshotai/Kimi-K2.6", "known kimi-k2.6-modified-mit medium"),
    ])
  func hub(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }

  @Test("a publisher who declares nothing is told so")
  func noneDeclared() {
    let model = Resolver().resolve(.huggingFace("google-bert/bert-base-cased-finetuned-mrpc"))
    #expect(model.words == "absent - low")
    let entry = Resolver().resolve(.huggingFace("ProsusAI/finbert"))
    #expect(entry.license.remark == "the publisher declares no license (hf-top-downloads-2024-12, as of 2024-12)")
    #expect(entry.license.concluded == nil)
  }

  @Test(
    "a label for the code and another for the weights are a conflict, and the stricter counts",
    arguments: ["Janus-Pro-7B", "Janus-Pro-1B", "Janus-1.3B"])
  func janus(name: String) {
    let model = Resolver().resolve(.huggingFace("deepseek-ai/\(name)"))
    #expect(model.license.state == .conflict && model.license.concluded == "deepseek")
  }

  @Test("a rule that has a base binds to it, also where the name speaks of another line")
  func baseOfRule() {
    let model = Resolver().resolve(.huggingFace("LLaMAX/LLaMAX3-8B-Alpaca"))
    #expect(model.license.state == .conflict && model.license.concluded == "llama3")
  }

  @Test(
    "names of Ollama's library are known with and without the default tag",
    arguments: [
      ("llama3.1", "known llama3.1 high"), ("llama3.1:latest", "known llama3.1 high"),
      ("llama3:8b", "known llama3 high"), ("gemma:latest", "known gemma high"),
      ("somebody/llama3", "unknown - low"),
    ])
  func ollama(id: String, words: String) {
    #expect(Resolver().resolve(ModelName(registry: .ollama, id: id)).words == words)
  }

  @Test("references under several ids of one model are one model, in order of place")
  func references() {
    let references = ["meta-llama/llama-3.1-8b", "meta-llama/Meta-Llama-3.1-8B"].enumerated().map { index, id in
      ModelReference(
        model: .huggingFace(id), revision: .named("main"), location: Location(path: "b.py", line: 9 - index),
        asWritten: id, kind: .code, role: index == 0 ? .mentioned : .used)
    }
    let models = Resolver().resolve(Detections(references: references)).models
    #expect(models.map(\.name.id) == ["meta-llama/Llama-3.1-8B"])
    #expect(models.first?.references.map(\.location.line) == [8, 9])
    #expect(models.first?.role == .used && models.first?.revision == "main" && models.first?.isOnlyBase == false)
  }

  /// The ids of the catalog, whose entries could be called freer than they or their line are.
  @Test("no model of the catalog whose label or name is one of a publisher's own is called permissive")
  func noneIsPermissive() {
    for fields in EmbeddedText.catalog.allFields() {
      let model = Resolver().resolve(.huggingFace(fields[1]))
      guard let category = model.license.category, !category.isRestricted else { continue }
      #expect(fields[2] != "other", "\(fields)")
      #expect(model.license.claims.allSatisfy { $0.kind == .record || $0.kind == .empty }, "\(fields)")
      #expect(model.license.candidates.allSatisfy { !$0.category.isRestricted }, "\(fields)")
    }
  }

  /// The table of the hub's labels beside the package: id, label and name; empty where there is none.
  private static let labels: [(id: String, label: String, name: String)] = {
    guard let sharedFolder,
      let data = FileManager.default.contents(atPath: sharedFolder + "/model-catalog/merged-huggingface.tsv")
    else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      return fields.count < 4 ? nil : (fields[0], fields[2], fields[3])
    }
  }()

  /// Ids whose label says less, or said more once, than is known of the model.
  private static let exceptions: Set<String> = [
    // Typed so by a third party alone; its own LICENSE and the cards of its copies are Apache's.
    "Qwen/Qwen3.6-27B",
    // The label of the current id, which these lead to.
    "bert-base-chinese", "camembert/camembert-base", "roberta-large-openai-detector",
    // Copies in another shape that state nothing; the publisher's own label is known.
    "casperhansen/mistral-nemo-instruct-2407-awq", "MaziyarPanahi/Phi-3.5-mini-instruct-GGUF", "unsloth/gemma-4-E4B-it",
    // Copies from before Microsoft put Phi-2 under the MIT license.
    "mlx-community/phi-2", "TheBloke/phi-2-GGUF", "TheBloke/phi-2-GPTQ",
    // A bare `other` of a third party: the hub has no id for OpenMDW, whose name the cards of its copies give.
    "poolside/Laguna-S-2.1", "poolside/Laguna-S-2.1-GGUF",
  ]

  @Test("a card without a license leaves nothing undeclared where a document that names the model restricts it")
  func declaredElsewhere() {
    let chat = Resolver().resolve(.huggingFace("THUDM/chatglm3-6b")).license
    #expect(chat.concluded == "chatglm3" && chat.remark == nil)
  }

  @Test("no model that the hub labels as restricted is called permissive", .enabled(if: !labels.isEmpty))
  func againstTheHub() {
    var compared = 0
    for (id, label, name) in Self.labels {
      let isRestricted =
        switch LicenseLibrary.shared.match(label) {
        case .record(let license): license.category.isRestricted
        case .other: true
        default: label == "none-declared"
        }
      guard isRestricted, !Self.exceptions.contains(id) else { continue }
      compared += 1
      let model = Resolver().resolve(.huggingFace(id))
      let isFreer = model.license.category.map { !$0.isRestricted } ?? false
      // A base's license that reaches through is evaluated whatever the label.
      if isFreer, model.applicableLicenses.first?.license.category.isRestricted != true {
        Issue.record("\(id): \(model.words), and the hub says \(label) \(name)")
      }
    }
    #expect(compared > 5000)
  }
}
