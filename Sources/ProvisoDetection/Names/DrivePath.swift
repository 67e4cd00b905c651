internal import ProvisoCore
internal import ProvisoText

/// Paths of Windows with blanks in them, which no name has: `C:\\Program Files\\models\\gemma-2b-it.gguf`. What the file is called says
/// which model it is.
enum DrivePath {
  /// The bytes of the file's name at the end of `text`, where the name says a family; nil for every other text.
  static func weights(in text: String) -> Range<Int>? {
    let bytes = text.utf8.span
    guard (8...300).contains(bytes.count), ASCII.isLetter(bytes[0]), bytes[1] == UInt8(ascii: ":"),
      isSeparator(bytes[2]), bytes.indices.contains(where: { bytes[$0] == UInt8(ascii: " ") }),
      let mark = bytes.indices.last(where: { isSeparator(bytes[$0]) }),
      case let name = String(decoding: (mark + 1..<bytes.count).map { bytes[$0] }, as: UTF8.self),
      NameJudge.mayName(name), WeightNames.isFile(name), case let words = ModelWords(name), words.hasStrongFamily,
      words.isModel
    else { return nil }
    return mark + 1..<bytes.count
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}
