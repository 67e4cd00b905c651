import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL902, waiver expired")
struct WaiverExpiredTests {
  @Test("tells of what has ended, needed or not, and of nothing that is in force")
  func expired() throws {
    #expect(
      told(try entry(.waiver, .expired(isNeeded: true), expires: "2026-01-31")) == [
        "AIL902 warning: Waiver X expired on 2026-01-31 and no longer counts."
      ])
    #expect(
      told(try entry(.waiver, .expired(isNeeded: false), expires: "2026-01-31")) == [
        "AIL902 warning: Waiver X expired on 2026-01-31, and it matches nothing."
      ])
    #expect(told(try entry(.waiver, .used, expires: "2027-01-31")) == [])
  }
}
