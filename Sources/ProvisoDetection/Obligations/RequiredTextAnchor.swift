internal import ProvisoText

/// Chooses by which word a required text is searched for: one that few files have.
enum RequiredTextAnchor {
  /// Words that any file may have.
  private static let common = WordTable(
    """
    acceptable action agreement arising attachment attribution audio build built claim commercial community connection
    contract copyright corporation creative damages database derivative diffusion event guaranteed improved includes
    including information inside international learning liability liable license licensed machine made material
    materials model modifications open original otherwise permission platforms policies policy portions powered product
    prohibited provided research reserved rights series software subject technology terms this under using video warranted whether with
    work
    """)

  /// The spellings, in lower case, one of which stands in every copy of `words`; empty where no word can be searched for
  /// byte by byte. A text of short words alone, such as `CC-BY-4.0`, is searched for by two of them, and so is one of two
  /// words of which none is rare, such as `LTX-Video`.
  static func spellings(of words: String) -> [String] {
    let parts = parts(of: words)
    let long = parts.enumerated().filter { $0.element.utf8.count >= 4 }
    let isPair = parts.count == 2
    if let best = long.max(by: { rank($0) < rank($1) }), !isPair || !common.contains(best.element) {
      return [ASCII.lowercased(String(best.element))]
    }
    guard parts.count >= 2 else { return parts.map { ASCII.lowercased(String($0)) } }
    return [" ", "-", "_", "\n"].map { ASCII.lowercased("\(parts[0])\($0)\(parts[1])") }
  }

  /// The words of four letters or more, in lower case and the longest first.
  static func plainWords(of words: String) -> [[UInt8]] {
    parts(of: words).filter { $0.utf8.count >= 4 && $0.utf8.allSatisfy(ASCII.isLetter) }
      .map { $0.utf8.map { ASCII.lowercased($0) } }.sorted { $0.count > $1.count }
  }

  /// Whether `word`, in lower case, stands in `range` of `text` in any case.
  static func stands(_ word: [UInt8], in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = word.first, range.count >= word.count else { return false }
    for offset in range.lowerBound...(range.upperBound - word.count) where ASCII.lowercased(text[offset]) == first {
      if word.indices.allSatisfy({ ASCII.lowercased(text[offset + $0]) == word[$0] }) { return true }
    }
    return false
  }

  private static func parts(of words: String) -> [Substring] {
    words.utf8.split { [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0) }.map { word in
      var word = Substring(word)
      guard word.utf8.contains(where: { $0 >= 0x80 }) else { return trimmed(word) }
      while let first = word.first, !first.isLetter, !first.isNumber { word = word.dropFirst() }
      while let last = word.last, !last.isLetter, !last.isNumber { word = word.dropLast() }
      return word
    }.filter { word in word.utf8.count >= 2 && word.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// An ASCII word without what is no letter or digit at its ends.
  private static func trimmed(_ word: Substring) -> Substring {
    func isPart(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || ASCII.isDigit(byte) }
    let bytes = word.utf8
    guard let first = bytes.firstIndex(where: isPart), let last = bytes.lastIndex(where: isPart) else {
      return word[word.endIndex...]
    }
    return word[first...last]
  }

  /// No common word; a name that is written like no other word (`SDXL`, `PriorLabs`, an address) before any name; the longest.
  private static func rank(_ word: (offset: Int, element: Substring)) -> (Int, Int) {
    let text = word.element
    if common.contains(text) { return (0, text.utf8.count) }
    // A year is none.
    let isNumber = text.utf8.allSatisfy(ASCII.isDigit)
    let isUnusual = !isNumber && text.utf8.dropFirst().contains { !ASCII.isLetter($0) || ASCII.isUpper($0) }
    let isName = word.offset > 0 && text.utf8.first.map(ASCII.isUpper) == true
    return (isUnusual ? 3 : isName ? 2 : 1, text.utf8.count)
  }
}
