import Foundation
import ProvisoCore
import ProvisoKit
import ProvisoPolicy
import ProvisoTestSupport
import Testing

@Suite("The documentation says what the tool does")
struct DocumentationTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(packageRoot)/\(path)", encoding: .utf8)
  }

  @Test("The README has the test command that CI runs, and the exit codes")
  func readme() throws {
    let readme = try text("README.md")
    #expect(readme.split(separator: "\n").contains { $0.hasPrefix("sh .ci/setup && swift test") })
    #expect(readme.contains("sh .ci/setup && swift run"))
    for code in ["| 0 |", "| 1 |", "| 2 |", "| 3 |"] { #expect(readme.contains(code), "exit code \(code)") }
  }

  @Test("The README's five-line policy is valid")
  func fiveLinePolicy() throws {
    let readme = try text("README.md")
    let start = try #require(readme.range(of: "```yaml\nversion: 1\n"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    let policy = String(readme[start.lowerBound..<end.lowerBound].dropFirst("```yaml\n".count))
    let path = NSTemporaryDirectory() + "proviso-readme-\(UUID().uuidString).yaml"
    try policy.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let selected = try PolicySelection().select([path], root: nil)
    #expect(selected.policy != nil, "\(selected.diagnostics.map { $0.rendered() })")
  }

  @Test("Every rule is one file with a test file of the same name")
  func rulesHaveFiles() throws {
    let sources = try SourceTree.swiftFiles(under: "Sources/ProvisoPolicy/Rules")
    let tests = try SourceTree.swiftFiles(under: "Tests/ProvisoPolicyTests/Rules")
    for rule in RuleList.descriptions {
      let file = sources.filter { $0.text.contains("id: \"\(rule.id)\"") }
      #expect(file.count == 1, "\(rule.id) stands in \(file.count) files")
      let name =
        file.first.map { ($0.path as NSString).lastPathComponent.replacingOccurrences(of: ".swift", with: "") } ?? ""
      #expect(tests.contains { $0.path.hasSuffix("/\(name)Tests.swift") }, "\(rule.id) has no test file")
    }
  }

  @Test("The changelog has an entry for what is not released yet")
  func changelog() throws {
    #expect(try text("CHANGELOG.md").contains("## Unreleased"))
  }
}
