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
    models.map { verdicts[$0.name] ?? .allow }
  }

  /// An error denies and a warning asks for a review. So does an open question, and whatever the policy's own lists say, also
  /// where the place has made a note of it.
  private static func verdict(of finding: Finding) -> Verdict {
    switch finding.level {
    case .error: .deny
    case .warning: .review
    case .note: ["AIL310", "AIL601", "AIL602"].contains(finding.rule) ? .review : .allow
    }
  }
}
