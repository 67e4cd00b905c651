internal import ProvisoText

/// Reads an expression that joins strings: literals, names, `+`, strings side by side, what is put into a literal, `format` and `%`.
struct ExpressionReader {
  enum Part: Hashable {
    case text(String)
    /// A variable, without what it is a member of.
    case name(String)
  }

  let bytes: [UInt8]
  let dialect: CodeDialect
  private(set) var offset: Int
  /// Whether a line's end ends nothing.
  let isInBrackets: Bool
  /// How many literals were read.
  private(set) var literals = 0
  /// Whether it is longer than any name; it was read all the same.
  private(set) var isTooLong = false
  private var depth = 0

  private static let longest = 2_000
  private static let mostParts = 16
  /// Of `"{}".format("{}".format(…))`: nobody writes a name like that, and each level takes its part of the stack.
  private static let maximumDepth = 8

  init(bytes: [UInt8], dialect: CodeDialect, offset: Int, isInBrackets: Bool) {
    self.bytes = bytes
    self.dialect = dialect
    self.offset = offset
    self.isInBrackets = isInBrackets
  }

  /// Where the expression begins that `literal` is the first literal of: `ORG + "/name"` at `ORG`.
  static func start(of literal: CodeLiteral, in code: CodeLiterals) -> Int {
    let bytes = code.bytes
    var start = literal.range.lowerBound - 1
    // The letters before a quote, and the others of three: of more, each literal would go back over all before it.
    let quote = start
    while start > 0, quote - start < 2, bytes[start - 1] == bytes[start] { start -= 1 }
    while start > 0, ASCII.isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "$") { start -= 1 }
    for _ in 0..<8 {
      let sign = blanks(before: start, bytes)
      guard sign > 1, bytes[sign - 1] == UInt8(ascii: "+") else { break }
      let end = blanks(before: sign - 1, bytes)
      var operand = end
      while operand > 0, ASCII.isWord(bytes[operand - 1]) || bytes[operand - 1] == UInt8(ascii: ".") { operand -= 1 }
      guard operand < end else { break }
      start = operand
    }
    return start
  }

  private static func blanks(before offset: Int, _ bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, ASCII.isWhitespace(bytes[offset - 1]) { offset -= 1 }
    return offset
  }

  /// The parts of the whole expression; nil where something else stands in it, or it is too long for a name: then it is read on
  /// to where it ends, so that nobody begins in the middle of it.
  mutating func parts() -> [Part]? {
    let first = offset
    guard var parts = operand() else { return nil }
    while true {
      if offset - first >= Self.longest || parts.count > Self.mostParts {
        isTooLong = true
        parts = []
      }
      let before = offset
      skipBlanks(isInBrackets)
      if isInBrackets || !dialect.isOfLines || !Self.isLineEnd(peek) {
        skipBlanks(true)
        if peek == UInt8(ascii: "+") {
          offset += 1
          skipBlanks(true)
          guard let next = operand() else { return nil }
          parts += next
          continue
        }
        if dialect.joinsNeighbors, isString(at: offset), before < offset || isInBrackets {
          guard let next = operand() else { return nil }
          parts += next
          continue
        }
      }
      offset = before
      return ends && !isTooLong ? parts : nil
    }
  }

  /// Whether nothing goes on with the expression.
  private var ends: Bool {
    var next = offset
    while next < bytes.count, ASCII.isBlank(bytes[next]) { next += 1 }
    guard next < bytes.count else { return true }
    if dialect.lineComments.contains(where: { bytes[next...].starts(with: $0) }) { return true }
    return ")],;}".utf8.contains(bytes[next]) || Self.isLineEnd(bytes[next])
      || bytes[next] == UInt8(ascii: ":") && next + 1 < bytes.count && bytes[next + 1] != UInt8(ascii: ":")
  }

  private mutating func operand() -> [Part]? {
    guard depth < Self.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    if isString(at: offset) {
      guard let parts = string() else { return nil }
      return arguments(of: parts)
    }
    var start = offset
    while offset < bytes.count, ASCII.isWord(bytes[offset]) || bytes[offset] == UInt8(ascii: ".") {
      if bytes[offset] == UInt8(ascii: ".") { start = offset + 1 }
      offset += 1
    }
    guard start < offset, offset - start <= 64, !ASCII.isDigit(bytes[start]),
      offset == bytes.count || bytes[offset] != UInt8(ascii: "("),
      offset == bytes.count || bytes[offset] != UInt8(ascii: "[")
    else { return nil }
    return [.name(String(decoding: bytes[start..<offset], as: UTF8.self))]
  }

  /// `"…" % name`, `"…".format(name)`: what is put in for each mark, in order.
  private mutating func arguments(of parts: [Part]) -> [Part]? {
    guard case .text(let text)? = parts.first, parts.count == 1 else { return parts }
    let before = offset
    skipBlanks(isInBrackets)
    if peek == UInt8(ascii: "%"), dialect.joinsNeighbors || dialect.interpolation == .hash {
      offset += 1
      skipBlanks(true)
      return filled(text, mark: "%s")
    }
    if bytes[offset...].starts(with: ".join(".utf8) {
      offset += 6
      return joined(text)
    }
    if bytes[offset...].starts(with: ".format(".utf8) {
      offset += 7
      return filled(text, mark: "{}")
    }
    offset = before
    return parts
  }

  /// `"/".join(["facebook", name])`
  private mutating func joined(_ separator: String) -> [Part]? {
    skipBlanks(true)
    guard peek == UInt8(ascii: "[") || peek == UInt8(ascii: "(") else { return nil }
    offset += 1
    var parts: [Part] = []
    while parts.count < 16 {
      skipBlanks(true)
      if peek == UInt8(ascii: "]") || peek == UInt8(ascii: ")") { break }
      guard let value = operand() else { return nil }
      parts += (parts.isEmpty ? [] : [.text(separator)]) + value
      skipBlanks(true)
      if peek == UInt8(ascii: ",") { offset += 1 }
    }
    guard peek == UInt8(ascii: "]") || peek == UInt8(ascii: ")") else { return nil }
    offset += 1
    skipBlanks(true)
    guard peek == UInt8(ascii: ")") else { return nil }
    offset += 1
    return parts
  }

  private mutating func filled(_ text: String, mark: String) -> [Part]? {
    var values: [[Part]] = []
    if peek == UInt8(ascii: "(") {
      offset += 1
      while values.count < 8 {
        skipBlanks(true)
        if peek == UInt8(ascii: ")") { break }
        guard let value = operand() else { return nil }
        values.append(value)
        skipBlanks(true)
        if peek == UInt8(ascii: ",") { offset += 1 }
      }
      guard peek == UInt8(ascii: ")") else { return nil }
      offset += 1
    } else {
      guard let value = operand() else { return nil }
      values = [value]
    }
    let pieces = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    guard pieces.count == values.count + 1 else { return nil }
    return pieces.indices.flatMap { index in
      (pieces[index].isEmpty ? [] : [Part.text(pieces[index])]) + (index < values.count ? values[index] : [])
    }
  }

  /// The literal that begins here: its text, and the names that are put into it.
  private mutating func string() -> [Part]? {
    var isFormat = false
    while ASCII.isLetter(peek) || peek == UInt8(ascii: "$") {
      isFormat = isFormat || (peek | 0x20) == UInt8(ascii: "f") || peek == UInt8(ascii: "$")
      offset += 1
    }
    let quote = peek
    let start = offset + 1
    var parts: [Part] = []
    var text: [UInt8] = []
    func end() {
      if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    offset = start
    while offset < bytes.count, bytes[offset] != quote {
      guard !Self.isLineEnd(bytes[offset]), offset - start < 512 else { return nil }
      if let opening = opening(isFormat, quote) {
        guard let (name, stop) = interpolated(opening) else { return nil }
        end()
        parts.append(.name(name))
        offset = stop
        continue
      }
      guard bytes[offset] != UInt8(ascii: "\\") else { return nil }
      text.append(bytes[offset])
      offset += 1
    }
    guard offset < bytes.count, offset > start else { return nil }
    offset += 1
    end()
    literals += 1
    return parts
  }

  /// The bytes before the name that is put in here; nil where none is.
  private func opening(_ isFormat: Bool, _ quote: UInt8) -> Int? {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    switch dialect.interpolation {
    case .prefixed: return isFormat && peek == UInt8(ascii: "{") ? 1 : nil
    case .backslash: return peek == UInt8(ascii: "\\") && next == UInt8(ascii: "(") ? 2 : nil
    case .hash: return peek == UInt8(ascii: "#") && next == UInt8(ascii: "{") ? 2 : nil
    case .dollar:
      guard peek == UInt8(ascii: "$") else { return nil }
      return next == UInt8(ascii: "{") ? 2 : ASCII.isLetter(next) ? 1 : nil
    case .none:
      if quote == UInt8(ascii: "`"), peek == UInt8(ascii: "$"), next == UInt8(ascii: "{") { return 2 }
      return isFormat && peek == UInt8(ascii: "{") ? 1 : nil
    }
  }

  /// The variable between the brackets, and where they end.
  private func interpolated(_ opening: Int) -> (name: String, end: Int)? {
    var next = offset + opening
    var start = next
    while next < bytes.count, ASCII.isWord(bytes[next]) || bytes[next] == UInt8(ascii: ".") {
      // `$ORG.name`: of itself a name ends before the point.
      if opening == 1, dialect.interpolation == .dollar, bytes[next] == UInt8(ascii: ".") { break }
      if bytes[next] == UInt8(ascii: ".") { start = next + 1 }
      next += 1
    }
    guard start < next, next - start <= 64 else { return nil }
    let name = String(decoding: bytes[start..<next], as: UTF8.self)
    if opening == 1, dialect.interpolation == .dollar { return (name, next) }
    guard next < bytes.count, "})".utf8.contains(bytes[next]) else { return nil }
    return (name, next + 1)
  }

  private func isString(at start: Int) -> Bool {
    var next = start
    while next < bytes.count, next - start < 2, ASCII.isLetter(bytes[next]) || bytes[next] == UInt8(ascii: "$") {
      next += 1
    }
    guard next < bytes.count else { return false }
    // `return"a"` is none, nor is a name before a quote.
    let quote = bytes[next]
    guard next == start || "fFrRuU$".utf8.contains(bytes[start]) else { return false }
    return quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") && dialect.singleQuote == .string
      || quote == UInt8(ascii: "`") && dialect.backtick != .nothing
  }

  private var peek: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipBlanks(_ isAcrossLines: Bool) {
    while offset < bytes.count, ASCII.isBlank(bytes[offset]) || isAcrossLines && Self.isLineEnd(bytes[offset]) {
      offset += 1
    }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension CodeDialect {
  /// Whether strings side by side are one: Python.
  fileprivate var joinsNeighbors: Bool { braces == .entries }
  /// Whether a line ends its statement, however the next begins: Python.
  fileprivate var isOfLines: Bool { braces == .entries }
}
