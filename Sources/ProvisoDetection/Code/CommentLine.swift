internal import ProvisoText

extension SourceText {
  /// Whether the line of `offset` is a comment from its start, in languages with `//` and `/* … */`.
  func isCommentLine(at offset: Int) -> Bool {
    let start = bytes[lineRange(lineNumber(at: offset)).lowerBound..<offset].drop(while: ASCII.isBlank)
    return start.starts(with: "//".utf8) || start.first == UInt8(ascii: "*")
  }
}
