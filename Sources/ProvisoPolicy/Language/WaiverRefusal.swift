import ProvisoText

/// Why a waiver does not hold, and the key of it that is to blame.
struct WaiverRefusal {
  var key: String
  var reason: String
  var hint: String?

  /// Why no comment can hold, nil where it can: all that one gives is a reason, at a place of its own.
  static func ofComments(_ policy: WaiverPolicy) -> String? {
    let missing = policy.require.subtracting([.reason, .paths]).map(\.rawValue).sorted()
    if !missing.isEmpty {
      return
        "a comment cannot give \(Quoted.choice(missing).replacing(" or ", with: " and ")), which `waiver_policy` asks for"
    }
    return policy.maximumDays.map { "a comment has no end, and `waiver_policy` allows \($0) days" }
  }

  /// nil for a waiver that the policy lets hold.
  init?(_ waiver: Waiver, rules: [String: RuleSetting], policy: WaiverPolicy) {
    if let setting = rules[waiver.rule], setting.waivable == false {
      key = "rule"
      reason = "\(waiver.rule) is not waivable (\(setting.origin))"
      return
    }
    let missing = policy.require.filter { !waiver.has($0) }.map(\.rawValue).sorted()
    if !missing.isEmpty {
      key = "id"
      reason = "it lacks \(Quoted.choice(missing).replacing(" or ", with: " and "))"
      hint = policy.origin.map { "`waiver_policy` at \($0) asks for it" }
      return
    }
    guard let limit = policy.maximumDays else { return nil }
    guard let created = waiver.created else {
      key = "id"
      reason = "it lacks `created`, from which `max_days` counts"
      return
    }
    let days = created.days(to: waiver.expires)
    guard days > limit else { return nil }
    key = "expires"
    reason = "it runs for \(days) days, and \(limit) are allowed"
    hint = policy.origin.map { "`max_days` stands at \($0)" }
  }
}

extension Waiver {
  fileprivate func has(_ field: WaiverPolicy.Field) -> Bool {
    switch field {
    case .reason, .owner, .expires: true
    case .code: reason.code != nil
    case .approvedBy: approvedBy != nil
    case .ticket: ticket != nil
    case .created: created != nil
    case .license: subject.license != nil
    case .textHash: subject.textHash != nil
    case .revision: subject.revision != nil
    case .paths: paths != nil
    }
  }
}
