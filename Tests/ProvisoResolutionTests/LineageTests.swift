import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Lineage")
struct LineageTests {
  @Test("the base of a card and of an adapter is followed, with its license, place and relation")
  func declaredBases() throws {
    let models = resolve([
      card(["llama3.1"], in: "a", bases: ["meta-llama/Llama-3.1-8B"], relation: .finetune),
      declaration("b/adapter_config.json", .adapterConfig, bases: ["google/gemma-2-2b"], relation: .adapter),
    ])
    let card = try #require(models["a"]?.lineage.first)
    #expect(card.base == .huggingFace("meta-llama/Llama-3.1-8B") && card.relation == .finetune && card.depth == 1)
    #expect(card.license.concluded == "llama3.1")
    #expect(card.evidence == "a/README.md:2 names it as base" && card.location?.path == "a/README.md")
    let adapter = try #require(models["b"]?.lineage.first)
    #expect(adapter.relation == .adapter && adapter.license.concluded == "gemma")
  }

  @Test(
    "a base is known under any spelling of its id, and named once",
    arguments: [
      "META-LLAMA/llama-3.1-8b", "meta-llama/Meta-Llama-3.1-8B", "meta-llama/Llama-3.1-8B",
    ])
  func spellings(id: String) throws {
    let model = try #require(
      resolve([card([], bases: [id, "meta-llama/Llama-3.1-8B"]), config(in: "./part", bases: [id])])["."])
    #expect(model.lineage.map(\.base.id) == ["meta-llama/Llama-3.1-8B"])
    #expect(model.words == "known llama3.1 low")
  }

  @Test("what says nothing of itself stands under its base's license, with low confidence")
  func inherited() throws {
    let model = try #require(resolve([config(in: "m", bases: ["google/gemma-2-2b"])])["m"])
    #expect(model.words == "known gemma low")
    #expect(model.license.claims.map(\.source) == [.base])
    #expect(model.license.claims.map(\.evidence) == ["its base google/gemma-2-2b is under gemma"])
    #expect(model.declaredLicenses.isEmpty)
  }

  @Test("a base of which nothing is known keeps a freer one from being concluded, and not a stricter one")
  func unknownBase() {
    let free = resolve([config(in: "m", bases: ["microsoft/phi-2", "acme/Nothing-1B"])])["m"]
    #expect(free?.words == "conflict - low" && free?.license.category == nil)
    let restricted = resolve([config(in: "m", bases: ["google/gemma-2-2b", "acme/Nothing-1B"])])["m"]
    #expect(restricted?.words == "known gemma low")
    #expect(resolve([config(in: "m", bases: ["acme/Nothing-1B"])])["m"]?.words == "absent - low")
  }

  @Test("two bases under different licenses are a conflict, and the stricter counts")
  func merge() {
    let model = resolve([config(in: "m", bases: ["mistralai/Mistral-7B-v0.1", "meta-llama/Meta-Llama-3-8B"])])["m"]
    #expect(model?.words == "conflict llama3 low")
  }

  @Test(
    "a free label over a copyleft or share-alike base is a conflict, and the base's license counts",
    arguments: [
      ("apache-2.0", "Ultralytics/YOLO11", "conflict agpl-3.0 high"),
      ("gpl-3.0", "Ultralytics/YOLO11", "conflict agpl-3.0 high"),
      ("mit", "nlpaueb/legal-bert-base-uncased", "conflict cc-by-sa-4.0 high"),
      // Nothing of the stricter one is left out, and it is not what the base asks for.
      ("cc-by-sa-4.0", "Ultralytics/YOLO11", "conflict cc-by-sa-4.0 high"),
      // CC BY-SA 4.0, 1(c): on the list of compatible licenses.
      ("gpl-3.0", "nlpaueb/legal-bert-base-uncased", "known gpl-3.0 high"),
      ("agpl-3.0", "Ultralytics/YOLO11", "known agpl-3.0 high"),
    ])
  func copyleft(label: String, base: String, words: String) throws {
    let model = try #require(resolve([card([label], bases: [base], relation: .finetune)])["."])
    #expect(model.words == words)
    #expect(model.license.claims.contains { $0.source == .base } == words.hasPrefix("conflict"))
  }

  @Test(
    "what was only taught by such a model is no derivative of it", arguments: [Relation.distilled, .trainedOnOutputs])
  func taught(relation: Relation) {
    let model = resolve([card(["mit"], bases: ["nlpaueb/legal-bert-base-uncased"], relation: relation)])["."]
    #expect(model?.words == "known mit high")
    let part = relation == .distilled ? "what it was distilled from" : "one whose outputs train it"
    #expect(model?.lineage.first?.evidence == "README.md:2 names it as \(part)")
  }

  @Test("a label of its own does not free a model from its base's restrictions")
  func relicensed() {
    let model = resolve([card(["apache-2.0"], bases: ["meta-llama/Llama-3.1-8B"])])["."]
    #expect(model?.words == "conflict llama3.1 high", "the label is a claim, and the stricter counts")
    #expect(model?.applicable == ["llama3.1", "apache-2.0"])
  }

  @Test(
    "the distilled models of DeepSeek stand on what they were made from",
    arguments: [
      ("deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "meta-llama/Llama-3.1-8B", ["llama3.1", "mit"]),
      (
        "deepseek-ai/DeepSeek-R1-Distill-Llama-70B", "meta-llama/Llama-3.3-70B-Instruct",
        ["llama3.3", "mit"]
      ),
      ("deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "Qwen/Qwen2.5-Math-7B", ["mit"]),
    ])
  func distilled(id: String, base: String, applicable: [String]) {
    let model = Resolver().resolve(.huggingFace(id))
    #expect(model.words == (applicable.count > 1 ? "conflict \(applicable[0]) medium" : "known mit medium"))
    #expect(model.license.candidates.map(\.id) == ["mit"], "the label is what it is")
    #expect(model.lineage.first?.base.id == base)
    #expect(model.lineage.first?.evidence == "the catalog has it as a base of \(id)")
    #expect(Set(model.applicable) == Set(applicable))
    #expect(model.applicableLicenses.first?.license.category.isRestricted == (applicable.count > 1))
  }

  @Test("what a publisher has made from its own earlier model is under the license that it gave it")
  func settled() {
    let model = Resolver().resolve(.huggingFace("bartowski/Llama-3.3-70B-Instruct-abliterated-GGUF"))
    #expect(model.words == "known llama3.3 low" && model.applicable == ["llama3.3"])
    #expect(model.lineage.filter(\.isSettled).map(\.base.id) == ["meta-llama/Llama-3.1-70B"])
    // What others hold the rights in, a step of one owner in between does not settle.
    let further = Resolver().resolve(.huggingFace("N-Bot-Int/OpenElla3-Llama3.2-GGUF"))
    #expect(further.words == "conflict llama3.2 high")
  }

  @Test(
    "a base under a license that nobody could read, or the name's own, stands against a free label",
    arguments: [
      ("lmstudio-community/Codestral-22B-v0.1-GGUF", "conflict mnpl high"),
      ("OpenGVLab/InternVL-Chat-ViT-6B-Vicuna-13B", "conflict llama1 low"),
      ("bartowski/Sensualize-Solar-10.7B-exl2", "conflict cc-by-nc-4.0 low"),
      ("TheBloke/Platypus2-13B-GGUF", "conflict cc-by-nc-sa-4.0 low"),
      ("bartowski/Qwen2.5-72B-Instruct-GGUF", "known qwen low"),
      ("cognitivecomputations/dolphin-2.9-llama3-8b-gguf", "known llama3 low"),
      ("QuantFactory/dolphin-2.9-llama3-8b-GGUF", "known llama3 low"),
      ("osllmai-community/Qwen2.5-0.5B-bnb-4bit", "known apache-2.0 low"),
      ("LoneStriker/Starling-LM-7B-alpha-2.4bpw-h6-exl2", "known cc-by-nc-4.0 low"),
    ])
  func beside(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }

  @Test("whose base has no license that its publisher declares has nothing to pass on, whatever its own label says")
  func unlicensedBase() throws {
    let model = try #require(resolve([card(["mit"], bases: ["StanfordAIMI/CheXagent-8b"])])["."])
    #expect(model.words == "conflict - low" && model.license.category == nil)
    #expect(
      model.license.claims.last?.evidence
        == "its base StanfordAIMI/CheXagent-8b has no license that its publisher declares: README.md:2 names it as base"
    )
    #expect(resolve([card(["gemma"], bases: ["StanfordAIMI/CheXagent-8b"])])["."]?.words == "known gemma high")
    let taught = resolve([card(["mit"], bases: ["StanfordAIMI/CheXagent-8b"], relation: .distilled)])["."]
    #expect(taught?.words == "known mit high", "a teacher is no base")
    let copied = resolve([card(["mit"], bases: ["unsloth/Mistral-Nemo-Instruct-2407-bnb-4bit"])])["."]
    #expect(copied?.words == "known mit high", "a copy without a label is what its original is")
    #expect(resolve([card(["mit"], bases: ["acme/Nothing-1B"])])["."]?.words == "known mit high", "nobody is known")
  }

  @Test(
    "what a model's makers say that it was made from stands against its free label",
    arguments: [
      ("canopylabs/orpheus-3b-0.1-ft", "conflict llama3.2"), ("microsoft/UserLM-8b", "conflict llama3"),
      ("vidore/colpali-v1.2", "conflict gemma"), ("vidore/colqwen-omni-v0.1", "conflict qwen-research"),
      ("cpm-ai/gemma-ko-v01", "conflict gemma"),
      ("defog/sqlcoder-7b-2", "conflict llama2"), ("defog/sqlcoder-34b-alpha", "conflict llama2"),
      ("timbrooks/instruct-pix2pix", "conflict creativeml-openrail-m"),
      ("segmind/SSD-1B", "conflict openrail++"), ("SimianLuo/LCM_Dreamshaper_v7", "conflict creativeml-openrail-m"),
      ("lerobot/pi0", "conflict gemma"), ("moonshotai/Kimi-Dev-72B", "conflict qwen"),
      ("openvla/openvla-7b", "conflict llama2"),
    ])
  func documented(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words.hasPrefix(words))
  }

  @Test("a part under the AGPL is in the lineage of what is labeled MIT")
  func part() {
    let model = Resolver().resolve(.huggingFace("microsoft/OmniParser-v2.0"))
    #expect(model.lineage.first?.license.concluded == "agpl-3.0")
  }

  @Test(
    "a Vicuna is a Llama 2 where its name says 1.5, and may be the first LLaMA where it says another version or none",
    arguments: [
      ("TheBloke/vicuna-7B-1.1-HF", "llama1"), ("TheBloke/vicuna-13B-v1.5-GGUF", "llama2"),
      ("lmsys/vicuna-7b-v1.5-16k", "llama2"), ("someone/vicuna-7b-1.5-tuned", "llama2"),
      ("someone/llava-v1.6-vicuna-13b", "llama2"), ("someone/Wizard-Vicuna-13B-tuned", "llama1"),
    ])
  func vicuna(id: String, license: String) {
    #expect(Resolver().resolve(.huggingFace(id)).license.concluded == license)
  }

  @Test(
    "siblings and a publisher's habit do not free what they may differ from",
    arguments: [
      ("nvidia/nemotron-3-nano-30b-a3b", "unknown - low"),
      ("YeungNLP/firefly-baichuan-13b", "unknown - low"), ("Qwen/Qwen3.5-Plus", "absent - low"),
      ("calcuis/flux-gguf", "unknown - low"), ("sail/zorblat-72b-v2", "unknown - low"),
      ("zai-org/CogVideoX-2b", "known apache-2.0 high"),
    ])
  func witnesses(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }

  @Test(
    "a free label over a restricted line that the name alone says is a conflict of low confidence",
    arguments: [
      ("OpenScholar/Llama-3.1_OpenScholar-8B", "meta-llama/Llama-3.1-*", "llama3.1"),
      ("ZeroXClem/Llama3.1-BestMix-Chem-Einstein-8B", "meta-llama/Llama-3.1-*", "llama3.1"),
    ])
  func namedAfterLine(id: String, base: String, license: String) throws {
    let model = Resolver().resolve(.huggingFace(id))
    #expect(model.words == "conflict \(license) low" && model.license.category == .community)
    #expect(model.license.claims.map(\.license) == ["apache-2.0", license])
    let edge = try #require(model.lineage.first)
    #expect(edge.base.id == base && edge.confidence == .low && edge.license.concluded == license)
    #expect(edge.evidence == "the name \(id) says that it was made from a model of that line")
    #expect(model.applicable == [license, "apache-2.0"])
  }

  @Test(
    "a model that nothing speaks of stands under the line that its name says, and a publisher's own name says nothing")
  func unknownNamedAfterLine() throws {
    let model = Resolver().resolve(.huggingFace("acme/amoral-gemma3-9000B"))
    #expect(model.words == "known gemma low" && model.lineage.map(\.base.id) == ["google/gemma-3-*"])
    #expect(Resolver().resolve(.huggingFace("google/gemma-3-9000b-x")).lineage.isEmpty)
  }

  @Test(
    "what a publisher makes of its own model is its own; what it makes of a copy of another's is not",
    arguments: [
      ("google/gemma-2-2b-it", "google/gemma-2-2b", true),
      ("unsloth/Meta-Llama-3.1-8B-Instruct-bnb-4bit", "unsloth/Meta-Llama-3.1-8B", false),
      ("acme/amoral-gemma3-9000B", "google/gemma-3-*", false),
    ])
  func publishersOwn(id: String, base: String, isOwn: Bool) throws {
    let edge = try #require(Resolver().resolve(.huggingFace(id)).lineage.first)
    #expect(edge.base.id == base && edge.isPublishersOwn == isOwn)
  }

  @Test(
    "a maker's own license beside another's line in the name leaves the line's standing",
    arguments: [
      ("nvidia/Llama-3_3-Nemotron-Super-49B-v1", "llama3.3"), ("inceptionai/Llama-3.1-Sherkala-8B-Chat", "llama3.1"),
    ])
  func makersOwnLicense(id: String, license: String) throws {
    let model = Resolver().resolve(.huggingFace(id))
    #expect(model.lineage.first?.license.concluded == license)
    #expect(model.applicable.contains(license))
  }

  @Test(
    "the base that a line is known to have counts beside the ones that a list names, which may be a step on the way")
  func baseOfRuleBesideListed() {
    let model = Resolver().resolve(.huggingFace("H-D-T/Buzz-8b-Large-v0.5"))
    let edge = model.lineage.first { $0.base.id == "meta-llama/Meta-Llama-3-8B" && $0.depth == 1 }
    #expect(edge?.evidence == "the catalog's rule for the line of H-D-T/Buzz-8b-Large-v0.5 has it as a base")
    #expect(edge?.confidence == .medium)
    #expect(model.lineage.count > 1 && model.license.category?.isRestricted == true)
  }

  @Test("the line that the name of a base says reaches what was made from the base")
  func baseNamedAfterLine() {
    let model = resolve([card(["mit"], bases: ["acme/amoral-gemma3-9000B"])])["."]
    #expect(model?.lineage.map(\.base.id) == ["acme/amoral-gemma3-9000B", "google/gemma-3-*"])
    #expect(model?.lineage.map(\.confidence) == [.high, .low])
  }

  @Test("what says nothing of itself and stands on a distilled model stands under the Llama license")
  func inheritedFromFurtherUp() {
    let model = resolve([config(in: "m", bases: ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B"])])["m"]
    #expect(model?.license.concluded == "llama3.1")
    #expect(model?.lineage.map(\.depth) == [1, 2])
  }

  @Test("a model that names itself or a base twice ends")
  func cycles() {
    let own = Resolver().resolve(
      Detections(
        references: [
          ModelReference(
            model: .local("m"), location: Location(path: "m"), asWritten: "m", kind: .modelCard, role: .published)
        ],
        declarations: [
          ModelDeclaration(
            model: "m", source: .modelCard, location: Location(path: "m/README.md"),
            bases: [DeclaredBase(model: .local("m"), relation: nil, location: Location(path: "m/README.md"))])
        ]))
    #expect(own.models.first?.lineage.isEmpty == true)
    let twice = resolve([card([], in: "m", bases: ["google/gemma-2-2b", "Google/Gemma-2-2B"])])["m"]
    #expect(twice?.lineage.count == 1)
  }

  /// A model at the root whose card is labeled MIT and names these bases.
  private static func labeled(over bases: [String]) -> Resolution {
    let reference = ModelReference(
      model: .local("."), location: Location(path: "README.md"), asWritten: ".", kind: .modelCard, role: .published)
    return Resolver().resolve(Detections(references: [reference], declarations: [card(["mit"], bases: bases)]))
  }

  @Test("a card with a thousand bases is followed to a bound, and that is told: nothing free is concluded then")
  func bound() {
    let resolution = Self.labeled(over: (0..<1000).map { "acme/Base-\($0)" })
    let model = resolution.models.first
    #expect(model?.lineage.count == 512 && model?.words == "conflict - low" && model?.license.category == nil)
    #expect(model?.lineageCut?.base.id == "acme/Base-512")
    #expect(resolution.notifications.map(\.isIncomplete) == [true])
    #expect(resolution.notifications.map(\.path) == ["README.md"])
    #expect(resolution.notifications.first?.message.hasPrefix("line 2: Of what . was made from, acme/Base-512") == true)
  }

  @Test("a restricted base behind hundreds of others is met")
  func farBase() {
    let resolution = Self.labeled(over: (0..<500).map { "acme/Base-\($0)" } + ["meta-llama/Llama-3.1-8B"])
    #expect(resolution.models.first?.license.concluded == "llama3.1" && resolution.notifications.isEmpty)
  }

  /// Cards of which each names the one in the folder beside it, and the last one Llama.
  private static func chain(_ length: Int) -> Resolution {
    let places = (0..<length).map { Location(path: "m\($0)/README.md", line: 2) }
    let cards = places.indices.map { index in
      var card = ModelDeclaration(
        model: "m\(index)", source: .modelCard, location: places[index],
        licenses: [DeclaredLicense(tag: "mit", location: places[index])])
      let base = index + 1 < length ? ModelName.local("../m\(index + 1)") : .huggingFace("meta-llama/Llama-3.1-8B")
      let stated = DeclaredBase(model: base, relation: .finetune, location: places[index])
      if base.registry == .local { card.pathBases = [stated] } else { card.bases = [stated] }
      return card
    }
    return Resolver().resolve(
      Detections(
        references: places.indices.map { index in
          ModelReference(
            model: .local("m\(index)"), location: places[index], asWritten: "m\(index)", kind: .modelCard,
            role: .published)
        }, declarations: cards))
  }

  @Test(
    "a chain of models of the tree is followed to its end, or its cut is told", arguments: [(10, false), (80, true)])
  func chain(length: Int, isCut: Bool) throws {
    let resolution = Self.chain(length)
    let first = try #require(resolution.models.first { $0.name.id == "m0" })
    #expect(first.lineage.contains { $0.base.id == "meta-llama/Llama-3.1-8B" } == !isCut)
    #expect((first.lineageCut != nil) == isCut && resolution.notifications.contains(where: \.isIncomplete) == isCut)
    #expect(isCut ? first.license.confidence == .low : first.license.concluded == "llama3.1")
  }

  @Test("the strongest file's bases come first")
  func order() {
    let model = resolve([
      declaration("m/a.json", .modelConfig, bases: ["google/gemma-2-2b"]),
      declaration("m/b.md", .modelCard, bases: ["meta-llama/Llama-3.1-8B"]),
    ])["m"]
    #expect(model?.lineage.map(\.base.id) == ["meta-llama/Llama-3.1-8B", "google/gemma-2-2b"])
  }
}
