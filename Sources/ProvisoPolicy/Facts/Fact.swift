/// What the policy says of one fact about the organization. A fact that nobody stated is unknown.
package enum Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  case unknown
  case known(Value, FactOrigin)

  /// nil where it is unknown.
  package var value: Value? {
    if case .known(let value, _) = self { value } else { nil }
  }

  /// The line that states the value, nil where it is unknown.
  package var origin: FactOrigin? {
    if case .known(_, let origin) = self { origin } else { nil }
  }
}

extension Fact where Value == Bool {
  package var tristate: Tristate { Tristate(value) }
}
