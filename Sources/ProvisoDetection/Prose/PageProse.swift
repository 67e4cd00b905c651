internal import ProvisoText

/// The sentences and headings of a page of HTML: its text, without scripts, styles, code and quotations.
struct PageProse {
  private let source: SourceText
  private var sentences: [MarkdownProse.Sentence] = []
  private var text: [UInt8] = []
  private var range: Range<Int>?
  private var isInQuotes = false
  /// How many elements are open that hold the words of others.
  private var quotations = 0

  private static let maximumSentence = 2_000

  static func sentences(of source: SourceText) -> [MarkdownProse.Sentence] {
    var prose = Self(source: source)
    for piece in PagePieces.of(source) {
      switch piece {
      case .text(let range): prose.add(range)
      case .tag(let range): prose.pass(range)
      case .code(let code): if code.isBlock { prose.flush() }
      }
    }
    prose.flush()
    return prose.sentences
  }

  private init(source: SourceText) { self.source = source }

  private mutating func add(_ piece: Range<Int>) {
    guard quotations == 0 else { return }
    var offset = piece.lowerBound
    while offset < piece.upperBound {
      let start = offset
      let byte = character(&offset, before: piece.upperBound)
      if byte == UInt8(ascii: "\"") {
        isInQuotes.toggle()
        continue
      }
      guard !isInQuotes else { continue }
      let isBlank = ASCII.isWhitespace(byte)
      if isBlank, text.isEmpty || text.last == UInt8(ascii: " ") { continue }
      if text.count < Self.maximumSentence { text.append(isBlank ? UInt8(ascii: " ") : byte) }
      range = (range?.lowerBound ?? start)..<offset
      let isEnd = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
      if isEnd, offset == piece.upperBound || ASCII.isWhitespace(source.bytes[offset]) { end() }
    }
  }

  /// The byte at `offset`, or that of a reference to a character; moves behind it.
  private func character(_ offset: inout Int, before end: Int) -> UInt8 {
    let byte = source.bytes[offset]
    offset += 1
    guard byte == UInt8(ascii: "&") else { return byte }
    let rest = source.bytes[offset..<end].prefix(6)
    for (name, meant) in Self.characters where rest.starts(with: name) {
      offset += name.count
      return meant
    }
    return byte
  }

  private static let characters: [(name: [UInt8], meant: UInt8)] = [
    ("nbsp;", UInt8(ascii: " ")), ("quot;", UInt8(ascii: "\"")), ("#34;", UInt8(ascii: "\"")),
    ("amp;", UInt8(ascii: "&")), ("#39;", UInt8(ascii: "'")), ("apos;", UInt8(ascii: "'")),
  ].map { (name: Array($0.0.utf8), meant: $0.1) }

  /// A tag within a sentence, such as that of a link, leaves it whole.
  private mutating func pass(_ tag: Range<Int>) {
    let bytes = source.bytes[tag].dropFirst()
    let isClosing = bytes.first == UInt8(ascii: "/")
    let name = bytes.dropFirst(isClosing ? 1 : 0).prefix(while: ASCII.isWord)
    if Self.quoting.contains(source.bytes.span, name.startIndex..<name.endIndex) {
      quotations = max(0, quotations + (isClosing ? -1 : 1))
    }
    if !Self.inline.contains(source.bytes.span, name.startIndex..<name.endIndex) { flush() }
  }

  private static let quoting = WordTable("blockquote cite q")
  private static let inline = WordTable(
    "a abbr b bdi bdo cite code del dfn em font i img ins kbd mark q s small span strong sub sup svg time u var wbr")

  private mutating func flush() {
    end()
    isInQuotes = false
  }

  private mutating func end() {
    if text.last == UInt8(ascii: " ") { text.removeLast() }
    if let range, !text.isEmpty { sentences.append(MarkdownProse.Sentence(bytes: text, range: range)) }
    text = []
    range = nil
  }
}
