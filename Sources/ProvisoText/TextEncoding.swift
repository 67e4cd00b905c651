/// How the bytes of a text file are to be understood. Everything is read as UTF-8 or as another encoding that has ASCII in it;
/// UTF-16, which PowerShell and editors of Windows write, and UTF-32 are turned into UTF-8 before.
package enum TextEncoding {
  /// Whether the text is in UTF-16 or UTF-32, in which no detector would find a word: by its mark, or where there is none
  /// by the zeros that its first letters leave in every other place.
  package static func isWide(_ bytes: [UInt8]) -> Bool {
    // Every file is asked, more than once: all forms below begin with one of these.
    guard bytes.count > 1, bytes[0] == 0 || bytes[1] == 0 || bytes[0] >= 0xFE else { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
    guard bytes.count >= 8, bytes[..<8].contains(0) else { return false }
    let isZero = bytes[..<8].map { $0 == 0 }
    return isZero == [false, true, false, true, false, true, false, true]
      || isZero == [true, false, true, false, true, false, true, false]
      || isZero == [false, true, true, true, false, true, true, true]
      || isZero == [true, true, true, false, true, true, true, false]
  }

  /// The same text in UTF-8, without its mark, for UTF-16 and UTF-32 with or without one: its lines and columns stay what they are.
  /// Anything else comes back as it is, and so does what is not whole or has a zero in it, as binaries do.
  package static func inUTF8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 1, bytes.count % 2 == 0, isWide(bytes) else { return bytes }
    if let text = fromUTF32(bytes.span) { return text }
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isBigEndian = isMarked ? bytes[0] == 0xFE : bytes[0] == 0
    return fromUTF16(bytes.span, from: isMarked ? 2 : 0, isBigEndian: isBigEndian) ?? bytes
  }

  /// Nil for what is no UTF-32.
  private static func fromUTF32(_ bytes: Span<UInt8>) -> [UInt8]? {
    guard bytes.count >= 4, bytes.count % 4 == 0 else { return nil }
    // What texts begin with, the mark too, has zeros in its upper half.
    let isBigEndian = bytes[0] == 0 && bytes[1] == 0
    guard isBigEndian || bytes[2] == 0 && bytes[3] == 0 else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 4)
    for offset in stride(from: 0, to: bytes.count, by: 4) {
      var scalar: UInt32 = 0
      for place in 0..<4 { scalar = scalar << 8 | UInt32(bytes[offset + (isBigEndian ? place : 3 - place)]) }
      guard scalar != 0, Unicode.Scalar(scalar) != nil else { return nil }
      if offset > 0 || scalar != 0xFEFF { append(scalar, to: &text) }
    }
    return text
  }

  private static func fromUTF16(_ bytes: Span<UInt8>, from start: Int, isBigEndian: Bool) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var lead: UInt32?
    for offset in stride(from: start, to: bytes.count, by: 2) {
      let (high, low) = isBigEndian ? (bytes[offset], bytes[offset + 1]) : (bytes[offset + 1], bytes[offset])
      let unit = UInt32(high) << 8 | UInt32(low)
      let isTrail = unit & 0xFC00 == 0xDC00
      guard unit != 0, isTrail == (lead != nil) else { return nil }
      if let first = lead {
        append(0x1_0000 + (first & 0x3FF) << 10 + unit & 0x3FF, to: &text)
        lead = nil
      } else if unit & 0xFC00 == 0xD800 {
        lead = unit
      } else {
        append(unit, to: &text)
      }
    }
    return lead == nil ? text : nil
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800: text += [UInt8(0xC0 | scalar >> 6), tail(0)]
    case ..<0x1_0000: text += [UInt8(0xE0 | scalar >> 12), tail(6), tail(0)]
    default: text += [UInt8(0xF0 | scalar >> 18), tail(12), tail(6), tail(0)]
    }
  }
}
