import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Headers of safetensors")
struct SafetensorsHeaderTests {
  let detector = SafetensorsHeader()
  static let header =
    #"{"__metadata__":{"modelspec.license":"CreativeML Open RAIL-M","modelspec.title":"Acme","#
    + #""base_model":"stabilityai/sdxl-turbo"},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#

  @Test(
    "wanted by extension",
    arguments: [
      ("a/model.safetensors", true), ("A.SAFETENSORS", true), ("safetensors", false),
      ("model.safetensors.index.json", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("state a license, a name and a base")
  func metadata() throws {
    let found = detector.detect("models/acme/model.safetensors", WeightBytes.safetensors(Self.header))
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "models/acme")
    #expect(declaration.source == .weightMetadata)
    #expect(declaration.licenses.map(\.tag) == ["CreativeML Open RAIL-M"])
    #expect(declaration.name?.name == "Acme")
    #expect(declaration.bases.map(\.model) == [.huggingFace("stabilityai/sdxl-turbo")])
    #expect(found.outlines == ["1:1-1 model.safetensors bundled", "1:1-1 stabilityai/sdxl-turbo base"])
    #expect(found.references.map(\.derivative) == [nil, "models/acme"])
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "say by addresses of the hub and by the file that a LoRA was trained on what they were made from",
    arguments: [
      (#""source":"https://huggingface.co/acme/a""#, ["acme/a"]), (#""source":"acme/a""#, []),
      (#""modelspec.merged_from":"https://hf.co/acme/a, https://hf.co/acme/b""#, ["acme/a", "acme/b"]),
      (#""modelspec.merged_from":"Acme, other""#, []),
      (#""base_model":"acme/b","source":"https://huggingface.co/acme/a""#, ["acme/b"]),
      (#""ss_sd_model_name":"D:\\models\\sd3.5_medium.safetensors""#, ["stabilityai/stable-diffusion-3.5-medium"]),
      (#""ss_sd_model_name":"acme.safetensors""#, []),
    ])
  func origins(metadata: String, expected: [String]) {
    let found = detector.detect("m/model.safetensors", WeightBytes.safetensors(#"{"__metadata__":{\#(metadata)}}"#))
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == expected)
  }

  @Test(
    "say by the architecture that they are of a restricted line",
    arguments: [
      ("stable-diffusion-v3-medium", ["StableDiffusion3"]), ("stable-diffusion-v3-medium/lora", []),
      ("stable-diffusion-v1", []),
    ])
  func shapes(architecture: String, expected: [String]) {
    let found = detector.detect(
      "m/model.safetensors",
      WeightBytes.safetensors(#"{"__metadata__":{"modelspec.architecture":"\#(architecture)"}}"#))
    #expect(found.declarations.flatMap(\.architectures) == expected)
  }

  @Test("tell the sizes of a language model by its tensors, and its layers where all are there")
  func sizes() {
    func shape(_ name: String = "model.safetensors", hidden: Int = 8, layers: Range<Int> = 0..<2) -> ModelShape? {
      let gates = layers.map { #""model.layers.\#($0).mlp.gate_proj.weight":{"dtype":"BF16","shape":[16,8]}"# }
      let embedding = #""model.embed_tokens.weight":{"dtype":"BF16","shape":[100,\#(hidden)]}"#
      let header = "{\((gates + [embedding]).joined(separator: ","))}"
      return detector.detect("m/\(name)", WeightBytes.safetensors(header)).declarations.first?.shape
    }
    let whole = ModelShape(hidden: 8, intermediate: 16, vocabulary: 100, layers: 2)
    let part = ModelShape(hidden: 8, intermediate: 16, vocabulary: 100, layers: nil)
    #expect(shape() == whole)
    #expect(shape("model-00001-of-00002.safetensors") == part && shape(layers: 1..<3) == part)
    #expect(shape(hidden: 1) == nil, "packed weights")
    #expect(shape(layers: 0..<0) == nil, "no language model")
  }

  @Test("tell the sizes of packed weights by their rows and norms")
  func packed() {
    func shape(_ norm: String) -> ModelShape? {
      let header =
        #"{"model.embed_tokens.weight":{"dtype":"U32","shape":[100,1]},"#
        + #""model.layers.0.mlp.gate_proj.weight":{"dtype":"U32","shape":[16,1]}\#(norm)}"#
      return detector.detect("m/model.safetensors", WeightBytes.safetensors(header)).declarations.first?.shape
    }
    let whole = ModelShape(hidden: 8, intermediate: 16, vocabulary: 100, layers: 1)
    #expect(shape(#","model.layers.0.input_layernorm.weight":{"dtype":"BF16","shape":[8]}"#) == whole)
    #expect(shape("") == nil)
  }

  @Test(
    "a file is its folder's model, or one of its own by its name",
    arguments: [
      ("m/model.safetensors", "m"), ("m/model-00001-of-00002.safetensors", "m"), ("model.safetensors", "."),
      ("m/adapter_model.safetensors", "m"), ("m/diffusion_pytorch_model.fp16.safetensors", "m"),
      ("m/modelx.safetensors", "m/modelx.safetensors"), ("loras/style.safetensors", "loras/style.safetensors"),
    ])
  func owner(path: String, model: String) {
    #expect(detector.detect(path, WeightBytes.safetensors("{}")).declarations.map(\.model) == [model])
  }

  @Test(
    "metadata of other kinds say nothing and are no trouble",
    arguments: [
      "{}", #"{"__metadata__":null}"#, #"{"__metadata__":[1]}"#, #"{"__metadata__":{"license":""}}"#,
      #"{"__metadata__":{"license":{"a":1},"base_model":"./local/path/model"}}"#, "{}   \n ",
    ])
  func silent(header: String) {
    let found = detector.detect("model.safetensors", WeightBytes.safetensors(header))
    #expect(found.declarations.map(\.licenses.count) == [0] && found.declarations.map(\.bases.count) == [0])
    #expect(found.references.count == 1 && found.notifications.isEmpty)
  }

  @Test(
    "a license that stands there twice is two",
    arguments: [
      #"{"__metadata__":{"license":"llama3","license":"mit"}}"#,
      #"{"__metadata__":{"license":"llama3"},"__metadata__":{"license":"mit"}}"#,
    ])
  func twice(header: String) {
    let found = detector.detect("model.safetensors", WeightBytes.safetensors(header))
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["llama3", "mit"])
  }

  @Test(
    "a LoRA's base is the line that its trainer wrote down",
    arguments: [
      (#""ss_base_model_version":"sdxl_base_v1-0""#, ["stabilityai/stable-diffusion-xl-base-1.0"]),
      (#""modelspec.architecture":"Flux.1-dev/lora""#, ["black-forest-labs/FLUX.1-dev"]),
      (#""modelspec.architecture":"stable-diffusion-xl-v1-base""#, []), (#""ss_base_model_version":"acme_v1""#, []),
      (#""ss_base_model_version":"sd_v1","base_model":"acme/a""#, ["acme/a"]),
    ])
  func lora(metadata: String, bases: [String]) {
    let found = detector.detect("x.safetensors", WeightBytes.safetensors("{\"__metadata__\":{\(metadata)}}"))
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == bases)
  }

  @Test("a base that names no model is kept as stated")
  func unread() {
    let found = detector.detect(
      "x.safetensors", WeightBytes.safetensors(#"{"__metadata__":{"base_model":"/data/llama"}}"#))
    #expect(found.declarations.flatMap(\.unreadBases).map(\.name) == ["/data/llama"])
  }

  @Test("cut anywhere, the weights are found and the trouble is told")
  func truncated() {
    let bytes = WeightBytes.safetensors(Self.header)
    for end in 0..<(bytes.count - 4) {
      let found = detector.detect("model.safetensors", Array(bytes[..<end]))
      #expect(found.isIncomplete && found.names == ["model.safetensors"], "cut at \(end)")
    }
  }

  @Test("a file that shrinks between two reads is told", arguments: [4, 8, 20])
  func shrunken(end: Int) {
    let bytes = WeightBytes.safetensors(Self.header)
    #expect(detector.detect("model.safetensors", Array(bytes[..<end]), size: bytes.count).isIncomplete)
  }

  @Test(
    "claims beyond the file or the limit are told without reading",
    arguments: [UInt64(1) << 63, UInt64.max, 100_000_001, 33 << 20, 500])
  func claims(length: UInt64) {
    let found = detector.detect("model.safetensors", WeightBytes.safetensors("{}", length: length), size: 60 << 20)
    #expect(found.isIncomplete && found.references.count == 1)
  }

  @Test(
    "a header that is no JSON object is told",
    arguments: ["", "[]", "1", "{", #"{"a":}"#, "\u{0}\u{0}", String(repeating: "[", count: 5_000), "{'a':1}"])
  func malformed(header: String) {
    let found = detector.detect("model.safetensors", WeightBytes.safetensors(header))
    #expect(found.isIncomplete && found.references.count == 1)
    #expect(found.notifications.map(\.path) == ["model.safetensors"])
  }

  @Test("a file that cannot be read is told", arguments: [0, 8])
  func unreadable(failingOffset: Int) {
    let bytes = WeightBytes.safetensors(Self.header)
    let found = detector.detect(
      WeightInput(path: FilePath("model.safetensors"), size: bytes.count) { offset, count in
        offset >= failingOffset ? nil : Array(bytes[offset..<min(bytes.count, offset + count)])
      })
    #expect(found.isIncomplete)
  }

  @Test("bytes that are not UTF-8 are replaced")
  func invalid() {
    let header = Array(#"{"__metadata__":{"license":"a"#.utf8) + [0xFF] + Array(#"b"}}"#.utf8)
    let found = detector.detect("model.safetensors", WeightBytes.littleEndian(UInt64(header.count)) + header)
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["a\u{FFFD}b"])
  }
}
