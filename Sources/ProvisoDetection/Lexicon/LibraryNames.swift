internal import ProvisoCore

/// Short names under which libraries fetch weights: those of audiocraft and flair stand on the hub, the others are files of the
/// library's own repository, and stand under its name as torch.hub writes it: `deepinsight/insightface:buffalo_l`.
enum LibraryNames {
  static func verdict(_ text: String, of library: ModelLibrary) -> NameVerdict? {
    guard isWord(text), !WeightNames.isFile(text) else { return nil }
    switch library {
    case .musicGen: return music.contains(text) ? NameVerdict(.huggingface, "facebook/musicgen-\(text)") : nil
    case .audioGen: return text == "medium" ? NameVerdict(.huggingface, "facebook/audiogen-medium") : nil
    case .insightFace: return NameVerdict(.torchhub, "deepinsight/insightface:\(text)")
    case .deepFace: return NameVerdict(.torchhub, "serengil/deepface:\(text)")
    case .rembg: return backgrounds.contains(text) ? NameVerdict(.torchhub, "danielgatis/rembg:\(text)") : nil
    case .flair:
      if let id = flair[text] { return NameVerdict(.huggingface, "flair/\(id)") }
      // The names of its repositories on the hub have the language in them.
      let isHub = languages.contains { text.contains("-\($0)") }
      return isHub ? NameVerdict(.huggingface, "flair/\(text)") : NameVerdict(.torchhub, "flairNLP/flair:\(text)")
    default: return nil
    }
  }

  /// `buffalo_l`, `VGG-Face`, `ner-large`.
  private static func isWord(_ text: String) -> Bool {
    text.utf8.allSatisfy { ASCII.isWord($0) || "-.".utf8.contains($0) } && text.utf8.contains(where: ASCII.isLetter)
  }

  /// HF_MODEL_CHECKPOINTS_MAP and the models' list in the README of facebookresearch/audiocraft.
  private static let music = WordList.set(
    "small medium large melody melody-large style stereo-small stereo-medium stereo-large stereo-melody stereo-melody-large"
  )
  private static let backgrounds = WordList.set(
    """
    u2net u2netp u2net_human_seg u2net_cloth_seg u2net_custom silueta isnet-general-use isnet-anime sam bria-rmbg ben2-base
    birefnet-general birefnet-general-lite birefnet-portrait birefnet-dis birefnet-hrsod birefnet-cod birefnet-massive
    """)
  /// `huggingface_model_map` of flairNLP/flair.
  private static let flair = [
    "ner": "ner-english", "ner-fast": "ner-english-fast", "ner-ontonotes": "ner-english-ontonotes",
    "ner-ontonotes-fast": "ner-english-ontonotes-fast", "ner-large": "ner-english-large",
    "ner-ontonotes-large": "ner-english-ontonotes-large", "de-ner-large": "ner-german-large",
    "nl-ner-large": "ner-dutch-large", "es-ner-large": "ner-spanish-large", "ner-multi": "ner-multi",
    "multi-ner": "ner-multi", "ner-multi-fast": "ner-multi-fast", "upos": "upos-english",
    "upos-fast": "upos-english-fast",
    "pos": "pos-english", "pos-fast": "pos-english-fast",
  ]
  private static let languages = ["english", "german", "dutch", "spanish", "french", "danish", "arabic", "ukrainian"]
}
