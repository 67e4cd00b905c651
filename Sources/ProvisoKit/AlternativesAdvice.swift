internal import ProvisoCore
internal import ProvisoKnowledge
internal import ProvisoPolicy
internal import ProvisoResolution

/// Names, in the fix of a finding that denies a model, other models whose license the policy allows in the same place.
struct AlternativesAdvice {
  let policy: Policy
  let today: CalendarDate

  private static let maximum = 3

  func added(to findings: [Finding]) -> [Finding] {
    // One for all: what is known of a model is found out once.
    let resolver = Resolver(library: policy.library, corrections: policy.corrections(without: [:]))
    var known: [Question: [String]] = [:]
    return findings.map { finding in
      guard let model = finding.model, model.registry != .local, isDenial(finding) else { return finding }
      let path = finding.location?.path
      let candidates = Alternatives.candidates(for: model.id)
      guard !candidates.isEmpty else { return finding }
      let question = Question(candidates: candidates, context: policy.facts(forPath: path).context)
      let names = known[question] ?? allowed(of: candidates, resolver, at: path)
      known[question] = names
      guard !names.isEmpty else { return finding }
      var finding = finding
      finding.fix += " " + Self.sentence(names)
      return finding
    }
  }

  /// There are a few dozen lists of candidates, however many models are denied.
  private struct Question: Hashable {
    var candidates: [String]
    var context: String?
  }

  /// What a policy denies for its license, or for that of a base, or by its own lists.
  private func isDenial(_ finding: Finding) -> Bool {
    finding.level == .error && finding.waiver == nil
      && (finding.rule.hasPrefix("AIL3") || ["AIL102", "AIL105", "AIL107", "AIL601"].contains(finding.rule))
  }

  private func allowed(of candidates: [String], _ resolver: Resolver, at path: String?) -> [String] {
    let candidates = candidates.map { resolver.resolve(.huggingFace($0)) }
    // The facts of a place are those of its context.
    let evaluation = Evaluator(policy: policy, today: today, mode: .check, place: path).evaluate(candidates)
    let denied = Set(evaluation.findings.filter { $0.level >= .warning }.compactMap(\.model))
    return candidates.filter { $0.license.state == .known && !denied.contains($0.name) }.prefix(Self.maximum).map(
      \.name.id)
  }

  private static func sentence(_ names: [String]) -> String {
    "For the same task this policy allows \(names.joined(separator: ", ")) (as of \(Alternatives.date))."
  }
}
