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
      guard text.utf8.contains(where: { !ASCII.isLetter($0) }) || ModelWords(text).hasFamily,
        !PlainName.isDottedIdentifier(text)
      else { return nil }
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
