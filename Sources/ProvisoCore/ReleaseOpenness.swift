/// What others have judged of the release of a model: its weights, and what they were made with. A license that is open says
/// nothing of it.
package struct ReleaseOpenness: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case open, partial, closed
  }

  /// The Open Source Initiative's judgment by the Open Source AI Definition.
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case pass, fail
    /// It would pass under another license.
    case terms
  }

  /// Who judged.
  package var source: String
  /// The day or month of the judgment.
  package var date: String
  package var verdict: Verdict?
  package var weights: Level?
  package var code: Level?
  package var data: Level?
  package var documentation: Level?
  package var note: String?

  package init(
    source: String, date: String, verdict: Verdict? = nil, weights: Level? = nil, code: Level? = nil,
    data: Level? = nil, documentation: Level? = nil, note: String? = nil
  ) {
    self.source = source
    self.date = date
    self.verdict = verdict
    self.weights = weights
    self.code = code
    self.data = data
    self.documentation = documentation
    self.note = note
  }

  /// `weights open, training code closed, training data closed`.
  package var words: String {
    let verdictWords =
      switch verdict {
      case .pass: ["meets the Open Source AI Definition"]
      case .fail: ["does not meet the Open Source AI Definition"]
      case .terms: ["would meet the Open Source AI Definition under another license"]
      case nil: [String]()
      }
    let parts = [
      ("weights", weights), ("training code", code), ("training data", data), ("documentation", documentation),
    ].compactMap { name, level in level.map { "\(name) \($0.rawValue)" } }
    return (verdictWords + parts + [note].compactMap(\.self)).joined(separator: ", ")
  }
}
