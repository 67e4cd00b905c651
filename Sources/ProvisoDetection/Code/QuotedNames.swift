/// Looks for what every model name in code has around it, at the speed of bytes.
enum QuotedNames {
  private static let maximumPart = 96

  /// Whether a quoted `a/b` stands in `bytes`, or one of `calls` (the bytes of `name(`), or an address of the hub.
  static func mayStand(in bytes: [UInt8], calls: [[UInt8]]) -> Bool {
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      let byte = span[offset]
      if byte == UInt8(ascii: "/") {
        if isQuotedName(aroundSlashAt: offset, in: span) || isAddress(atSlash: offset, in: span) { return true }
      } else if byte == UInt8(ascii: "("), calls.contains(where: { ends($0, at: offset, in: span) }) {
        return true
      }
      offset += 1
    }
    return false
  }

  private static func isQuotedName(aroundSlashAt slash: Int, in bytes: Span<UInt8>) -> Bool {
    var start = slash - 1
    while start >= 0, isNameByte(bytes[start]), slash - start <= maximumPart { start -= 1 }
    guard start >= 0, start < slash - 1, isQuote(bytes[start]) else { return false }
    var end = slash + 1
    while end < bytes.count, isNameByte(bytes[end]), end - slash <= maximumPart { end += 1 }
    return end > slash + 1 && end < bytes.count && isQuote(bytes[end])
  }

  /// `huggingface.co/`, `hf.co/`, `hf://`: the bytes before the slash.
  private static func isAddress(atSlash slash: Int, in bytes: Span<UInt8>) -> Bool {
    addressEnds.contains { ends($0, at: slash, in: bytes) }
  }

  private static let addressEnds = [Array("huggingface.co".utf8), Array("hf.co".utf8), Array("hf:".utf8)]

  private static func ends(_ word: [UInt8], at end: Int, in bytes: Span<UInt8>) -> Bool {
    guard end >= word.count else { return false }
    for index in word.indices where bytes[end - word.count + index] != word[index] { return false }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
