internal import ProvisoCore

/// Holds a model against the lists of the policy. Deny comes before review, review before allow; the order within a list
/// says nothing.
struct VerdictTable {
  let subject: Subject

  /// An answer of the policy, with the entry or line that gives it.
  struct Answer {
    var verdict: Verdict
    var entry: VerdictEntry?
    /// The license that the answer is about; nil where it is about the model.
    var license: ApplicableLicense?
    /// What brought it about, as a clause that follows a colon.
    var because: String
    var origin: PolicyOrigin
  }

  /// The answers that decide: one for each entry that matches, the strictest verdict only.
  let answers: [Answer]
  /// Entries that would be stricter, and hang on facts that nobody stated.
  let questions: [Undetermined]

  init(_ subject: Subject) {
    self.subject = subject
    var answers: [Answer] = []
    var questions: [Undetermined] = []
    let isHosted = subject.model.name.registry == .hosted
    let matcher = EntryMatcher(subject: subject)
    var listed: Set<String> = []
    for entry in subject.verdicts.entries where !isHosted || entry.namesModels || entry.meansHosted {
      for match in matcher.matches(of: entry) {
        switch match.holds {
        case .false: continue
        case .unknown: if let question = match.question { questions.append(question) }
        case .true:
          answers.append(
            Answer(
              verdict: entry.verdict, entry: entry, license: match.license, because: match.because,
              origin: entry.origin))
          listed.insert(match.license?.license.id ?? "")
        }
      }
    }
    // Of data the lists say what they say: what is on none, and states, are about models.
    if !isHosted, !subject.model.isDataSet { answers += Self.rest(subject, matcher, listed) }
    let strictest = answers.map(\.verdict).max() ?? .allow
    var seen: Set<PolicyOrigin> = []
    self.answers = answers.filter { $0.verdict == strictest && seen.insert($0.origin).inserted }
    self.questions = strictest == .deny ? [] : questions
  }

  var verdict: Verdict { answers.first?.verdict ?? .allow }

  /// Without the network nobody can tell a publisher who declares no license from one whom nothing here knows: what a policy says of
  /// the one state it says of the other, where it says nothing of that.
  private static func kin(of license: LicenseConclusion) -> LicenseState? {
    guard license.claims.isEmpty else { return nil }
    switch license.state {
    case .absent: return .unknown
    case .unknown: return .absent
    case .known, .custom, .conflict, .gated: return nil
    }
  }

  /// What is on no list, and licenses that are not simply known.
  private static func rest(_ subject: Subject, _ matcher: EntryMatcher, _ listed: Set<String>) -> [Answer] {
    var answers: [Answer] = []
    let model = subject.model
    let stated = subject.verdicts.states[model.license.state]
    if let stated {
      answers.append(
        Answer(
          verdict: stated.verdict, because: "the state of its license is \(model.license.state.rawValue)",
          origin: stated.origin))
    }
    if stated == nil, let other = kin(of: model.license), let answer = subject.verdicts.states[other] {
      answers.append(
        Answer(
          verdict: answer.verdict,
          because:
            "no license is known for it, and what the policy says of `\(other.rawValue)` is all that it says of that",
          origin: answer.origin))
    }
    // A gate stands beside whatever is known of the license, until somebody has accepted its terms.
    if model.gate != nil, model.license.state != .gated, subject.agreement == nil,
      let gated = subject.verdicts.states[.gated]
    {
      answers.append(
        Answer(
          verdict: gated.verdict, because: "it is gated, and no agreement says that its terms were accepted",
          origin: gated.origin))
    }
    // An entry that speaks of the model itself has answered for its licenses.
    guard let fallback = subject.verdicts.fallback, !listed.contains("") else { return answers }
    let unlisted = matcher.licenses.filter { !listed.contains($0.license.id) }
    answers += unlisted.map { applicable in
      Answer(
        verdict: fallback.verdict, license: applicable, because: "\(matcher.words(applicable)) is on no list",
        origin: fallback.origin)
    }
    if matcher.licenses.isEmpty, stated == nil {
      let name = model.license.concluded.map { "its license \($0) is on no list" } ?? "its license is on no list"
      answers.append(Answer(verdict: fallback.verdict, because: name, origin: fallback.origin))
    }
    return answers
  }
}
