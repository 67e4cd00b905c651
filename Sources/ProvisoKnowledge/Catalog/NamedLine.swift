/// A line of models that a name of somebody's model carries: `someone/Llama-3.1-8B-tuned` says Llama 3.1.
///
/// Only lines under restricted licenses are known this way: that a name carries a free one does not say that what was made of it
/// is free.
package struct NamedLine: Sendable, Hashable {
  /// The words of the line, as the table has them.
  package var words: String
  package var license: String
  /// The month of the collected labels that the line was last held against.
  package var checked: String
  /// The model of the line that the name says, where the catalog has it.
  package var base: String?

  /// The line that the name of the hub model `id` carries; nil where it carries none, or is a publisher's own.
  package static func inName(of id: String) -> NamedLine? {
    let parts = id.lowercased().split(separator: "/")
    guard parts.count == 2 else { return nil }
    let words = self.words(parts[1])
    for row in rows {
      guard row.publisher != parts[0], contains(row.words, words) else { continue }
      return NamedLine(
        words: row.words.joined(separator: " "), license: row.license, checked: row.checked,
        base: base(row, parts[1]))
    }
    return nil
  }

  /// `llama 3.1 8b` of `Llama-3.1-8B` and `llama3.1-8b`: a number that follows letters is a word of its own.
  static func words(_ name: some StringProtocol) -> [String] {
    ModelNameWords(name).words.flatMap { word -> [String] in
      guard let digit = word.firstIndex(where: \.isNumber), digit != word.startIndex,
        word[..<digit].allSatisfy(\.isLetter)
      else { return [word] }
      return [String(word[..<digit]), String(word[digit...])]
    }
  }

  private struct Row: Sendable {
    var words: [String]
    var license: String
    var publisher: String
    var checked: String
  }

  /// Longer lines first, since they say more.
  private static let rows: [Row] = EmbeddedText.names.allFields().compactMap { fields in
    guard fields.count == 5 else { return nil }
    let words = fields[0].split(separator: " ").map(String.init)
    return words.isEmpty ? nil : Row(words: words, license: fields[1], publisher: fields[2], checked: fields[3])
  }.sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }

  /// Words before a line's name that make another name of it: Open LLaMA, Tiny Llama.
  private static let otherNames: Set<String> = [
    "open", "tiny", "video", "mini", "baby", "smol", "nano", "micro", "no", "not",
  ]

  /// Whether `words` have the line's in a row. An `L` stands for Llama at the start of a name only: elsewhere it counts layers.
  private static func contains(_ line: [String], _ words: [String]) -> Bool {
    guard words.count >= line.count else { return false }
    return (0...(words.count - line.count)).contains { start in
      words[start..<(start + line.count)].elementsEqual(line)
        && (start == 0 || (line[0] != "l" && !otherNames.contains(words[start - 1])))
    }
  }

  /// The longest part of `name` from the line's first word on, or with `meta-` before it, that is a model of the publisher.
  private static func base(_ row: Row, _ name: Substring) -> String? {
    guard let first = row.words.first, let start = range(of: first, in: name) else { return nil }
    var rest = name[start...]
    while !rest.isEmpty {
      for prefix in ["", "meta-"] {
        if let entry = ModelCatalog.entry(for: "\(row.publisher)/\(prefix)\(rest)") { return entry.id }
      }
      guard let cut = rest.lastIndex(where: { "-_.".contains($0) }) else { return nil }
      rest = rest[..<cut]
    }
    return nil
  }

  private static func range(of word: String, in name: Substring) -> String.Index? {
    var start = name.startIndex
    while start < name.endIndex {
      if name[start...].hasPrefix(word), start == name.startIndex || "-_".contains(name[name.index(before: start)]) {
        return start
      }
      start = name.index(after: start)
    }
    return nil
  }
}
