internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoHub
internal import ProvisoKit
internal import ProvisoNetwork

/// `--online` and what goes with it.
struct OnlineOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Ask the model hub for what nothing local answers: the names of those models are sent there, with HF_TOKEN if it is set. Off by default; takes a build with the trait Online."
    ))
  var online = false

  @Option(
    help: ArgumentHelp(
      "The hub to ask with --online; without it HF_ENDPOINT, else \(HubEndpoint.standard).", valueName: "address"))
  var endpoint: String?

  @Option(
    help: ArgumentHelp(
      "Where answers of the hub are kept for a day; without it PROVISO_CACHE, XDG_CACHE_HOME/proviso or ~/.cache/proviso. May be deleted at any time.",
      valueName: "directory"))
  var cacheDirectory: String?

  func validate() throws {
    if !online, endpoint != nil { throw ValidationError("--endpoint says where --online asks; add --online.") }
    if !online, cacheDirectory != nil {
      throw ValidationError("--cache-directory says where answers of --online are kept; add --online.")
    }
    if cacheDirectory?.isEmpty == true { throw ValidationError("--cache-directory needs a directory.") }
    guard online else { return }
    guard Network.isAvailable else {
      throw ValidationError(
        "This build cannot reach the network, so there is no --online. Build it with the trait: swift build -c release --traits Online"
      )
    }
    _ = try hub()
  }

  /// Runs `body` with who asks the hub, nil without `--online`, and tells on standard error what gave no answer.
  func asking<Result>(_ body: (HubDesk?) async throws -> Result) async throws -> Result {
    guard online else { return try await body(nil) }
    let (endpoint, token) = try hub()
    let network = Network()
    let start = ContinuousClock.now
    let clock = HubClock(
      now: Terminal.secondsSince1970, elapsed: { ContinuousClock.now - start },
      sleep: { try await Task.sleep(for: $0) }, chance: { .random(in: 0...1) })
    let client = HubClient(
      endpoint: endpoint, token: token, transport: network, cache: directory.map(AnswerCache.init), clock: clock,
      userAgent: "proviso/\(Version.current)")
    let desk = HubDesk(client: client, clock: clock)
    do {
      let result = try await body(desk)
      await network.close()
      for notification in await desk.notifications where notification.level >= .warning {
        Terminal.complain(notification.message)
      }
      return result
    } catch {
      await network.close()
      throw error
    }
  }

  private func hub() throws -> (HubEndpoint, HubToken?) {
    let name = endpoint == nil ? "HF_ENDPOINT" : "--endpoint"
    let hub: HubEndpoint
    do {
      hub = try HubEndpoint(parsing: endpoint ?? variable("HF_ENDPOINT") ?? HubEndpoint.standard)
    } catch {
      throw ValidationError("\(name): \(error.message)")
    }
    guard let text = variable("HF_TOKEN") else { return (hub, nil) }
    guard let token = HubToken(text) else {
      throw ValidationError("HF_TOKEN is no token: it has blanks, line breaks or letters that no token has.")
    }
    guard hub.isConfidential else {
      throw ValidationError(
        "\(name) is not https, so everybody on the way could read HF_TOKEN; use https, or unset HF_TOKEN.")
    }
    return (hub, token)
  }

  private var directory: String? {
    cacheDirectory ?? variable("PROVISO_CACHE") ?? variable("XDG_CACHE_HOME").map { "\($0)/proviso" }
      ?? variable("HOME").map { "\($0)/.cache/proviso" }
  }

  private func variable(_ name: String) -> String? {
    Terminal.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
