internal import ProvisoText

/// Regular expressions: a quote, a backtick or a `/*` in one begins nothing.
extension CodeLiterals {
  /// Where a regular expression that begins here ends, flags not counted; nil for a division and for a tag of JSX (`</a>`).
  var regexEnd: Int? {
    let isKeyword = ["return", "case", "typeof", "of", "in"].contains { isWord($0) }
    guard previous == UInt8(ascii: "a") ? isKeyword : previous == 0 || Self.beforeValues.contains(previous) else {
      return nil
    }
    var isInClass = false
    var next = offset + 1
    while next < end, !isLineEnd(bytes[next]) {
      switch bytes[next] {
      case UInt8(ascii: "\\"): next += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass: return next + 1
      default: break
      }
      next += 1
    }
    return nil
  }

  /// What a value stands behind. `<` is none of them: `</a>` closes a tag of JSX.
  private static let beforeValues = Array("\n(,=:[!&|?{;>".utf8)

  mutating func skipRegex() {
    guard let regexEnd else { return }
    offset = regexEnd
    while offset < end, ASCII.isLetter(bytes[offset]) { offset += 1 }
    previous = UInt8(ascii: ")")
    name = nil
    isAtStart = false
  }
}
