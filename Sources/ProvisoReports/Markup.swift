/// Text for XML and HTML.
package enum Markup {
  /// The text as it can stand between tags and in a quoted attribute: what means something to a parser is a reference, what
  /// steers a terminal or has no place in XML 1.0 is spelled out.
  package static func escaped(_ text: String) -> String {
    let text = Sanitizer.inert(text)
    guard text.utf8.contains(where: { "&<>\"'`".utf8.contains($0) || $0 == 0xEF }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "`": result += "&#96;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
