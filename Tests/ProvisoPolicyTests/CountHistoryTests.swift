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

  @Test(
    "the number after a month, and whether there is one of the month itself",
    arguments: [
      ("2024-06-30", 3, false), ("2024-07-01", 9, true), ("2025-01", 9, false), ("2026-09-30", nil, true),
      ("2030-01", nil, false),
    ] as [(String, Int?, Bool)])
  func neighbors(date: String, next: Int?, isExact: Bool) throws {
    let date = try CalendarDate(parsing: date)
    #expect(history.firstValue(after: date) == next && history.isExact(in: date) == isExact)
  }

  @Test("a plain number holds at all dates")
  func plain() throws {
    #expect(CountHistory(7).value(asOf: try CalendarDate(parsing: "0001-01")) == 7)
  }
}
