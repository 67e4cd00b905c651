/// A day of the Gregorian calendar in UTC, or a whole month where no day is given.
///
/// A month sorts just before its first day.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int?

  /// nil for a date that the calendar does not have.
  package init?(year: Int, month: Int, day: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-12-31` or `2024-07` (RFC 3339 section 5.6, `full-date`, or its first two parts).
  package init(parsing text: String) throws(ValueProblem) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(Array.init(_:))
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) })
    else {
      throw ValueProblem("expected a date such as 2026-12-31, found \(Quoted.text(text))")
    }
    guard parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
      throw ValueProblem(
        "expected a date such as 2026-12-31, found \(Quoted.text(text))",
        hint: "a date has four digits of year, then two of month and two of day")
    }
    let numbers = parts.map { part in part.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) } }
    let (year, month, day) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : nil)
    guard (1...12).contains(month) else {
      let swapped = day.flatMap { CalendarDate(year: year, month: $0, day: month) }
      throw ValueProblem(
        "\(Quoted.text(text)) is not a date: there is no month \(String(parts[1]))",
        hint: swapped.map { "dates are year-month-day; did you mean `\($0)`?" } ?? "dates are year-month-day")
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw ValueProblem("\(Quoted.text(text)) is not a date: \(text.prefix(7)) has no day \(String(parts.last ?? []))")
    }
    self = date
  }

  /// The month that the day lies in.
  package var wholeMonth: Self { Self(uncheckedYear: year, month: month, day: nil) }

  /// The calendar month before the one that the day lies in, nil before the year 1.
  package var previousMonth: Self? {
    month > 1 ? Self(year: year, month: month - 1) : Self(year: year - 1, month: 12)
  }

  /// How many days there are from this day to another; a month counts as its first day.
  package func days(to other: Self) -> Int { other.dayNumber - dayNumber }

  /// How many calendar months lie between the months of two dates.
  package func months(to other: Self) -> Int { (other.year - year) * 12 + other.month - month }

  /// The days from the first of March of the year 0, when years that begin in March would have begun to be counted.
  private var dayNumber: Int {
    let shifted = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * shifted.0 + shifted.0 / 4 - shifted.0 / 100 + shifted.0 / 400 + (153 * shifted.1 + 2) / 5 + (day ?? 1)
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day ?? 0) < (other.year, other.month, other.day ?? 0)
  }

  /// As ``init(parsing:)`` reads it.
  package var description: String {
    let parts = [Self.padded(year, to: 4), Self.padded(month, to: 2)] + (day.map { [Self.padded($0, to: 2)] } ?? [])
    return parts.joined(separator: "-")
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
