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
  package static func meaning(of key: String) -> Meaning { meaning(of: key.utf8) }

  /// What a value under `key` is judged by; nil where the key says that it is something else.
  package static func context(of key: String) -> NameContext? {
    switch meaning(of: key.utf8) {
    case .model, .settings: .modelKey
    case .repository: .repositoryKey
    case .other: nil
    case .nothing: .bare
    }
  }

  /// The library whose short names a name about models asks for: `ASR_MODEL`, `OLLAMA_MODEL`.
  static func library(of identifier: some Sequence<UInt8>) -> ModelLibrary? {
    for word in words(identifier) { if let library = libraries[word] { return library } }
    return nil
  }

  private static let libraries: [String: ModelLibrary] = [
    "asr": .whisper, "ollama": .ollama, "spacy": .spacy, "stt": .whisper, "timm": .timm, "whisper": .whisper,
  ]

  package static func meaning(of identifier: some Sequence<UInt8>) -> Meaning {
    var meaning = Meaning.nothing
    var isOutput = false
    var previous = ""
    for word in words(identifier) {
      if outputs.contains(word) { isOutput = true }
      defer { previous = word }
      // What a screen shows: `ViewModel`, `ModelAndView`.
      if word == "model" && previous == "view" || word == "view" && meaning == .model {
        meaning = .other
        continue
      }
      if word.contains("model") || models.contains(word) || word.hasPrefix("checkpoint") {
        meaning = .model
      } else if others.contains(word) || word.hasPrefix("dataset") {
        meaning = .other
      } else if settings.contains(word), meaning == .model {
        meaning = .settings
      } else if repositories.contains(word), meaning == .nothing {
        meaning = .repository
      }
    }
    return isOutput && meaning == .model ? .other : meaning
  }

  /// What is written, not what is loaded: `save_model`, `IMPORTED_MODEL_NAME`.
  private static let outputs: Set<String> = [
    "export", "exported", "imported", "output", "outputs", "push", "save", "saved", "saving", "served", "upload",
    "uploaded",
  ]

  /// What holds a model, or a part of one that is named by its repository.
  private static let models: Set<String> = [
    "adapter", "adapters", "ckpt", "embedder", "llm", "llms", "lora", "loras", "pretrained", "reranker", "tokenizer",
    "vlm",
    "weights",
  ]
  private static let others: Set<String> = [
    "arch", "architecture", "author", "base_url", "chat_template", "class", "cls", "count", "dim", "dimensions", "dir",
    "directory", "dtype", "endpoint", "format", "host", "key", "license", "module", "package", "port", "provider",
    "template",
    "version", "docker", "file", "filename", "folder", "git", "github", "image", "images", "mime", "space", "spaces",
    "type", "types", "uri", "url", "urls",
  ]
  private static let settings: Set<String> = [
    "args", "config", "configuration", "data", "info", "input", "inputs", "kwargs", "metrics", "options", "params",
    "settings",
  ]
  /// Labels and keys that say nothing of what is under them.
  static let general: Set<String> = [
    "default", "default_value", "default_value_t", "defaultvalue", "id", "name", "path", "value",
  ]
  private static let repositories: Set<String> = ["hub", "repo", "repoid", "repos", "repository"]

  /// In lower case, parted at humps and at all that is no letter.
  private static func words(_ identifier: some Sequence<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousWasUpper = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in identifier {
      let isUpper = ASCII.isUpper(byte)
      if !ASCII.isLetter(byte) {
        end()
      } else {
        if isUpper, !previousWasUpper {
          end()
        } else if !isUpper, previousWasUpper, word.count > 1, let first = word.popLast() {
          // The last capital of `HFModel` begins a word.
          end()
          word = [first]
        }
        word.append(byte | 0x20)
      }
      previousWasUpper = isUpper
    }
    end()
    return words
  }
}
