import Foundation
import ProvisoCore
import ProvisoPolicy
import ProvisoText
import Testing

@testable import ProvisoKit

@Suite("Findings at files that no detector found anything in")
struct UnreadLinesTests {
  @Test("have the hash of their line in that file")
  func policy() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "unread-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text =
      "version: 1\ncorrections:\n  - {model: acme/none, license: mit, reason: seen, author: somebody@example.org}\n"
    try text.write(toFile: folder + "/proviso.yaml", atomically: true, encoding: .utf8)
    let policy = try #require(try PolicySelection().select([folder + "/proviso.yaml"], root: folder).policy)
    var options = ScanOptions(root: folder, policy: policy, jobs: 1, today: try CalendarDate(parsing: "2026-11-29"))
    let place = try #require(try await Scan(options).run().report.findings.first { $0.rule == "AIL903" }?.location)
    let hashes = LineHashes(of: SourceText(path: "proviso.yaml", bytes: Array(text.utf8)))
    #expect(place.path == "proviso.yaml" && place.lineHash != nil && place.lineHash == hashes[line: place.line])
    options.hashesLines = false
    #expect(try await Scan(options).run().report.findings.first?.location?.lineHash == nil)
  }
}
