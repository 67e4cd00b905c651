import ProvisoHub
import Testing

@Suite("Asking the hub about one model")
struct HubClientTests {
  private func failure(_ answers: [StubHub.Answer], token: String? = nil) async throws -> HubFailure? {
    let answer = try await StubHub(answers).client(token: token).ask(try question()).answer
    if case .failure(let failure) = answer { return failure }
    return nil
  }

  @Test("one request, with what a hub needs to know and no more")
  func request() async throws {
    let hub = StubHub([.model()])
    let answer = try await hub.client(endpoint: "https://mirror.example/hub/").ask(
      try question("acme/chat", "refs/pr/1")
    )
    .answer
    #expect(try answer.get().licenses == ["mit"])
    #expect(
      hub.requests.map(\.url.description) == ["https://mirror.example/hub/api/models/acme/chat/revision/refs%2Fpr%2F1"])
    #expect(hub.requests[0].headers.map(\.name) == ["Accept", "Accept-Encoding", "User-Agent"])
  }

  @Test("the token goes along, and nothing that is printed shows it")
  func token() async throws {
    let hub = StubHub([.status(401)])
    let client = try hub.client(token: "hf_secret")
    let answer = await client.ask(try question()).answer
    #expect(hub.requests.map { $0.header("Authorization") } == ["Bearer hf_secret"])
    let token = try #require(HubToken("hf_secret"))
    var dumped = ""
    dump(client, to: &dumped)
    dump(token, to: &dumped)
    for text in ["\(token)", String(reflecting: token), dumped, "\(client)", "\(answer)"] {
      #expect(!text.contains("hf_secret"))
    }
  }

  @Test("a token is one visible word", arguments: ["", "a b", "a\r\nHost: evil", "ä", "a\u{0}"])
  func noToken(_ text: String) {
    #expect(HubToken(text) == nil)
  }

  @Test("no token goes where it can be read on the way")
  func plainHTTP() async throws {
    let hub = StubHub([.model()])
    _ = try await hub.client(endpoint: "http://mirror.example", token: "hf_secret").ask(try question())
    #expect(hub.requests[0].header("Authorization") == nil)
    let here = StubHub([.model()])
    _ = try await here.client(endpoint: "http://127.0.0.1:80", token: "hf_secret").ask(try question())
    #expect(here.requests[0].header("Authorization") != nil)
  }

  @Test(
    "what passes is asked again, four times at most",
    arguments: [
      .failure(.timedOut), .failure(.notConnected("x")), .failure(.closed), .failure(.garbled), .status(429),
      .status(500), .status(502), .status(503), .status(504), .status(408),
    ] as [StubHub.Answer])
  func retries(_ trouble: StubHub.Answer) async throws {
    let hub = StubHub([trouble, .model()])
    #expect(try await hub.client().ask(try question()).answer.get().licenses == ["mit"])
    #expect(hub.sleeps == [.milliseconds(500)])
    let stubborn = StubHub([trouble])
    let answer = try await stubborn.client().ask(try question()).answer
    #expect(throws: HubFailure.self) { try answer.get() }
    #expect(stubborn.sleeps == [.milliseconds(500), .seconds(1), .seconds(2)])
  }

  @Test(
    "what stays is not asked again",
    arguments: [
      (.status(400), .status(400)), (.status(401), .refused(401, withToken: false)),
      (.status(403), .refused(403, withToken: false)),
      (.status(403, ["x-error-code": "GatedRepo"]), .gated(403, withToken: false)),
      (.status(401, ["x-error-code": "GatedRepo"]), .gated(401, withToken: false)),
      (.status(404, ["content-type": "text/html; charset=utf-8"]), .notJSON("a page (status 404)")),
      (
        .status(404, ["content-type": "text/html", "x-error-code": "RepoNotFound"]), .notThere(withToken: false)
      ),
      (.status(401, ["x-error-code": "RepoNotFound"]), .notThere(withToken: false)),
      (.status(404), .notThere(withToken: false)), (.status(404, ["x-error-code": "RevisionNotFound"]), .noRevision),
      (.status(204), .status(204)), (.status(206), .status(206)), (.failure(.tooLarge), .tooLarge(8 << 20)),
      (.json("{}", type: "text/html"), .notJSON("text/html")), (.status(200), .notJSON("no type")),
      (
        .json("{"),
        .malformed("is not JSON that can be read (line 1): Expected a key in quotes or '}', found the end of the text.")
      ),
    ] as [(StubHub.Answer, HubFailure)])
  func stays(_ trouble: StubHub.Answer, failure: HubFailure) async throws {
    let hub = StubHub([trouble, .model()])
    let answer = try await hub.client().ask(try question()).answer
    guard case .failure(let found) = answer else {
      Issue.record("\(answer)")
      return
    }
    switch (found, failure) {
    case (.malformed, .malformed): break
    default: #expect(found == failure)
    }
    #expect(hub.requests.count == 1)
  }

  @Test("who asks to wait is waited for, as a number or a time, and not for ever")
  func retryAfter() async throws {
    // 1764170000 is Wed, 26 Nov 2025 15:13:20 GMT.
    for header in ["7", " 7 ", "Wed, 26 Nov 2025 15:13:27 GMT"] {
      let hub = StubHub([.status(429, ["retry-after": header]), .model()])
      #expect(try await hub.client().ask(try question()).answer.get().licenses == ["mit"])
      #expect(hub.sleeps == [.seconds(7)], "\(header)")
    }
    for header in ["61", "99999999999999999999999", "Thu, 27 Nov 2025 15:13:27 GMT"] {
      let hub = StubHub([.status(503, ["retry-after": header]), .model()])
      let answer = try await hub.client().ask(try question()).answer
      #expect(throws: HubFailure.status(503)) { try answer.get() }
      #expect(hub.sleeps == [])
    }
    for header in ["-1", "soon", "", "Wed, 26 Nov 2025 15:13:00 GMT"] {
      let hub = StubHub([.status(429, ["retry-after": header]), .model()])
      _ = try await hub.client().ask(try question())
      #expect(hub.sleeps == [.milliseconds(500)], "\(header)")
    }
  }

  @Test("a redirect on the same host keeps the token, one to another host of the hub's loses it for good")
  func redirects() async throws {
    let hub = StubHub { request, _ in
      switch request.url.description {
      case "https://hub.example/api/models/acme/chat":
        .status(307, ["location": "/api/models/acme/chat-2"])
      case "https://hub.example/api/models/acme/chat-2":
        .status(302, ["location": "https://www.hub.example/a"])
      case "https://www.hub.example/a": .status(301, ["location": "https://hub.example/b"])
      default: .model("acme/chat-2")
      }
    }
    let answer = try await hub.client(token: "hf_secret").ask(try question()).answer
    #expect(try answer.get().id == "acme/chat-2")
    #expect(hub.requests.map { $0.header("Authorization") != nil } == [true, true, false, false])
    #expect(hub.requests.map(\.url.host) == ["hub.example", "hub.example", "www.hub.example", "hub.example"])
  }

  @Test(
    "hosts of the hub's own are believed",
    arguments: [
      ("http://hub.example", "https://hub.example/a"), ("http://hub.example", "https://www.hub.example/a"),
      ("https://www.hub.example", "https://hub.example/a"),
      ("https://mirror.example:8443/x", "https://huggingface.co/a"),
      ("http://127.0.0.1:80", "https://huggingface.co/a"),
    ])
  func ownHosts(_ endpoint: String, _ location: String) async throws {
    let hub = StubHub([.status(308, ["location": location]), .model()])
    let answer = try await hub.client(endpoint: endpoint, token: "hf_secret").ask(try question()).answer
    #expect(try answer.get().licenses == ["mit"])
    #expect(hub.requests.last?.header("Authorization") == nil)
  }

  @Test(
    "any other server is none of the hub: it is not asked, and what it would say is not believed",
    arguments: [
      ("https://hub.example", "https://hub.example:8443/a"), ("https://hub.example", "https://cdn.hub.example/a"),
      ("https://hub.example", "https://hub.example.evil.example/a"), ("https://hub.example", "//other.example/a"),
      ("https://hub.example", "https://www.www.hub.example/a"), ("https://hub.example", "https://huggingface.co:444/a"),
      ("http://hub.example", "http://www.hub.example/a"), ("http://hub.example:8080", "https://hub.example/a"),
      ("http://127.0.0.1:80", "http://127.0.0.1:81/a"), ("http://mirror.example", "http://huggingface.co/a"),
    ])
  func otherHosts(_ endpoint: String, _ location: String) async throws {
    let hub = StubHub([.status(307, ["location": location]), .model()])
    let answer = try await hub.client(endpoint: endpoint, token: "hf_secret").ask(try question()).answer
    guard case .failure(let failure) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(
      failure.reason.hasPrefix("it redirects to http") && failure.reason.hasSuffix(", whose word is not the hub's"))
    #expect(!failure.reason.contains("/a") && !failure.isAnswer && hub.requests.count == 1)
  }

  @Test(
    "a redirect out of https, to no address or round and round ends the question",
    arguments: [
      "http://hub.example/a", "ftp://hub.example/a", "file:///etc/passwd", "https://user@hub.example/", "https://",
      "https://hub.example/api/models/acme/chat", "javascript:1", "https://hub.example/\u{1}",
    ])
  func badRedirects(_ location: String) async throws {
    let hub = StubHub([.status(302, ["location": location])])
    let answer = try await hub.client(token: "hf_secret").ask(try question()).answer
    guard case .failure(.redirect) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(hub.requests.count <= 6)
    #expect(hub.requests.allSatisfy { $0.url.scheme == .https && $0.url.host == "hub.example" })
  }

  @Test("a redirect without an address is none")
  func noLocation() async throws {
    let failure = try await failure([.status(301)])
    #expect(failure == .redirect("it redirects to no address (status 301)"))
  }
}
