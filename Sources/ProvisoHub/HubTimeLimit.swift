/// When asking ends, whatever is still open.
struct HubTimeLimit: Sendable {
  /// As ``HubClock/elapsed`` tells it.
  let end: Duration
  /// In seconds, from the first question of the run.
  let whole: Int

  func isReached(at now: Duration) -> Bool { now >= end }

  var failure: HubFailure { .limit("asking had taken longer than \(whole) second\(whole == 1 ? "" : "s")") }
}
