internal import ProvisoText

/// Names that say what a literal is without being its label: what a value falls back from (`process.env.CHAT_MODEL ?? "…"`), and
/// the name of a setting whose value stands beside it (`{Name: "CHAT_MODEL", Value: "…"}`).
enum NamesBeside {
  /// The name before the operator that takes the literal where nothing is set: `??`, `||`, `?:`, `or`.
  ///
  /// Of `ENV["CHAT_MODEL"] || "…"` and `getenv("CHAT_MODEL") ?: "…"` it is what stands in the quotes.
  static func fallback(of literal: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    let first = max(0, literal.lowerBound - longest)
    guard literal.lowerBound - 1 > first else { return nil }
    var end = back(over: ASCII.isWhitespace, from: literal.lowerBound - 1, to: first, bytes)
    guard end - 2 > first else { return nil }
    let operation = bytes[end - 2..<end]
    guard operators.contains(where: operation.elementsEqual) else { return nil }
    // `for "…"`
    if operation.first == UInt8(ascii: "o"), !ASCII.isWhitespace(bytes[end - 3]) { return nil }
    end = back(over: ASCII.isWhitespace, from: end - 2, to: first, bytes)
    if end > first, brackets.contains(bytes[end - 1]) { end -= 1 }
    if end > first, quotes.contains(bytes[end - 1]) { end -= 1 }
    let start = back(over: ASCII.isWord, from: end, to: first, bytes)
    return start < end && start > first ? start..<end : nil
  }

  /// Farther from the literal no name is looked for.
  private static let longest = 120
  private static let operators = ["??", "||", "?:", "or"].map { Array($0.utf8) }
  private static let brackets = Set("])".utf8)
  private static let quotes = Set("\"'".utf8)

  private static func back(
    over isPassed: (UInt8) -> Bool, from end: Int, to first: Int, _ bytes: [UInt8]
  ) -> Int {
    var offset = end
    while offset > first, isPassed(bytes[offset - 1]) { offset -= 1 }
    return offset
  }
}
