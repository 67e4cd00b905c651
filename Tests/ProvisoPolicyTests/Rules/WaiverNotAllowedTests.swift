import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL904, waiver not allowed")
struct WaiverNotAllowedTests {
  @Test("tells of a waiver that does not hold, with the reason")
  func refused() throws {
    #expect(
      told(try entry(.waiver, .refused("AIL301 is not waivable", nil))) == [
        "AIL904 error: Waiver X does not hold: AIL301 is not waivable."
      ])
    #expect(told(try entry(.waiver, .used)) == [])
  }
}
