/// Reads the grammar of SPDX 2.3 Annex D. `+` binds strongest, then `WITH`, `AND` and `OR`.
struct SPDXExpressionParser {
  private static let maximumLength = 4096
  private static let maximumDepth = 64

  private enum Token {
    case word(String)
    case open, close, end
  }

  private let bytes: [UInt8]
  private var token = Token.end
  /// Where the token begins.
  private var start = 0
  private var index = 0

  init(_ text: String) throws(TextFault) {
    guard text.utf8.count <= Self.maximumLength else {
      throw TextFault(
        offset: Self.maximumLength, message: "An expression is at most \(Self.maximumLength) bytes long.")
    }
    bytes = Array(text.utf8)
    try advance()
  }

  mutating func parse() throws(TextFault) -> SPDXExpression {
    if case .end = token { throw error("The expression is empty.") }
    let expression = try choice(depth: 0)
    switch token {
    case .end: return expression
    case .close: throw error("This ) closes nothing.")
    case .open: throw error("AND or OR is expected before the (.")
    case .word(let word): throw error("AND, OR or WITH is expected before \"\(word)\".")
    }
  }

  private mutating func choice(depth: Int) throws(TextFault) -> SPDXExpression {
    var parts: [SPDXExpression] = []
    repeat {
      let part = try conjunction(depth: depth)
      if case .or(let inner) = part { parts += inner } else { parts.append(part) }
    } while try skip("OR")
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction(depth: Int) throws(TextFault) -> SPDXExpression {
    var parts: [SPDXExpression] = []
    repeat {
      let part = try primary(depth: depth)
      if case .and(let inner) = part { parts += inner } else { parts.append(part) }
    } while try skip("AND")
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func primary(depth: Int) throws(TextFault) -> SPDXExpression {
    switch token {
    case .end: throw error("A license is expected at the end.")
    case .close: throw error("A license is expected here, not ).")
    case .open: return try group(depth: depth + 1)
    case .word(let word):
      if let name = Self.operatorName(word) { throw error("A license is expected here, not \(name).") }
      let license = try license(word)
      try advance()
      guard try skip("WITH") else { return .license(license.id, orLater: license.orLater, exception: nil) }
      let exception = try exception()
      if isOperator("WITH") { throw error("A license has one exception at most.") }
      return .license(license.id, orLater: license.orLater, exception: exception)
    }
  }

  private mutating func group(depth: Int) throws(TextFault) -> SPDXExpression {
    guard depth <= Self.maximumDepth else {
      throw error("Parentheses are nested more than \(Self.maximumDepth) levels deep.")
    }
    let opening = start
    try advance()
    let inner = try choice(depth: depth)
    switch token {
    case .close: try advance()
    case .end: throw error("The ( in \(place(of: opening)) is not closed.")
    case .open: throw error("AND or OR is expected before the (.")
    case .word(let word): throw error("AND, OR or WITH is expected before \"\(word)\".")
    }
    if isOperator("WITH") { throw error("WITH follows a license, not a parenthesis.") }
    return inner
  }

  private func license(_ word: String) throws(TextFault) -> (id: String, orLater: Bool) {
    let isReference = word.contains(":") || word.hasPrefix("LicenseRef-") || word.hasPrefix("DocumentRef-")
    if isReference {
      guard Self.isReference(word, "LicenseRef-") else {
        throw error("\"\(word)\" is not of the form LicenseRef-name or DocumentRef-name:LicenseRef-name.")
      }
      return (word, false)
    }
    let orLater = word.hasSuffix("+")
    let id = orLater ? String(word.dropLast()) : word
    guard !id.isEmpty, !id.contains("+") else { throw error("\"\(word)\" is no license id: a + follows one, once.") }
    return (id, orLater)
  }

  private mutating func exception() throws(TextFault) -> String {
    guard case .word(let word) = token, Self.operatorName(word) == nil else {
      throw error("An exception is expected after WITH.")
    }
    let isReference = word.contains(":") || word.hasPrefix("AdditionRef-")
    guard isReference ? Self.isReference(word, "AdditionRef-") : !word.contains("+") else {
      throw error("\"\(word)\" is no exception id.")
    }
    try advance()
    return word
  }

  /// `prefix` and a name, perhaps with a `DocumentRef-` and its name in front.
  private static func isReference(_ word: String, _ prefix: String) -> Bool {
    var parts = word.split(separator: ":", omittingEmptySubsequences: false)[...]
    func isName(_ part: Substring, _ prefix: String) -> Bool {
      part.hasPrefix(prefix) && part.utf8.count > prefix.utf8.count && !part.contains("+")
    }
    if parts.count == 2, let document = parts.popFirst(), !isName(document, "DocumentRef-") { return false }
    return parts.count == 1 && parts.allSatisfy { isName($0, prefix) }
  }

  private static func operatorName(_ word: String) -> String? {
    ["AND", "OR", "WITH"].first { $0 == word || $0.lowercased() == word }
  }

  private func isOperator(_ name: String) -> Bool {
    if case .word(let word) = token { Self.operatorName(word) == name } else { false }
  }

  private mutating func skip(_ name: String) throws(TextFault) -> Bool {
    guard isOperator(name) else { return false }
    try advance()
    return true
  }

  private mutating func advance() throws(TextFault) {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    start = index
    guard index < bytes.count else { return token = .end }
    switch bytes[index] {
    case UInt8(ascii: "("):
      index += 1
      token = .open
    case UInt8(ascii: ")"):
      index += 1
      token = .close
    default:
      while index < bytes.count, Self.isPartOfWord(bytes[index]) { index += 1 }
      guard index > start else { throw error("This character cannot stand in a license expression.") }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      let upper = word.uppercased()
      if Self.operatorName(word) == nil, Self.operatorName(upper) != nil {
        throw error("\"\(word)\" is not an operator: write \(upper).")
      }
      token = .word(word)
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private func error(_ message: String) -> TextFault { TextFault(offset: start, message: message) }

  private func place(of offset: Int) -> String {
    let position = SourceText(path: "", bytes: bytes).position(at: offset)
    return position.line == 1 ? "column \(position.column)" : "line \(position.line), column \(position.column)"
  }
}
