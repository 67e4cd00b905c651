internal import ProvisoText

/// Regular expressions: a quote, a backtick or a `/*` in one begins nothing.
extension CodeLiterals {
  /// Goes behind the regular expression that begins here.
  ///
  /// - Returns: false for a division and for a tag of JSX (`</a>`), at which it stays.
  mutating func skipRegex() -> Bool {
    let isKeyword = ["return", "case", "typeof", "of", "in"].contains { isWord($0) }
    guard previous == UInt8(ascii: "a") ? isKeyword : previous == 0 || Self.beforeValues.contains(previous),
      offset >= noRegexBefore
    else { return false }
    var isInClass = false
    var next = offset + 1
    while next < end, !isLineEnd(bytes[next]), isInClass || bytes[next] != UInt8(ascii: "/") {
      switch bytes[next] {
      case UInt8(ascii: "\\"): next += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      default: break
      }
      next += 1
    }
    guard next < end, bytes[next] == UInt8(ascii: "/") else {
      // Lines of megabytes are walked over once for what nothing on them closes.
      noRegexBefore = next
      return false
    }
    offset = next + 1
    while offset < end, ASCII.isLetter(bytes[offset]) { offset += 1 }
    previous = UInt8(ascii: ")")
    name = nil
    isAtStart = false
    return true
  }

  /// What a value stands behind. `<` is none of them: `</a>` closes a tag of JSX.
  private static let beforeValues = Array("\n(,=:[!&|?{;>".utf8)
}
