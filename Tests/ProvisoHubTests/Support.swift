import ProvisoCore
import ProvisoHub
import Synchronization

/// A hub that answers from a list, and a clock that no time passes on but what is slept.
final class StubHub: HubTransport {
  typealias Answer = Result<HubResponse, HubTransportError>

  private let answer: @Sendable (_ request: HubRequest, _ earlier: Int) -> Answer
  private let seen = Mutex<[HubRequest]>([])
  private let slept = Mutex<[Duration]>([])
  private let time: Mutex<Int>

  init(now: Int = 1_764_170_000, _ answer: @escaping @Sendable (HubRequest, Int) -> Answer) {
    self.answer = answer
    time = Mutex(now)
  }

  /// Answers one after the other; the last one stays.
  convenience init(_ answers: [Answer]) {
    self.init { _, earlier in answers[min(earlier, answers.count - 1)] }
  }

  var requests: [HubRequest] { seen.withLock { $0 } }
  var sleeps: [Duration] { slept.withLock { $0 } }

  func pass(seconds: Int) { time.withLock { $0 += seconds } }

  func send(_ request: HubRequest) async throws(HubTransportError) -> HubResponse {
    let earlier = seen.withLock { seen in
      defer { seen.append(request) }
      return seen.count
    }
    return try answer(request, earlier).get()
  }

  var clock: HubClock {
    HubClock(
      now: { self.time.withLock { $0 } },
      sleep: { duration in
        self.slept.withLock { $0.append(duration) }
        self.pass(seconds: Int(duration.components.seconds))
      }, chance: { 1 })
  }

  func client(
    endpoint: String = "https://hub.example", token: String? = nil, cache: AnswerCache? = nil
  ) throws -> HubClient {
    HubClient(
      endpoint: try HubEndpoint(parsing: endpoint), token: token.flatMap { HubToken($0) }, transport: self,
      cache: cache,
      clock: clock, userAgent: "proviso/test")
  }

  func desk(endpoint: String = "https://hub.example", limits: HubLimits = HubLimits()) throws -> HubDesk {
    HubDesk(client: try client(endpoint: endpoint), clock: clock, limits: limits)
  }
}

extension HubRequest {
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension Result where Success == HubResponse, Failure == HubTransportError {
  static func status(_ status: Int, _ headers: [String: String] = [:]) -> Self {
    .success(HubResponse(status: status, headers: headers))
  }

  static func json(_ body: String, type: String = "application/json; charset=utf-8") -> Self {
    .success(HubResponse(status: 200, headers: ["content-type": type], body: Array(body.utf8)))
  }

  static func model(_ id: String = "acme/chat", license: String = "mit") -> Self {
    json(#"{"id": "\#(id)", "cardData": {"license": "\#(license)"}, "tags": ["license:\#(license)"]}"#)
  }
}

func question(_ id: String = "acme/chat", _ revision: String? = nil) throws -> HubQuestion {
  guard let question = HubQuestion(id: id, revision: revision) else { throw NoQuestion() }
  return question
}

struct NoQuestion: Error {}
