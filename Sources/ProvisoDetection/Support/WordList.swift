/// Words of a list that is kept as text, so that a list of hundreds compiles at once and reads as one.
enum WordList {
  static func set(_ text: String) -> Set<String> {
    Set(text.utf8.split(whereSeparator: ASCII.isWhitespace).map { String(decoding: $0, as: UTF8.self) })
  }
}
