/// A truth value that may not be known: Kleene's strong three-valued logic.
package enum Tristate: Sendable, Hashable {
  case `true`, `false`, unknown

  package init(_ value: Bool?) {
    switch value {
    case true?: self = .true
    case false?: self = .false
    case nil: self = .unknown
    }
  }

  /// nil where it is not known.
  package var value: Bool? {
    switch self {
    case .true: true
    case .false: false
    case .unknown: nil
    }
  }

  /// False as soon as one side is false, whatever the other.
  package func and(_ other: Self) -> Self {
    if self == .false || other == .false { return .false }
    return self == .true && other == .true ? .true : .unknown
  }

  /// True as soon as one side is true, whatever the other.
  package func or(_ other: Self) -> Self {
    if self == .true || other == .true { return .true }
    return self == .false && other == .false ? .false : .unknown
  }

  package var not: Self {
    switch self {
    case .true: .false
    case .false: .true
    case .unknown: .unknown
    }
  }
}
