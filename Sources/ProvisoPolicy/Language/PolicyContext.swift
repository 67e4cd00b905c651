package import ProvisoCore

/// A part of the tree with facts of its own.
package struct PolicyContext: Sendable {
  package var id: String
  package var paths: PathPatterns
  /// What differs from the organization's facts.
  package var facts: Facts
  /// nil where the context does not say: that of the policy.
  package var enforcement: Enforcement?
  package var origin: PolicyOrigin

  package init(id: String, paths: PathPatterns, facts: Facts, enforcement: Enforcement? = nil, origin: PolicyOrigin) {
    self.id = id
    self.paths = paths
    self.facts = facts
    self.enforcement = enforcement
    self.origin = origin
  }

  /// Whether its own facts say that what lies in it is served or shipped.
  var reachesUsers: Bool { facts.servesOverNetwork.tristate == .true || facts.distributesProduct.tristate == .true }
}
