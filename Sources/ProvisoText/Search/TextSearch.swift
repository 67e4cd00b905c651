/// Text in text, compared byte by byte, in place of the standard library's searches of the same names, which compare characters and
/// build tables for each search: a tenth of a scan was spent in them. A word is found in front of a combining mark, too, behind which
/// a stranger could hide it from a comparison of characters.
extension StringProtocol {
  /// Whether the UTF-8 of `other` stands in this text's.
  @inlinable package func contains(_ other: some StringProtocol) -> Bool {
    TextSearch.offset(of: other, in: self) != nil
  }

  /// Where the UTF-8 of `other` stands first; the empty range at the start where it is empty.
  @inlinable package func firstRange(of other: some StringProtocol) -> Range<Index>? {
    guard let offset = TextSearch.offset(of: other, in: self) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }

  /// The text with `replacement` wherever `other`, which is not empty, stands; from the left, none within another.
  @inlinable package func replacing(_ other: some StringProtocol, with replacement: some StringProtocol) -> String {
    var text = ""
    var rest = self[...]
    while let found = rest.firstRange(of: other), !found.isEmpty {
      text += rest[..<found.lowerBound]
      text += replacement
      rest = rest[found.upperBound...]
    }
    return text + rest
  }
}

extension ArraySlice<UInt8> {
  /// Where the UTF-8 of `word` stands first; the empty range at the start where it is empty.
  package func firstRange(of word: String) -> Range<Int>? {
    unsafe TextSearch.bytes(of: word) { word in
      unsafe withUnsafeBufferPointer { unsafe TextSearch.offset(of: word, in: $0) }.map {
        startIndex + $0..<startIndex + $0 + word.count
      }
    }
  }
}

@usableFromInline
package enum TextSearch {
  /// In bytes of UTF-8 from the start of `text`.
  @inlinable package static func offset(of word: some StringProtocol, in text: some StringProtocol) -> Int? {
    unsafe bytes(of: word) { word in
      unsafe bytes(of: text) { text in unsafe offset(of: word, in: text) }
    }
  }

  @inlinable static func bytes<Text: StringProtocol, Result>(
    of text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return unsafe Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @usableFromInline
  static func offset(of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = unsafe word.first else { return 0 }
    guard word.count <= text.count else { return nil }
    for start in 0...(text.count - word.count) where unsafe text[start] == first {
      var matched = 1
      while matched < word.count, unsafe text[start + matched] == word[matched] { matched += 1 }
      if matched == word.count { return start }
    }
    return nil
  }
}
