internal import ProvisoCore

/// What the findings of a scan add up to for each of its models.
struct VerdictSummary {
  private var verdicts: [ModelName: Verdict] = [:]

  init(_ findings: [Finding]) {
    for finding in findings {
      guard let model = finding.model, finding.waiver == nil else { continue }
      verdicts[model] = max(verdicts[model] ?? .allow, Self.verdict(of: finding))
    }
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
  /// for allowed: a license that is not known, an open question, and whatever the policy's own lists say.
  private static func verdict(of finding: Finding) -> Verdict {
    switch finding.level {
    case .error: .deny
    case .warning: .review
    case .note: asksForReview.contains(finding.rule) ? .review : .allow
    }
  }

  /// Whether the rule tells that something is not known or not settled, which it stays where the policy does not report it.
  static func isOfOpenQuestion(_ rule: String) -> Bool { asksForReview.contains(rule) }

  private static let asksForReview: Set<String> = [
    "AIL001", "AIL002", "AIL003", "AIL004", "AIL008", "AIL310", "AIL601", "AIL602",
  ]
}
