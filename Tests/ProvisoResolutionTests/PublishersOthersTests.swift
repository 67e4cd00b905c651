import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import ProvisoTestSupport
import Testing

@Suite("What a publisher's other models say of one that nobody has labeled")
struct PublishersOthersTests {
  @Test(
    "what may have been made from another base is not freed by models that begin alike",
    arguments: [
      // Those on file are of another size, and the publisher has models under licenses of its own.
      "OpenGVLab/PIIP-LLaVA_CLIP-BL_512-448_19B",
      // What these have in common is the tool that they were converted for.
      "csukuangfj/sherpa-onnx-zorblat-zh",
      // The word before a version's digit is a line's.
      "YeungNLP/firefly-chatglm-zorblat", "YeungNLP/firefly-deepseekcoder",
      // Most models of the publisher are under licenses of its own, as later ones of this line are, whose first were free.
      "nvidia/parakeet-unified-zorblat-0.6b", "nvidia/stt_en_fastconformer_hybrid_zorblat",
    ])
  func notFreed(id: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == "unknown - low")
  }

  @Test(
    "a size that others have, too, and words behind a model's name and its shape change nothing",
    arguments: ["OpenMed/OpenMed-NER-DNADetect-SuperClinical-109M", "OpenMed/OpenMed-NER-DNADetect-Zorblat-7B"])
  func freed(id: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == "known apache-2.0 low")
  }

  @Test("a line in the name is taken as the publisher's other models that carry it are labeled, where that is no freer")
  func lineSiblings() throws {
    let model = Resolver().resolve(.huggingFace("John6666/zorblat-v9-sdxl"))
    #expect(model.words == "known creativeml-openrail-m low")
    let claim = try #require(model.license.claims.first)
    #expect(claim.source == .publisher && claim.evidence.contains("whose names carry that line"))
    let stricter = Resolver().resolve(.huggingFace("GAI-LLM/zorblat-llama2-13b"))
    #expect(stricter.words == "known cc-by-nc-4.0 low" && stricter.lineage.first?.license.concluded == "llama2")
    // Of a publisher of copies, and of one whose models say what the line says, nothing more is known.
    #expect(Resolver().resolve(.huggingFace("mradermacher/zorblat-sdxl")).words == "known openrail++ low")
    #expect(Resolver().resolve(.huggingFace("nobody/zorblat-sdxl")).words == "known openrail++ low")
  }

  @Test("a copy of a copy without a label stands under what the original does; what was trained in between does not")
  func unlabeledCopies() {
    let copy = Resolver().resolve(.huggingFace("unsloth/Qwen3-30B-A3B-Thinking-2507-GGUF"))
    #expect(copy.words == "known apache-2.0 low")
    #expect(copy.license.claims.map(\.evidence).contains { $0.contains("Qwen/Qwen3-30B-A3B-Thinking-2507") })
    #expect(Resolver().resolve(.huggingFace("elyza/ELYZA-Shortcut-1.0-Qwen-7B-GGUF")).license.concluded == nil)
  }

  @Test("what a publisher of mostly restricted models made of a free one is not free until somebody says so")
  func restrictivePublisher() {
    let model = Resolver().resolve(.huggingFace("nvidia/omnivinci"))
    #expect(model.words == "conflict - low" && model.lineage.contains { $0.license.concluded == "apache-2.0" })
    // Its quantizations of others' models are under its own license at times.
    #expect(Resolver().resolve(.huggingFace("nvidia/Gemma-4-26B-A4B-NVFP4")).words == "conflict - low")
    #expect(RestrictivePublishers.contains("NVIDIA") && RestrictivePublishers.contains("apple"))
    #expect(!RestrictivePublishers.contains("Qwen") && !RestrictivePublishers.contains("TheBloke"))
    #expect(!RestrictivePublishers.contains("nobody") && !RestrictivePublishers.contains(""))
  }

  @Test("a free base, and a publisher of free models, free no model whose name bars commerce")
  func nonCommercialName() {
    #expect(Resolver().resolve(.huggingFace("someone/Qwen3-8B-nc-GGUF")).license.category?.isRestricted != false)
    #expect(Resolver().resolve(.huggingFace("unsloth/Qwen3-30B-A3B-Thinking-2507-NC")).license.concluded == nil)
    #expect(Resolver().resolve(.huggingFace("OpenMed/OpenMed-NER-DNADetect-Zorblat-NC-7B")).license.concluded == nil)
    #expect(Resolver().resolve(.huggingFace("HuggingFaceTB/Zorblat-noncommercial")).license.concluded == nil)
  }

  @Test("a free base frees no model without a label whose name speaks of a line that the base's does not")
  func otherLine() {
    let model = Resolver().resolve(.huggingFace("KakaoL0L/Llama38B_CVetOFFRETEST_16bit"))
    #expect(model.words == "conflict - low" && !model.lineage.isEmpty)
    // A format is no line.
    #expect(
      Resolver().resolve(.huggingFace("Mozilla/Qwen2.5-Coder-14B-Instruct-llamafile")).words == "known apache-2.0 low")
    #expect(model.license.claims.map(\.evidence).contains { $0.contains("speaks of a line") })
  }
}
