/// Words of the user inside a message.
enum Quoted {
  /// `text` in backquotes, cut where nobody would read on.
  static func text(_ text: String) -> String {
    "`\(cut(text))`"
  }

  /// `names` in backquotes, as an enumeration: `a`, `b` or `c`.
  static func choice(_ names: [String]) -> String {
    guard let last = names.last else { return "" }
    let head = names.dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return head.isEmpty ? "`\(last)`" : "\(head) or `\(last)`"
  }

  /// A sentence as a part of another: without its capital and its period.
  static func clause(_ sentence: String) -> String {
    var sentence = sentence
    if sentence.hasSuffix(".") { sentence.removeLast() }
    // `UTF-8 …` keeps its capital.
    if sentence.dropFirst().first?.isUppercase == true { return sentence }
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  private static func cut(_ text: String) -> String {
    let limit = 60
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}
