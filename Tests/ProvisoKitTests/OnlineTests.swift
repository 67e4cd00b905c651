import ProvisoCore
import ProvisoHub
import ProvisoKit
import ProvisoPolicy
import Synchronization
import Testing

/// A hub that knows some models, by their ids.
private final class ListedHub: HubTransport {
  private let bodies: [String: String]
  private let seen = Mutex<[String]>([])

  init(_ bodies: [String: String]) { self.bodies = bodies }

  var asked: [String] { seen.withLock { $0.sorted() } }

  func send(_ request: HubRequest) async throws(HubTransportError) -> HubResponse {
    let id = String(request.url.target.dropFirst("/api/models/".count))
    seen.withLock { $0.append(id) }
    guard let body = bodies[id] else { return HubResponse(status: 404) }
    if body == "down" { throw .closed }
    return HubResponse(status: 200, headers: ["content-type": "application/json"], body: Array(body.utf8))
  }

  func desk() throws -> HubDesk {
    let clock = HubClock(now: { 0 }, elapsed: { .zero }, sleep: { _ in }, chance: { 0 })
    return HubDesk(
      client: HubClient(
        endpoint: try HubEndpoint(parsing: "https://hub.example"), token: nil, transport: self, cache: nil,
        clock: clock,
        userAgent: "test"), clock: clock)
  }
}

@Suite("What the hub says, among what else is said")
struct OnlineTests {
  /// Of nothing on file, in no line, and by nobody who has anything else on file.
  private static let model = "zq-nobody/vh-7-chat"
  private static let base = "zq-nobody/vh-7-base"

  private static func card(_ id: String, _ fields: String, tags: String = "") -> String {
    #"{"id": "\#(id)", "cardData": {\#(fields)}, "tags": [\#(tags)]}"#
  }

  private func check(_ bodies: [String: String], _ names: [String] = [model]) async throws -> (ScanReport, [String]) {
    let policy = try #require(try PolicySelection().select(["proviso:default"], root: nil).policy)
    let hub = ListedHub(bodies)
    let check = Check(policy: policy, today: try CalendarDate(parsing: "2026-11-26"))
    return (await check.run(names, asking: try hub.desk()), hub.asked)
  }

  private func license(_ bodies: [String: String], _ name: String = model) async throws -> LicenseConclusion {
    let (report, _) = try await check(bodies, [name])
    return try #require(report.models.first).model.license
  }

