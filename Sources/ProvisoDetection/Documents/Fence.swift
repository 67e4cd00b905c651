internal import ProvisoText

/// The line that opens a block of Markdown: ```` ```python title="a.py" ````, `~~~`.
struct Fence {
  private let mark: UInt8
  var isOfTildes: Bool { mark == UInt8(ascii: "~") }
  private let length: Int
  /// In lower case; empty where none is said.
  let language: String
  /// `{dropdown}`, `{admonition}` of MyST: what stands in it is a document with blocks of its own.
  let isDirective: Bool

  init?(_ line: Range<Int>, _ source: SourceText) {
    let bytes = source.bytes
    var start = line.lowerBound
    while start < line.upperBound, ASCII.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: ">") { start += 1 }
    // `- ```sh` of a list.
    if start + 1 < line.upperBound, "-*+".utf8.contains(bytes[start]), ASCII.isBlank(bytes[start + 1]) {
      start += 1
      while start < line.upperBound, ASCII.isBlank(bytes[start]) { start += 1 }
    }
    guard start < line.upperBound, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else {
      return nil
    }
    mark = bytes[start]
    var end = start
    while end < line.upperBound, bytes[end] == mark { end += 1 }
    length = end - start
    // What is closed on its line is inline code.
    guard length >= 3, !bytes[end..<line.upperBound].contains(mark) else { return nil }
    var info = bytes[end..<line.upperBound].drop {
      ASCII.isBlank($0) || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ".")
    }
    // MyST: ```` ```{code-block} python ````
    if let close = info.firstIndex(of: UInt8(ascii: "}")),
      ["code", "code-block", "code-cell", "sourcecode"].contains(where: { info[..<close].elementsEqual($0.utf8) })
    {
      info = info[(close + 1)...].drop(while: ASCII.isBlank)
    }
    let isBraced = bytes[end..<line.upperBound].drop(while: ASCII.isBlank).first == UInt8(ascii: "{")
    isDirective =
      isBraced && Self.directives.contains(String(decoding: info.prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self))
    let written = String(decoding: info.prefix { ASCII.isWord($0) || "#+-.".utf8.contains($0) }, as: UTF8.self)
    // ```` ```lora.json ````
    language =
      written.contains(".")
      ? TextLanguage.ofFile(FilePath(written)) ?? ASCII.lowercased(String(written.prefix { $0 != "." }))
      : ASCII.lowercased(written)
  }

  private static let directives = WordTable(
    """
    admonition attention card caution danger details dropdown error grid grid-item grid-item-card hint important note seealso
    tab-item tab-set tip warning
    """)

  /// The line that closes the block; the one after the last where none does.
  func end(from first: Int, _ source: SourceText) -> Int {
    var number = first
    while number <= source.lineCount {
      let line = source.lineRange(number)
      let trimmed = source.bytes[line].drop { ASCII.isBlank($0) || $0 == UInt8(ascii: ">") }
      let run = trimmed.prefix { $0 == mark }
      if run.count >= length, trimmed.dropFirst(run.count).allSatisfy(ASCII.isBlank) { return number }
      number += 1
    }
    return number
  }
}
