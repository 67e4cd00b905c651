import Testing

@testable import ProvisoHub

@Suite("Waiting before the next request")
struct RetryPolicyTests {
  @Test("twice as long each time, to a limit, and by chance between half and all of it")
  func delays() {
    let policy = RetryPolicy()
    let whole: [Duration] = (1...7).map { policy.delay(after: $0, chance: 1) }
    #expect(
      whole == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(8), .seconds(8)])
    #expect(policy.delay(after: 3, chance: 0) == .seconds(1))
    #expect(policy.delay(after: .max, chance: 7) == .seconds(8))
    #expect(policy.delay(after: -1, chance: -7) == .milliseconds(250))
  }

  @Test(
    "times as HTTP writes them",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Wed, 26 Nov 2025 15:13:20 GMT", 1_764_170_000),
      ("Mon, 01 Jan 2035 00:00:00 GMT", 2_051_222_400),
    ])
  func dates(_ text: String, seconds: Int) {
    #expect(HTTPDate.seconds(text) == seconds)
  }

  @Test(
    "anything else is no time",
    arguments: [
      "", "soon", "06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
      "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
      "2026-11-26T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT Sun, 06 Nov 1994 08:49:37 GMT Sun, 06 Nov 1994",
    ])
  func noDates(_ text: String) {
    #expect(HTTPDate.seconds(text) == nil)
  }
}
