internal import ProvisoText

/// Looks for what every model name in code has around it and in it, at the speed of bytes: most files of code name no model,
/// and are not read for literals.
enum QuotedNames {
  private static let maximumName = 200

  /// Whether a quoted name stands in `bytes` that could be a model's, or a loading call, or an address.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      let byte = span[offset]
      if byte > UInt8(ascii: "`") || Self.kinds[Int(byte)] == 0 {
        offset += 1
        continue
      }
      if byte == UInt8(ascii: "/") {
        if isAddress(atSlash: offset, in: span) { return true }
      } else if byte == UInt8(ascii: "(") {
        if isCall(offset, in: span) { return true }
      } else {
        let end = endOfName(from: offset + 1, in: span)
        if end > offset + 2, end < span.count, span[end] == byte, end - offset <= maximumName,
          NameNeedles.shared.mayName(span, offset + 1..<end)
        {
          return true
        }
        // What closed one name may open another.
        offset = max(end - 1, offset)
      }
      offset += 1
    }
    return keys.containsAny(in: span)
  }

  /// Whether one of the languages' loading calls opens its bracket here.
  private static func isCall(_ bracket: Int, in bytes: Span<UInt8>) -> Bool {
    guard bracket >= 2 else { return false }
    let end = Int(bytes[bracket - 2]) << 8 | Int(bytes[bracket - 1])
    return callEnds[end] && calls.contains { ends($0, at: bracket, in: bytes) }
  }

  private static let calls: [[UInt8]] = Set(CodeLanguage.all.flatMap { $0.calls.map(\.callee) }).map { Array($0.utf8) }

  /// For each two bytes, whether a call's name ends in them.
  private static let callEnds: [Bool] = {
    var ends = [Bool](repeating: false, count: 1 << 16)
    for call in calls where call.count >= 2 { ends[Int(call[call.count - 2]) << 8 | Int(call[call.count - 1])] = true }
    return ends
  }()

  /// Names by which short values get a meaning: `ASR_MODEL = "base"`.
  private static let keys = NeedleSet(
    [
      "whisper", "asr_model", "asrmodel", "stt_model", "sttmodel", "ollama", "spacy", "timm", "llmregistry",
      "vlmregistry", "embedderregistry",
    ],
    ignoresCase: true)

  /// Quotes, `/` and `(`.
  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: 0, count: 256)
    for byte in "\"'`/(".utf8 { kinds[Int(byte)] = 1 }
    return kinds
  }()

  private static func endOfName(from start: Int, in bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    return end
  }

  /// `huggingface.co/`, `hf.co/`, `hf://`: the bytes before the slash.
  private static func isAddress(atSlash slash: Int, in bytes: Span<UInt8>) -> Bool {
    addressEnds.contains { ends($0, at: slash, in: bytes) }
  }

  private static let addressEnds = [
    Array("huggingface.co".utf8), Array("hf.co".utf8), Array("hf:".utf8), Array("modelscope.cn".utf8),
    Array("modelscope:".utf8), Array("huggingface:".utf8), Array("ollama:".utf8), Array("tfhub.dev".utf8),
  ]

  private static func ends(_ word: [UInt8], at end: Int, in bytes: Span<UInt8>) -> Bool {
    guard end >= word.count else { return false }
    for index in word.indices where bytes[end - word.count + index] != word[index] { return false }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: ":"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "="),
      UInt8(ascii: "\\"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "~"), UInt8(ascii: "&"):
      true
    default: false
    }
  }
}
