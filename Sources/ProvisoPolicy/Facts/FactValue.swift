/// The value of a fact, one case for each ``FactName/Kind``.
package enum FactValue: Sendable, Hashable {
  case boolean(Bool)
  case count(CountHistory)
  case money(Money)
  case country(String)
  case regions([String])
  case words([String])
}

extension FactValue {
  /// The first date of a month after that of `day`, where there is one.
  package func firstDate(after day: CalendarDate) -> CalendarDate? {
    let dates: [CalendarDate?] =
      switch self {
      case .count(let history): history.entries.map(\.asOf)
      case .money(let money): [money.asOf]
      default: []
      }
    return dates.lazy.compactMap(\.self).filter { $0.wholeMonth > day.wholeMonth }.min()
  }

  /// What had been counted by the end of the month of `day`; nil where nothing had.
  package func counted(by day: CalendarDate) -> Self? {
    guard firstDate(after: day) != nil, case .count(let history) = self else {
      return firstDate(after: day) == nil ? self : nil
    }
    let counted = history.counted(by: day)
    return counted.entries.isEmpty ? nil : .count(counted)
  }
}
