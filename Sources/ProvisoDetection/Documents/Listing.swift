internal import ProvisoText

/// The line that opens a block of AsciiDoc (`----`, the language on the line before), Org (`#+begin_src bash`) or LaTeX
/// (`\\begin{lstlisting}[language=bash]`).
struct Listing {
  let language: String
  /// The first line of the block.
  let first: Int
  private let closing: [UInt8]

  init?(_ line: Range<Int>, _ source: SourceText, _ path: FilePath) {
    let text = source.bytes[line].drop(while: ASCII.isBlank)
    let number = source.lineNumber(at: line.lowerBound)
    first = number + 1
    switch path.fileExtension {
    case "adoc", "asciidoc":
      guard text.count >= 4, let mark = text.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."),
        text.allSatisfy({ $0 == mark })
      else { return nil }
      closing = Array(text)
      language = number > 1 ? Self.attribute(source.string(in: source.lineRange(number - 1))) : ""
    case "org":
      let written = ASCII.lowercased(source.string(in: text.startIndex..<text.endIndex))
      guard written.hasPrefix("#+begin_") else { return nil }
      closing = Array("#+end_".utf8)
      language = written.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    case "tex":
      guard text.starts(with: "\\begin{".utf8) else { return nil }
      let name = text.dropFirst(7).prefix { $0 != UInt8(ascii: "}") }
      guard ["lstlisting", "minted", "verbatim"].contains(where: { name.elementsEqual($0.utf8) }) else { return nil }
      closing = Array("\\end{".utf8) + name
      let rest = ASCII.lowercased(source.string(in: name.endIndex..<text.endIndex))
      language =
        Self.word(rest, after: "language=") ?? Self.word(rest, after: "]{") ?? Self.word(rest, after: "}{") ?? ""
    default: return nil
    }
  }

  /// The line that closes the block; the one after the last where none does.
  func end(from first: Int, _ source: SourceText) -> Int {
    var number = first
    while number <= source.lineCount {
      let text = source.bytes[source.lineRange(number)].drop(while: ASCII.isBlank)
      if text.count >= closing.count, zip(text, closing).allSatisfy({ ASCII.lowercased($0) == $1 }) { return number }
      number += 1
    }
    return number
  }

  /// `bash` of `[source,bash]`, `[source, bash, subs=…]`.
  private static func attribute(_ line: String) -> String {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return "" }
    let parts = line.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    return parts.dropFirst().first.map { ASCII.lowercased(String($0)).filter { $0 != " " } } ?? ""
  }

  private static func word(_ text: String, after mark: String) -> String? {
    guard let start = text.firstRange(of: mark) else { return nil }
    let word = text[start.upperBound...].prefix { $0.isLetter }
    return word.isEmpty ? nil : String(word)
  }
}
