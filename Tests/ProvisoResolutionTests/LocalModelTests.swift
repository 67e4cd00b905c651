import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Models in the scanned tree")
struct LocalModelTests {
  @Test("the files of one folder are one model")
  func folder() throws {
    let models = resolve([
      card(["llama3.1"], in: "models/chat", bases: ["meta-llama/Llama-3.1-8B"]),
      config(in: "models/chat", bases: ["meta-llama/Llama-3.1-8B"]), licenseText("llama3.1", at: "models/chat/LICENSE"),
    ])
    #expect(models.keys.sorted() == ["models/chat"])
    #expect(models["models/chat"]?.words == "known llama3.1 high")
    #expect(models["models/chat"]?.lineage.map(\.base.id) == ["meta-llama/Llama-3.1-8B"])
    #expect(models["models/chat"]?.declaredLicenses.map(\.tag) == ["llama3.1"], "the text is no declaration")
  }

  @Test(
    "what a package shows of its license is read as an expression",
    arguments: [
      ("MIT", ["mit"]), ("MIT OR Apache-2.0", ["mit", "apache-2.0"]), ("MIT/Apache-2.0", ["mit", "apache-2.0"]),
      ("MIT AND CC-BY-NC-4.0", ["mit", "cc-by-nc-4.0"]), ("MIT OR LicenseRef-acme", []), ("/", []), ("", []),
    ] as [(String, Set<String>)])
  func labels(words: String, licenses: Set<String>) {
    let label = RepositoryLabel(kind: .metadata, license: words, location: Location(path: "Cargo.toml", line: 3))
    let reference = ModelReference(
      model: ModelName(registry: .local, id: "m.safetensors"), location: Location(path: "m.safetensors", line: 1),
      asWritten: "m.safetensors", kind: .weights, role: .bundled)
    let models = Resolver().resolve(
      Detections(
        references: [reference], declarations: [weights("m.safetensors", license: "mit")], labels: [label])
    ).models
    #expect(Set(models.flatMap(\.repositoryLabels).flatMap(\.licenses).map(\.id)) == licenses)
  }

