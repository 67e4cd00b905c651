internal import ProvisoCore
internal import ProvisoText

/// The signs of comments by the kind of a file: code, templates, pages and documents. What stands in one is shown to nobody.
///
/// No language is parsed. A sign in a string of its line begins no comment, nor does one in an address (`https://`) or a pattern
/// (`src/*`).
struct CommentSigns {
  private var lines: [Line] = []
  private var blocks: [Block] = []

  private struct Line {
    var sign: String
    /// Only where nothing but blanks stands before it.
    var begins = false
  }

  private typealias Block = (open: String, close: String)

  /// How far before a place a comment may begin.
  private static let reach = 8_192

  /// nil for a kind of file whose comments have no signs here.
  init?(_ path: FilePath) {
    let isPage = Self.pages.contains(path.fileExtension)
    if isPage { blocks.append(("<!--", "-->")) }
    switch path.fileExtension {
    case "swift", "ts", "tsx", "js", "jsx", "mjs", "kt", "java", "dart", "cs", "go", "rs", "m", "mm", "qml", "strings",
      "vue", "svelte", "astro":
      addSlashes()
    case "php":
      addSlashes()
      lines.append(Line(sign: "#"))
    case "py", "yaml", "yml": lines = [Line(sign: "#")]
    case "rb":
      lines = [Line(sign: "#")]
      blocks = [("=begin", "=end")]
    case "cshtml", "razor": blocks.append(("@*", "*@"))
    case "erb", "ejs": blocks += [("<%#", "%>"), ("<%--", "--%>")]
    case "hbs", "mustache": blocks += [("{{!--", "--}}"), ("{{!", "}}")]
    case "njk", "jinja", "jinja2", "j2", "twig", "liquid":
      blocks += [("{#", "#}"), ("{% comment", "endcomment"), ("{%- comment", "endcomment")]
    case "pug": lines = [Line(sign: "//", begins: true)]
    case "po", "ftl": lines = [Line(sign: "#", begins: true)]
    case "md", "markdown": lines = [Line(sign: "[//]:", begins: true), Line(sign: "[comment]:", begins: true)]
    case "mdx": blocks.append(("{/*", "*/}"))
    case "adoc", "asciidoc": lines = [Line(sign: "//", begins: true)]
    case "tex": lines = [Line(sign: "%")]
    default: guard isPage else { return nil }
    }
  }

  private mutating func addSlashes() {
    lines.append(Line(sign: "//"))
    blocks.append(("/*", "*/"))
  }

  private static let pages = WordTable(
    """
    html htm xhtml vue svelte astro xib storyboard xaml axaml resx plist stringsdict cshtml razor erb hbs ejs njk jinja
    jinja2 j2 liquid twig templ mustache md markdown mdx
    """)

  /// Whether the place is in a comment.
  func hold(_ offset: Int, in source: SourceText) -> Bool {
    isBehindLineSign(offset, source) || blocks.contains { Self.isInside($0, offset, source.bytes) }
  }

  private func isBehindLineSign(_ offset: Int, _ source: SourceText) -> Bool {
    guard !lines.isEmpty else { return false }
    let line = source.lineRange(source.lineNumber(at: offset))
    let bytes = source.bytes
    var quote: UInt8?
    var isStart = true
    var index = max(line.lowerBound, offset - Self.reach)
    while index < offset {
      let byte = bytes[index]
      defer {
        isStart = isStart && ASCII.isBlank(byte)
        index += 1
      }
      if byte == UInt8(ascii: "\\") {
        index += 1
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if lines.contains(where: { Self.begins($0, at: index, isStart: isStart, bytes) }) {
        return true
      } else if Self.quotes.contains(byte) {
        quote = byte
      }
    }
    return false
  }

  private static let quotes = Array("\"'`".utf8)

  private static func begins(_ line: Line, at index: Int, isStart: Bool, _ bytes: [UInt8]) -> Bool {
    guard bytes[index...].starts(with: line.sign.utf8) else { return false }
    if isStart { return true }
    // `https://`, `x#y`.
    return !line.begins
      && (line.sign == "//" ? bytes[index - 1] != UInt8(ascii: ":") : ASCII.isBlank(bytes[index - 1]))
  }

  private static func isInside(_ block: Block, _ offset: Int, _ bytes: [UInt8]) -> Bool {
    let (open, close) = (Array(block.open.utf8), Array(block.close.utf8))
    var index = offset - open.count
    while index >= max(0, offset - reach) {
      if bytes[index...].starts(with: open), opens(block, at: index, bytes) {
        return !(index + open.count..<offset).contains { bytes[$0...].starts(with: close) }
      }
      index -= 1
    }
    return false
  }

  /// `"src/*"` and `**/*.swift` begin no comment.
  private static func opens(_ block: Block, at index: Int, _ bytes: [UInt8]) -> Bool {
    guard block.open == "/*", index > 0 else { return true }
    return ASCII.isWhitespace(bytes[index - 1]) || "{}()[];,>".utf8.contains(bytes[index - 1])
  }
}
