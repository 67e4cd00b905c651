internal import ProvisoText

/// reStructuredText as prose that ``MarkdownProse`` reads: `` `text <address>`_ `` is its text.
enum RestructuredText {
  /// The same text with blanks for the marks and addresses of links, so that every place stays where it is.
  static func withoutMarks(_ source: SourceText) -> SourceText {
    var bytes = source.bytes
    // An address that no `>` closes ends with its line.
    var address: Int?
    for offset in bytes.indices {
      switch bytes[offset] {
      case UInt8(ascii: "`"): bytes[offset] = UInt8(ascii: " ")
      case UInt8(ascii: "<"): address = offset
      case UInt8(ascii: ">"):
        if let start = address { for place in start...offset { bytes[place] = UInt8(ascii: " ") } }
        address = nil
      case UInt8(ascii: "\n"): address = nil
      default: break
      }
    }
    return SourceText(path: source.path, bytes: bytes)
  }
}
