internal import ProvisoText

/// The line that opens a block of reStructuredText (`.. code-block:: python`, or a sentence that ends in `::`), whose lines are
/// indented.
struct IndentedBlock {
  let language: String
  private let indentation: Int

  /// - Parameter isRST: Whether the document is written in reStructuredText throughout.
  init?(_ line: Range<Int>, _ source: SourceText, isRST: Bool = false) {
    let bytes = source.bytes
    let start = line.first { !ASCII.isBlank(bytes[$0]) } ?? line.upperBound
    if isRST, bytes[start..<line.upperBound].suffix(2).elementsEqual("::".utf8),
      !bytes[start..<line.upperBound].starts(with: ".. ".utf8)
    {
      indentation = start - line.lowerBound
      language = Self.language(below: line, source)
      return
    }
    guard bytes[start..<line.upperBound].starts(with: ".. ".utf8) else { return nil }
    let text = source.string(in: start + 3..<line.upperBound)
    guard let name = ["code-block::", "code::", "sourcecode::", "testcode::"].first(where: text.hasPrefix) else {
      return nil
    }
    language = ASCII.lowercased(String(text.dropFirst(name.utf8.count).drop { $0 == " " }.prefix { $0 != " " }))
    indentation = start - line.lowerBound
  }

  /// What does not say what it is shows commands or Python.
  private static func language(below line: Range<Int>, _ source: SourceText) -> String {
    let number = source.lineNumber(at: line.lowerBound)
    for next in number + 1..<min(number + 4, source.lineCount + 1) {
      let text = source.bytes[source.lineRange(next)].drop(while: ASCII.isBlank)
      if !text.isEmpty { return ShownCommand.isOne(text) || text.first == UInt8(ascii: "$") ? "" : "python" }
    }
    return ""
  }

  /// The first line after the block.
  func end(from first: Int, _ source: SourceText) -> Int {
    var number = first
    while number <= source.lineCount {
      let line = source.lineRange(number)
      if let start = line.first(where: { !ASCII.isBlank(source.bytes[$0]) }), start - line.lowerBound <= indentation {
        break
      }
      number += 1
    }
    return number
  }
}
