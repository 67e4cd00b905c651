internal import ProvisoText

/// The names of a file that are given one literal, and nothing else anywhere.
struct FileConstants {
  private let code: CodeLiterals
  private let source: SourceText
  /// The literals by their names; nil for a name that has several. Made when a name is first asked for.
  private var literals: [String: Range<Int>?]?
  private var known: [String: String?] = [:]

  private static let mostNames = 32

  init(_ code: CodeLiterals, _ source: SourceText) {
    self.code = code
    self.source = source
  }

  subscript(name: String) -> String? {
    mutating get {
      if let value = known[name] { return value }
      guard known.count < Self.mostNames else { return nil }
      let value = value(of: name)
      known[name] = .some(value)
      return value
    }
  }

  private mutating func value(of name: String) -> String? {
    if literals == nil { literals = all() }
    guard let found = literals?[name], let range = found, isGivenOnce(name) else { return nil }
    let text = source.string(in: range)
    return text.utf8.contains(UInt8(ascii: "\\")) ? nil : text
  }

  private func all() -> [String: Range<Int>?] {
    var literals: [String: Range<Int>?] = [:]
    for literal in code.literals where !literal.isInComment && !literal.isKey {
      guard let label = literal.label, !literal.range.isEmpty, isOfStatement(literal, label) else { continue }
      let name = source.string(in: label)
      let isWhole = !literal.isPart && !literal.isComputed && literals[name] == nil
      literals[name] = .some(isWhole ? literal.range : nil)
    }
    return literals
  }

  /// Whether a statement gives the name this literal alone: no default of a parameter, no entry of a dictionary.
  private func isOfStatement(_ literal: CodeLiteral, _ label: Range<Int>) -> Bool {
    guard literal.scope.map({ code.scopes[$0].kind == .block }) ?? true else { return false }
    let between = source.bytes[label.upperBound..<max(label.upperBound, literal.range.lowerBound - 1)]
    return between.count <= 80 && between.contains(UInt8(ascii: "="))
      && !between.contains { "?|&(,".utf8.contains($0) }
  }

  /// Whether the name stands before one `=`, and in no loop.
  private func isGivenOnce(_ name: String) -> Bool {
    let (bytes, word) = (source.bytes, Array(name.utf8))
    var given = 0
    guard let first = word.first else { return false }
    var next = 0
    while given < 2, let start = bytes[next...].firstIndex(of: first) {
      next = start + 1
      let end = start + word.count
      guard end <= bytes.count, bytes[start..<end].elementsEqual(word), start == 0 || !ASCII.isWord(bytes[start - 1]),
        end == bytes.count || !ASCII.isWord(bytes[end])
      else { continue }
      if Self.isGiven(bytes, end) || Self.isOfLoop(bytes, start) { given += 1 }
    }
    return given == 1
  }

  /// `name =`, `name: str =`, `name +=`, `name := `; not `name == `.
  private static func isGiven(_ bytes: [UInt8], _ end: Int) -> Bool {
    var next = end
    while next < bytes.count, ASCII.isBlank(bytes[next]) { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: ":") {
      next += 1
      while next < bytes.count, next - end < 40,
        ASCII.isWord(bytes[next]) || ASCII.isBlank(bytes[next]) || "[].?".utf8.contains(bytes[next])
      {
        next += 1
      }
    } else if next < bytes.count, "+|%".utf8.contains(bytes[next]) {
      next += 1
    }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return false }
    return next + 1 == bytes.count || bytes[next + 1] != UInt8(ascii: "=") && bytes[next + 1] != UInt8(ascii: ">")
  }

  /// `for name in`, `as name`
  private static func isOfLoop(_ bytes: [UInt8], _ start: Int) -> Bool {
    ["for ", " as "].contains { bytes[..<start].suffix(4).elementsEqual($0.utf8) }
  }
}
