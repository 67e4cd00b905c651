import ProvisoCore
import ProvisoHub
import Synchronization

/// A hub that answers from a list, and a clock that no time passes on but what is slept.
final class StubHub: HubTransport {
  typealias Answer = Result<HubResponse, HubTransportError>

  private let answer: @Sendable (_ request: HubRequest, _ earlier: Int) -> Answer
  private let seen = Mutex<[HubRequest]>([])
  private let slept = Mutex<[Duration]>([])
  private let start: Int
  /// Whether a request that is not answered in time takes that time.
  private let takesTime: Bool
  private let time = Mutex<Duration>(.zero)

  init(now: Int = 1_764_170_000, takesTime: Bool = false, _ answer: @escaping @Sendable (HubRequest, Int) -> Answer) {
    self.answer = answer
    start = now
    self.takesTime = takesTime
  }

  /// Answers one after the other; the last one stays.
  convenience init(_ answers: [Answer]) {
    self.init { _, earlier in answers[min(earlier, answers.count - 1)] }
  }

  var requests: [HubRequest] { seen.withLock { $0 } }
  var sleeps: [Duration] { slept.withLock { $0 } }

  func pass(seconds: Int) { pass(.seconds(seconds)) }
  func pass(_ duration: Duration) { time.withLock { $0 += duration } }
  /// The time that has passed.
  var elapsed: Duration { time.withLock { $0 } }

  func send(_ request: HubRequest) async throws(HubTransportError) -> HubResponse {
    let earlier = seen.withLock { seen in
      defer { seen.append(request) }
      return seen.count
    }
    let answer = answer(request, earlier)
    if case .failure(.timedOut) = answer, takesTime { pass(request.timeout) }
    return try answer.get()
  }

  var clock: HubClock {
    HubClock(
      now: { self.start + Int(self.elapsed.components.seconds) }, elapsed: { self.elapsed },
      sleep: { duration in
        self.slept.withLock { $0.append(duration) }
        self.pass(duration)
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
