internal import ProvisoCore
internal import ProvisoText

/// Names in lists of code by the company they keep: where others in the same place of a list are models, `owner/name` of an
/// owner whom nobody knows is one, too. `[("Qwen/Qwen3-4B", 0.9), ("google/gemma-3-4b-it", 0.8), ("acme/nano", 0.7)]`. The same
/// goes for one label of one call that stands in the file again and again: `Starter(source="Qwen/Qwen3-4B")`.
struct ListedNames {
  private struct Place: Hashable {
    /// Nil for the calls of a name, wherever they stand.
    let list: Int?
    var callee = ""
    let argument: Int
    let label: String
  }

  private let code: CodeLiterals
  private let input: DetectionInput
  private var known: [Place: Int] = [:]
  private var unknown: [Place: [CodeLiteral]] = [:]

  init(_ code: CodeLiterals, _ input: DetectionInput) {
    self.code = code
    self.input = input
  }

  /// A literal that names a model.
  mutating func take(model literal: CodeLiteral) {
    if let place = place(of: literal) { known[place, default: 0] += 1 }
  }

  /// A literal of which nothing was known.
  mutating func take(other literal: CodeLiteral) {
    guard !literal.isPart, !literal.isComputed, !literal.isInComment,
      HubName.isID(input.source.bytes.span, literal.range),
      let place = place(of: literal)
    else { return }
    unknown[place, default: []].append(literal)
  }

  /// Those that are models by the others around them, in order.
  var found: [(literal: CodeLiteral, text: String, verdict: NameVerdict)] {
    var found: [(literal: CodeLiteral, text: String, verdict: NameVerdict)] = []
    for (place, literals) in unknown {
      guard let count = known[place], Self.suffices(known: count, unknown: literals.count),
        place.list != nil || count >= Self.fewestCalls
      else { continue }
      for literal in literals {
        let text = input.source.string(in: literal.range)
        guard let verdict = Self.verdict(text) else { continue }
        found.append((literal, text, verdict))
      }
    }
    return found.sorted { $0.literal.range.lowerBound < $1.literal.range.lowerBound }
  }

  /// Two or more that are known, and at least half as many as are not.
  static func suffices(known: Int, unknown: Int) -> Bool { known >= 2 && known * 2 >= unknown }

  /// What `owner/name` among models is; nil for a data set, a folder and a placeholder.
  static func verdict(_ text: String) -> NameVerdict? {
    guard var verdict = NameJudge.judge(text, in: .modelKey), verdict.model.registry == .huggingface,
      !verdict.isPartial
    else { return nil }
    verdict.confidence = .medium
    return verdict
  }

  /// The outermost list around the literal, and where in it such values stand.
  private func place(of literal: CodeLiteral) -> Place? {
    guard var scope = literal.scope else { return nil }
    guard code.scopes[scope].kind == .collection || isElement(scope) else { return called(literal, scope) }
    let label = literal.label.map { input.source.string(in: $0) } ?? ""
    var depth = 0
    while let parent = code.scopes[scope].parent, code.scopes[parent].kind == .collection {
      scope = parent
      depth += 1
    }
    // In `["a/b", "c/d"]` each is an element of its own; in `[("a/b", 1), ("c/d", 2)]` the first of each is meant.
    return Place(
      list: scope, argument: depth == 0 || !label.isEmpty ? 0 : literal.argument, label: depth == 0 ? "" : label)
  }

  /// `Starter(name="…", source="owner/name")`: the label of a call that stands for itself.
  private func called(_ literal: CodeLiteral, _ scope: Int) -> Place? {
    guard let label = literal.label, code.scopes[scope].kind == .call, let callee = code.scopes[scope].callee else {
      return nil
    }
    return Place(
      list: nil, callee: input.source.string(in: callee), argument: 0, label: input.source.string(in: label))
  }

  private static let fewestCalls = 3

  /// Whether the brackets are those of a call that is an element of a list.
  private func isElement(_ scope: Int) -> Bool {
    code.scopes[scope].kind == .call
      && code.scopes[scope].parent.map { code.scopes[$0].kind == .collection } == true
  }
}
