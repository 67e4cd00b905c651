internal import ProvisoCore

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
