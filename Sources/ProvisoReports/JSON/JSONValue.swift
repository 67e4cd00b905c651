/// A JSON value whose objects keep the order of their keys.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  /// An array whose elements are made one at a time, when they are written: a long list need not be in memory whole.
  case series(Int, @Sendable (Int) -> JSONValue)
  /// An array of no known length whose elements come in batches, each made from what those before it have left; nil ends it.
  ///
  /// - Parameter isLong: whether it will be a list that nobody reads by eye.
  case batches(isLong: Bool, @Sendable () -> () -> [JSONValue]?)
  case object([(String, JSONValue)])

  /// A string, or `null` where there is none.
  package static func optional(_ string: String?) -> Self {
    string.map(Self.string) ?? .null
  }

  package static func optional(_ integer: Int?) -> Self {
    integer.map(Self.integer) ?? .null
  }

  package static func optional(_ bool: Bool?) -> Self {
    bool.map(Self.bool) ?? .null
  }

  /// An array of one value for each element, in order.
  package static func array<Element>(_ elements: [Element], _ value: (Element) -> JSONValue) -> Self {
    .array(elements.map(value))
  }

  /// The same, each value made when it is written.
  package static func lazyArray<Element: Sendable>(
    _ elements: [Element], _ value: @escaping @Sendable (Element) -> JSONValue
  ) -> Self {
    .series(elements.count) { value(elements[$0]) }
  }

  package static func strings(_ strings: [String]) -> Self {
    .array(strings.map(Self.string))
  }

  /// This object with more keys at its end; any other value as it is.
  package func adding(_ members: [(String, JSONValue)]) -> Self {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Keeps the order in which the keys are written.
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}
