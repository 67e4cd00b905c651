import ProvisoCore

/// A page of text for a terminal: sanitizes everything that is written on it, wraps, and colors where it may.
struct TextPage {
  enum Style {
    case plain, strong, faint
    case level(Level)

    /// The parameters of the ANSI sequence (ECMA-48, select graphic rendition), nil for none.
    var code: String? {
      switch self {
      case .plain: nil
      case .strong: "1"
      case .faint: "2"
      case .level(.error): "1;31"
      case .level(.warning): "1;33"
      case .level(.note): "1;36"
      }
    }
  }

  /// A stretch of text in one style.
  struct Run: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  private var output: PieceWriter
  private let width: Int
  private let color: Bool
  /// The code of the style that is switched on.
  private var current: String?

  init(options: ReportOptions, to take: @escaping ([UInt8]) -> Void) {
    output = PieceWriter(to: take)
    // Narrower than this, words would stand one below the other.
    width = options.width > 0 ? max(options.width, 40) : .max
    color = options.color
  }

  /// Hands on what is left: nothing more will be written.
  mutating func end() {
    output.flush()
  }

  mutating func blank() {
    append("\n")
  }

  /// Writes runs as a paragraph that begins after `indent` blanks and goes on, where it is wrapped, after `hanging`. Breaks
  /// only at blanks: a path or an address stays whole, however long.
  mutating func paragraph(_ runs: [Run], indent: Int = 0, hanging: Int? = nil) {
    append(String(repeating: " ", count: indent))
    flow(runs, from: indent, hanging: hanging ?? indent)
  }

  /// Writes a paragraph after a label; all its lines begin at `column`.
  mutating func field(_ label: String, _ text: String, indent: Int, column: Int) {
    append(String(repeating: " ", count: indent))
    append(Run(Sanitizer.visible(label), .faint))
    use(nil)
    append(String(repeating: " ", count: max(1, column - indent - label.count)))
    flow([Run(text)], from: column, hanging: column)
  }

  private mutating func flow(_ runs: [Run], from start: Int, hanging: Int) {
    var column = start
    for (index, word) in Self.words(runs).enumerated() {
      let length = word.reduce(0) { $0 + $1.text.count }
      if index > 0, column + 1 + length > width {
        use(nil)
        append("\n" + String(repeating: " ", count: hanging))
        column = hanging
      } else if index > 0 {
        // Within one style a blank belongs to it: fewer sequences.
        if word.first?.style.code != current { use(nil) }
        append(" ")
        column += 1
      }
      for run in word { append(run) }
      column += length
    }
    use(nil)
    append("\n")
  }

  /// The words of sanitized text; a word may go through several runs.
  private static func words(_ runs: [Run]) -> [[Run]] {
    var words: [[Run]] = [[]]
    for run in runs {
      let pieces = Sanitizer.visible(run.text).split(separator: " ", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { words.append([]) }
        // Any word can come to stand at the start of a line.
        if !piece.isEmpty { words[words.count - 1].append(Run(Sanitizer.inert(String(piece)), run.style)) }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private mutating func append(_ run: Run) {
    use(run.style.code)
    append(run.text)
  }

  /// Switches to the style of a code, nil for none.
  private mutating func use(_ code: String?) {
    guard color, code != current else { return }
    if current != nil { append("\u{1B}[0m") }
    if let code { append("\u{1B}[\(code)m") }
    current = code
  }

  private mutating func append(_ text: String) {
    output.write(text)
  }
}
