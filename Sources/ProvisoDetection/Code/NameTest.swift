/// What a string is asked about: whether a name begins with it, has it inside, is one of several or is the same.
enum NameTest {
  /// `startswith("llama-3")`, `re.match("qwen2")`
  case piece
  /// `models.contains("llama-3")`: a piece of a text, or an element of a list.
  case member
  /// `model == "gemma-2b-it"`
  case equal

  /// - Parameters:
  ///   - literal: The bytes between the quotes.
  ///   - isArgument: Whether it stands in brackets.
  static func around(_ literal: Range<Int>, in bytes: [UInt8], isArgument: Bool) -> Self? {
    var before = literal.lowerBound - 1
    while before > 0, ASCII.isBlank(bytes[before - 1]) { before -= 1 }
    var after = literal.upperBound + 1
    while after < bytes.count, ASCII.isBlank(bytes[after]) { after += 1 }
    if isComparison(bytes[..<max(before, 0)].suffix(2))
      || after < bytes.count && isComparison(bytes[after...].prefix(2))
    {
      return .equal
    }
    return isArgument ? callee(before: literal.lowerBound - 1, in: bytes) : nil
  }

  private static func isComparison(_ mark: ArraySlice<UInt8>) -> Bool {
    mark.elementsEqual("==".utf8) || mark.elementsEqual("!=".utf8)
  }

  /// The test whose bracket is opened on the same line, `strings.HasPrefix(model, "llama")`.
  private static func callee(before quote: Int, in bytes: [UInt8]) -> Self? {
    var (bracket, depth) = (quote, 0)
    while bracket > 0, quote - bracket < farthest, bytes[bracket - 1] != 0x0A {
      bracket -= 1
      if bytes[bracket] == UInt8(ascii: ")") { depth += 1 }
      if bytes[bracket] == UInt8(ascii: "[") || bytes[bracket] == UInt8(ascii: "{") { return nil }
      guard bytes[bracket] == UInt8(ascii: "(") else { continue }
      if depth == 0 { return test(endingAt: bracket, in: bytes) }
      depth -= 1
    }
    return nil
  }

  private static func test(endingAt bracket: Int, in bytes: [UInt8]) -> Self? {
    var end = bracket
    // `start_with?("…")` of Ruby.
    if end > 0, bytes[end - 1] == UInt8(ascii: "?") { end -= 1 }
    var start = end
    while start > 0, ASCII.isWord(bytes[start - 1]), end - start < 32 { start -= 1 }
    let span = bytes.span
    if pieces.contains(span, start..<end) { return .piece }
    if members.contains(span, start..<end) { return .member }
    return equals.contains(span, start..<end) ? .equal : nil
  }

  private static let farthest = 120
  private static let pieces = WordTable(
    """
    endswith ends_with end_with hassuffix indexof lastindexof match matches regexmatch removeprefix removesuffix replace
    replaceall split startswith starts_with start_with hasprefix str_starts_with str_ends_with strpos trimprefix trimsuffix
    """)
  private static let members = WordTable("contains containsignorecase grepl include includes str_contains str_detect")
  private static let equals = WordTable("eq equals equalsignorecase equalfold strcmp")
}
