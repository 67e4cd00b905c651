/// What asking takes of time and chance; given from outside, so that tests need neither.
package struct HubClock: Sendable {
  /// Seconds since 1970.
  package var now: @Sendable () -> Int
  /// The time since some moment: unlike ``now``, nobody sets it.
  package var elapsed: @Sendable () -> Duration
  package var sleep: @Sendable (Duration) async throws -> Void
  /// From 0 to 1.
  package var chance: @Sendable () -> Double

  package init(
    now: @escaping @Sendable () -> Int, elapsed: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.elapsed = elapsed
    self.sleep = sleep
    self.chance = chance
  }
}
