/// The part of an ignore pattern from its first wildcard on, as git's `wildmatch` reads it.
///
/// Matching takes time proportional to pattern times text, whatever the pattern: `wildmatch` itself goes back and forth
/// without such a bound.
struct IgnoreGlob: Sendable {
  enum Token: Sendable {
    case byte(UInt8)
    /// `?`: any byte but a slash.
    case anyByte
    /// `[...]`; never holds the slash.
    case oneOf(ByteSet)
    /// `*`: any run of bytes without a slash.
    case star
    /// `**` at the end: any run of bytes.
    case anything
    /// `**/`: nothing, or any number of whole directories.
    case directories
  }

  /// In the order of the pattern, without ``suffix``.
  private(set) var tokens: [Token] = []
  /// The plain bytes that the pattern ends with.
  private(set) var suffix: [UInt8] = []
  /// The fewest bytes that can match.
  private(set) var minimumCount = 0

  /// Nil for a pattern that matches nothing: an open or unknown character class, a backslash at the end.
  init?(_ pattern: ArraySlice<UInt8>) {
    guard var tokens = IgnoreGlobParser(pattern: pattern).tokens() else { return nil }
    for token in tokens {
      switch token {
      case .byte, .anyByte, .oneOf: minimumCount += 1
      case .star, .anything, .directories: break
      }
    }
    while case .byte(let byte)? = tokens.last {
      suffix.append(byte)
      tokens.removeLast()
    }
    suffix.reverse()
    self.tokens = tokens
  }

  /// Whether the pattern matches `text` from `start` to its end.
  func matches(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard text.count - start >= minimumCount else { return false }
    let end = text.count - suffix.count
    for index in suffix.indices where suffix[index] != text[end + index] { return false }
    if tokens.count == 1 {
      // `*.log`, `build*`, `**/name`: nearly all that people write.
      switch tokens[0] {
      case .star:
        for index in start..<end where text[index] == Self.slash { return false }
        return true
      case .anything: return true
      case .directories: return start == end || text[end - 1] == Self.slash
      default: break
      }
    }
    return reaches(end, in: text, from: start)
  }

  private static let slash = UInt8(ascii: "/")

  /// Follows all ways through the pattern at once: after each token, the set of offsets that it can end at.
  private func reaches(_ end: Int, in text: Span<UInt8>, from start: Int) -> Bool {
    var reached = [Bool](repeating: false, count: end - start + 1)
    reached[0] = true
    // All reached offsets lie in first...last, counted from `start`.
    var first = 0
    var last = 0
    for token in tokens {
      switch token {
      case .byte(let byte):
        Self.step(&reached, &first, &last) { text[start + $0] == byte }
      case .anyByte:
        Self.step(&reached, &first, &last) { text[start + $0] != Self.slash }
      case .oneOf(let set):
        Self.step(&reached, &first, &last) { set.contains(text[start + $0]) }
      case .star:
        var open = false
        for offset in first..<reached.count {
          open = open || reached[offset]
          if !open && offset > last { break }
          if open {
            reached[offset] = true
            last = max(last, offset)
          }
          if start + offset < end && text[start + offset] == Self.slash { open = false }
        }
      case .anything:
        for offset in first..<reached.count { reached[offset] = true }
        last = reached.count - 1
      case .directories:
        for offset in first..<reached.count where offset > first && text[start + offset - 1] == Self.slash {
          reached[offset] = true
          last = max(last, offset)
        }
      }
      guard first <= last else { return false }
    }
    return last == end - start && reached[last]
  }

  /// Moves every reached offset whose byte is accepted on by one and drops the others.
  private static func step(
    _ reached: inout [Bool], _ first: inout Int, _ last: inout Int, accepts: (Int) -> Bool
  ) {
    var newFirst = reached.count
    var newLast = -1
    for offset in stride(from: last, through: first, by: -1) where reached[offset] {
      reached[offset] = false
      if offset + 1 < reached.count && accepts(offset) {
        reached[offset + 1] = true
        newFirst = offset + 1
        newLast = max(newLast, offset + 1)
      }
    }
    first = newFirst
    last = newLast
  }
}
