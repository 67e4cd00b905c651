/// Makes text from the scanned tree harmless: nothing in it can steer a terminal, break a line, reorder what is shown or
/// start a link.
package enum Sanitizer {
  /// Whether a character does something other than stand for itself: control characters (C0, DEL, C1), line and
  /// paragraph separators, the marks and overrides of bidirectional text, and characters that cannot be seen.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029: true
    case 0x00AD, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// The text with each unsafe character spelled out, as `\u{1B}`.
  package static func visible(_ text: String) -> String {
    // Nearly all text is plain ASCII and needs no look at its scalars.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result += spelledOut(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as one piece of a line that may end up in the log of a CI system, where `::error::` at the start of a line and
  /// `##[error]` or `##vso[…]` anywhere are commands to it.
  package static func inert(_ text: String) -> String {
    let text = visible(text)
    guard text.utf8.contains(UInt8(ascii: "#")) || text.utf8.first == UInt8(ascii: ":") else { return text }
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isCommand = scalar == "#" && previous == "#" || scalar == ":" && previous == ":" && result.utf8.count == 1
      result += isCommand ? spelledOut(scalar) : String(scalar)
      previous = scalar
    }
    return result
  }

  private static func spelledOut(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  /// The text for use in a SARIF message (2.1.0 section 3.11.6), where `[text](1)` is a link: brackets get a backslash,
  /// and so do backslashes that stand right before one or at the end, where they could undo it.
  package static func sarifMessage(_ text: String) -> String {
    guard text.utf8.contains(where: { "[]\\".utf8.contains($0) }) else { return text }
    var result = ""
    var backslashes = 0
    for scalar in text.unicodeScalars {
      if scalar == "\\" {
        backslashes += 1
      } else {
        if scalar == "[" || scalar == "]" {
          result += String(repeating: "\\", count: backslashes + 1)
        }
        backslashes = 0
      }
      result.unicodeScalars.append(scalar)
    }
    return result + String(repeating: "\\", count: backslashes)
  }

  /// The text cut to at most `limit` UTF-16 code units, an ellipsis included where something is missing.
  package static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var result = ""
    var units = 1
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units > limit { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }
}
