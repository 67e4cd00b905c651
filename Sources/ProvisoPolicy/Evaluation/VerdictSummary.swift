internal import ProvisoCore

/// What the findings of a scan add up to for each of its models.
struct VerdictSummary {
  private var verdicts: [ModelName: Verdict] = [:]

  /// - Parameter unreported: what rules that the policy has switched off would say. Silence about what a license bars allows
  /// nothing, and denies nothing either: the policy asks for no more than that somebody look.
  init(_ findings: [Finding], unreported: [Finding] = []) {
    for finding in findings { add(Self.verdict(of: finding), finding) }
    for finding in unreported where !finding.isDuty {
      let verdict = Self.verdict(of: finding)
      add(Self.bars.contains(finding.rule) ? min(verdict, .review) : verdict, finding)
    }
  }

  private mutating func add(_ verdict: Verdict, _ finding: Finding) {
    guard let model = finding.model, finding.waiver == nil else { return }
    verdicts[model] = max(verdicts[model] ?? .allow, verdict)
  }

  func verdicts(of models: [ResolvedModel]) -> [Verdict] {
    models.map { model in
      let verdict = verdicts[model.name] ?? .allow
      // Where the sources disagree and the terms of only one are on file, the other may be the stricter.
      let isOpen = model.license.state == .conflict && model.license.candidates.count < 2 && model.role > .mentioned
      // Code that loads data is told nothing of them, and nobody knows what they may be used for.
      let isUnknown = model.isDataSet && model.license.candidates.isEmpty && model.data.isEmpty
      return isOpen || isUnknown ? max(verdict, .review) : verdict
    }
  }

  /// An error denies and a warning asks for a review. So does, also where the place has made a note of it, what must not pass
  /// for allowed: a license that is not known, an open question, and whatever the policy's own lists say; and where the policy
  /// has made a note of it, what the license does not allow.
  private static func verdict(of finding: Finding) -> Verdict {
    switch finding.level {
    case .error: .deny
    case .warning: .review
    case .note:
      asksForReview.contains(finding.rule) || finding.isMadeNote && !finding.isDuty && bars.contains(finding.rule)
        ? .review : .allow
    }
  }

  /// Whether the rule tells that something is not known, not settled or not allowed, which it stays where the policy does not
  /// report it. Duties that are left undone, and what is good practice, are the policy's own affair.
  static func countsUnreported(_ rule: String) -> Bool { asksForReview.contains(rule) || bars.contains(rule) }

  static func tellsOfBars(_ rule: String) -> Bool { bars.contains(rule) }

  private static let asksForReview: Set<String> = [
    "AIL001", "AIL002", "AIL003", "AIL004", "AIL008", "AIL310", "AIL601", "AIL602",
  ]

  /// The rules that tell of what a license does not allow.
  private static let bars: Set<String> = [
    "AIL102", "AIL105", "AIL106", "AIL107", "AIL111", "AIL112", "AIL208", "AIL301", "AIL302", "AIL303", "AIL304",
    "AIL305",
    "AIL306", "AIL307", "AIL308", "AIL309",
  ]
}
