extension YAMLFault {
  /// libyaml's complaint in words that say what to do, at the place where the mistake is rather than where it showed.
  func documentError(in source: SourceText, range: Range<Int>, cursor: inout CodePointCursor) -> DocumentError {
    if let byteOffset {
      let offset = min(range.lowerBound + byteOffset, range.upperBound)
      return DocumentError(position: source.position(at: offset), message: decodingMessage)
    }
    let problemOffset = cursor.byteOffset(ofCodePoint: problemIndex ?? 0)
    let byte = problemOffset < range.upperBound ? source.bytes[problemOffset] : nil
    let offset = isAboutContext ? cursor.byteOffset(ofCodePoint: contextIndex) : problemOffset
    return DocumentError(position: source.position(at: offset), message: message(at: byte))
  }

  private var decodingMessage: String {
    problem.contains("control characters")
      ? "Control characters are not allowed in YAML." : "The text is not UTF-8: \(problem)."
  }

  /// The scanner notices these only lines later.
  private var isAboutContext: Bool {
    problem == "could not find expected ':'" || context == "while scanning a quoted scalar"
  }

  private func message(at byte: UInt8?) -> String {
    switch problem {
    case "found character that cannot start any token":
      switch byte {
      case UInt8(ascii: "\t")?: return "A tab is not allowed as indentation; use spaces."
      case let byte? where byte < 0x80:
        return "A value cannot start with \(Character(Unicode.Scalar(byte))); put it in quotes."
      default: return "No value can start with this character; put the value in quotes."
      }
    case "found a tab character that violates indentation":
      return "A tab is not allowed as indentation; use spaces."
    case "could not find expected ':'":
      return "A colon and a value were expected after this key."
    case "mapping values are not allowed in this context":
      return
        "A colon followed by a blank is not allowed inside this value; put the value in quotes, or indent the line like those around it."
    case "found unexpected end of stream" where context == "while scanning a quoted scalar":
      return "The quoted text that starts here is not closed."
    case "found unexpected document indicator" where context == "while scanning a quoted scalar":
      return "The quoted text that starts here is not closed before the end of the document."
    case "did not find expected key" where byte == UInt8(ascii: "-"):
      return "A list item stands where a key was expected; check the indentation."
    case "did not find expected key":
      return "A key was expected here; check the indentation and the quotes before it."
    case "did not find expected '-' indicator":
      return "The next item of the list was expected here, with the indentation of those before."
    case "did not find expected ',' or ']'":
      return "A comma or ] was expected here."
    case "did not find expected ',' or '}'":
      return "A comma or } was expected here."
    default:
      return context.isEmpty ? "Not valid YAML: \(problem)." : "Not valid YAML: \(problem) \(context)."
    }
  }
}
