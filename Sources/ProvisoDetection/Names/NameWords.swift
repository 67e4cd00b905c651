/// What the words of an identifier, a key, a flag or a callee say of a literal under it.
package enum NameWords {
  package enum Meaning: Sendable {
    case model
    /// What goes with a model: `model_kwargs`. Itself it may hold one, what lies inside it need not.
    case settings
    /// A place that holds models and other things: a repository, the hub.
    case repository
    /// A data set, an image, an address …
    case other
    case nothing
  }

  /// `modelID`, `MODEL_NAME`, `repoId`, `image_model`; of several, the last word decides: `model_dataset` is a data set.
  package static func meaning(of key: String) -> Meaning { meaning(of: key.utf8.span, 0..<key.utf8.count) }

  /// What a value under `key` is judged by; nil where the key says that it is something else.
  package static func context(of key: String) -> NameContext? {
    switch meaning(of: key) {
    case .model, .settings: .modelKey
    case .repository: .repositoryKey
    case .other: nil
    case .nothing: .bare
    }
  }

  /// The library whose short names a name about models asks for: `ASR_MODEL`, `OLLAMA_MODEL`.
  static func library(of identifier: Span<UInt8>, _ range: Range<Int>) -> ModelLibrary? {
    var library: ModelLibrary?
    forEachWord(of: identifier, range) { word in
      library = libraryNames.index(of: identifier, word).map { libraries[$0] }
      return library == nil
    }
    return library
  }

  private static let libraryNames = WordTable("asr ollama spacy stt timm whisper")
  /// In the order of ``libraryNames``.
  private static let libraries: [ModelLibrary] = [.whisper, .ollama, .spacy, .whisper, .timm, .whisper]

  package static func meaning(of identifier: Span<UInt8>, _ range: Range<Int>) -> Meaning {
    // `tokenizer.ggml.model`: a kind of tokenizer.
    if starts(identifier, range, with: vocabulary) { return .other }
    var meaning = Meaning.nothing
    var (isOutput, isList) = (false, false)
    var previous = 0..<0
    forEachWord(of: identifier, range) { word in
      // `EXPORT_MODELS = […]`: what is put out are several.
      isList = isList || isOutput && list.contains(identifier, word)
      isOutput = isOutput || outputs.contains(identifier, word)
      defer { previous = word }
      // What a screen shows: `ViewModel`, `ModelAndView`.
      let isView = view.contains(identifier, word)
      if isView && meaning == .model
        || things.contains(identifier, previous) && exactModel.contains(identifier, word)
      {
        meaning = .other
        return true
      }
      if contains(identifier, word, model) || models.contains(identifier, word)
        || starts(identifier, word, with: checkpoint)
      {
        meaning = .model
      } else if meaning == .model && version.contains(identifier, word) {
        // Triton's `--model-repository` is a folder.
        // `--model-version owner/name`, and more often a number or a date.
        meaning = .repository
      } else if others.contains(identifier, word) || starts(identifier, word, with: dataset) {
        meaning = .other
      } else if meaning == .model, settings.contains(identifier, word) {
        meaning = .settings
      } else if meaning == .nothing, repositories.contains(identifier, word) {
        meaning = .repository
      }
      return true
    }
    return isOutput && !isList && meaning == .model ? .other : meaning
  }

  /// `model_dir`, `tokenizerDirectory`: a folder on the disk, and as often what a library takes from the hub.
  static func isModelFolder(_ identifier: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var (isModel, isFolder) = (false, false)
    forEachWord(of: identifier, range) { word in
      isFolder = isFolder || isModel && folders.contains(identifier, word)
      isModel =
        isModel || contains(identifier, word, model) || models.contains(identifier, word)
        || starts(identifier, word, with: checkpoint)
      return !isFolder
    }
    return isFolder
  }

  private static let folders = WordTable("dir directory folder")
  private static let vocabulary = Array("tokenizer.ggml".utf8)
  private static let view = WordTable("view")
  /// What has models of other kinds: `socModel`, `DEVICE_MODEL`, `viewModel`.
  private static let things = WordTable("billing car device hardware phone pricing soc vehicle view")
  private static let version = WordTable("repository version")
  private static let exactModel = WordTable("model")
  private static let model = Array("model".utf8)
  private static let checkpoint = Array("checkpoint".utf8)
  private static let dataset = Array("dataset".utf8)

  /// What is written, not what is loaded: `save_model`, `IMPORTED_MODEL_NAME`.
  private static let outputs = WordTable(
    "export exported imported output outputs push save saved saving served upload uploaded")

  private static let list = WordTable("models")

  /// What holds a model, or a part of one that is named by its repository.
  private static let models = WordTable(
    "adapter adapters ckpt embedder llm llms lora loras pretrained reranker tokenizer vlm weights")
  private static let others = WordTable(
    """
    addr address arch architecture architectures archs author base_url category chat_template checksum class cls count digest dim dimensions dir directory dtype endpoint format hash
    branch commit family host key license mode module package parser port provider renderer revision template version docker file filename folder git github image
    images mime space spaces type types uri url urls
    """)
  private static let settings = WordTable(
    "args config configuration data info input inputs kwargs metrics options params settings")
  /// Labels and keys that say nothing of what is under them.
  static let general = WordTable(
    "default default_value default_value_t defaultvalue id ids name names path paths value values")
  private static let repositories = WordTable("hub repo repoid repos repository")

  /// The words of an identifier, parted at humps and at all that is no letter, until `body` returns false.
  private static func forEachWord(
    of identifier: Span<UInt8>, _ range: Range<Int>, _ body: (_ word: Range<Int>) -> Bool
  ) {
    var start: Int?
    var previousWasUpper = false
    for offset in range {
      let byte = identifier[offset]
      let isUpper = ASCII.isUpper(byte)
      if !ASCII.isLetter(byte) {
        if let first = start, !body(first..<offset) { return }
        start = nil
      } else if let first = start {
        // A hump begins a word, and so does the last capital of `HFModel`.
        let end =
          isUpper && !previousWasUpper ? offset : !isUpper && previousWasUpper && offset - first > 1 ? offset - 1 : nil
        if let end {
          if !body(first..<end) { return }
          start = end
        }
      } else {
        start = offset
      }
      previousWasUpper = isUpper
    }
    if let first = start { _ = body(first..<range.upperBound) }
  }

  private static func starts(_ text: Span<UInt8>, _ word: Range<Int>, with start: [UInt8]) -> Bool {
    guard word.count >= start.count else { return false }
    for index in start.indices where ASCII.lowercased(text[word.lowerBound + index]) != start[index] { return false }
    return true
  }

  private static func contains(_ text: Span<UInt8>, _ word: Range<Int>, _ part: [UInt8]) -> Bool {
    guard word.count >= part.count else { return false }
    for offset in word.lowerBound...(word.upperBound - part.count)
    where starts(text, offset..<word.upperBound, with: part) { return true }
    return false
  }
}
