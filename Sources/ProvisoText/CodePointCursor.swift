/// Turns counts of code points into byte offsets of UTF-8.
///
/// It remembers where it was: asked in ascending order, it passes over the bytes once.
struct CodePointCursor {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var index = 0
  private var offset: Int

  /// Counts from the start of `range`, which lies inside `bytes`.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    offset = range.lowerBound
  }

  /// The offset in the whole of `bytes` of the code point that has `target` others before it; the end of the range if
  /// there are not as many.
  mutating func byteOffset(ofCodePoint target: Int) -> Int {
    while index < target, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    while index > target, offset > range.lowerBound {
      offset -= 1
      while offset > range.lowerBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
    return offset
  }
}
