import ProvisoPolicy
import Testing

@Suite("A number with a history")
struct CountHistoryTests {
  private let history: CountHistory

  init() throws {
    history = CountHistory([
      .init(asOf: try CalendarDate(parsing: "2026-09"), value: 9),
      .init(asOf: try CalendarDate(parsing: "2024-07-31"), value: 3),
    ])
  }

  @Test(
    "is the newest that is not later than the month asked for",
    arguments: [
      ("2024-06-30", nil), ("2024-07-23", 3), ("2024-07", 3), ("2026-08-31", 3), ("2026-09-01", 9), ("2030-01", 9),
    ] as [(String, Int?)])
  func lookUp(date: String, value: Int?) throws {
    #expect(history.value(asOf: try CalendarDate(parsing: date)) == value)
  }

  @Test("a plain number holds at all dates")
  func plain() throws {
    #expect(CountHistory(7).value(asOf: try CalendarDate(parsing: "0001-01")) == 7)
  }
}
