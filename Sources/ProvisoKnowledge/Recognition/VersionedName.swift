/// A name with a version in it, `Kimi K2.5`, as texts write it: in any case, with any white space.
struct VersionedName {
  private let words: [[UInt8]]

  init(_ name: String) {
    words = name.utf8.split(whereSeparator: { $0 <= 0x20 }).map { $0.map(Self.lowercased) }
  }

  /// Whether a digit stands alone between marks: ``LicenseWords`` leaves it out.
  var hasLoneDigit: Bool {
    words.contains { word in
      word.indices.contains { index in
        Self.isDigit(word[index]) && (index == 0 || !Self.isWord(word[index - 1]))
          && (index + 1 == word.count || !Self.isWord(word[index + 1]))
      }
    }
  }

  /// Whether the name stands in `text`, and not as the beginning of a longer version or word.
  func stands(in text: [UInt8]) -> Bool {
    guard let first = words.first?.first else { return false }
    for start in text.indices where Self.lowercased(text[start]) == first {
      if start > 0, Self.isWord(text[start - 1]) { continue }
      if let end = end(from: start, in: text), !continues(at: end, in: text) { return true }
    }
    return false
  }

  private func end(from start: Int, in text: [UInt8]) -> Int? {
    var offset = start
    for (number, word) in words.enumerated() {
      if number > 0 {
        let gap = offset
        while offset < text.count, text[offset] <= 0x20 { offset += 1 }
        if offset == gap { return nil }
      }
      guard word.count <= text.count - offset,
        word.indices.allSatisfy({ Self.lowercased(text[offset + $0]) == word[$0] })
      else { return nil }
      offset += word.count
    }
    return offset
  }

  private func continues(at end: Int, in text: [UInt8]) -> Bool {
    guard end < text.count else { return false }
    if text[end] == UInt8(ascii: "."), end + 1 < text.count { return Self.isDigit(text[end + 1]) }
    return Self.isWord(text[end])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Of ASCII: quotation marks have bytes like letters.
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
