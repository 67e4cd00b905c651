import Foundation
import ProvisoCore
import ProvisoPolicy
import Testing

@testable import ProvisoKit

@Suite("A scan that ends with a stage")
struct StageTests {
  @Test("reads no policy that it is held against as settings, whatever it is called, and any other that says no policy")
  func policies() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "policies-\(UUID().uuidString)").path
    for name in [".github", ".policy", "deploy"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, _ path: String) throws {
      try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
    }
    try write("version: 1\nextends: [{path: ../.policy/acme-base.yaml}]\n", ".github/proviso.yaml")
    try write("version: 1\nverdicts: {deny: [{model: Qwen/Qwen3-8B}]}\n", ".policy/acme-base.yaml")
    try write("server: {model_id: mistralai/Codestral-22B-v0.1}\n", "deploy/proviso.yaml")
    let policy = try #require(try PolicySelection().select([folder + "/.github/proviso.yaml"], root: folder).policy)
    let scan = Scan(ScanOptions(root: folder, policy: policy, jobs: 1, today: try CalendarDate(parsing: "2026-11-28")))
    #expect(try await scan.references().values.map(\.model.id) == ["mistralai/Codestral-22B-v0.1"])
  }

  @Test("holds nothing against the policy")
  func early() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stages-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n".write(
      toFile: folder + "/a.py", atomically: true, encoding: .utf8)
    try "version: 1\ncontexts:\n- id: none\n  paths: [\"none/**\"]\n  facts: {commercial: true}\n"
      .write(toFile: folder + "/proviso.yaml", atomically: true, encoding: .utf8)
    let policy = try #require(try PolicySelection().select([folder + "/proviso.yaml"], root: folder).policy)
    let scan = Scan(ScanOptions(root: folder, policy: policy, jobs: 1, today: try CalendarDate(parsing: "2026-11-28")))

    func isOfPolicy(_ notification: ProvisoCore.Notification) -> Bool { notification.message.contains("none/**") }
    #expect(try await scan.run().report.notifications.contains(where: isOfPolicy))
    let (files, references) = (try await scan.filesRead(), try await scan.references())
    #expect(files.values.contains("a.py") && !files.notifications.contains(where: isOfPolicy))
    #expect(references.values.map(\.model.id) == ["Qwen/Qwen3-4B"])
    #expect(!references.notifications.contains(where: isOfPolicy))
  }
}