  @Test("its claim has address, commit and date, and makes the license known")
  func claim() async throws {
    let commit = String(repeating: "a", count: 40)
    let body =
      #"{"id": "\#(Self.model)", "sha": "\#(commit)", "lastModified": "2026-10-01T00:00", "cardData": {"license": "gemma"}}"#
    let found = try await license([Self.model: body])
    #expect(found.state == .known && found.concluded == "gemma" && found.confidence == .high)
    let claim = try #require(found.claims.first { $0.source == .hub })
    #expect(
      claim.evidence
        == "the hub has it as \"gemma\" (https://hub.example/api/models/\(Self.model), commit aaaaaaaaaaaa, changed 2026-10-01)"
    )
    #expect(claim.date == "2026-11-26" && claim.location == nil)
  }

  @Test("a look-up that fails leaves the license unknown, with the reason in the finding and among the notifications")
  func failure() async throws {
    let (report, _) = try await check([Self.model: "down"])
    let model = try #require(report.models.first).model
    #expect(model.license.state == .unknown && model.license.concluded == nil)
    #expect(report.isIncomplete)
    #expect(report.findings.contains { $0.rule == "AIL001" && $0.message.contains("the connection was closed") })
    let (absent, _) = try await check([:])
    #expect(!absent.isIncomplete && absent.models.first?.model.license.state == .unknown)
    #expect(absent.findings.contains { $0.rule == "AIL001" && $0.message.contains("has no model of that name") })
  }

  @Test("a publisher who declares nothing is absent, not unknown")
  func none() async throws {
    let (report, _) = try await check([Self.model: Self.card(Self.model, "")])
    let license = try #require(report.models.first).model.license
    #expect(license.state == .absent)
    #expect(
      license.remark
        == "the publisher declares no license (https://hub.example/api/models/\(Self.model), as of 2026-11-26)")
    #expect(report.findings.contains { $0.rule == "AIL001" })
  }

  @Test("what local sources settle is not asked, and names that cannot be ids are told")
  func settled() async throws {
    let (report, asked) = try await check([:], ["BAAI/bge-small-en-v1.5", "meta-llama/Llama-3.1-8B", "a b/c"])
    #expect(asked.isEmpty)
    #expect(report.notifications.contains { $0.level == .note && $0.message.contains("a b/c") })
  }

  @Test("a base that the hub names is asked for, and so on; what is restricted there binds here")
  func bases() async throws {
    let root = "zq-other/vh-7-root"
    let (report, asked) = try await check([
      Self.model: Self.card(
        Self.model, #""license": "mit""#, tags: #""license:mit", "base_model:finetune:\#(Self.base)""#),
      Self.base: Self.card(Self.base, #""license": "mit", "base_model": "\#(root)""#),
      root: Self.card(root, #""license": "cc-by-nc-4.0", "base_model": "\#(Self.model)""#),
    ])
    #expect(asked == [Self.base, Self.model, root], "a circle ends")
    let lineage = try #require(report.models.first).model.lineage
    #expect(lineage.map(\.base.id) == [Self.base, root])
    #expect(lineage[0].relation == .finetune && lineage[1].derivative?.id == Self.base)
    #expect(
      lineage[0].evidence == "the hub has it as a base of \(Self.model) (https://hub.example/api/models/\(Self.model))")
    #expect(lineage.allSatisfy { $0.location == nil })
    #expect(report.findings.contains { ["AIL102", "AIL104", "AIL105"].contains($0.rule) })
  }

  @Test("a free label of the hub does not free what a rule for the line restricts")
  func conflict() async throws {
    let name = "meta-llama/Llama-3.1-8B-Zq"
    let before = Check.answer(name).model.license
    #expect(before.concluded == "llama3.1" && before.confidence == .medium)
    let found = try await license([name: Self.card(name, #""license": "mit""#)], name)
    #expect(found.state == .conflict && found.concluded == "llama3.1")
  }

  @Test("what was guessed from the publisher's other models gives way to what the publisher says of this one")
  func guess() async throws {
    let name = "OpenMed/zq-vh-7"
    let before = Check.answer(name).model.license
    #expect(before.claims.contains { $0.source == .publisher }, "\(before)")
    let found = try await license([name: Self.card(name, #""license": "cc-by-nc-4.0""#)], name)
    #expect(found.concluded == "cc-by-nc-4.0" && found.state == .known && found.claims.map(\.source) == [.hub])
    let silent = try await license([name: Self.card(name, "")], name)
    #expect(silent.state == .absent && silent.concluded == nil)
    let down = try await license([name: "down"], name)
    #expect(down.concluded == before.concluded && down.unanswered != nil)
  }

  @Test("a line of models that a name carries is no model to ask for")
  func line() async throws {
    let name = "zq-nobody/Llama-3-vh-7"
    let (report, asked) = try await check([name: Self.card(name, #""license": "mit""#)], [name])
    #expect(asked == [name])
    #expect(!report.notifications.contains { $0.message.contains("*") })
    #expect(try #require(report.models.first).model.license.category?.isRestricted == true)
  }

  @Test("words that may mean several models are not asked for")
  func spoken() async throws {
    let (_, asked) = try await check([:], ["mixtral 8x7b"])
    #expect(asked.isEmpty)
  }

  @Test("a gate that the hub tells of is one")
  func gate() async throws {
    let body = #"{"id": "\#(Self.model)", "gated": "manual", "cardData": {"license": "gemma"}}"#
    let (report, _) = try await check([Self.model: body])
    #expect(report.findings.contains { $0.rule == "AIL006" && $0.message.contains("gated, manual") })
  }
}
