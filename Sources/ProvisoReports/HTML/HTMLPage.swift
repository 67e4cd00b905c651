/// HTML that is written piece by piece. Text goes through ``text(_:)`` and the attributes of ``open(_:_:)`` only, which escape
/// it: nothing from a scanned file can become a tag.
struct HTMLPage {
  private var output: PieceWriter

  init(to take: @escaping ([UInt8]) -> Void) {
    output = PieceWriter(to: take)
  }

  /// How many bytes were written so far.
  var count: Int { output.count }

  /// Hands on what is left: nothing more will be written.
  mutating func end() {
    output.flush()
  }

  /// Markup of our own: a literal, and nothing else.
  mutating func raw(_ markup: String) {
    output.write(markup)
  }

  /// What a page made, whose text went through the same escapes.
  mutating func made(_ bytes: [UInt8]) {
    output.write(bytes)
  }

  mutating func text(_ text: String) {
    output.write(Markup.escaped(text))
  }

  /// Text in which words in backticks are code; a single backtick is one.
  mutating func prose(_ words: String) {
    var rest = words[...]
    while let start = rest.firstIndex(of: "`"), case let inner = rest[rest.index(after: start)...],
      let end = inner.firstIndex(of: "`"), end > inner.startIndex
    {
      text(String(rest[..<start]))
      element("code", String(inner[..<end]))
      rest = inner[inner.index(after: end)...]
    }
    text(String(rest))
  }

  /// A start tag; attributes without a value are left out.
  mutating func open(_ tag: String, _ attributes: [(String, String?)] = []) {
    raw("<")
    raw(tag)
    for case (let name, let value?) in attributes {
      raw(" ")
      raw(name)
      raw("=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  mutating func close(_ tag: String) {
    raw("</")
    raw(tag)
    raw(">\n")
  }

  /// An element with text.
  mutating func element(_ tag: String, _ text: String, _ attributes: [(String, String?)] = []) {
    open(tag, attributes)
    self.text(text)
    raw("</")
    raw(tag)
    raw(">")
  }

  /// A style sheet or a script, whose hash the page's policy names.
  mutating func asset(_ tag: String, _ contents: String) {
    open(tag)
    raw(contents)
    close(tag)
  }
}
