internal import ProvisoText

/// A file whose parts are read one after the other: what is asked of the whole of it is found out once.
final class WholeFile: Sendable {
  let source: SourceText
  /// Looks ids up; whoever runs the detectors brings it.
  let isListed: DetectionInput.ListedIDs
  private let ollama: Deferred<Bool>
  private let hub: Deferred<Bool>
  private let whisper: Deferred<ModelLibrary?>
  private let models: Deferred<Bool>
  private let pins: Deferred<Bool>
  private let training: Deferred<Bool>
  private let counted: Deferred<WordCounts>
  private let code: Deferred<CodeRepositories>
  private let makers: Deferred<MakersService.Calls>
  private let choices: Deferred<Bool>

  init(_ source: SourceText, isListed: @escaping DetectionInput.ListedIDs = { _ in false }) {
    self.source = source
    self.isListed = isListed
    ollama = Deferred { Self.speaksOfOllama(source.bytes.span) }
    hub = Deferred { Self.hubNeedles.containsAny(in: source.bytes.span) }
    whisper = Deferred { Self.speech(in: source.bytes.span) }
    models = Deferred { Self.modelNeedles.containsAny(in: source.bytes.span) }
    pins = Deferred { Self.pinNeedles.containsAny(in: source.bytes.span) }
    training = Deferred { Self.trains(source.bytes) }
    counted = Deferred { WordCounts(source) }
    code = Deferred { CodeRepositories(source) }
    makers = Deferred { MakersService.Calls(source.bytes) }
    choices = Deferred { Self.choosesModel(source.bytes) }
  }

  /// Whether it speaks of Ollama, so that a name of its library means that model.
  var speaksOfOllama: Bool { ollama.value }

  /// The library of Whisper that it speaks of, whose sizes are models then; nil for none.
  var speech: ModelLibrary? { whisper.value }

  /// Whether it speaks of the model hub, so that a repository is one there.
  var speaksOfHub: Bool { hub.value }

  /// Whether it speaks of models at all, so that its strings of several lines are looked at.
  var speaksOfModels: Bool { models.value }

  /// Whether it names a revision apart from the model: which one is meant is not followed.
  var namesRevisions: Bool { pins.value }

  /// Whether it says how a model is built or trained: what it calls the model then is an architecture as often.
  var trains: Bool { training.value }

  /// How often its words stand in it.
  var words: WordCounts { counted.value }

  /// Whether people choose a model in a view of it: `Picker("Model", selection: $settings.modelSize)`.
  var choosesModel: Bool { choices.value }

  /// The makers' services that it calls.
  var makersServices: MakersService.Calls { makers.value }

  /// The repositories of code that it names by their addresses.
  var codeRepositories: CodeRepositories { code.value }

  private static func speaksOfOllama(_ bytes: Span<UInt8>) -> Bool {
    var found = false
    needle.forEachMatch(in: bytes) { _, offset in
      // Not `VideoLLaMA`.
      found = offset == 0 || bytes[offset] == UInt8(ascii: "O") || !ASCII.isLetter(bytes[offset - 1])
      return !found
    }
    return found
  }

  private static func speech(in bytes: Span<UInt8>) -> ModelLibrary? {
    var found: ModelLibrary?
    speechNeedles.forEachMatch(in: bytes) { needle, _ in
      // The plain word stands in the names of the others.
      if needle == 0 { found = found ?? .whisper } else { found = needle == 1 ? .whisperKit : .fasterWhisper }
      return needle == 0
    }
    return found
  }

  private static func choosesModel(_ bytes: [UInt8]) -> Bool {
    var found = false
    selection.forEachMatch(in: bytes.span) { _, offset in
      let word = bytes[(offset + 12)...].prefix { ASCII.isWord($0) || $0 == UInt8(ascii: ".") }
      found = model.containsAny(in: bytes.span.extracting(word.startIndex..<word.endIndex))
      return !found
    }
    return found
  }

  private static let selection = NeedleSet(["selection: $"])
  private static let model = NeedleSet(["model"], ignoresCase: true)
  private static let speechNeedles = NeedleSet(
    ["whisper", "whisperkit", "faster_whisper", "faster-whisper"], ignoresCase: true)
  private static let modelNeedles = NeedleSet(
    QuotedNames.blockWords.filter { $0 != "llm" } + ["llama", "vllm", "whisper"], ignoresCase: true)
  private static let pinNeedles = NeedleSet(["--revision", "model_revision"], ignoresCase: true)
  /// Whether a key says it: `num_layers: 24`, `"hidden_size": 1024`, `flavor = "8B"`.
  private static func trains(_ bytes: [UInt8]) -> Bool {
    var found = false
    trainingNeedles.forEachMatch(in: bytes.span) { needle, offset in
      var end = offset + trainingKeys[needle].utf8.count
      guard offset == 0 || !ASCII.isWord(bytes[offset - 1]), end < bytes.count else { return true }
      if "\"'".utf8.contains(bytes[end]) { end += 1 }
      while end < bytes.count, ASCII.isBlank(bytes[end]) { end += 1 }
      found = end < bytes.count && ":=".utf8.contains(bytes[end])
      return !found
    }
    return found
  }

  private static let trainingNeedles = NeedleSet(trainingKeys)
  private static let trainingKeys = [
    "d_model", "flavor", "hidden_dim", "hidden_size", "learning_rate", "n_layers", "num_attention_heads",
    "num_hidden_layers", "num_layers", "optimizer", "train_steps", "training_steps", "vocab_size", "weight_decay",
  ]
  private static let needle = NeedleSet(["ollama"], ignoresCase: true)
  private static let hubNeedles = NeedleSet(
    ["huggingface", "hf_hub", "hf-hub", "hub_download", "snapshot_download"], ignoresCase: true)
}
