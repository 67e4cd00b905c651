internal import ProvisoText

/// Enumerations whose name says that their cases are models: `enum ModelKind: String { case small = "llama3.2" }` of Swift,
/// `enum class ModelType(val id: String) { SMALL("llama3.2") }` of Kotlin, `enum OllamaModel { PHI("phi"), … }` of Java,
/// `class ModelType(str, Enum)` of Python.
struct ModelEnumerations {
  let code: CodeLiterals
  let source: SourceText

  /// Longer heads, and cases farther from theirs, are not looked for.
  private static let longestHead = 200
  private static let mostLines = 200

  /// Whether the literal is the value of a case in one.
  func hold(_ literal: CodeLiteral) -> Bool {
    guard !literal.isPart, !literal.isComputed, !literal.isKey else { return false }
    if code.dialect.braces == .entries { return literal.scope == nil && literal.label != nil && isBelowEnum(literal) }
    guard var index = literal.scope else { return false }
    // `PHI("phi")`
    if code.scopes[index].kind == .call, literal.argument == 0, let parent = code.scopes[index].parent {
      index = parent
    }
    guard code.scopes[index].kind == .block else { return false }
    let brace = code.scopes[index].range.lowerBound
    var start = brace
    while start > 0, brace - start < Self.longestHead, !";{}\n".utf8.contains(source.bytes[start - 1]) { start -= 1 }
    let words = source.string(in: start..<brace).split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard let keyword = words.firstIndex(of: "enum"), keyword + 1 < words.count else { return false }
    let isClass = ["class", "struct"].contains(words[keyword + 1]) && keyword + 2 < words.count
    return saysModel(words[isClass ? keyword + 2 : keyword + 1])
  }

  private func saysModel(_ name: Substring) -> Bool {
    // `BaseModelType`: architectures.
    name.contains("Model") && !name.hasPrefix("BaseModel") && !name.hasSuffix("Provider") && !name.hasSuffix("Size")
      && !name.hasSuffix("Status")
  }

  /// Whether the next line above that is indented less is `class ModelKind(str, Enum):`.
  private func isBelowEnum(_ literal: CodeLiteral) -> Bool {
    let own = source.lineNumber(at: literal.range.lowerBound)
    let indentation = indentation(own)
    guard indentation > 0 else { return false }
    for number in stride(from: own - 1, through: max(1, own - Self.mostLines), by: -1) {
      let line = source.lineRange(number)
      guard source.bytes[line].contains(where: { !ASCII.isBlank($0) }), self.indentation(number) < indentation else {
        continue
      }
      let text = source.string(in: line.clamped(to: line.lowerBound..<line.lowerBound + Self.longestHead))
      let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      return words.first == "class" && words.count > 2 && words.dropFirst(2).contains { $0.hasSuffix("Enum") }
        && saysModel(words[1])
    }
    return false
  }

  private func indentation(_ number: Int) -> Int {
    source.bytes[source.lineRange(number)].prefix(while: ASCII.isBlank).count
  }
}
