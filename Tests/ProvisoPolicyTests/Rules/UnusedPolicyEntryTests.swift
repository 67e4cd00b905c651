import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL903, unused policy entry")
struct UnusedPolicyEntryTests {
  @Test("tells of waivers, corrections and agreements that match nothing, and of corrections that are void")
  func unused() throws {
    #expect(told(try entry(.waiver, .unused)) == ["AIL903 note: Waiver X matches no finding."])
    #expect(told(try entry(.correction, .unused)) == ["AIL903 note: The correction of X is of no model in the tree."])
    #expect(told(try entry(.agreement, .unused)) == ["AIL903 note: Agreement X covers no model in the tree."])
    #expect(
      told(try entry(.correction, .void("LICENSE has changed since it was read"))) == [
        "AIL903 warning: The correction of X does not count: LICENSE has changed since it was read."
      ])
    #expect(told(try entry(.correction, .used)) == [])
    #expect(
      told(try entry(.waiver, .double(["A", "B"]))) == [
        "AIL903 note: Waiver X silences nothing that A and B does not silence already."
      ])
  }
}
