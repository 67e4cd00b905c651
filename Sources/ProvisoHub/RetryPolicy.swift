/// When a request is sent again, and how long that waits.
package struct RetryPolicy: Sendable {
  /// How often one thing is asked, the first time included.
  package var attempts = 4
  package var first: Duration = .milliseconds(500)
  package var longest: Duration = .seconds(8)
  /// In seconds. Who asks for a longer wait is not asked again in this run: neither too early nor after an hour.
  package var longestRetryAfter = 60

  package init() {}

  /// The wait after attempt `number` (from 1): twice as long each time, and at random between half of that and all of it, so that
  /// many who failed together do not come back together.
  func delay(after number: Int, chance: Double) -> Duration {
    var whole = first
    for _ in 1..<max(1, min(number, 30)) where whole < longest { whole *= 2 }
    return min(whole, longest) * (0.5 + 0.5 * min(max(chance, 0), 1))
  }

  /// The seconds that a `Retry-After` header asks for (RFC 9110 section 10.2.3), a number or a time; nil for what is neither.
  static func retryAfter(_ header: String, now: Int) -> Int? {
    let text = header.filter { $0 != " " && $0 != "\t" }
    if !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) { return Int(text) ?? .max }
    return HTTPDate.seconds(header).map { max(0, $0 - now) }
  }
}
