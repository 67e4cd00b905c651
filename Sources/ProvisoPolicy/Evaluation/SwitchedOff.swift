internal import ProvisoCore

/// What rules that the policy has switched off leave open: a verdict that no finding explains.
struct SwitchedOff {
  private var models: [String: Set<ModelName>] = [:]

  init(_ findings: [Finding]) {
    for finding in findings where !finding.isDuty {
      if let model = finding.model { models[finding.rule, default: []].insert(model) }
    }
  }

  func notifications(of policy: Policy) -> [Notification] {
    models.sorted { $0.key < $1.key }.map { rule, models in
      let line = policy.rules[rule].map { " (\($0.origin))" } ?? ""
      let count = models.count == 1 ? "1 model" : "\(models.count) models"
      return Notification(
        level: .note,
        message:
          "\(rule) is off\(line) and would speak of \(count): what it asks stays open, and is not taken for allowed.",
        path: policy.path)
    }
  }
}
