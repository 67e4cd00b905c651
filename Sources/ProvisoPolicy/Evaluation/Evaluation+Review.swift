package import ProvisoCore

extension Evaluation {
  /// What a change under review is told of a policy that it changes itself: whatever holds under the policy before the change
  /// goes on to count, marked as what the change would silence.
  ///
  /// - Parameters:
  ///   - base: what the same tree amounts to under the policy before the change.
  ///   - models: those of this evaluation, in its order.
  package func held(against base: Self, _ models: [ResolvedModel]) -> Self {
    var result = self
    var left: [String: [Int]] = [:]
    for index in findings.indices.reversed() { left[findings[index].fingerprint, default: []].append(index) }
    // What the earlier policy's own entries come to says nothing of the change.
    for finding in base.findings where finding.waiver == nil && !finding.rule.hasPrefix("AIL90") {
      if let index = left[finding.fingerprint]?.popLast() {
        result.findings[index].hold(finding)
      } else {
        var finding = finding
        finding.proposedWaiver = Finding.otherChanges
        result.findings.append(finding)
      }
    }
    FindingOrder.sort(&result.findings)
    result.verdicts = VerdictSummary(result.findings, unreported: unreported + base.unreported)
      .verdicts(of: models)
    return result
  }
}

extension Finding {
  fileprivate static let otherChanges = "other changes of the policy"

  /// Lets the finding count at least as much as it does under the policy before the change.
  fileprivate mutating func hold(_ base: Self) {
    enforcement = max(enforcement, base.enforcement)
    if let waiver {
      proposedWaiver = proposedWaiver ?? waiver
      self.waiver = nil
      suppression = nil
    }
    // Only a part of its places is waived by the change: it goes on at all of them.
    if location?.path != base.location?.path {
      proposedWaiver = proposedWaiver ?? Self.otherChanges
      location = base.location
      related = base.related
    }
    guard level < base.level else { return }
    level = base.level
    message = base.message
    proposedWaiver = proposedWaiver ?? Self.otherChanges
  }
}
