package import ProvisoCore

extension Evaluator {
  /// What there is to evaluate.
  package struct Material: Sendable {
    package var models: [ResolvedModel]
    package var statements: [ResolvedStatement]
    package var claims: [ResolvedClassClaim]
    package var evidence: ObligationEvidenceList
    /// The corrections that do not count, with the reason.
    package var void: [PolicyOrigin: String]
    /// The comments of the tree that waive something, whatever the policy says of them.
    package var comments: [WaiverComment] = []

    package init(
      _ models: [ResolvedModel], _ statements: [ResolvedStatement] = [], _ claims: [ResolvedClassClaim] = [],
      evidence: ObligationEvidenceList = ObligationEvidenceList(), void: [PolicyOrigin: String] = [:]
    ) {
      self.models = models
      self.statements = statements
      self.claims = claims
      self.evidence = evidence
      self.void = void
    }
  }
}
