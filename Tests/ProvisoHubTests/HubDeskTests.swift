import ProvisoCore
import ProvisoHub
import Testing

@Suite("Asking the hub about many models")
struct HubDeskTests {
  private func questions(_ count: Int) throws -> [HubQuestion] {
    try (0..<count).map { try question("acme/m\($0 + 100)") }
  }

  private static func id(_ request: HubRequest) -> String {
    String(request.url.target.dropFirst("/api/models/".count))
  }

  @Test("each is asked once, and what is said comes in order with its date and address")
  func once() async throws {
    let hub = StubHub { request, _ in .model(Self.id(request), license: "gemma") }
    let desk = try hub.desk()
    let all = try questions(20)
    let said = await desk.declarations(for: all, date: "2026-11-26")
    #expect(said.map(\.model.id) == all.map(\.id))
    #expect(said.allSatisfy { $0.source == .hub && $0.date == "2026-11-26" && $0.licenses.map(\.tag) == ["gemma"] })
    #expect(said[0].location.path == "https://hub.example/api/models/acme/m100")
    #expect(await desk.declarations(for: all, date: "2026-11-26").count == 20)
    #expect(hub.requests.count == 20)
    #expect(await desk.notifications == [])
  }

  @Test("a look-up that fails is told, makes the run incomplete, and stands beside the model")
  func failure() async throws {
    let hub = StubHub { request, _ in
      Self.id(request) == "acme/m100" ? .status(500) : .model(Self.id(request))
    }
    let desk = try hub.desk()
    let said = await desk.declarations(for: try questions(2), date: "2026-11-26")
    #expect(said.map { $0.unanswered != nil } == [true, false])
    #expect(said[0].licenses.isEmpty && !said[0].declaresNone)
    let told = await desk.notifications
    #expect(told.count == 1 && told[0].isIncomplete && told[0].level == .warning)
    #expect(
      told.first?.message
        == "The model hub said nothing of acme/m100 (https://hub.example/api/models/acme/m100): it answered with the status 500. What is reported of it is what is known without the hub."
    )
  }

  @Test("that the hub shows a model only to those who have accepted its terms is a gate")
  func gated() async throws {
    let desk = try StubHub([.status(401, ["x-error-code": "GatedRepo"])]).desk()
    let said = await desk.declarations(for: try questions(1), date: "2026-11-26")
    #expect(
      said[0].gate?.evidence
        == "the hub shows it only to those who have accepted its terms (https://hub.example/api/models/acme/m100, as of 2026-11-26)"
    )
    #expect(said[0].unanswered?.contains("(status 401)") == true)
    #expect(await desk.notifications.map(\.isIncomplete) == [true])
  }

  @Test("that the hub has no such model is told, and is an answer")
  func absent() async throws {
    let desk = try StubHub([.status(404)]).desk()
    let said = await desk.declarations(for: try questions(1), date: "2026-11-26")
    #expect(said[0].unanswered?.contains("has no model of that name") == true && !said[0].declaresNone)
    #expect(await desk.notifications.map(\.isIncomplete) == [false])
  }

  @Test("a hub that fails for all of a group is not asked on, and the rest is told as one")
  func givenUp() async throws {
    let hub = StubHub([.failure(.timedOut)])
    let desk = try hub.desk()
    let said = await desk.declarations(for: try questions(30), date: "2026-11-26")
    #expect(hub.requests.count == 8 * 4)
    #expect(said.count == 30 && said.allSatisfy { $0.unanswered != nil })
    let told = await desk.notifications
    #expect(told.count == 9 && told.allSatisfy(\.isIncomplete))
    #expect(told.contains { $0.message.contains("acme/m113 and 16 more: it had failed for the 8 models") })
  }

  @Test("so many questions in a run and no more, and so long and no longer")
  func limits() async throws {
    var limits = HubLimits()
    limits.questions = 10
    let hub = StubHub { request, _ in .model(Self.id(request)) }
    let desk = try hub.desk(limits: limits)
    #expect(
      await desk.declarations(for: try questions(12), date: "2026-11-26").filter { $0.unanswered != nil }.count == 2)
    #expect(hub.requests.count == 10)
    let later = try question("acme/later")
    #expect(await desk.declarations(for: [later], date: "2026-11-26")[0].unanswered != nil)
    #expect(await desk.notifications.map(\.isIncomplete) == [true])

  }

  @Test("so long and no longer, whatever is under way: no request, retry or wait goes beyond the end")
  func time() async throws {
    var limits = HubLimits()
    limits.time = 50
    limits.atOnce = 1
    // One that never answers: of the third request the time that is left is all.
    let silent = StubHub(takesTime: true) { _, _ in .failure(.timedOut) }
    let desk = try silent.desk(limits: limits)
    let said = await desk.declarations(for: try questions(1), date: "2026-11-26")
    #expect(silent.requests.map(\.timeout) == [.seconds(20), .seconds(20), .milliseconds(8_500)])
    #expect(silent.elapsed == .seconds(50))
    #expect(said.map { $0.unanswered?.contains("longer than 50 seconds") } == [true])
    // Once reached, it stays reached.
    #expect(await desk.declarations(for: try questions(3), date: "2026-11-26").count == 3)
    #expect(silent.requests.count == 3)
    let told = await desk.notifications
    #expect(told.count == 2 && told.allSatisfy { $0.isIncomplete && $0.message.contains("longer than 50 seconds") })

    // One that asks to wait for longer than there is time is not waited for.
    let busy = StubHub([.status(429, ["retry-after": "51"])])
    #expect(try await busy.desk(limits: limits).declarations(for: try questions(1), date: "2026-11-26").count == 1)
    #expect(busy.elapsed == .zero && busy.requests.count == 1)

    // Nor are redirects gone after that take too long.
    limits.time = 1
    let time = StubHub([.model()])
    let late = StubHub { _, earlier in
      time.pass(.milliseconds(600))
      return .status(307, ["location": "/api/models/x\(earlier)"])
    }
    let client = HubClient(
      endpoint: try HubEndpoint(parsing: "https://hub.example"), token: nil, transport: late, cache: nil,
      clock: time.clock, userAgent: "proviso/test")
    let lost = HubDesk(client: client, clock: time.clock, limits: limits)
    #expect(
      await lost.declarations(for: try questions(1), date: "2026-11-26")[0].unanswered?.contains("longer than 1 second")
        == true)
    #expect(late.requests.count == 2)
  }

  @Test("a silent publisher, a gate, and a base that is none are told as what they are")
  func meaning() async throws {
    let desk = try StubHub([
      .json(#"{"id": "acme/m100", "tags": [], "gated": "manual", "cardData": {"base_model": "./out"}}"#)
    ]).desk()
    let said = await desk.declarations(for: try questions(1), date: "2026-11-26")
    #expect(said[0].declaresNone && said[0].unanswered == nil)
    #expect(said[0].gate?.evidence.contains("gated, manual") == true)
    #expect(await desk.notifications.map(\.message).first?.contains("./out") == true)
  }

  @Test("names that cannot be a model's are told in one note")
  func impossible() async throws {
    let desk = try StubHub([.model()]).desk()
    await desk.passOver(["a b", "x/{y}"])
    await desk.passOver([])
    let told = await desk.notifications
    #expect(told.map(\.level) == [.note] && told[0].message.contains("a b, x/{y}") && !told[0].isIncomplete)
  }
}
