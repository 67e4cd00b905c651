/// Four bytes, such as the quotes of a language, looked for eight bytes of a text at a time.
package struct ByteMarks: Sendable {
  /// Of each mark, eight.
  @usableFromInline let marks: (UInt64, UInt64, UInt64, UInt64)

  package init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    marks = (UInt64(first) &* ones, UInt64(second) &* ones, UInt64(third) &* ones, UInt64(fourth) &* ones)
  }

  /// Where the first mark stands at or behind `start`; the end of `bytes` where none does.
  @inlinable package func next(from start: Int, in bytes: Span<UInt8>) -> Int {
    precondition(start >= 0)
    let raw = unsafe bytes.bytes
    var offset = start
    while offset <= bytes.count - 8 {
      // In the bounds by the condition above.
      let word = UInt64(littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      let found =
        Self.zeros(word ^ marks.0) | Self.zeros(word ^ marks.1) | Self.zeros(word ^ marks.2)
        | Self.zeros(word ^ marks.3)
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < bytes.count {
      let mark = UInt64(bytes[offset])
      if mark == marks.0 & 0xFF || mark == marks.1 & 0xFF || mark == marks.2 & 0xFF || mark == marks.3 & 0xFF { break }
      offset += 1
    }
    return offset
  }

  /// The high bit of each byte of `word` that is zero. Those behind the first may have theirs without being zero.
  @inlinable static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
