internal import ProvisoText

/// What a page shows as code: its characters without tags and references to characters, and where each byte of them stands.
struct ShownCode {
  /// False for a piece of a sentence.
  var isBlock: Bool
  /// What the page calls the language, as Markdown's blocks name theirs; empty where it says nothing.
  var language: String
  var text: [UInt8] = []
  var offsets: [Int] = []
}

/// A page of HTML in pieces, in order. Pages are written by hand and by generators, and few are whole: nothing is refused.
enum PagePieces {
  enum Piece {
    /// Text between tags.
    case text(Range<Int>)
    /// A tag, from its `<` to behind its `>`.
    case tag(Range<Int>)
    case code(ShownCode)
  }

  static func of(_ source: SourceText) -> [Piece] {
    var reader = Reader(bytes: source.bytes)
    reader.run()
    return reader.pieces
  }

  private struct Reader {
    let bytes: [UInt8]
    var pieces: [Piece] = []
    private var offset = 0
    private var code: ShownCode?
    /// What the tags before say of the language of the code that follows.
    private var language = ""
    /// Bytes that were looked through for the end of a tag that has none: a page of nothing else is text.
    private var wasted = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() {
      var start = 0
      while offset < bytes.count {
        guard bytes[offset] == UInt8(ascii: "<"), let tag = tag() else {
          if code != nil { character() } else { offset += 1 }
          continue
        }
        if code == nil, start < offset { pieces.append(.text(start..<offset)) }
        read(tag)
        offset = tag.end
        start = offset
      }
      if let code { pieces.append(.code(code)) } else if start < offset { pieces.append(.text(start..<offset)) }
    }

    private struct Tag {
      /// In lower case, with the slash of an end before it; `!` for a comment or a declaration.
      var name: String
      var end: Int
    }

    /// The tag at `offset`; nil where `<` is only a sign.
    private mutating func tag() -> Tag? {
      guard wasted <= 8 * bytes.count else { return nil }
      if bytes[offset...].starts(with: "<!--".utf8) {
        return Tag(name: "!", end: find("-->", from: offset + 4) ?? bytes.count)
      }
      var index = offset + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < bytes.count, ASCII.isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "!") else { return nil }
      while index < bytes.count, ASCII.isWord(bytes[index]) || "!-:".utf8.contains(bytes[index]) { index += 1 }
      let name = ASCII.lowercased(String(decoding: bytes[offset + 1..<index], as: UTF8.self))
      var quote: UInt8?
      scan: while index < bytes.count, index - offset < PagePieces.longestTag {
        let byte = bytes[index]
        index += 1
        switch (quote, byte) {
        case (let open?, _): if byte == open { quote = nil }
        case (nil, UInt8(ascii: "\"")), (nil, UInt8(ascii: "'")): quote = byte
        case (nil, UInt8(ascii: ">")): return Tag(name: name, end: end(of: name, from: index))
        case (nil, UInt8(ascii: "<")): break scan
        default: break
        }
      }
      wasted += index - offset
      return nil
    }

    /// What stands in scripts and styles is no text.
    private func end(of name: String, from start: Int) -> Int {
      guard name == "script" || name == "style" else { return start }
      return find("</\(name)", from: start) ?? bytes.count
    }

    /// Where `word`, in lower case, begins, or for the end of a comment where it ends.
    private func find(_ word: String, from start: Int) -> Int? {
      let word = Array(word.utf8)
      var index = start
      while index + word.count <= bytes.count {
        if word.indices.allSatisfy({ bytes[index + $0] == word[$0] || bytes[index + $0] | 0x20 == word[$0] }) {
          return word.last == UInt8(ascii: ">") ? index + word.count : index
        }
        index += 1
      }
      return nil
    }

    private mutating func read(_ tag: Tag) {
      let range = offset..<tag.end
      switch tag.name {
      case "!": return
      case "pre":
        language = PagePieces.language(in: bytes[range]) ?? language
        close()
        code = ShownCode(isBlock: true, language: language)
      case "code" where code == nil:
        code = ShownCode(isBlock: false, language: "")
      case "code":
        if let named = PagePieces.language(in: bytes[range]) { code?.language = named }
      case "/pre":
        close()
        language = ""
      case "/code" where code?.isBlock == false: close()
      case "br", "/p", "/div", "/li", "/code":
        // In code a line of its own.
        if code != nil { add(UInt8(ascii: "\n"), at: offset) }
      case "div": language = PagePieces.language(in: bytes[range]) ?? language
      default: break
      }
      if code == nil, tag.name != "script", tag.name != "style" { pieces.append(.tag(range)) }
    }

    private mutating func close() {
      if let code { pieces.append(.code(code)) }
      code = nil
    }

    private mutating func add(_ byte: UInt8, at place: Int) {
      code?.text.append(byte)
      code?.offsets.append(place)
    }

    /// One character of code, or a reference to one.
    private mutating func character() {
      guard bytes[offset] == UInt8(ascii: "&") else {
        add(bytes[offset], at: offset)
        offset += 1
        return
      }
      let rest = bytes[offset...].prefix(8)
      guard let (name, byte) = PagePieces.characters.first(where: { rest.starts(with: $0.name) }) else {
        add(bytes[offset], at: offset)
        offset += 1
        return
      }
      add(byte, at: offset)
      offset += name.count
    }
  }

  /// Longer ones hold whole pictures, or were never closed.
  private static let longestTag = 1 << 16

  private static let characters: [(name: [UInt8], byte: UInt8)] = [
    ("&quot;", UInt8(ascii: "\"")), ("&#34;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ("&#x27;", UInt8(ascii: "'")), ("&apos;", UInt8(ascii: "'")), ("&lt;", UInt8(ascii: "<")),
    ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")), ("&nbsp;", UInt8(ascii: " ")),
    ("&#160;", UInt8(ascii: " ")), ("&#47;", UInt8(ascii: "/")), ("&#x2f;", UInt8(ascii: "/")),
    ("&#x2F;", UInt8(ascii: "/")),
  ].map { (name: Array($0.0.utf8), byte: $0.1) }

  /// `bash` of `class="language-bash"`, `highlight-bash` and `sourceCode bash`.
  private static func language(in tag: ArraySlice<UInt8>) -> String? {
    let words = String(decoding: tag.prefix(512), as: UTF8.self).split { " \"'=<>".contains($0) }
    for (index, word) in words.enumerated() {
      for start in ["language-", "lang-", "highlight-", "highlight-source-", "brush:"] where word.hasPrefix(start) {
        let name = word.dropFirst(start.count)
        if !name.isEmpty, name != "default", name != "none" { return ASCII.lowercased(String(name)) }
      }
      if word == "sourceCode", index + 1 < words.count { return ASCII.lowercased(String(words[index + 1])) }
    }
    return nil
  }
}
