internal import ProvisoText

/// Words of Ollama's library that say of what kind a model is, in code that speaks of Ollama: what an architecture is held against,
/// and what metadata is set to.
struct KindNames {
  let code: CodeLiterals
  let source: SourceText

  func contain(_ literal: CodeLiteral) -> Bool {
    guard let scope = literal.scope else { return false }
    return isHeldAgainst(scope) || isMetadata(literal, scope)
  }

  /// `slices.Contains([]string{"gemma4", …}, architecture)`: one of several that something is held against.
  private func isHeldAgainst(_ scope: Int) -> Bool {
    guard let parent = code.scopes[scope].parent, let callee = code.scopes[parent].callee
    else { return false }
    return Self.tests.contains(source.bytes.span, callee)
  }

  /// `set_value(meta, "general.architecture", "gpt-oss")`: a key of words that full stops part stands before it.
  private func isMetadata(_ literal: CodeLiteral, _ scope: Int) -> Bool {
    guard code.scopes[scope].kind == .call, literal.label == nil else { return false }
    return code.literals(in: code.scopes[scope].range).contains { other in
      guard other.scope == scope, other.range.upperBound < literal.range.lowerBound, !other.isInComment else {
        return false
      }
      let bytes = source.bytes[other.range]
      return bytes.dropFirst().dropLast().contains(UInt8(ascii: "."))
        && bytes.allSatisfy { ASCII.isLetter($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
    }
  }

  private static let tests = WordTable("contains includes")
}
