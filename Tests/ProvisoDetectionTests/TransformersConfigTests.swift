import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Configurations of transformers")
struct TransformersConfigTests {
  let detector = TransformersConfig()

  @Test("make their folder a model, made from another")
  func config() throws {
    let text = "{\n  \"a\": \"😀\", \"_name_or_path\": \"acme/a\",\r\n\t\"model_type\": \"llama\"\n}"
    let found = detector.detect("m/config.json", text)
    #expect(found.outlines == ["2:32-38 acme/a base", "3:2-14 m bundled"])
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "m" && declaration.source == .modelConfig && declaration.establishesModel)
    #expect(declaration.bases.map(\.location.outline) == ["2:32-38"])
    #expect(found.references.map(\.derivative) == ["m", nil])
  }

  @Test("may state the license of the model, which other files of its kin and other configs do not")
  func license() {
    let text = #"{"model_type": "bert", "license": "cc-by-nc-4.0"}"#
    #expect(detector.detect("m/config.json", text).declarations.map { $0.licenses.map(\.tag) } == [["cc-by-nc-4.0"]])
    #expect(detector.detect("m/config.json", text).declarations.flatMap(\.licenses).map(\.isAside) == [true])
    let bare = #"{"_name_or_path": "acme/a", "license": "cc-by-nc-4.0"}"#
    #expect(detector.detect("m/config.json", bare).declarations.map(\.licenses.count) == [0])
  }

  @Test("may say what the model is called")
  func name() throws {
    let found = detector.detect("m/config.json", #"{"model_type": "llama", "model_name": "Acme 8B"}"#)
    #expect(found.declarations.map(\.name?.name) == ["Acme 8B"])
  }

  @Test(
    "settings of a training run make no model, whatever its type is to be",
    arguments: [
      (#"{"model_type": "lora", "output_dir": "o"}"#, 0), (#"{"model_type": "lora", "learning_rate": 1e-4}"#, 0),
      (#"{"model_type": "llama", "hidden_size": 8}"#, 1),
      (#"{"model_type": "llama", "architectures": ["LlamaForCausalLM"], "output_dir": "o"}"#, 1),
    ])
  func run(text: String, models: Int) {
    let found = detector.detect("examples/x.lora/config.json", text)
    #expect(found.declarations.count { $0.establishesModel } == models)
    #expect(found.references.count { $0.role == .bundled } == models)
  }

  @Test("other files add to a model and make none")
  func kin() {
    let found = detector.detect("m/tokenizer_config.json", #"{"name_or_path": "acme/a", "model_type": "x"}"#)
    #expect(found.names == ["acme/a"] && found.declarations.map(\.establishesModel) == [false])
  }

  @Test(
    "near misses",
    arguments: [
      ("config.json", #"{"name": "acme/a"}"#), ("config.json", #"{"_name_or_path": "gpt2"}"#),
      ("config.json", #"{"_name_or_path": "/home/me/acme/a"}"#), ("config.json", #"{"_name_or_path": 1}"#),
      ("generation_config.json", #"{"model_type": "llama"}"#), ("config.json", #"{"a": {"model_type": "llama"}}"#),
    ])
  func nearMisses(path: String, text: String) {
    #expect(detector.detect(path, text).isEmpty)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("m/config.json", true), ("m/params.json", true), ("Config.JSON", true), ("myconfig.json", false),
      ("config.json5", false),
      ("config.json/a", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("tell the sizes of the language model, also of one that is a part")
  func sizes() {
    func shape(_ text: String) -> ModelShape? {
      detector.detect("m/config.json", #"{"model_type": "x", \#(text)}"#).declarations.first?.shape
    }
    let sizes = #""hidden_size": 8, "intermediate_size": 16, "num_hidden_layers": 2"#
    let whole = ModelShape(hidden: 8, intermediate: 16, vocabulary: 100, layers: 2)
    #expect(shape(#"\#(sizes), "vocab_size": 100"#) == whole)
    #expect(shape(#""text_config": {\#(sizes), "vocab_size": 100}, "hidden_size": 9"#) == whole)
    #expect(shape(#""text_config": {\#(sizes)}, "vocab_size": 100"#) == whole, "told once for all")
    #expect(shape(sizes) == nil)
    #expect(shape(#"\#(sizes), "vocab_size": "100""#) == nil)
  }

  @Test(
    "of Meta's own form tell the sizes as its code computes them, and make their folder a model",
    arguments: [
      (
        #""n_layers": 32, "vocab_size": 128256, "ffn_dim_multiplier": 1.3, "multiple_of": 1024"#,
        ModelShape(hidden: 4096, intermediate: 14336, vocabulary: 128_256, layers: 32)
      ),
      (
        #""n_layers": 32, "vocab_size": -1, "multiple_of": 256"#,
        ModelShape(hidden: 4096, intermediate: 11008, vocabulary: 32_000, layers: 32)
      ),
      (
        #""n_layers": 32, "vocab_size": 32000, "hidden_dim": 14336"#,
        ModelShape(hidden: 4096, intermediate: 14336, vocabulary: 32_000, layers: 32)
      ),
    ])
  func original(sizes: String, shape: ModelShape) {
    let found = detector.detect("m/params.json", "{\"dim\": 4096, \"n_heads\": 32, \(sizes)}")
    #expect(found.declarations.map(\.shape) == [shape] && found.declarations.map(\.establishesModel) == [true])
    #expect(found.references.map(\.role) == [.bundled])
  }

  @Test(
    "other parameters are none of a model",
    arguments: [
      #"{"dim": 4096, "n_layers": 32, "n_heads": 32, "vocab_size": 100}"#, #"{"n_heads": 8, "lr": 0.1}"#,
      #"{"dim": 4096, "n_layers": 32, "n_heads": 32, "vocab_size": 9, "multiple_of": 0}"#,
      #"{"dim": 9223372036854775807, "n_layers": 3, "n_heads": 3, "vocab_size": 9, "multiple_of": 2}"#,
      #"{"dim": 8, "n_layers": 3, "n_heads": 3, "vocab_size": 9, "multiple_of": 2, "ffn_dim_multiplier": 1e300}"#,
    ])
  func parameters(text: String) {
    #expect(detector.detect("m/params.json", text).isEmpty)
  }

  @Test("a part of diffusers whose class one line alone has says so, and makes no model")
  func shape() {
    let part = detector.detect("m/transformer/config.json", "{\"_class_name\": \"SD3Transformer2DModel\"}")
    #expect(part.declarations.map(\.architectures) == [["SD3Transformer2DModel"]] && part.references.isEmpty)
    #expect(detector.detect("m/unet/config.json", "{\"_class_name\": \"UNet2DConditionModel\"}").declarations.isEmpty)
  }
}
