/// What becomes of a model whose verdict hangs on a fact that the policy does not state.
package enum MissingFactVerdict: String, Sendable, Hashable, CaseIterable {
  case allow, review, deny
}
