internal import ProvisoCore

/// Libraries and tools whose short names of models mean nothing elsewhere.
package enum ModelLibrary: String, Hashable, Sendable, CaseIterable {
  /// `whisper.load_model("base")`: the weights of openai/whisper-base.
  case whisper
  /// `WhisperModel("base")`: conversions by SYSTRAN.
  case fasterWhisper
  case ollama, spacy, timm, keras, torchHub, openCLIP, ultralytics, gpt4all, coqui, docker, kaggle
  /// `WhisperKit(model: "large-v3")`: conversions in one repository of argmaxinc.
  case whisperKit
  /// `MusicGen.get_pretrained("small")` and `AudioGen.get_pretrained("medium")` of audiocraft.
  case musicGen, audioGen
  /// Libraries that fetch weights of their own under short names.
  case insightFace, deepFace, rembg, flair

  /// Its place among all.
  var tag: UInt8 { Self.tags[self] ?? .max }

  private static let tags = Dictionary(uniqueKeysWithValues: zip(allCases, 0..<UInt8.max))

  /// Nil where the library takes the text for what everybody takes it for.
  func verdict(_ text: String) -> NameVerdict? {
    switch self {
    case .whisper:
      return WhisperNames.sizes.contains(text) ? NameVerdict(.huggingface, WhisperNames.hubID(text)) : nil
    case .fasterWhisper:
      return WhisperNames.sizes.contains(text) ? NameVerdict(.huggingface, WhisperNames.fasterID(text)) : nil
    case .ollama:
      guard PlainName.isOllamaName(text), !FilePath.isWeights(text), !HubAddress.isHubHost(text) else { return nil }
      // A word such as `any` or `default` is no name.
      guard text.utf8.contains(where: { !ASCII.isLetter($0) }) || ModelWords(text).hasFamily else { return nil }
      return NameVerdict(.ollama, text)
    case .spacy: return SpacyNames.isName(text) ? NameVerdict(.spacy, text) : nil
    case .timm:
      let name = text.hasPrefix("hf_hub:") || text.hasPrefix("hf-hub:") ? String(text.dropFirst(7)) : text
      if HubName.isID(name) { return NameVerdict(.huggingface, name) }
      return isWordWithMark(text) ? NameVerdict(.timm, text) : nil
    case .keras: return isWordWithMark(text) ? NameVerdict(.keras, text) : nil
    case .torchHub:
      // `owner/repository` of GitHub, with a branch: `pytorch/vision:v0.10.0`.
      let name = text.split(separator: ":").first.map(String.init) ?? text
      return HubName.isID(name) || isWordWithMark(name) ? NameVerdict(.torchhub, text) : nil
    case .openCLIP:
      return text.hasPrefix("hf-hub:") ? NameVerdict(.huggingface, String(text.dropFirst(7))) : nil
    case .ultralytics where UltralyticsName.model(named: text) != nil:
      return UltralyticsName.model(named: text).map { NameVerdict(.huggingface, $0) }
    case .ultralytics, .gpt4all: return FilePath.isWeights(text) ? NameVerdict(.local, text) : nil
    case .coqui: return text.hasPrefix("tts_models/") ? NameVerdict(.coqui, text) : nil
    case .docker: return DockerName.verdict(text)
    case .kaggle: return KaggleName.verdict(text)
    case .whisperKit:
      return WhisperNames.isVariant(text) ? NameVerdict(.huggingface, "argmaxinc/whisperkit-coreml") : nil
    case .musicGen, .audioGen, .insightFace, .deepFace, .rembg, .flair: return LibraryNames.verdict(text, of: self)
    }
  }

  private func isWordWithMark(_ text: String) -> Bool {
    text.utf8.allSatisfy { ASCII.isWord($0) || "-.".utf8.contains($0) } && text.utf8.contains(where: ASCII.isLetter)
      && text.utf8.contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "_") }
  }
}

extension FilePath {
  static func isWeights(_ text: String) -> Bool { WeightNames.isFile(text) }
}

