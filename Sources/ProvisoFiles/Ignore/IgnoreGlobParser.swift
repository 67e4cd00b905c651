/// Reads the wildcards of an ignore pattern as git's `wildmatch.c` does (version 2.39), odd cases included.
struct IgnoreGlobParser {
  private let pattern: ArraySlice<UInt8>

  init(pattern: ArraySlice<UInt8>) {
    self.pattern = pattern
  }

  /// Nil when the pattern can match nothing.
  func tokens() -> [IgnoreGlob.Token]? {
    var tokens: [IgnoreGlob.Token] = []
    var index = pattern.startIndex
    while let byte = byte(at: index) {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let (escaped, next) = plainByte(at: index) else { return nil }
        tokens.append(.byte(escaped))
        index = next
      case UInt8(ascii: "?"):
        tokens.append(.anyByte)
        index += 1
      case UInt8(ascii: "["):
        guard let (set, next) = set(after: index) else { return nil }
        tokens.append(.oneOf(set))
        index = next
      case UInt8(ascii: "*"):
        let (token, next) = stars(from: index)
        tokens.append(token)
        index = next
      default:
        tokens.append(.byte(byte))
        index += 1
      }
    }
    return tokens
  }

  private func byte(at index: Int) -> UInt8? {
    pattern.indices.contains(index) ? pattern[index] : nil
  }

  /// The byte at `index`, or the one after it if that is a backslash; nil at the end of the pattern.
  private func plainByte(at index: Int) -> (UInt8, next: Int)? {
    let start = byte(at: index) == UInt8(ascii: "\\") ? index + 1 : index
    return byte(at: start).map { ($0, start + 1) }
  }

  /// Two or more stars are special only as a whole component: `a**` and `**a` are as good as one star.
  ///
  /// The pattern begins after the plain bytes before the first wildcard, so in `a**/b` the stars count as a whole
  /// component: that is how git behaves.
  private func stars(from start: Int) -> (IgnoreGlob.Token, next: Int) {
    let slash = UInt8(ascii: "/")
    let end = pattern[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? pattern.endIndex
    guard end - start >= 2, start == pattern.startIndex || pattern[start - 1] == slash else { return (.star, end) }
    switch byte(at: end) {
    case nil: return (.anything, end)
    case slash: return (.directories, end + 1)
    case UInt8(ascii: "\\") where byte(at: end + 1) == slash: return (.anything, end)
    default: return (.star, end)
    }
  }

  /// Reads a class from the `[` at `start`; nil when it does not end or names a POSIX class that does not exist.
  private func set(after start: Int) -> (ByteSet, next: Int)? {
    var set = ByteSet()
    var index = start + 1
    let isNegated = byte(at: index) == UInt8(ascii: "!") || byte(at: index) == UInt8(ascii: "^")
    if isNegated { index += 1 }
    // The byte that a following `-` would start a range from.
    var previous: UInt8?
    var isFirst = true
    while let byte = byte(at: index), isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      switch byte {
      case UInt8(ascii: "\\"):
        guard let (escaped, next) = plainByte(at: index) else { return nil }
        set.insert(escaped)
        previous = escaped
        index = next
      case UInt8(ascii: "-") where previous != nil && ![nil, UInt8(ascii: "]")].contains(self.byte(at: index + 1)):
        guard let (high, next) = plainByte(at: index + 1), let low = previous else { return nil }
        if low <= high { for byte in low...high { set.insert(byte) } }
        previous = nil
        index = next
      case UInt8(ascii: "[") where self.byte(at: index + 1) == UInt8(ascii: ":"):
        guard let end = pattern[(index + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if end - index >= 3, pattern[end - 1] == UInt8(ascii: ":"), end - 1 >= index + 2 {
          guard set.insert(posixClass: pattern[(index + 2)..<(end - 1)]) else { return nil }
          previous = nil
          index = end + 1
        } else {
          set.insert(byte)
          previous = byte
          index += 1
        }
      default:
        set.insert(byte)
        previous = byte
        index += 1
      }
    }
    guard byte(at: index) != nil else { return nil }
    if isNegated { set.invert() }
    set.remove(UInt8(ascii: "/"))
    return (set, index + 1)
  }
}
