package import ProvisoCore
internal import ProvisoText

/// A comment that waives a finding of its line: `proviso: waive AIL501 pinned by the image`.
package struct InlineWaiver {
  let rule: String
  /// What the comment says after the rule; empty where it says nothing.
  var reason: String { String(words) }
  /// A part of the line, not a copy: of many comments on one line each has all that follow as its words.
  private let words: Substring

  private static let marker = "proviso: waive "
  private static let search = ByteSearch(marker)
  /// A part of it that stands in every file with such a comment and in hardly any other, so that a search for many words does not
  /// halt at each `process`.
  package static let mark = "so: waive "
  /// More in one file are not kept account of, which is told.
  package static let maximumComments = 1_000
  private static let documents: Set<Substring> = ["md", "mdx", "markdown", "rst", "txt", "adoc"]

  /// nil for a line without a comment for `rule`. The words must follow a sign that begins a comment.
  ///
  /// - Parameter path: of the file that the line is of.
  init?(_ line: String, rule: String, path: String = "") {
    guard
      let waiver = Self.all(in: Self.code(line, isOfNotebook: path.hasSuffix(Self.notebook)), isDocument: false)
        .first(where: { $0.rule == rule })
    else { return nil }
    self = waiver
  }

  private static let notebook = ".ipynb"

  /// The line of code that a line of a notebook holds in quotes; nothing where it holds a whole cell, of which a comment would be
  /// of another line.
  private static func code(_ line: String, isOfNotebook: Bool) -> String {
    guard isOfNotebook else { return line }
    var text = line.drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace || last == "," { text.removeLast() }
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return line }
    text = text.dropFirst().dropLast()
    var code = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
        code.append(character == "n" ? "\n" : character)
      } else if character == "\\" {
        isEscaped = true
      } else {
        code.append(character)
      }
    }
    if code.last == "\n" { code.removeLast() }
    return code.contains("\n") ? "" : code
  }

  private init(rule: String, words: Substring) {
    self.rule = rule
    self.words = words
  }

  /// - Parameter isDocument: whether only the comments of Markdown are some: what else looks like one is an example.
  private static func all(in line: String, isDocument: Bool) -> [Self] {
    guard search.stands(in: line.utf8.span) else { return [] }
    var found: [Self] = []
    var rest = line[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    var end = rest
    for mark in ["-->", "*/"] where end.hasSuffix(mark) { end.removeLast(mark.count) }
    while end.last?.isWhitespace == true { end.removeLast() }
    var literal = OpenLiteral()
    while found.count <= maximumComments, let place = rest.firstRange(of: Self.marker) {
      let before = rest[..<place.lowerBound].drop { $0.isWhitespace }
      literal.read(before.utf8)
      rest = rest[place.upperBound...]
      let opening = before.reversed().drop { $0 == " " }.prefix(4)
      let isComment =
        opening.elementsEqual("--!<")
        || !isDocument
          && (opening.first == "#" || opening.starts(with: "//") || opening.starts(with: "--") || opening.first == "*")
      // What a literal holds is data; behind a comment there are none, and documents have none.
      guard isComment, isDocument || !found.isEmpty || !literal.isOpen else { continue }
      let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard let rule = words.first else { continue }
      let start = words.count > 1 ? words[1].startIndex : rest.endIndex
      found.append(Self(rule: String(rule), words: line[min(start, end.endIndex)..<end.endIndex]))
    }
    return found
  }

  /// The comments of a file that are for a rule, or for what is spelled like one; more than ``maximumComments`` where not all are given.
  package static func comments(in bytes: [UInt8], path: String) -> [WaiverComment] {
    guard search.stands(in: bytes.span) else { return [] }
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").last ?? ""
    let isDocument = documents.contains(ending)
    let literals = LongLiterals(in: bytes, ending: String(ending))
    let isNotebook = path.hasSuffix(notebook)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var comments: [WaiverComment] = []
    for (index, line) in lines.enumerated() where search.stands(in: line.span) {
      var waivers = all(
        in: code(String(decoding: line, as: UTF8.self), isOfNotebook: isNotebook), isDocument: isDocument
      ).map { ($0, isData: false) }
      if let end = literals.end(on: line.indices) {
        let rules = Set(all(in: String(decoding: line[end...], as: UTF8.self), isDocument: isDocument).map(\.rule))
        waivers = waivers.map { ($0.0, !rules.contains($0.0.rule)) }
      }
      for (waiver, isData) in waivers where waiver.rule.hasPrefix("AIL") {
        comments.append(WaiverComment(rule: waiver.rule, path: path, line: index + 1, isData: isData))
      }
      guard comments.count <= maximumComments else { break }
    }
    return comments
  }
}

/// Whether a literal is open at a place of a line, by the quotation marks before it. An apostrophe within a word opens none.
private struct OpenLiteral {
  private var quote: UInt8?
  private var last: UInt8 = 0
  private var isEscaped = false

  var isOpen: Bool { quote != nil }

  mutating func read(_ text: Substring.UTF8View) {
    for byte in text {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isOpen
      } else if byte == quote {
        quote = nil
      } else if !isOpen, Self.quotes.contains(byte), byte != UInt8(ascii: "'") || !Self.isOfWord(last) {
        quote = byte
      }
      last = byte
    }
  }

  private static let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")]

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}
