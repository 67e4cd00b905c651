/// A number that holds at all times, or one that changed: some licenses test it at the date of a release.
package struct CountHistory: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// nil for a number that holds at all dates.
    package var asOf: CalendarDate?
    package var value: Int

    package init(asOf: CalendarDate?, value: Int) {
      self.asOf = asOf
      self.value = value
    }
  }

  /// From the oldest.
  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { one, other in
      guard let second = other.asOf else { return false }
      return one.asOf.map { $0 < second } ?? true
    }
  }

  /// A number that holds at all dates.
  package init(_ value: Int) {
    entries = [Entry(asOf: nil, value: value)]
  }

  /// What had been counted by the end of the month of `day`.
  package func counted(by day: CalendarDate) -> Self {
    Self(entries.filter { entry in entry.asOf.map { $0.wholeMonth <= day.wholeMonth } ?? true })
  }

  /// Whether any of the numbers is of a certain time.
  package var isDated: Bool { entries.contains { $0.asOf != nil } }

  /// The newest number that is not later than the month of `date`, nil for a date before the first.
  package func value(asOf date: CalendarDate) -> Int? { entry(asOf: date)?.value }

  /// The date of that number, nil for one that holds at all dates, too.
  package func date(asOf date: CalendarDate) -> CalendarDate? { entry(asOf: date)?.asOf }

  private func entry(asOf date: CalendarDate) -> Entry? {
    entries.last { entry in entry.asOf.map { $0.wholeMonth <= date.wholeMonth } ?? true }
  }

  /// Whether there is a number of the month of `date` itself.
  package func isExact(in date: CalendarDate) -> Bool {
    entries.contains { $0.asOf?.wholeMonth == date.wholeMonth }
  }

  /// The oldest number that is later than the month of `date`, nil for a date after the last.
  package func firstValue(after date: CalendarDate) -> Int? {
    entries.first { entry in entry.asOf.map { $0.wholeMonth > date.wholeMonth } ?? false }?.value
  }
}
