/// A line that labels a license, as the hub's card template has it: `- **License:** CC BY-NC 4.0`, `| Weights | CC BY-NC 4.0 |`.
enum LicenseLabel {
  /// The license that is named behind a label, where its name says that it restricts; a free one adds nothing to a card.
  ///
  /// - Parameter sentence: white space folded, code, quotations and addresses left out.
  static func restrictedName(in sentence: String) -> String? {
    guard sentence.utf8.count <= 300, let (label, value) = parts(sentence), labels.contains(label) else { return nil }
    return name(in: value)
  }

  /// The first license that restricts by its name, of those that stand in `text` alone.
  static func name(in text: Substring) -> String? {
    text.split { ",;(".contains($0) }.map(plain).first { part in
      let words = part.split(separator: " ").map { ASCII.lowercased(String($0)) }
      return (1...10).contains(words.count) && LicenseSentence.restricts(part) && isName(words)
    }
  }

  private static func isName(_ words: [String]) -> Bool {
    guard !words.contains(where: { others.contains($0) }), let first = words.first else { return false }
    if words.contains(where: { ["license", "licence", "agreement", "terms"].contains($0) }) { return true }
    if LicenseSentence.isLicenseWord(first) || words.contains("only") { return true }
    // An id of the hub's list: `llama3.1`, `gemma`.
    return words.count == 1 && ["llama", "gemma"].contains { first.hasPrefix($0) }
  }

  private static func parts(_ sentence: String) -> (label: String, value: Substring)? {
    if sentence.hasPrefix("|") {
      let cells = sentence.split(separator: "|").filter { !plain($0).isEmpty }
      return cells.count == 2 ? (ASCII.lowercased(plain(cells[0])), cells[1]) : nil
    }
    // A colon as wide as a Chinese character is one, too.
    guard let colon = sentence.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else { return nil }
    return (ASCII.lowercased(plain(sentence[..<colon])), sentence[sentence.index(after: colon)...])
  }

  private static func plain(_ text: Substring) -> String {
    var text = text.filter { !"*_[]`#>".contains($0) }[...]
    while let first = text.first, first == " " || first == "-" || first == "+" { text = text.dropFirst() }
    while let last = text.last, " .:-".contains(last) { text = text.dropLast() }
    return String(text)
  }

  /// Folded.
  private static let labels: Set<String> = [
    "license", "licence", "licenses", "license type", "model license", "model licence", "weights", "model weights",
    "weights license", "license of the weights", "license (weights)", "lizenz", "licencia", "licença", "licenza",
    "许可证", "许可", "ライセンス", "라이선스",
  ]
  /// Words of values that speak of something else.
  private static let others: Set<String> = [
    "code", "data", "dataset", "datasets", "see", "not", "no", "than", "base", "requires",
  ]
}
