internal import ProvisoText

/// Names beside the constant of a kind: `{ "mistral-v7", LLM_CHAT_TEMPLATE_MISTRAL_V7 }`, `{"qwen2", MODEL_ARCH.QWEN2}`. What a program
/// calls a template, an architecture or a kind of vocabulary is no model.
enum NamedType {
  /// Whether behind the literal in `range`, which quotes are around, a comma and such a constant follow.
  static func isOne(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var offset = range.upperBound + 1
    skipBlanks(&offset, in: bytes)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return false }
    offset += 1
    skipBlanks(&offset, in: bytes)
    let start = offset
    while offset < bytes.count, offset - start < longest, isInConstant(bytes[offset]) { offset += 1 }
    return kinds.containsAny(in: bytes.span.extracting(start..<offset))
  }

  /// `'llama-3-8b'?: string`, `"whisper-small": boolean;` in a type of TypeScript: what a value may have is no value.
  static func isMember(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var offset = range.upperBound + 1
    skipBlanks(&offset, in: bytes)
    guard offset + 1 < bytes.count else { return false }
    let isOptional = bytes[offset] == UInt8(ascii: "?")
    if isOptional { offset += 1 }
    guard bytes[offset] == UInt8(ascii: ":") else { return false }
    if isOptional { return true }
    offset += 1
    skipBlanks(&offset, in: bytes)
    let start = offset
    while offset < bytes.count, offset - start < longest, ASCII.isLetter(bytes[offset]) { offset += 1 }
    guard typeNames.contains(bytes.span, start..<offset) else { return false }
    skipBlanks(&offset, in: bytes)
    return offset < bytes.count && ";|[}\n".utf8.contains(bytes[offset])
  }

  private static let typeNames = WordTable("any boolean number string unknown", ignoresCase: false)
  private static let longest = 80
  private static let kinds = NeedleSet(["_ARCH", "_TEMPLATE", "_TYPE", "_VOCAB"])

  private static func isInConstant(_ byte: UInt8) -> Bool {
    ASCII.isUpper(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }

  private static func skipBlanks(_ offset: inout Int, in bytes: [UInt8]) {
    while offset < bytes.count, ASCII.isBlank(bytes[offset]) { offset += 1 }
  }
}
