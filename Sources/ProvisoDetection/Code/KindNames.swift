internal import ProvisoText

/// Words that say of what kind a model is and name none: what an architecture is held against, what metadata is set to, and what
/// stands in a list of architectures.
struct KindNames {
  let code: CodeLiterals
  let source: SourceText

  /// Whether a word of Ollama's library is one, in code that speaks of Ollama.
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

  /// `{"gemma2", "phi3", "qwen2_5_vl"}`: one of the others has a name that libraries give to architectures.
  ///
  /// - Parameter literal: an element of a list, letters and digits alone.
  func areListed(_ literal: CodeLiteral) -> Bool {
    guard let scope = literal.scope else { return false }
    return code.literals(in: code.scopes[scope].range).prefix(Self.mostElements).contains { other in
      other.scope == scope && !other.isInComment && isArchitecture(other.range)
    }
  }

  private func isArchitecture(_ name: Range<Int>) -> Bool {
    let bytes = source.bytes.span
    guard source.bytes[name].contains(UInt8(ascii: "_")), source.bytes[name].allSatisfy(ASCII.isWord),
      NameNeedles.shared.mayName(bytes, name)
    else { return false }
    return ModelWords(source.string(in: name)).isArchitecture
  }

  /// Each element of a list asks.
  private static let mostElements = 64

  private static let tests = WordTable("contains includes")
}
