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
    var known: [Question: [String]] = [:]
    return findings.map { finding in
      guard let model = finding.model, model.registry != .local, isDenial(finding) else { return finding }
      let path = finding.location?.path
      let question = Question(model: model, context: policy.facts(forPath: path).context)
      let names = known[question] ?? allowed(instead: model, at: path)
      known[question] = names
      guard !names.isEmpty else { return finding }
      var finding = finding
      finding.fix += " " + Self.sentence(names)
      return finding
    }
  }

  private struct Question: Hashable {
    var model: ModelName
    var context: String?
  }

  /// What a policy denies for its license, or for that of a base, or by its own lists.
  private func isDenial(_ finding: Finding) -> Bool {
    finding.level == .error && finding.waiver == nil
      && (finding.rule.hasPrefix("AIL3") || ["AIL102", "AIL105", "AIL107", "AIL601"].contains(finding.rule))
  }

  private func allowed(instead model: ModelName, at path: String?) -> [String] {
    let resolver = Resolver(library: policy.library, corrections: policy.corrections(without: [:]))
    let candidates = Alternatives.candidates(for: model.id).map { resolver.resolve(.huggingFace($0)) }
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
