internal import ProvisoText

/// A first look at a string of several lines: whether a model may be named in it, by what stands around every name in settings,
/// commands and documents.
enum BlockNeedles {
  /// Whether a known name with a slash, a value under a key about models, or an option of one stands in `range`.
  static func mayName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let kindTable = kinds
    let kinds = kindTable.span
    for offset in range where kinds[Int(bytes[offset])] {
      if bytes[offset] == UInt8(ascii: "/") {
        if isName(bytes, around: offset, in: range) { return true }
      } else if asks(bytes, key: offset, range) {
        return true
      }
    }
    return false
  }

  private static let kinds: [Bool] = (0..<256).map { "/:=".utf8.contains(UInt8($0)) }

  private static func isName(_ bytes: Span<UInt8>, around slash: Int, in range: Range<Int>) -> Bool {
    guard slash > range.lowerBound, slash + 1 < range.upperBound, ASCII.isWord(bytes[slash - 1]),
      ASCII.isWord(bytes[slash + 1])
    else { return false }
    var start = slash
    while start > range.lowerBound, slash - start < 96, isNameByte(bytes[start - 1]) { start -= 1 }
    if Publishers.contains(bytes, start..<slash) || hosts.contains(bytes, start..<slash) { return true }
    var end = slash + 1
    while end < range.upperBound, end - slash < 400, isNameByte(bytes[end]) { end += 1 }
    // A path, or an address of something else.
    guard end == range.upperBound || bytes[end] != UInt8(ascii: "/") else { return false }
    while bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    guard HubName.isID(bytes, start..<end) else { return false }
    if follows(bytes, start, range) || isArgument(bytes, start, range) { return true }
    guard NameNeedles.shared.mayName(bytes, slash + 1..<end) else { return false }
    return NameJudge.judge(String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self), in: .bare) != nil
  }

  /// Whether `owner/name` is the argument of a command.
  private static func isArgument(_ bytes: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    var line = start
    while line > range.lowerBound, start - line < 200, bytes[line - 1] != 0x0A { line -= 1 }
    while line < start, ASCII.isBlank(bytes[line]) { line += 1 }
    guard start - line > 3 else { return false }
    return ShownCommand.isOne((line..<start + 1).map { bytes[$0] }[...])
  }

  /// Whether `owner/name` is the value of a key or an option that may be a model's.
  private static func follows(_ bytes: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    var end = start
    while end > range.lowerBound, start - end < farthest, isBetween(bytes[end - 1]) { end -= 1 }
    var word = end
    while word > range.lowerBound, end - word < 64,
      ASCII.isWord(bytes[word - 1]) || bytes[word - 1] == UInt8(ascii: "-")
    {
      word -= 1
    }
    guard word < end, end < start else { return false }
    return names.contains(bytes, word..<end) || NameWords.meaning(of: bytes, word..<end) != .nothing
  }

  /// Whether a name without a slash stands under a key about models: `model: llama3.2`.
  private static func asks(_ bytes: Span<UInt8>, key mark: Int, _ range: Range<Int>) -> Bool {
    var first = mark + 1
    while first < range.upperBound, first - mark < farthest, isBetween(bytes[first]) { first += 1 }
    guard first + 1 < range.upperBound, ASCII.isWord(bytes[first]) else { return false }
    var last = first
    while last < range.upperBound, last - first < 200, isNameByte(bytes[last]) { last += 1 }
    // Few values are a name, so that few keys are looked at.
    guard NameNeedles.shared.mayName(bytes, first..<last) || NameNeedles.hasSize(bytes, first..<last) else {
      return false
    }
    var end = mark
    while end > range.lowerBound, mark - end < farthest, isBetween(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > range.lowerBound, end - start < 64,
      ASCII.isWord(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-")
    {
      start -= 1
    }
    return end - start >= 3 && NameWords.meaning(of: bytes, start..<end) == .model
  }

  private static let hosts = WordTable("huggingface.co hf.co hf-mirror.com ollama.com modelscope.cn")
  private static let names = WordTable("id name path value default")

  /// No value stands farther from its key.
  private static let farthest = 40

  /// What stands between a key and its value.
  private static func isBetween(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }
}
