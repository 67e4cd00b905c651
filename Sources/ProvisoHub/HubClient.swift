package import ProvisoCore

/// Asks the hub about one model: the cache first, then the network with its redirects and retries.
package struct HubClient: Sendable {
  package let endpoint: HubEndpoint
  private let token: HubToken?
  private let transport: any HubTransport
  private let cache: AnswerCache?
  private let clock: HubClock
  private let retries: RetryPolicy
  private let userAgent: String

  /// In seconds, for one request from the first packet to the last byte.
  private static let timeout = 20
  private static let mostRedirects = 5

  /// - Parameters:
  ///   - token: who asks; it goes to the endpoint only, and to no other host that is the hub's.
  ///   - cache: nil where nothing is to be kept.
  package init(
    endpoint: HubEndpoint, token: HubToken?, transport: any HubTransport, cache: AnswerCache?, clock: HubClock,
    retries: RetryPolicy = RetryPolicy(), userAgent: String
  ) {
    self.endpoint = endpoint
    self.token = endpoint.isConfidential ? token : nil
    self.transport = transport
    self.cache = cache
    self.clock = clock
    self.retries = retries
    self.userAgent = userAgent
  }

  /// The answer, and what of the cache could not be used.
  package func ask(_ question: HubQuestion) async -> (answer: HubAnswer, notes: [Notification]) {
    await ask(question, until: nil)
  }

  /// - Parameter limit: no request and no wait goes on beyond it.
  func ask(_ question: HubQuestion, until limit: HubTimeLimit?) async -> (answer: HubAnswer, notes: [Notification]) {
    let address = endpoint.address(of: question)
    let withToken = token != nil
    var notes: [Notification] = []
    do throws(AnswerCacheTrouble) {
      if let known = try cache?.answer(to: address, withToken: withToken, now: clock.now()) { return (known, []) }
    } catch {
      notes.append(.cacheNotRead(error))
    }
    let answer = await askNetwork(question, address, limit)
    do throws(AnswerCacheTrouble) {
      try cache?.keep(answer, to: address, withToken: withToken, now: clock.now())
    } catch {
      notes.append(.cacheNotWritten(error, cache?.directory ?? ""))
    }
    return (answer, notes)
  }

  private func askNetwork(_ question: HubQuestion, _ address: HubURL, _ limit: HubTimeLimit?) async -> HubAnswer {
    var number = 1
    while true {
      let (answer, wait) = await attempt(question, address, limit)
      guard case .failure(let failure) = answer, failure.isPassing, number < retries.attempts else { return answer }
      // Asked again before its time, the hub would only be busier.
      if let wait, wait > retries.longestRetryAfter { return answer }
      let pause = max(retries.delay(after: number, chance: clock.chance()), .seconds(wait ?? 0))
      if let limit, limit.isReached(at: clock.elapsed() + pause) { return answer }
      do {
        try await clock.sleep(pause)
      } catch {
        return .failure(.cancelled)
      }
      number += 1
    }
  }

  /// One request and the redirects that follow from it.
  private func attempt(
    _ question: HubQuestion, _ address: HubURL, _ limit: HubTimeLimit?
  ) async -> (answer: HubAnswer, wait: Int?) {
    var address = address
    // A token that was once left behind does not come back, wherever the next redirect leads.
    var token = token
    for hops in 0...Self.mostRedirects {
      if Task.isCancelled { return (.failure(.cancelled), nil) }
      let left = limit.map { $0.end - clock.elapsed() }
      if let limit, limit.isReached(at: clock.elapsed()) { return (.failure(limit.failure), nil) }
      let response: HubResponse
      do {
        response = try await transport.send(request(address, token, left))
      } catch {
        if let limit, limit.isReached(at: clock.elapsed()) { return (.failure(limit.failure), nil) }
        return (.failure(failure(error)), nil)
      }
      guard [301, 302, 303, 307, 308].contains(response.status) else {
        let wait = response.headers["retry-after"].flatMap { RetryPolicy.retryAfter($0, now: clock.now()) }
        return (read(response, question, wasRedirected: hops > 0, withToken: token != nil, wait: wait), wait)
      }
      guard let next = response.headers["location"].flatMap(address.following) else {
        return (.failure(.redirect("it redirects to no address (status \(response.status))")), nil)
      }
      guard next.scheme == .https || address.scheme == .http else {
        return (.failure(.redirect("it redirects from https to http, which is not followed")), nil)
      }
      guard endpoint.isAnswered(at: next) else {
        return (.failure(.redirect("it redirects to \(next.origin), whose word is not the hub's")), nil)
      }
      if !next.hasSameOrigin(as: endpoint.url) { token = nil }
      address = next
    }
    return (.failure(.redirect("it redirects more than \(Self.mostRedirects) times")), nil)
  }

  private func request(_ address: HubURL, _ token: HubToken?, _ left: Duration?) -> HubRequest {
    var headers = [("Accept", "application/json"), ("Accept-Encoding", "identity"), ("User-Agent", userAgent)]
    if let token { headers.append(("Authorization", token.authorization)) }
    return HubRequest(
      url: address, headers: headers.map { (name: $0.0, value: $0.1) },
      timeout: min(.seconds(Self.timeout), left ?? .seconds(Self.timeout)))
  }

  private func failure(_ error: HubTransportError) -> HubFailure {
    if Task.isCancelled { return .cancelled }
    return switch error {
    case .timedOut: .timedOut(Self.timeout)
    case .notConnected(let why): .notConnected(why)
    case .closed: .closed
    case .garbled: .garbled
    case .tooLarge: .tooLarge(HubAnswerReader.maximumBytes)
    }
  }

  /// The media type, in lower case and without its parameters.
  private func mediaType(of response: HubResponse) -> String? {
    response.headers["content-type"].map { String(ASCII.lowercased($0).prefix { !"; \t".contains($0) }) }
  }

  private func read(
    _ response: HubResponse, _ question: HubQuestion, wasRedirected: Bool, withToken: Bool, wait: Int?
  ) -> HubAnswer {
    // The hub says in a header of its own what 401, 403 and 404 mean.
    let code = response.headers["x-error-code"] ?? ""
    switch (response.status, code) {
    case (200, _): break
    case (401, "RepoNotFound"), (404, "RepoNotFound"): return .failure(.notThere(withToken: withToken))
    case (404, "RevisionNotFound"): return .failure(.noRevision)
    // A page is what servers answer with that are no hub, or have it elsewhere: of the model it says nothing.
    case (404, _) where mediaType(of: response) == "text/html":
      return .failure(.notJSON("a page (status 404)"))
    case (404, _): return .failure(question.revision == nil ? .notThere(withToken: withToken) : .noRevision)
    case (401, "GatedRepo"), (403, "GatedRepo"): return .failure(.gated(response.status, withToken: withToken))
    case (401, _), (403, _): return .failure(.refused(response.status, withToken: withToken))
    case (429, _): return .failure(.tooManyRequests(wait: wait))
    default: return .failure(.status(response.status))
    }
    let type = mediaType(of: response) ?? ""
    guard type == "application/json" else {
      return .failure(.notJSON(type.isEmpty ? "no type" : String(type.prefix(60))))
    }
    do throws(HubAnswerReader.Fault) {
      return .success(try HubAnswerReader(question: question, wasRedirected: wasRedirected).read(response.body))
    } catch {
      return .failure(.malformed(error.words))
    }
  }
}

extension Notification {
  fileprivate static func cacheNotRead(_ trouble: AnswerCacheTrouble) -> Self {
    Self(level: .note, message: "Answers of the model hub in \(trouble.path) were not used. \(trouble.message)")
  }

  fileprivate static func cacheNotWritten(_ trouble: AnswerCacheTrouble, _ directory: String) -> Self {
    Self(
      level: .note,
      message:
        "Answers of the model hub could not be kept in \(directory), so the next run asks again. \(trouble.message)")
  }
}