  @Test("the text of a base's free license, kept under a name of its own, says nothing of the model")
  func textsOfBases() {
    func words(_ path: String, _ base: String = "Qwen/Qwen3-8B", _ own: String = "mit") -> String? {
      resolve([card([own], bases: [base]), recognizedText("apache-2.0", at: path)])["."]?.words
    }
    #expect(words("LICENSE-QWEN") == "known mit high")
    #expect(words("LICENSE") == "conflict apache-2.0 high", "the model's own")
    #expect(words("LICENSE-QWEN", "acme/Unknown-1B") == "conflict apache-2.0 high", "nobody's")
    #expect(
      resolve([card(["mit"], bases: ["meta-llama/Llama-3.1-8B"]), recognizedText("llama3.1", at: "LICENSE-LLAMA")])[
        "."]?
        .license.state == .conflict, "what restricts goes on to count")
  }

  @Test("a name of one's own under `other` is the word for the restricting text that it links to")
  func linkedText() {
    func words(
      _ name: String?, _ link: String, text: String = "llama3.1", at path: String = "m/LICENSE", differences: Int = 0
    ) -> String? {
      var card = card([], in: "m")
      card.licenses = [
        DeclaredLicense(tag: "other", name: name, link: link, location: Location(path: "m/README.md", line: 2))
      ]
      return resolve([card, recognizedText(text, at: path, differences: differences)])["m"]?.words
    }
    #expect(words("acme-license", "LICENSE") == "known llama3.1 high")
    #expect(words("acme-license", "./LICENSE") == "known llama3.1 high")
    #expect(words("acme-license", "LICENSE", text: "mit") == "conflict - low", "a free text may be the code's")
    #expect(words("acme-license", "EULA.md") == "conflict llama3.1 low", "another file")
    for name in ["gemma", "openrail", "cc-by-nc-3.0", "Acme Non-Commercial", "acme-nc", "Research Only"] {
      #expect(words(name, "LICENSE")?.hasPrefix("conflict") == true, "\(name) is on file, or bars commerce")
    }
    #expect(words("acme-nc", "LICENSE", text: "exaone-1.2-nc") == "known exaone-1.2-nc high")
    #expect(words("acme-license", "LICENSE", differences: 1)?.hasPrefix("known") == false, "a changed text")
  }

  @Test("weights that are named after a restricted line were made from it, as far as a name can say")
  func namedAfterLine() {
    func model(_ tag: String, _ title: String, in folder: String, weights: Bool = true) -> ResolvedModel? {
      var card = card([tag], in: folder)
      card.name = DeclaredName(name: title, location: Location(path: "\(folder)/README.md", line: 4))
      return resolve(weights ? [card, config(in: folder)] : [card])[folder]
    }
    let titled = model("apache-2.0", "Llama 3 Acme 8B", in: "m")
    #expect(titled?.lineage.map(\.base.id) == ["meta-llama/Llama-3-*"] && titled?.lineage.first?.confidence == .low)
    #expect(titled?.lineage.first?.evidence == "the name \"Llama 3 Acme 8B\" says that it was made from it")
    #expect(model("apache-2.0", "Acme", in: "models/gemma-2-9b-acme")?.lineage.map(\.base.id) == ["google/gemma-2-9b"])
    #expect(model("llama3", "Llama 3 Acme 8B", in: "m")?.lineage.isEmpty == true, "its license says so already")
    #expect(model("apache-2.0", "TinyLlama 3 Acme", in: "m")?.lineage.isEmpty == true)
    #expect(
      model("mit", "Chat with Llama 3", in: "m", weights: false)?.lineage.isEmpty == true, "a page, and no weights")
  }

  @Test("a path that is stated as a base and called after a restricted line says that line, as far as a name can say")
  func statedPaths() {
    func model(_ tag: String, _ stated: String, bases: [String] = []) -> ResolvedModel? {
      var config = config(in: "m", bases: bases)
      config.unreadBases = [DeclaredName(name: stated, location: config.location)]
      return resolve([card([tag], in: "m"), config])["m"]
    }
    let merge = model("apache-2.0", "../models/Meta-Llama-3-8B", bases: ["mistralai/Mistral-7B-v0.1"])
    #expect(merge?.words == "conflict llama3 low")
    #expect(merge?.lineage.map(\.isToldByPath) == [false, true])
    #expect(
      merge?.lineage.last?.evidence
        == "m/config.json:2 states \"../models/Meta-Llama-3-8B\" as base, which is called after it")
    #expect(model("mit", "/data/gemma-2-9b-it.safetensors")?.words == "conflict gemma low", "a file")
    #expect(model("mit", "./mistral-7b")?.words == "known mit high", "no name frees or restricts it")
    #expect(model("mit", "/mnt/models/merged-1")?.words == "known mit high", "nothing that anybody could read")
    #expect(model("llama3", "./llama-3-8b")?.lineage.isEmpty == true, "its license says so already")
    let named = model("mit", "./llama-3.1-8b", bases: ["meta-llama/Llama-3.1-8B"])
    #expect(named?.lineage.count == 1, "a base says so already")
  }

  @Test(
    "weights of the sizes of a restricted line were made from it, as far as sizes can say, whatever they are called")
  func shapedLikeLine() {
    func model(
      _ tag: String?, _ hidden: Int, _ intermediate: Int, _ vocabulary: Int, _ layers: Int? = nil, bases: [String] = []
    ) -> ResolvedModel? {
      var config = config(in: "m", bases: bases)
      config.shape = ModelShape(hidden: hidden, intermediate: intermediate, vocabulary: vocabulary, layers: layers)
      return resolve((tag.map { [card([$0], in: "m")] } ?? []) + [config])["m"]
    }
    let mit = model("mit", 4096, 14336, 128258, 32)
    #expect(mit?.words == "conflict llama3 low" && mit?.lineage.map(\.base.id) == ["meta-llama/Llama-3-*"])
    #expect(
      mit?.lineage.first?.evidence
        == "its weights have the sizes of it: 32 layers of 4096, 14336 inside, 128258 tokens")
    #expect(mit?.lineage.map(\.isToldBySizes) == [true])
    #expect(model(nil, 2048, 11008, 151665, 36)?.words == "known qwen-research low", "nothing else speaks of them")
    #expect(model("llama3.1", 4096, 14336, 128256)?.lineage.isEmpty == true, "its license says so already")
    #expect(model("mit", 4096, 14336, 128256, bases: ["meta-llama/Llama-3.1-8B"])?.lineage.count == 1, "its base does")
    let relabeled = model("mit", 4096, 14336, 128256, bases: ["acme/Acme-8B"])
    #expect(relabeled?.license.category?.isRestricted == true, "what a base is called frees nothing")
    var taught = config(in: "m")
    taught.bases = [
      DeclaredBase(
        model: .huggingFace("meta-llama/Llama-3.1-405B"), relation: .distilled, location: taught.location)
    ]
    taught.shape = ModelShape(hidden: 4096, intermediate: 14336, vocabulary: 128256, layers: 32)
    let ofTeacher = resolve([card(["mit"], in: "m"), taught])["m"]
    #expect(ofTeacher?.lineage.contains { $0.isToldBySizes } == true, "a teacher of the line is no base")
    #expect(model("mit", 4096, 14336, 32000)?.words == "known mit high", "Mistral 7B")
    #expect(model("mit", 2560, 10240, 262144, 42)?.words == "known mit high", "layers of no Gemma 3")
    #expect(model("mit", 4096, 11008, 32000, 32)?.words == "known mit high", "sizes that many have")
  }

  @Test(
    "weights that nothing speaks of are under what their file's name says, at low confidence; a name never frees them")
  func namedFiles() {
    func words(_ path: String) -> String? { resolve([weights(path)])[path]?.words }
    #expect(words("assets/Llama-3.2-1B-Instruct-Q4_K_M.gguf") == "known llama3.2 low")
    #expect(words("assets/aya-23-8B.gguf") == "known cc-by-nc-4.0 low")
    #expect(words("assets/sd_xl_turbo_1.0.safetensors") == "known sdxl-turbo-nc low")
    #expect(words("assets/TinyLlama-1.1B.gguf") == words("assets/acme.gguf"))
    #expect(words("assets/Qwen2.5-0.5B-Instruct-Q8_0.gguf") == words("assets/acme.gguf"), "a free model of that name")
    let publishers = resolve([weights("codestral-22b.gguf")])["codestral-22b.gguf"]
    #expect(publishers?.lineage.first?.base.id == "mistralai/Codestral-22B-v0.1")
  }

  @Test("a version in a name is no file's ending", arguments: ["Llama-3.2-11B-Vision-Acme", "acme/Llama-3.2-11B"])
  func versions(name: String) {
    var card = card(["apache-2.0"], in: "m")
    card.name = DeclaredName(name: name, location: card.location)
    let lineage = resolve([card, config(in: "m")])["m"]?.lineage
    #expect(lineage?.first?.license.concluded == "llama3.2")
  }

  @Test("a card's free label over a file with a restricted line in its name is held against that line")
  func labeledFile() {
    let file = declaration("m/gemma-2-9b-it-Q4_0.gguf", .weightMetadata, model: "m/gemma-2-9b-it-Q4_0.gguf")
    #expect(resolve([card(["mit"], in: "m"), file])["m"]?.lineage.first?.base.id == "google/gemma-2-9b-it")
    #expect(resolve([card(["gemma"], in: "m"), file])["m"]?.lineage.isEmpty == true)
  }

  @Test("folders below a card or a pipeline's index are parts of it")
  func parts() throws {
    let whole = resolve([
      card(["openrail++"], in: "sdxl"), config(in: "sdxl/unet"), config(in: "sdxl/text_encoder/deep"),
      declaration(
        "sdxl/vae/config.json", .modelConfig, licenses: [license("cc-by-nc-4.0", in: "sdxl/vae/config.json")]),
    ])
    #expect(whole.keys.sorted() == ["sdxl"])
    #expect(whole["sdxl"]?.words == "conflict cc-by-nc-4.0 high")
    let pipeline = resolve([
      declaration("pipe/model_index.json", .modelConfig), config(in: "pipe/unet"), config(in: "pipeline/unet"),
    ])
    #expect(pipeline.keys.sorted() == ["pipe", "pipeline/unet"])
  }

  @Test("a weight file under a name of its own is a model, and belongs to its folder's card where there is one")
  func weightFiles() {
    #expect(
      resolve([weights("models/a.gguf"), weights("models/b.gguf")]).keys.sorted() == ["models/a.gguf", "models/b.gguf"])
    #expect(resolve([card(["mit"], in: "models"), weights("models/a.gguf")]).keys.sorted() == ["models"])
  }

  @Test("the license text of a folder speaks for every weight file in it")
  func licenseOfTwoFiles() {
    let models = resolve([
      weights("models/a.gguf"), weights("models/b.gguf", license: "mit"), licenseText("gemma", at: "models/LICENSE"),
    ])
    #expect(models["models/a.gguf"]?.words == "known gemma high")
    #expect(models["models/b.gguf"]?.words == "conflict gemma high")
  }

  @Test("the license text at the root of a repository makes no model, and speaks for none in the folders below")
  func licenseOfTheCode() {
    #expect(resolve([licenseText("mit")]).isEmpty)
    let models = resolve([
      licenseText("mit"), config(in: "model"), weights("weights/chat.gguf"), config(in: "models/deep/chat"),
    ])
    #expect(models.count == 3)
    for model in models.values { #expect(model.words == "absent - low", "\(model.name.id)") }
  }

  @Test(
    "a permissive text at the root, which may be meant for the code, is given to the weights there with low confidence",
    arguments: [("mit", "known mit low"), ("llama3", "known llama3 high")])
  func licenseBesideTheCode(title: String, words: String) {
    #expect(resolve([weights("chat.gguf"), licenseText(title)])["chat.gguf"]?.words == words)
    #expect(resolve([declaration("config.json", .modelConfig), licenseText(title)])["."]?.words == words)
    let folder = resolve([config(in: "m"), licenseText("mit", at: "m/LICENSE")])["m"]
    #expect(folder?.words == "known mit high")
    #expect(resolve([card(["mit"]), licenseText("mit")])["."]?.words == "known mit high")
  }

  @Test("a license text in a part's folder speaks for the whole")
  func licenseOfAPart() {
    let models = resolve([
      card(["apache-2.0"], in: "m"), config(in: "m/base"), licenseText("llama3", at: "m/base/LICENSE"),
    ])
    #expect(models["m"]?.words == "conflict llama3 high")
  }

  @Test("a reference to a part is one to the whole, and a derivative that is named by a part is the whole")
  func references() throws {
    var base = ModelReference(
      model: .huggingFace("google/gemma-2-2b"), location: Location(path: "m/part/config.json"),
      asWritten: "google/gemma-2-2b", kind: .modelConfig, role: .base)
    base.derivative = "m/part"
    let own = ModelReference(
      model: .local("m/part"), location: Location(path: "m/part/config.json"), asWritten: "m/part", kind: .modelConfig,
      role: .bundled)
    let resolution = Resolver().resolve(
      Detections(references: [own, base], declarations: [card(["gemma"], in: "m"), config(in: "m/part")]))
    #expect(resolution.models.map(\.name.id) == ["google/gemma-2-2b", "m"])
    #expect(resolution.models.first?.isOnlyBase == true)
    #expect(resolution.models.first?.references.first?.derivative == "m")
    #expect(resolution.models.last?.role == .bundled)
  }
}
