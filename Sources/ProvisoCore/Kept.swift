/// A value that is held by reference and never changed: for what is large and copied with all that holds it.
final class Kept<Value: Sendable & Hashable>: Sendable, Hashable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (one: Kept, other: Kept) -> Bool { one === other || one.value == other.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
