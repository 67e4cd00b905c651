/// The splitter behind ``ShellReader``. Commands inside `$(…)` are on a stack of its own, not on the thread's.
struct ShellSplitter {
  private struct Frame {
    var words: [ShellWord] = []
    var text: [UInt8] = []
    var offsets: [Int] = []
    var isPartial = false
    /// Something of a word is there, if only empty quotes.
    var hasWord = false
    /// Inside `"…"`.
    var isQuoted = false
    /// The next word is where a redirection goes.
    var isTarget = false
  }

  private var scanner: ByteScanner
  private let dialect: ShellDialect
  private let joinsLines: Bool
  private let limits: ShellLimits
  private var frames = [Frame()]
  private var found: [ShellCommand] = []
  private var wordCount = 0
  /// Words that close the here-documents whose lines follow.
  private var heredocs: [[UInt8]] = []

  init(_ bytes: [UInt8], in range: Range<Int>, dialect: ShellDialect, joinsLines: Bool, limits: ShellLimits) {
    scanner = ByteScanner(bytes, in: range)
    self.dialect = dialect
    self.joinsLines = joinsLines
    self.limits = limits
  }

  private var frame: Frame {
    get { frames[frames.count - 1] }
    _modify { yield &frames[frames.count - 1] }
  }

  mutating func commands() throws(TextFault) -> [ShellCommand] {
    while !scanner.isAtEnd { try step() }
    while frames.count > 1 { try closeSubstitution() }
    try endCommand()
    return found
  }

  private var escape: UInt8 {
    switch dialect {
    case .posix: UInt8(ascii: "\\")
    case .powershell: UInt8(ascii: "`")
    case .batch: UInt8(ascii: "^")
    }
  }

