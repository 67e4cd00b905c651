import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Paths to weights of the tree")
struct LocalPathTests {
  private func references(_ path: String, in file: String, links: [String: String] = [:]) -> [String] {
    let weights = [weights("models/chat.gguf"), weights("app/a.onnx")]
    let own = weights.map { declaration in
      ModelReference(
        model: .local(declaration.model), location: Location(path: declaration.model), asWritten: declaration.model,
        kind: .weights, role: .bundled)
    }
    let path = ModelReference(
      model: .local(path), location: Location(path: file), asWritten: path, kind: .configuration, role: .used,
      confidence: .medium)
    var detections = Detections(references: own + [path], declarations: weights)
    detections.folderLinks = links
    return Resolver().resolve(detections).models
      .filter { $0.references.contains { $0.role == .used } }.map { "\($0.name.id) \($0.role.rawValue)" }
  }

  @Test(
    "lead to their model from the file's folder, a folder above or the root",
    arguments: [
      ("models/chat.gguf", "app/deep/config.yml"), ("./models/chat.gguf", "config.yml"), ("chat.gguf", "models/a.yml"),
      ("../models/chat.gguf", "app/a.yml"), ("/models/chat.gguf", "compose.yml"), ("chat.gguf", "app/deep/a.py"),
    ])
  func found(path: String, file: String) {
    #expect(references(path, in: file) == ["models/chat.gguf bundled"])
  }

  @Test("are looked for in no more than the nearest folders and the root")
  func deep() {
    func folder(_ depth: Int) -> String { Array(repeating: "app", count: depth).joined(separator: "/") }
    #expect(references("./models/chat.gguf", in: folder(900) + "/a.yml") == ["models/chat.gguf bundled"])
    #expect(references("a.onnx", in: folder(60) + "/a.yml") == ["app/a.onnx bundled"])
    #expect(references("x/../models/chat.gguf", in: folder(900) + "/a.yml") == ["models/chat.gguf bundled"])
    let up = String(repeating: "../", count: 899)
    #expect(references(up + "a.onnx", in: folder(900) + "/a.yml") == ["app/a.onnx bundled"])
    #expect(references(up + "../../ab.onnx", in: folder(900) + "/a.yml") == [up + "../../ab.onnx used"])
  }

  @Test(
    "lead through links to folders",
    arguments: [
      ("m/chat.gguf", ["m": "models"]), ("here/models/chat.gguf", ["here": ""]),
      ("app/m/chat.gguf", ["app/m": "m", "m": "models"]), ("m/chat.gguf", ["app/m": "models"]),
    ])
  func linked(path: String, links: [String: String]) {
    #expect(references(path, in: "app/a.yml", links: links) == ["models/chat.gguf bundled"])
    #expect(references("m/other.gguf", in: "app/a.yml", links: links) == ["m/other.gguf used"])
    #expect(references("x/chat-7b.gguf", in: "app/a.yml", links: ["x": "y", "y": "x"]) == ["x/chat-7b.gguf used"])
  }

  @Test(
    "to anything else are told as they stand",
    arguments: [
      ("app/chat.gguf", "app/a.yml"), ("ab.gguf", "app/a.yml"), ("../../models/chat.gguf", "a.yml"),
      ("models/other.gguf", "a.yml"), ("Q3.5-acme.gguf", "a.yml"), ("m1.gguf", "a.yml"),
      ("/Users/me/chat-7b-Q4_K_M.gguf", "a.yml"), ("/srv/pytorch/Chat-3.1-7B", "a.yml"),
      ("/home/me/Models/FLUX.1-dev", "a.yml"), ("/srv/opt-6.7b", "a.yml"),
      ("/models/chat-7b.onnx", "a.yml"),
    ])
  func absent(path: String, file: String) {
    #expect(references(path, in: file) == ["\(path) used"])
  }

