internal import ProvisoCore

/// `when`: a fact that must have a value for an entry of a list to count.
package struct FactCondition: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case boolean(Bool)
    /// A country, `EU` or `EEA`.
    case region(String)
    case word(String)
  }

  package var fact: FactName
  package var value: Value

  package init(_ fact: FactName, is value: Value) {
    self.fact = fact
    self.value = value
  }

  /// Unknown where the fact is. A list holds where one of its members does.
  func holds(in facts: Facts) -> Tristate {
    guard let stated = facts[fact].value else { return .unknown }
    return switch (stated, value) {
    case (.boolean(let stated), .boolean(let wanted)): Tristate(stated == wanted)
    case (.country(let stated), .region(let wanted)): Tristate(Region.isMember(stated, of: wanted))
    case (.regions(let stated), .region(let wanted)):
      Tristate(stated.contains { Region.overlaps($0, wanted) })
    case (.words(let stated), .word(let wanted)):
      Tristate(stated.contains { $0 == wanted || Activity.restrictions(of: $0).contains(wanted) })
    default: .unknown
    }
  }

  /// `commercial is true`.
  package var words: String {
    switch value {
    case .boolean(let value): "\(fact.rawValue) is \(value)"
    case .region(let value), .word(let value): "\(fact.rawValue) is \(value)"
    }
  }
}
