internal import ProvisoCore
internal import ProvisoText

/// Recipes of mergekit that are written as values: `{"merge_method": "slerp", "slices": […]}`, `MergeConfiguration(merge_method: …)`,
/// `dict(…)`. The brackets that hold the method, or the gate of a mixture, are the recipe, and the models in them are merged.
///
/// Not recognized: a recipe whose models are names of variables, and one that is put together statement by statement.
struct CodeRecipes {
  private let code: CodeLiterals
  private let source: SourceText
  /// The brackets that are a recipe, each with the key that says so.
  private let marks: [Int: Range<Int>]

  init(_ code: CodeLiterals, _ source: SourceText) {
    self.code = code
    self.source = source
    guard Self.words.containsAny(in: source.bytes.span) else {
      marks = [:]
      return
    }
    var marks: [Int: Range<Int>] = [:]
    func mark(_ label: Range<Int>?, _ scope: Int?) {
      guard let scope, let label, marks[scope] == nil, code.scopes[scope].kind != .subscript,
        Self.keys.contains(where: source.bytes[label].elementsEqual)
      else { return }
      marks[scope] = label
    }
    for literal in code.literals where !literal.isInComment {
      mark(literal.isKey ? literal.range : literal.label, literal.scope)
    }
    for argument in code.arguments { mark(argument.label, argument.scope) }
    self.marks = marks
  }

  /// Where the recipe around the literal says that it merges; nil outside of one.
  func mark(around literal: CodeLiteral) -> Range<Int>? {
    guard !marks.isEmpty, !literal.isInComment, !isTokenizer(literal) else { return nil }
    var next = literal.scope
    while let scope = next {
      if let mark = marks[scope] { return mark }
      next = code.scopes[scope].parent
    }
    return nil
  }

  /// `tokenizer_source`: what is taken from that model is not its weights.
  private func isTokenizer(_ literal: CodeLiteral) -> Bool {
    guard let label = literal.label else { return false }
    return source.bytes[label].starts(with: "tokenizer".utf8)
  }

  private static let words = NeedleSet(["merge_method", "gate_mode"])
  private static let keys = ["merge_method", "gate_mode"].map { Array($0.utf8) }
}
