/// Text for GitHub's and GitLab's Markdown, of which nothing is read as Markdown, HTML, a mention or a reference.
enum Markdown {
  /// As prose in a paragraph or the cell of a table.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in Sanitizer.inert(text).unicodeScalars {
      switch scalar {
      // Mentions and references are found in the text that is shown, so it has to be interrupted.
      case "@", "#": result += "\(scalar)<!---->"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "|", "~", "&", "!", "$": result += reference(scalar)
      // `https://` and `www.` become links of themselves.
      case "/" where result.hasSuffix(":"), "." where result.hasSuffix("www"): result += reference(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As code, for names and paths: shown as they are, and never a mention, a reference or a link.
  static func code(_ text: String) -> String {
    let text = Sanitizer.inert(text)
    if !text.isEmpty, text.unicodeScalars.allSatisfy(isPlain) { return "`\(text)`" }
    // Backslashes, backticks and pipes cannot all be kept apart in a table's backticks.
    var result = ""
    for scalar in text.unicodeScalars {
      if isPlain(scalar), scalar != ":", scalar != "." {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.isASCII ? reference(scalar) : String(scalar)
      }
    }
    return "<code>\(result)</code>"
  }

  /// As a message that some show as Markdown and some as it is: what could mention, link, embed or run is taken apart, and
  /// ordinary text stays whole.
  static func inert(_ text: String) -> String {
    var result = ""
    for scalar in Sanitizer.inert(text).unicodeScalars {
      switch scalar {
      // Within a word, as in an address or a pinned name, it mentions nobody.
      case "@" where result.last.map { $0.isLetter || $0.isNumber } != true: result += "@<!---->"
      case "<": result += "&lt;"
      case "[", "]", "`", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "/", ":", ",", " ": true
    default: false
    }
  }

  private static func reference(_ scalar: Unicode.Scalar) -> String {
    "&#\(scalar.value);"
  }
}
