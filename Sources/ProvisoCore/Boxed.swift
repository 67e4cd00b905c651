/// An optional that takes a word in the value that holds it: for what is large, and hardly any such value has.
@propertyWrapper
package struct Boxed<Value: Sendable>: Sendable {
  private indirect enum Box: Sendable {
    case value(Value)
  }

  private var box: Box?

  package init(wrappedValue: Value?) { box = wrappedValue.map(Box.value) }

  package var wrappedValue: Value? {
    get {
      guard case .value(let value)? = box else { return nil }
      return value
    }
    set { box = newValue.map(Box.value) }
  }
}
