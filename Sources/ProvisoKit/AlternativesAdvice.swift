internal import ProvisoCore
internal import ProvisoKnowledge
internal import ProvisoPolicy
internal import ProvisoResolution

/// Names, in the fix of a finding that denies a model, other models whose license the policy allows.
struct AlternativesAdvice {
  let policy: Policy
  let today: CalendarDate

  private static let maximum = 3

  func added(to findings: [Finding]) -> [Finding] {
    var known: [String: [String]] = [:]
    return findings.map { finding in
      guard let model = finding.model, isDenial(finding) else { return finding }
      let names = known[model.id] ?? allowed(instead: model)
      known[model.id] = names
      guard !names.isEmpty else { return finding }
      var finding = finding
      finding.fix += " " + Self.sentence(names)
      return finding
    }
  }

  /// What a policy denies for its license, or for that of a base.
  private func isDenial(_ finding: Finding) -> Bool {
    finding.level == .error && finding.waiver == nil && (finding.rule.hasPrefix("AIL3") || finding.rule == "AIL102")
  }

  private func allowed(instead model: ModelName) -> [String] {
    let resolver = Resolver()
    let candidates = Alternatives.candidates(for: model.id).map { resolver.resolve(.huggingFace($0)) }
    let evaluation = Evaluator(policy: policy, today: today, mode: .check).evaluate(candidates)
    let denied = Set(evaluation.findings.filter { $0.level >= .warning }.compactMap(\.model))
    return candidates.filter { $0.license.state == .known && !denied.contains($0.name) }.prefix(Self.maximum).map(
      \.name.id)
  }

  private static func sentence(_ names: [String]) -> String {
    "For the same task this policy allows \(names.joined(separator: ", ")) (as of \(Alternatives.date))."
  }
}
