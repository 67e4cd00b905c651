internal import ProvisoCore

/// What a list asks of the release of a model, as public evaluations judge it: its weights, and what they were made with. A
/// license says nothing of it. Each part that is not empty must hold.
package struct OpennessPredicate: Sendable, Hashable {
  /// What the evaluations on file say of a part of a release.
  package enum Answer: String, Sendable, Hashable, CaseIterable {
    case open, partial, closed
    /// No evaluation speaks of it.
    case unknown
  }

  /// The Open Source Initiative's verdict by the Open Source AI Definition.
  package enum Definition: String, Sendable, Hashable, CaseIterable {
    case pass, fail
    /// It would pass under another license.
    case terms
    case unknown
  }

  package var weights: [Answer] = []
  package var code: [Answer] = []
  package var data: [Answer] = []
  package var documentation: [Answer] = []
  package var osaid: [Definition] = []

  package init() {}

  /// - Parameters:
  ///   - judgments: what is on file of the release.
  ///   - everywhere: true where every judgment must say so, false where one is enough. What an entry allows must hold in all of
  ///     them.
  func matches(_ judgments: [ReleaseOpenness], everywhere: Bool) -> Bool {
    func holds<Value: RawRepresentable>(_ wanted: [Value], _ said: [String]) -> Bool where Value.RawValue == String {
      let wanted = wanted.map(\.rawValue)
      if wanted.isEmpty { return true }
      if said.isEmpty { return wanted.contains("unknown") }
      return everywhere ? said.allSatisfy(wanted.contains) : said.contains(where: wanted.contains)
    }
    return holds(weights, judgments.compactMap { $0.weights?.rawValue })
      && holds(code, judgments.compactMap { $0.code?.rawValue })
      && holds(data, judgments.compactMap { $0.data?.rawValue })
      && holds(documentation, judgments.compactMap { $0.documentation?.rawValue })
      && holds(osaid, judgments.compactMap { $0.verdict?.rawValue })
  }

  /// As a policy writes it, on one line.
  package var yaml: String {
    parts.map { "\($0.key): [\($0.values.joined(separator: ", "))]" }.joined(separator: ", ")
  }

  /// What is asked, as `training data closed or unknown`.
  var words: String { Wording.list(parts.map { "\($0.words) \($0.values.joined(separator: " or "))" }) }

  private var parts: [(key: String, words: String, values: [String])] {
    [
      ("weights", "weights", weights.map(\.rawValue)), ("code", "training code", code.map(\.rawValue)),
      ("data", "training data", data.map(\.rawValue)),
      ("documentation", "documentation", documentation.map(\.rawValue)),
      ("osaid", "Open Source AI Definition", osaid.map(\.rawValue)),
    ].filter { !$0.2.isEmpty }
  }
}
