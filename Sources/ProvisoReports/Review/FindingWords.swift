import ProvisoCore

extension Finding {
  /// The level at which tools that stop a change on their own show it, whatever the exit code is: what is advisory is no error there.
  var shownLevel: Level {
    enforcement == .advisory ? min(level, .warning) : level
  }

  /// The message and the fix as sentences. Not sanitized.
  var wordsWithFix: String {
    fix.isEmpty ? Self.sentence(message) : Self.sentence(message) + " " + Self.sentence(fix)
  }

  /// `clause 2 of llama3.1`, nil where no clause is named.
  var clauseWords: String? {
    clause.map { clause in "clause \(clause)" + (license.map { " of \($0)" } ?? "") }
  }

  /// The text with a sentence's end.
  static func sentence(_ text: String) -> String {
    guard let last = text.last, !".…!?".contains(last) else { return text }
    return text + "."
  }
}
