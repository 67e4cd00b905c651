/// A part of the tree with facts of its own.
package struct PolicyContext: Sendable {
  package var id: String
  package var paths: PathPatterns
  /// What differs from the organization's facts.
  package var facts: Facts
  package var origin: PolicyOrigin

  package init(id: String, paths: PathPatterns, facts: Facts, origin: PolicyOrigin) {
    self.id = id
    self.paths = paths
    self.facts = facts
    self.origin = origin
  }
}
