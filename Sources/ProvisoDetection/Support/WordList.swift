/// Words of a list that is kept as text, so that a list of hundreds compiles at once and reads as one.
enum WordList {
  static func set(_ text: String) -> Set<String> { Set(words(text)) }

  /// What each first word of two stands for: a table of names and models, two to a line.
  static func pairs(_ text: String) -> [String: String] {
    let words = words(text)
    var pairs: [String: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) { pairs[words[index]] = words[index + 1] }
    return pairs
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: ASCII.isWhitespace).map { String(decoding: $0, as: UTF8.self) }
  }
}
