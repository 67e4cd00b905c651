internal import ProvisoCore
internal import ProvisoText

/// Calls that name no model and load one all the same: `pipeline("sentiment-analysis")`. The library's default then stands for
/// the name, at low confidence: another version of the library may have another.
struct ImplicitModels: LibraryFinder {
  /// As the reports name it.
  private let library: String
  /// Tasks, each followed by its model.
  private let models: [String: String]
  private let aliases: [String: String]

  private init(_ library: String, aliases: [String: String], _ table: String) {
    self.library = library
    self.aliases = aliases
    models = WordList.pairs(table)
  }

  func find(in part: CodePart) -> [ModelReference] {
    let (code, bytes) = (part.code, part.bytes)
    let isCalled = code.scopes.contains { $0.callee.map { bytes[$0].elementsEqual(Self.callee.utf8) } == true }
    guard isCalled else { return [] }
    let fuller = code.scopesWithMoreArguments
    return code.literals.compactMap { literal in
      guard let scope = literal.scope, !fuller.contains(scope), literal.argument == 0, !literal.isPart,
        !literal.isComputed, !literal.isInComment,
        literal.label.map({ bytes[$0].elementsEqual("task".utf8) }) ?? true,
        let name = code.scopes[scope].callee, bytes[name].elementsEqual(Self.callee.utf8)
      else { return nil }
      let task = part.input.source.string(in: literal.range)
      guard let model = model(task), Self.namesNoModel(scope, in: code, part.input.source) else { return nil }
      return part.input.reference(
        .huggingFace(model), revision: .unpinned, at: literal.range, kind: part.kind, confidence: .low,
        remark: "the default of pipeline(\"\(task)\") in \(library)")
    }
  }

  private static let callee = "pipeline"

  /// Nothing stands where a model could: no second argument, and the word in no label.
  private static func namesNoModel(_ scope: Int, in code: CodeLiterals, _ source: SourceText) -> Bool {
    let inside = code.scopes[scope].range
    guard inside.count <= 4_096, source.bytes[inside].last == UInt8(ascii: ")") else { return false }
    return !words(inside, source).contains { $0.contains("model") }
  }

  private static func words(_ range: Range<Int>, _ source: SourceText) -> [String] {
    ASCII.lowercased(source.string(in: range)).split { !($0.isLetter || $0 == "_") }.map(String.init)
  }

  private func model(_ task: String) -> String? {
    // `translation_en_to_fr`
    let task = task.hasPrefix("translation_") ? "translation" : task
    return models[aliases[task] ?? task]
  }

  /// SUPPORTED_TASKS and TASK_ALIASES in src/transformers/pipelines/__init__.py of huggingface/transformers at 003512f.
  static let transformers = ImplicitModels(
    "transformers",
    aliases: [
      "sentiment-analysis": "text-classification", "ner": "token-classification", "vqa": "visual-question-answering",
      "text-to-speech": "text-to-audio",
    ],
    """
    audio-classification superb/wav2vec2-base-superb-ks
    automatic-speech-recognition facebook/wav2vec2-base-960h
    text-to-audio suno/bark-small
    feature-extraction distilbert/distilbert-base-cased
    text-classification distilbert/distilbert-base-uncased-finetuned-sst-2-english
    token-classification dbmdz/bert-large-cased-finetuned-conll03-english
    question-answering distilbert/distilbert-base-cased-distilled-squad
    table-question-answering google/tapas-base-finetuned-wtq
    visual-question-answering dandelin/vilt-b32-finetuned-vqa
    document-question-answering impira/layoutlm-document-qa
    fill-mask distilbert/distilroberta-base
    summarization sshleifer/distilbart-cnn-12-6
    translation google-t5/t5-base
    text2text-generation google-t5/t5-base
    text-generation openai-community/gpt2
    zero-shot-classification facebook/bart-large-mnli
    zero-shot-image-classification openai/clip-vit-base-patch32
    zero-shot-audio-classification laion/clap-htsat-fused
    image-classification google/vit-base-patch16-224
    image-feature-extraction google/vit-base-patch16-224
    image-segmentation facebook/detr-resnet-50-panoptic
    image-to-text ydshieh/vit-gpt2-coco-en
    image-text-to-text llava-hf/llava-onevision-qwen2-0.5b-ov-hf
    object-detection facebook/detr-resnet-50
    zero-shot-object-detection google/owlvit-base-patch32
    depth-estimation Intel/dpt-large
    video-classification MCG-NJU/videomae-base-finetuned-kinetics
    mask-generation facebook/sam-vit-huge
    image-to-image caidas/swin2SR-classical-sr-x2-64
    """)

  /// SUPPORTED_TASKS and TASK_ALIASES in src/pipelines.js of huggingface/transformers.js at 0029d2c.
  static let transformersJS = ImplicitModels(
    "transformers.js",
    aliases: [
      "sentiment-analysis": "text-classification", "ner": "token-classification",
      "asr": "automatic-speech-recognition", "text-to-speech": "text-to-audio", "embeddings": "feature-extraction",
    ],
    """
    text-classification Xenova/distilbert-base-uncased-finetuned-sst-2-english
    token-classification Xenova/bert-base-multilingual-cased-ner-hrl
    question-answering Xenova/distilbert-base-cased-distilled-squad
    fill-mask Xenova/bert-base-uncased
    summarization Xenova/distilbart-cnn-6-6
    translation Xenova/t5-small
    text2text-generation Xenova/flan-t5-small
    text-generation Xenova/gpt2
    zero-shot-classification Xenova/distilbert-base-uncased-mnli
    audio-classification Xenova/wav2vec2-base-superb-ks
    zero-shot-audio-classification Xenova/clap-htsat-unfused
    automatic-speech-recognition Xenova/whisper-tiny.en
    text-to-audio Xenova/speecht5_tts
    image-to-text Xenova/vit-gpt2-image-captioning
    image-classification Xenova/vit-base-patch16-224
    image-segmentation Xenova/detr-resnet-50-panoptic
    zero-shot-image-classification Xenova/clip-vit-base-patch32
    object-detection Xenova/detr-resnet-50
    zero-shot-object-detection Xenova/owlvit-base-patch32
    document-question-answering Xenova/donut-base-finetuned-docvqa
    image-to-image Xenova/swin2SR-classical-sr-x2-64
    depth-estimation Xenova/dpt-large
    feature-extraction Xenova/all-MiniLM-L6-v2
    image-feature-extraction Xenova/vit-base-patch16-224-in21k
    """)
}

extension CodeLiterals {
  /// The calls that have more than one unlabelled argument, as far as literals, names and calls tell.
  fileprivate var scopesWithMoreArguments: Set<Int> {
    var more: Set<Int> = []
    for literal in literals where literal.argument > 0 && literal.label == nil {
      if let scope = literal.scope { more.insert(scope) }
    }
    for argument in arguments where argument.argument > 0 && argument.label == nil { more.insert(argument.scope) }
    for scope in scopes where scope.label == nil && scope.kind == .call {
      if let parent = scope.parent { more.insert(parent) }
    }
    return more
  }
}
