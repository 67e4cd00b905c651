/// How the bytes of a text file are to be understood. Everything is read as UTF-8 or as another encoding that has ASCII in it.
package enum TextEncoding {
  /// Whether the text is in UTF-16 or UTF-32, in which no detector would find a word: by its mark, or where there is none
  /// by the zeros that its first letters leave in every other place.
  package static func isWide(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
    guard bytes.count >= 8, bytes[..<8].contains(0) else { return false }
    let isZero = bytes[..<8].map { $0 == 0 }
    return isZero == [false, true, false, true, false, true, false, true]
      || isZero == [true, false, true, false, true, false, true, false]
      || isZero == [false, true, true, true, false, true, true, true]
      || isZero == [true, true, true, false, true, true, true, false]
  }
}
