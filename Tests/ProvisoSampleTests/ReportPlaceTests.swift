import Foundation
import ProvisoTestSupport
import Testing

@Suite("Where reports say that things are")
struct ReportPlaceTests {
  private static let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"
  private static let policy = """
    version: 1
    name: ours
    organization: {commercial: true, monthly_active_users: 800000000}
    waivers:
      - {id: W-1, rule: AIL501, subject: {model: a/b}, reason: {code: accepted, text: t}, owner: o, approved_by: p, expires: 2099-01-01}

    """

  private func finding(_ answer: Tool.Answer, rule: String) throws -> [[String: Any]] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    return try #require(report["findings"] as? [[String: Any]]).filter { $0["rule"] as? String == rule }
  }

  @Test("what is read through links is told at the file that they lead to, once")
  func links() throws {
    let folder = try Folder()
    try folder.write(Self.load, to: "data/real.bin")
    try folder.link("a.py", to: "data/real.bin")
    try folder.link("lib/b.py", to: "../data/real.bin")
    let json = try Tool.run(["scan", "--format", "json"], in: folder.path)
    #expect(try finding(json, rule: "AIL501").map { $0["path"] as? String } == ["data/real.bin"])
    #expect(json.output.contains("\"remark\": \"read through the link a.py\""))
    #expect(!json.output.contains("\"path\": \"a.py\""))
    let sarif = try Tool.run(["scan", "--format", "sarif"], in: folder.path)
    #expect(sarif.output.contains("\"uri\": \"data/real.bin\"") && !sarif.output.contains("\"uri\": \"a.py\""))
    // What version control keeps for itself is no file of the tree.
    try folder.write(Self.load, to: ".git/annex/blob")
    try folder.link("c.py", to: ".git/annex/blob")
    let annex = try Tool.run(["scan", "--format", "json"], in: folder.path)
    #expect(annex.output.contains("\"path\": \"c.py\"") && !annex.output.contains("annex"))
  }

  @Test("a file that was read through a link at the revision, too, is not new")
  func linksSince() throws {
    let folder = try Folder.pullRequest()
    try folder.write(Self.load, to: "data/real.bin")
    try folder.link("app/link.py", to: "../data/real.bin")
    let script = Folder.identity + "git add -A && git commit -q -m link"
    try #require(run("sh", ["-c", script], directory: folder.path).status == 0)
    let answer = try Tool.run(["scan", "--since", "HEAD", "--fail-on", "note"], in: folder.path)
    #expect(answer.status == 0, "\(answer.output)")
  }

  @Test("a name that is not UTF-8 is the bytes of the name in SARIF")
  func bytes() throws {
    let folder = try Folder()
    let script = "printf '%s' \"$1\" > \"$(printf 'a\\377\\376.py')\""
    try #require(run("sh", ["-c", script, "sh", Self.load], directory: folder.path).status == 0)
    let sarif = try Tool.run(["scan", "--format", "sarif"], in: folder.path)
    #expect(sarif.output.contains("\"uri\": \"a%FF%FE.py\"") && !sarif.output.contains("%EF%BF%BD"))
  }

  @Test(
    "the policy is named from the repository's root, wherever one stands and however it was given",
    arguments: [ReportFormatName.json, .sarif, .markdown, .html, .junit, .github, .gitlab, .rdjson, .cyclonedx, .spdx])
  func policyPath(format: ReportFormatName) throws {
    let folder = try Folder()
    try folder.write("m = AutoModel.from_pretrained('meta-llama/Llama-3.1-8B')\n", to: "app/a.py")
    try folder.write(Self.policy, to: "proviso.yaml")
    try #require(run("git", ["init", "-q"], directory: folder.path).status == 0)
    let options = ["--format", format.rawValue, "--fail-on", "never"]
    let reports = try [
      Tool.run(["scan"] + options, in: folder.path), Tool.run(["scan", folder.path] + options, in: "/"),
      Tool.run(["scan", ".."] + options, in: folder.absolute("app")),
      Tool.run(["scan", "--policy", folder.absolute("proviso.yaml")] + options, in: folder.path),
    ]
    #expect(reports.allSatisfy { $0.bytes == reports[0].bytes && $0.status == 0 }, "\(reports.map(\.error))")
    #expect(!reports[0].output.contains(folder.path) && !reports[0].output.contains("../"))
    // From a folder of it the places are others, and neither tells more of the machine.
    let inner = try Tool.run(["scan", folder.absolute("app")] + options, in: "/")
    #expect(inner.status == 0 && !inner.output.contains(folder.path))
    if format == .sarif {
      #expect(inner.output.contains("(proviso.yaml:3)") && inner.output.contains("\"uri\": \"proviso.yaml\""))
      #expect(!inner.output.contains("../"))
    }
    // Of a policy from elsewhere only the name is told.
    let elsewhere = try Folder()
    try elsewhere.write(Self.policy, to: "org.yaml")
    let outside = try Tool.run(
      ["scan", "--policy", elsewhere.absolute("org.yaml")] + options, in: folder.path)
    #expect(outside.status == 0 && !outside.output.contains(elsewhere.path))
    if format == .json { #expect(outside.output.contains("…/org.yaml:3")) }
  }

  enum ReportFormatName: String {
    case json, sarif, markdown, html, junit, github, gitlab, rdjson, cyclonedx, spdx
  }

  @Test("text for a terminal names the policy as one can open it from there")
  func terminal() throws {
    let folder = try Folder()
    try folder.write(Self.load, to: "app/a.py")
    try folder.write(Self.policy, to: "proviso.yaml")
    try #require(run("git", ["init", "-q"], directory: folder.path).status == 0)
    let answer = try Tool.run(["scan"], in: folder.absolute("app"))
    #expect(answer.output.hasPrefix("Policy: ours (../proviso.yaml)\n"))
  }

  @Test("a comment that waives nothing, or a rule that there is not, is told on its line")
  func comments() throws {
    let folder = try Folder()
    try folder.write(
      """
      # proviso: waive AIL501 one line too high
      m = AutoModel.from_pretrained('Qwen/Qwen3-4B')  # proviso: waive AIL051 mistyped
      n = AutoModel.from_pretrained('Qwen/Qwen3-8B')  # proviso: waive AIL501 as agreed

      """, to: "a.py")
    try folder.write("x = 1  # proviso: waive AIL301 of a model that has gone\n", to: "b.py")
    try folder.write("Write `# proviso: waive AIL301 reason` beside it.\n", to: "docs.md")
    try folder.write("version: 1\nname: p\nwaiver_policy: {inline: allow}\n", to: "proviso.yaml")
    let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never"], in: folder.path)
    let told = try finding(answer, rule: "AIL903").map { "\($0["path"] ?? ""):\($0["line"] ?? 0) \($0["level"] ?? "")" }
    #expect(told == ["a.py:1 note", "a.py:2 warning", "b.py:1 note"])
    #expect(answer.output.contains("there is no such rule"))
    // They were there before.
    let git = Folder.identity + "git init -q && git add -A && git commit -q -m one"
    try #require(run("sh", ["-c", git], directory: folder.path).status == 0)
    #expect(try Tool.run(["scan", "--since", "HEAD", "--fail-on", "note"], in: folder.path).status == 0)
  }
}