  private mutating func step() throws(TextFault) {
    let byte = scanner.byte
    if byte == escape { return skipEscape() }
    if frame.isQuoted { return try stepInQuotes(byte) }
    switch byte {
    case 0x20, 0x09:
      try endWord()
      scanner.offset += 1
    case 0x0A, 0x0D:
      if !joinsLines { return try endLine() }
      try endWord()
      scanner.skipLineEnd()
    case UInt8(ascii: "\""):
      frame.hasWord = true
      frame.isQuoted = isClosed(byte)
      scanner.offset += 1
    case UInt8(ascii: "'") where dialect != .batch: singleQuoted()
    case UInt8(ascii: "#") where dialect != .batch && !frame.hasWord:
      if dialect == .powershell, scanner.offset > 0, scanner.bytes[scanner.offset - 1] == UInt8(ascii: "<") {
        skipBlockComment()
      } else {
        scanner.skipToLineEnd()
      }
    case UInt8(ascii: "$"): try dollar()
    case UInt8(ascii: "`"): try backtick()
    case UInt8(ascii: "%") where dialect == .batch: take(byte, isPartial: true)
    case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "("):
      try endCommand()
      scanner.offset += 1
    case UInt8(ascii: ")"):
      if frames.count > 1 { try closeSubstitution() } else { try endCommand() }
      scanner.offset += 1
    case UInt8(ascii: "<"), UInt8(ascii: ">"): try redirection(byte)
    default: take(byte)
    }
  }

  private mutating func stepInQuotes(_ byte: UInt8) throws(TextFault) {
    switch byte {
    case UInt8(ascii: "\""):
      frame.isQuoted = false
      scanner.offset += 1
    case UInt8(ascii: "$"): try dollar()
    case UInt8(ascii: "`"): try backtick()
    default: take(byte)
    }
  }

  private mutating func take(_ byte: UInt8, isPartial: Bool = false) {
    frame.text.append(byte)
    frame.offsets.append(scanner.offset)
    frame.hasWord = true
    if isPartial { frame.isPartial = true }
    scanner.offset += 1
  }

  /// At the escape character: a line that goes on in the next, or a byte taken as it is.
  private mutating func skipEscape() {
    let next = scanner.byte(after: 1)
    if next == 0x0A || next == 0x0D {
      scanner.offset += 1
      scanner.skipLineEnd()
      skipCommentLines()
      return
    }
    scanner.offset += 1
    guard !scanner.isAtEnd else { return }
    // A backslash in quotes stays unless what follows would mean something, and `..\models\chat.gguf` is a path of Windows:
    // nobody escapes a letter within a word.
    if dialect == .posix, frame.isQuoted ? !Self.escaped.contains(next) : frame.hasWord && Self.isInPath(next) {
      scanner.offset -= 1
      take(scanner.byte)
    }
    take(scanner.byte)
  }

  private static func isInPath(_ byte: UInt8) -> Bool { ByteScanner.isWord(byte) || byte == UInt8(ascii: ".") }

  private static let escaped = Set("\"\\$`".utf8)

  /// Between continued lines.
  private mutating func skipCommentLines() {
    guard dialect == .posix else { return }
    while true {
      let before = scanner.offset
      scanner.skipBlanks()
      guard scanner.byte == UInt8(ascii: "#") else {
        scanner.offset = before
        return
      }
      scanner.skipToLineEnd()
      scanner.skipLineEnd()
    }
  }

  private mutating func singleQuoted() {
    frame.hasWord = true
    guard isClosed(UInt8(ascii: "'")) else {
      scanner.offset += 1
      return
    }
    scanner.offset += 1
    while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "'") { take(scanner.byte) }
    scanner.offset += 1
  }

  /// Whether the quote at the offset is closed within what is read as one text. Asked once for each quote that opens.
  private func isClosed(_ quote: UInt8) -> Bool {
    var offset = scanner.offset + 1
    let limit = min(scanner.end, offset + Self.maximumQuoted)
    while offset < limit {
      if scanner.bytes[offset] == quote { return true }
      offset += scanner.bytes[offset] == escape && quote == UInt8(ascii: "\"") ? 2 : 1
    }
    return false
  }

  /// No text in quotes that matters here is longer.
  private static let maximumQuoted = 16 << 10

  private mutating func skipBlockComment() {
    while !scanner.isAtEnd, !scanner.starts(with: "#>") { scanner.offset += 1 }
    scanner.offset = min(scanner.offset + 2, scanner.end)
    frame.isTarget = false
  }

  /// `$NAME`, `${NAME:-default}`, `$(…)`.
  private mutating func dollar() throws(TextFault) {
    frame.isPartial = true
    frame.hasWord = true
    if scanner.byte(after: 1) == UInt8(ascii: "("), dialect != .batch {
      scanner.offset += 2
      return try openSubstitution()
    }
    take(scanner.byte)
    guard scanner.byte == UInt8(ascii: "{") else { return }
    var braces = 0
    while !scanner.isAtEnd, scanner.byte != 0x0A, scanner.byte != 0x0D {
      if scanner.byte == UInt8(ascii: "{") { braces += 1 }
      if scanner.byte == UInt8(ascii: "}") { braces -= 1 }
      take(scanner.byte)
      if braces == 0 { return }
    }
  }

  private mutating func backtick() throws(TextFault) {
    guard dialect == .posix else { return take(scanner.byte) }
    frame.isPartial = true
    // Opens and closes look the same: what is inside is a command of its own either way.
    scanner.offset += 1
    let isQuoted = frame.isQuoted
    try endCommand()
    frame.isQuoted = isQuoted
  }

  private mutating func openSubstitution() throws(TextFault) {
    guard frames.count < limits.depth else {
      throw scanner.fault("Commands are nested more than \(limits.depth) levels deep.", isLimit: true)
    }
    frames.append(Frame())
  }

  private mutating func closeSubstitution() throws(TextFault) {
    try endCommand()
    frames.removeLast()
  }

  /// `>file`, `2>&1`, `<<EOF`, `<(…)`.
  private mutating func redirection(_ byte: UInt8) throws(TextFault) {
    if dialect == .powershell, scanner.byte(after: 1) == UInt8(ascii: "#") {
      scanner.offset += 1
      return skipBlockComment()
    }
    // The digits before it are no word.
    if !frame.text.isEmpty, frame.text.allSatisfy(ByteScanner.isDigit) { dropWord() }
    try endWord()
    if dialect == .posix, scanner.starts(with: "<<"), !scanner.starts(with: "<<<") { return heredoc() }
    while scanner.byte == byte || scanner.byte == UInt8(ascii: "&") { scanner.offset += 1 }
    if scanner.byte != UInt8(ascii: "(") { frame.isTarget = true }
  }

  private mutating func heredoc() {
    scanner.offset += 2
    if scanner.byte == UInt8(ascii: "-") || scanner.byte == UInt8(ascii: "~") { scanner.offset += 1 }
    scanner.skipBlanks()
    if scanner.byte == UInt8(ascii: "\"") || scanner.byte == UInt8(ascii: "'") { scanner.offset += 1 }
    let word = scanner.run { ByteScanner.isWord($0) || $0 == UInt8(ascii: "-") }
    if scanner.byte == UInt8(ascii: "\"") || scanner.byte == UInt8(ascii: "'") { scanner.offset += 1 }
    if !word.isEmpty, heredocs.count < 16 { heredocs.append(Array(scanner.bytes[word])) }
  }

  /// The lines of a here-document are read as commands; that which closes it is no command.
  private mutating func endLine() throws(TextFault) {
    try endCommand()
    scanner.skipLineEnd()
    guard let closing = heredocs.first else { return }
    let before = scanner.offset
    let line = scanner.trimmed(scanner.line())
    if scanner.bytes[line].elementsEqual(closing) {
      heredocs.removeFirst()
      scanner.offset = max(line.upperBound, before)
      scanner.skipToLineEnd()
    } else {
      scanner.offset = before
    }
  }

  private mutating func dropWord() {
    frame.text = []
    frame.offsets = []
    frame.hasWord = false
    frame.isPartial = false
  }

  private mutating func endWord() throws(TextFault) {
    guard frame.hasWord else { return }
    if frame.isTarget {
      frame.isTarget = false
    } else {
      wordCount += 1
      guard wordCount <= limits.words else { throw scanner.fault("The script has more than \(limits.words) words.") }
      frame.words.append(
        ShellWord(
          text: String(decoding: frame.text, as: UTF8.self), offsets: frame.offsets, isPartial: frame.isPartial))
    }
    dropWord()
  }

  private mutating func endCommand() throws(TextFault) {
    try endWord()
    frame.isTarget = false
    frame.isQuoted = false
    if !frame.words.isEmpty { found.append(ShellCommand(words: frame.words)) }
    frame.words = []
  }
}
