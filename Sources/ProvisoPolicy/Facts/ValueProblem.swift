/// Why a text is not the value it should be, without a place: the policy reader adds one, the command line has none.
package struct ValueProblem: Error, Sendable, Hashable {
  /// One clause without a final period.
  package var message: String
  /// What to write instead, if that can be told.
  package var hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