enum WhisperNames {
  static let sizes = WordList.set(list)
  private static let table = WordTable(list, ignoresCase: false)
  private static let list = """
    tiny tiny.en base base.en small small.en medium medium.en large large-v1 large-v2 large-v3 large-v3-turbo turbo
    distil-small.en distil-medium.en distil-large-v2 distil-large-v3
    """

  static func isSize(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool { table.contains(text, range) }

  /// `openai_whisper-tiny.en`, `distil-whisper_distil-large-v3_turbo_600MB`, `large-v3-v20240930_626MB`, `tiny*`.
  static func isVariant(_ text: String) -> Bool {
    var name = text[...]
    for owner in ["openai_whisper-", "distil-whisper_", "openai/whisper-"] where name.hasPrefix(owner) {
      name = name.dropFirst(owner.count)
    }
    let size = name.prefix { $0 != "_" }
    return sizes.contains(String(size)) || sizes.contains { size.hasPrefix("\($0)-v20") }
  }

  static func hubID(_ size: String) -> String {
    switch size {
    case "turbo": "openai/whisper-large-v3-turbo"
    case "large": "openai/whisper-large-v3"
    case _ where size.hasPrefix("distil-"): "distil-whisper/\(size)"
    default: "openai/whisper-\(size)"
    }
  }

  static func fasterID(_ size: String) -> String {
    switch size {
    case "turbo", "large-v3-turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo"
    case "large": "Systran/faster-whisper-large-v3"
    case _ where size.hasPrefix("distil-"): "Systran/faster-distil-whisper-\(size.dropFirst(7))"
    default: "Systran/faster-whisper-\(size)"
    }
  }
}

/// Handles of Kaggle's models: `google/gemma/transformers/2b-it`, with a version behind it or not.
enum KaggleName {
  /// Whether `parts` are a handle where nothing speaks of Kaggle: the second says that it is a model, the third what its weights are
  /// written for, the last which version it is. Without a version it is a path as well.
  static func isHandle(_ parts: [Substring], _ context: NameContext) -> Bool {
    guard parts.count >= 4, frameworks.contains(parts[2]), ModelWords(String(parts[1])).hasFamily,
      !HubName.isNoOwner(String(parts[0]))
    else { return false }
    return parts.count == 5
      ? parts[4].utf8.allSatisfy(ASCII.isDigit) : context.asksForModel && Publishers.contains(String(parts[0]))
  }

  /// As Kaggle writes them in its handles.
  private static let frameworks = WordTable(
    """
    api coral flax gemma-cpp gemmacpp gguf jax keras litert maxtext onnx pax pytorch tensorflow1 tensorflow2 tensorrtllm tfjs
    tflite transformers triton
    """)

  static func verdict(_ text: some StringProtocol) -> NameVerdict? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (4...5).contains(parts.count), parts.allSatisfy({ HubName.isPart(String($0)) }) else { return nil }
    let revision = parts.count == 5 ? Revision(written: String(parts[4])) : .notApplicable
    return NameVerdict(
      .url, "https://www.kaggle.com/models/\(parts[..<4].joined(separator: "/"))", revision: revision)
  }
}

/// spaCy's pipelines: `en_core_web_sm`, and the packages of their releases.
enum SpacyNames {
  static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "_")
    guard parts.count == 4, let size = parts.last, let language = parts.first else { return false }
    return ["sm", "md", "lg", "trf"].contains(size) && [2, 3].contains(language.utf8.count)
      && ["core", "dep", "ent", "sent"].contains(parts[1])
  }

  /// `…/spacy-models/releases/download/en_core_web_sm-3.7.0/en_core_web_sm-3.7.0.tar.gz`.
  static func inAddress(_ path: String) -> String? {
    guard path.contains("/spacy-models/"), let file = path.split(separator: "/").last else { return nil }
    let name = String(file.prefix { $0 != "-" })
    return isName(name) ? name : nil
  }
}