  @Test(
    "by a name that any model has name none",
    arguments: [
      "", "model.onnx", "./embedding-model.gguf", "vision-model.Q4_K_M.gguf", "mmproj-f16.gguf", "my-local-model.gguf",
      "a/b/t.gguf", "rng_state.pth", "out/best.pt", "pytorch_model.bin", "model-00001-of-00003.safetensors",
      "/abs/a.gguf", ".cache/a/chat.gguf", "pytest.mark.onnx", "self.safetensors", "q4_k_m.gguf", "iq4_xs.gguf",
      "file.safetensors", "model-.safetensors", "out.gguf", "/content/chat-7b.onnx", "model-q4_0.gguf",
      "/srv/chat-model-1", "/srv/run-7b.d/a", "/srv/mistral.gguf", "models/mistral-7b/model.safetensors",
      "/path/to/gemma-3.gguf", "/gemma-3.gguf", "/path/to/llama-2-7b/model.safetensors", "out/llama/model.safetensors",
      "/abs/chat.gguf", "/abs/llm-model-1.gguf", "/path/to/chat-7b.gguf",
    ])
  func anybodys(path: String) {
    #expect(references(path, in: "a.yml") == [])
  }

  /// A model that code loads, of which nothing lies in the tree.
  private func absent(_ path: String, isPartial: Bool = false) -> ResolvedModel? {
    let loaded = ModelReference(
      model: .local(path), location: Location(path: "app.py", line: 3), asWritten: path, kind: .code, role: .used,
      confidence: .medium, isPartial: isPartial)
    return Resolver().resolve(Detections(references: [loaded])).models.first
  }

  @Test(
    "at which nothing lies say by their last part that a restricted model is meant, at low confidence",
    arguments: [
      ("models/Llama-3.2-3B-Instruct-Q4_K_M.gguf", "meta-llama/Llama-3.2-3B-Instruct", "llama3.2"),
      ("./weights/llama-2-7b-chat", "meta-llama/Llama-2-7b-chat", "llama2"),
      ("/srv/models/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B-Instruct", "llama3.1"),
      ("./codestral-22b-v0.1.Q4_K_M.gguf", "mistralai/Codestral-22B-v0.1", "mnpl"),
      ("{dir}/gemma-2-9b-{quant}.gguf", "google/gemma-2-9b", "gemma"),
    ])
  func restrictedName(path: String, base: String, license: String) throws {
    let model = try #require(absent(path, isPartial: path.contains("{")))
    #expect(model.isAbsent && !model.isLocal)
    #expect(model.lineage.first?.base.id == base)
    #expect(model.lineage.first?.confidence == .low)
    #expect(model.lineage.first?.evidence.contains("the name") == true)
    #expect(Set(model.license.claims.map(\.license)) == [license])
    #expect(model.license.confidence == .low)
  }

  @Test(
    "on somebody's disk, and parts that any model has, are told where they are called after a restricted line",
    arguments: [
      ("/srv/gemma-3.gguf", "/srv/gemma-3.gguf", "gemma"),
      ("/opt/gemma-3-270m-it.gguf", "/opt/gemma-3-270m-it.gguf", "gemma"),
      ("models/gemma-2b-it/model.safetensors", "models/gemma-2b-it", "gemma"),
      ("/models/llama-2-7b/final/bf16/model.safetensors", "/models/llama-2-7b", "llama2"),
      ("ckpt/llama-2-7b/consolidated.00.pth", "ckpt/llama-2-7b", "llama2"),
    ])
  func restrictedPlace(path: String, id: String, license: String) throws {
    let model = try #require(absent(path))
    #expect(model.name.id == id)
    #expect(Set(model.license.claims.map(\.license)) == [license])
    #expect(model.references.map(\.asWritten) == [path])
  }

  @Test(
    "at which nothing lies free nothing by their name",
    arguments: [
      "./mistral-7b-instruct-v0.2.Q4_K_M.gguf", "models/chat.gguf", "./tinyllama-1.1b-chat.gguf",
      "./llama-tokenizer/vocab.gguf", "./open_llama_3b",
    ])
  func freeName(path: String) throws {
    let model = try #require(absent(path))
    #expect(model.lineage.isEmpty)
    #expect(model.license.state == .absent)
  }
}
