import ProvisoPolicy
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
  @Test("prints as it was written", arguments: ["2026-12-31", "2024-07", "2024-02-29", "2000-02-29", "0001-01-01"])
  func roundTrip(text: String) throws {
    #expect(try CalendarDate(parsing: text).description == text)
  }

  @Test(
    "is refused with the part that is wrong",
    arguments: [
      (
        "2026-31-12", "`2026-31-12` is not a date: there is no month 31",
        "dates are year-month-day; did you mean `2026-12-31`?"
      ),
      ("2026-13-31", "`2026-13-31` is not a date: there is no month 13", "dates are year-month-day"),
      ("2026-00", "`2026-00` is not a date: there is no month 00", "dates are year-month-day"),
      ("2026-02-30", "`2026-02-30` is not a date: 2026-02 has no day 30", nil),
      ("1900-02-29", "`1900-02-29` is not a date: 1900-02 has no day 29", nil),
      ("2026-04-00", "`2026-04-00` is not a date: 2026-04 has no day 00", nil),
      (
        "2026-1-5", "expected a date such as 2026-12-31, found `2026-1-5`",
        "a date has four digits of year, then two of month and two of day"
      ),
      ("soon", "expected a date such as 2026-12-31, found `soon`", nil),
      ("2026-12-31T00:00", "expected a date such as 2026-12-31, found `2026-12-31T00:00`", nil),
      ("-2026-12", "expected a date such as 2026-12-31, found `-2026-12`", nil),
      ("٢٠٢٦-12-31", "expected a date such as 2026-12-31, found `٢٠٢٦-12-31`", nil),
    ] as [(String, String, String?)])
  func mistakes(text: String, message: String, hint: String?) {
    #expect(throws: ValueProblem(message, hint: hint)) { try CalendarDate(parsing: text) }
  }

  @Test("sorts by time, a month just before its first day")
  func order() throws {
    let written = ["2025-12-31", "2026-01", "2026-01-01", "2026-01-31", "2026-02", "2027-01-01"]
    let dates = try written.map { try CalendarDate(parsing: $0) }
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test("knows the month before", arguments: [("2024-07-23", "2024-06"), ("2024-01-01", "2023-12")])
  func previousMonth(text: String, month: String) throws {
    #expect(try CalendarDate(parsing: text).previousMonth?.description == month)
  }

  @Test("has no month before the first year")
  func firstMonth() throws {
    #expect(try CalendarDate(parsing: "0001-01").previousMonth == nil)
  }
}
