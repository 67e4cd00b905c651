/// HTML that is written piece by piece. Text goes through ``text(_:)`` and the attributes of ``open(_:_:)`` only, which escape
/// it: nothing from a scanned file can become a tag.
struct HTMLPage {
  private(set) var bytes: [UInt8] = []

  /// Markup of our own: a literal, and nothing else.
  mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  mutating func text(_ text: String) {
    bytes.append(contentsOf: Markup.escaped(text).utf8)
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
