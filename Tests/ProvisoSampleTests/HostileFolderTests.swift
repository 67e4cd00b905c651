import Foundation
import ProvisoTestSupport
import Testing

@Suite("A hostile folder")
struct HostileFolderTests {
  private struct Report: Decodable {
    struct Policy: Decodable { var name: String }
    struct Reference: Decodable { var path: String }
    struct Model: Decodable {
      var id: String
      var references: [Reference]
    }
    struct Finding: Decodable { var rule: String }
    struct Notification: Decodable {
      var level: String
      var path: String?
      var message: String
    }
    var policy: Policy
    var models: [Model]
    var findings: [Finding]
    var notifications: [Notification]
  }

  @Test("is scanned to the end, and whatever is odd in it is told by its path")
  func whole() throws {
    let hostile = try HostileFolder()
    let start = ContinuousClock.now
    let answer = try Tool.run(["scan", "--fail-on", "never", "--format", "json"], in: hostile.folder.path)
    #expect(ContinuousClock.now - start < .seconds(120))
    #expect(answer.status == 3)
    #expect(answer.error == "")
    let report = try JSONDecoder().decode(Report.self, from: Data(answer.bytes))
    let told = Set(report.notifications.compactMap(\.path))
    #expect(told.isSuperset(of: hostile.oddities), "not told: \(hostile.oddities.subtracting(told))")
    #expect(report.notifications.allSatisfy { $0.message.hasSuffix(".") })

    #expect(report.policy.name == "default", "a policy from deep inside was used")
    #expect(report.findings.contains { $0.rule == "AIL501" })

    // What can be read is read, whatever stands beside it.
    let places = Set(report.models.filter { $0.id == "Qwen/Qwen3-4B" }.flatMap(\.references).map(\.path))
    let expected = ["latin", "nul", "utf32", HostileFolder.evilName, HostileFolder.deepFolder].map { $0 + "/load.py" }
    #expect(places.isSuperset(of: expected))
    let trained = report.models.first { $0.id == "acme/base-1" }
    #expect(trained?.references.map(\.path) == ["bomb/train.yaml"])
  }

  @Test(
    "cannot steer a terminal or break a report",
    arguments: [
      ["--format", "text"], ["--format", "text", "--verbose"], ["--format", "json"], ["--format", "sarif"],
      ["--emit", "references"], ["--emit", "models"], ["--emit", "files"],
    ])
  func escaped(options: [String]) throws {
    let hostile = try HostileFolder()
    let answer = try Tool.run(["scan", "--fail-on", "never"] + options, in: hostile.folder.path)
    #expect(answer.status == 3)
    #expect(answer.bytes.allSatisfy { ($0 >= 0x20 || $0 == 0x0A) && $0 != 0x7F })
    #expect(!(answer.output + answer.error).unicodeScalars.contains { $0 == "\u{9B}" || $0 == "\u{202E}" })
    #expect(String(validating: answer.bytes, as: UTF8.self) != nil)
    if options[1] != "text" { _ = try JSONSerialization.jsonObject(with: Data(answer.bytes)) }
  }

  @Test("gives the same report from run to run and for every number of jobs")
  func deterministic() throws {
    let hostile = try HostileFolder()
    let reports = try ["1", "2", "2", "8"].map { jobs in
      try Tool.run(["scan", "--jobs", jobs, "--format", "sarif"], in: hostile.folder.path).bytes
    }
    #expect(Set(reports).count == 1)
  }

  @Test(
    "gives valid SARIF",
    .enabled(if: sharedFolder != nil && hasValidator, "needs ../shared and python3 with jsonschema"))
  func validSARIF() throws {
    let hostile = try HostileFolder()
    let sarif = try Tool.run(["scan", "--format", "sarif"], in: hostile.folder.path).bytes
    let checker = try #require(sharedFolder) + "/tools/check-sarif.py"
    let result = try run("python3", [checker, "--fail-on", "warning", "-"], input: sarif)
    #expect(result.status == 0, "\(String(decoding: result.output + result.error, as: UTF8.self).prefix(4_000))")
  }

  @Test(
    "whose policy is no regular file ends at once with exit code 2",
    arguments: [["mkfifo", "proviso.yaml"], ["mkdir", "proviso.yaml"], ["ln", "-s", "/dev/zero", "proviso.yaml"]])
  func policyIsNoFile(command: [String]) throws {
    let folder = try Folder()
    #expect(try run(command[0], Array(command.dropFirst()), directory: folder.path).status == 0)
    let answer = try Tool.run(["scan"], in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.error.contains("proviso.yaml"))
  }

  @Test(
    "shows no other file of the machine through its policy, its lock file or what they name",
    arguments: [
      ["ln -s ../secret.txt proviso.yaml"], ["ln -s ../ .github && mv ../secret.txt ../proviso.yaml"],
      ["echo 'version: 1' > proviso.yaml && echo 'extends: ../secret.txt' >> proviso.yaml"],
      ["ln -s ../secret.txt base.yaml && printf 'version: 1\\nextends: base.yaml\\n' > proviso.yaml"],
      ["ln -s ../secret.txt proviso.lock", "--locked"], ["ln -s ../secret.txt own.yaml", "--policy", "own.yaml"],
    ])
  func outside(attempt: [String]) throws {
    let folder = try Folder()
    let script = "echo 'SECRET=tops3cr3t' > secret.txt && mkdir -p tree/.git && cd tree && \(attempt[0])"
    #expect(try run("sh", ["-c", script], directory: folder.path).status == 0)
    let sarif = folder.absolute("out.sarif")
    let answer = try Tool.run(
      ["scan", "--output", "sarif=\(sarif)"] + attempt.dropFirst(), in: folder.absolute("tree"))
    #expect(answer.status == 2)
    #expect(answer.error.contains("out of the repository") || answer.error.contains("outside of the repository"))
    let log = (try? folder.contents("out.sarif")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(!(answer.error + answer.output + log).contains("tops3cr3t"))
  }

  @Test("an operator's policy beside the tree extends what it likes, and the tree's own lies over it")
  func operatorsPolicy() throws {
    let folder = try Folder()
    try folder.write("version: 1\nextends: common.yaml\n", to: "org/policy.yaml")
    try folder.write("version: 1\nname: common\n", to: "org/common.yaml")
    try folder.write("version: 1\n", to: "tree/proviso.yaml")
    try folder.write("", to: "tree/.git/HEAD")
    let policies = ["--policy", "../org/policy.yaml", "--policy", "proviso.yaml"]
    #expect(try Tool.run(["scan"] + policies, in: folder.absolute("tree")).status == 0)
  }
}
