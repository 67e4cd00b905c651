internal import ProvisoText

/// The line that opens a block of reStructuredText (`.. code-block:: python`), whose lines are indented.
struct IndentedBlock {
  let language: String
  private let indentation: Int

  init?(_ line: Range<Int>, _ source: SourceText) {
    let bytes = source.bytes
    let start = line.first { !ASCII.isBlank(bytes[$0]) } ?? line.upperBound
    guard bytes[start..<line.upperBound].starts(with: ".. ".utf8) else { return nil }
    let text = source.string(in: start + 3..<line.upperBound)
    guard let name = ["code-block::", "code::", "sourcecode::"].first(where: text.hasPrefix) else { return nil }
    language = ASCII.lowercased(String(text.dropFirst(name.utf8.count).drop { $0 == " " }.prefix { $0 != " " }))
    indentation = start - line.lowerBound
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
