/// How what a policy states is looser than what it extends.
enum Looseness: String {
  case looser = "is looser than"
  /// Neither is stricter than the other in general: a second country, other places.
  case other = "is not"
}

extension FactName {
  /// How a fact of this name is looser than `bound`; nil where it is the same or stricter. nil as a value is a fact stated to be
  /// unknown: to know what a parent does not is no loosening.
  func looseness(of value: FactValue?, than bound: FactValue?) -> Looseness? {
    guard let bound, value != bound else { return nil }
    guard let value else { return bound == .boolean(mildest) ? nil : .looser }
    switch (value, bound) {
    case (.boolean(let value), _): return value == mildest ? .looser : nil
    case (.count(let value), .count(let bound)): return value.isBelow(bound) ? .looser : nil
    case (.money(let value), .money(let bound)):
      return value.currency != bound.currency ? .other : value.amount < bound.amount ? .looser : nil
    case (.regions(let value), .regions(let bound)), (.words(let value), .words(let bound)):
      return Set(value).isSuperset(of: bound) ? nil : .looser
    default: return .other
    }
  }

  /// The answer of a yes-or-no fact under which the fewest terms count.
  private var mildest: Bool { self == .openSourceProduct }
}

extension CountHistory {
  /// True where the number is lower at any of the dates that either names, or now.
  fileprivate func isBelow(_ other: Self) -> Bool {
    let dates = (entries + other.entries).compactMap(\.asOf)
    let pairs =
      dates.map { (value(asOf: $0), other.value(asOf: $0)) } + [(entries.last?.value, other.entries.last?.value)]
    return pairs.contains { own, bound in
      guard let bound else { return false }
      return own.map { $0 < bound } ?? true
    }
  }
}
