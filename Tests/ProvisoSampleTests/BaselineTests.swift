import Foundation
import ProvisoTestSupport
import Testing

@Suite("--baseline and --write-baseline")
struct BaselineTests {
  /// The statuses of the findings in a JSON report, by rule or by another key.
  private func statuses(_ bytes: [UInt8], by key: String = "rule") throws -> [String: String] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    let pairs = findings.compactMap { finding in
      (finding[key] as? String).flatMap { rule in (finding["status"] as? String).map { (rule, $0) } }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  @Test("let what was there pass, and fail on what is new, gone or not")
  func newOnly() throws {
    let copy = try Sample.swiftApp.copy()
    let reports = try Folder()
    let baseline = reports.absolute("baseline.json")
    // Writing one changes nothing about the run.
    #expect(try Tool.run(["scan", "--write-baseline", baseline], in: copy.path).status == 1)
    let same = try Tool.run(["scan", "--baseline", baseline, "--format", "json"], in: copy.path)
    #expect(same.status == 0)
    #expect(try Set(statuses(same.bytes).values) == ["unchanged"])
    #expect(try Tool.run(["scan", "--baseline", baseline, "--fail-on", "note"], in: copy.path).status == 0)
    // Lines move, findings stay.
    try copy.write(
      "\n\n" + String(decoding: copy.contents("Sources/AcmeNotes/ChatModel.swift"), as: UTF8.self),
      to: "Sources/AcmeNotes/ChatModel.swift")
    #expect(try Tool.run(["scan", "--baseline", baseline, "--fail-on", "note"], in: copy.path).status == 0)
    try copy.write(
      "let other = \"meta-llama/Llama-3.2-1B-Instruct\"\nlet hub = HubApi.Repo(id: \"Qwen/Qwen2.5-0.5B\")\n",
      to: "Sources/AcmeNotes/Other.swift")
    _ = try run("rm", ["-r", copy.absolute("Resources")])
    let changed = try Tool.run(["scan", "--baseline", baseline, "--format", "json"], in: copy.path)
    #expect(try statuses(changed.bytes)["AIL202"] == "absent")
  }

  @Test("call nothing gone that the run only leaves out, and say where they are of another folder")
  func leftOut() throws {
    let folder = try Folder.pullRequest()
    let reports = try Folder()
    let baseline = reports.absolute("baseline.json")
    _ = try Tool.run(["scan", "--write-baseline", baseline], in: folder.path)
    for options in [["--since", "HEAD"], ["--include", "app/new.py"], ["--exclude", "app/old.py"]] {
      let answer = try Tool.run(["scan", "--baseline", baseline] + options, in: folder.path)
      #expect(answer.status == 0 && !answer.output.contains("gone since"), "\(answer.output)")
    }
    _ = try run("rm", [folder.absolute("app/old.py")])
    let gone = try Tool.run(["scan", "--baseline", baseline, "--exclude", "other"], in: folder.path)
    #expect(gone.output.contains("1 gone since") && !gone.output.contains("No finding is in"))
  }

  @Test("fit a scan of a folder inside the one they were made of, wherever it is started")
  func subfolder() throws {
    let folder = try Folder.pullRequest()
    let reports = try Folder()
    let baseline = reports.absolute("baseline.json")
    try folder.write("---\nlicense: mit\nbase_model: google/gemma-2-9b\n---\n", to: "app/model/README.md")
    _ = try Tool.run(["scan", "--write-baseline", baseline], in: folder.path)
    for (path, place) in [("app", ""), (".", "app")] {
      let answer = try Tool.run(
        ["scan", path, "--baseline", baseline, "--fail-on", "note"], in: folder.absolute(place))
      #expect(answer.status == 0 && !answer.output.contains("gone since"), "\(answer.output)")
    }
    _ = try run("rm", [folder.absolute("app/old.py")])
    try folder.write("AutoModel.from_pretrained('Qwen/Qwen3-8B')\n", to: "app/newer.py")
    let changed = try Tool.run(["scan", "app", "--baseline", baseline, "--format", "json"], in: folder.path)
    #expect(changed.output.contains("\"path\": \"newer.py\""))
    #expect(
      try statuses(changed.bytes, by: "path") == [
        "old.py": "absent", "newer.py": "new", "new.py": "unchanged", "model/README.md": "unchanged",
      ])
    let stranger = try Folder()
    try stranger.write("AutoModel.from_pretrained('Qwen/Qwen3-8B')\n", to: "a.py")
    #expect(try Tool.run(["scan", "--baseline", baseline], in: stranger.path).output.contains("No finding is in the"))
  }

  @Test("follow a file that was renamed, where one finding of its kind has gone and one has come")
  func renamed() throws {
    let folder = try Folder()
    let baseline = "baseline.json"
    let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"
    let options = ["scan", "--exclude", baseline, "--fail-on", "note", "--baseline", baseline]
    try folder.write(load, to: "old.py")
    _ = try Tool.run(["scan", "--write-baseline", baseline], in: folder.path)
    _ = try run("mv", [folder.absolute("old.py"), folder.absolute("new.py")])
    let moved = try Tool.run(options, in: folder.path)
    #expect(moved.status == 0 && !moved.output.contains("gone since"), "\(moved.output)")
    // Which of two it was, nobody knows.
    try folder.write(load, to: "newer.py")
    #expect(try Tool.run(options, in: folder.path).status == 1)
    // What stands in another file now, while the first is still there, was not renamed.
    _ = try run("rm", [folder.absolute("newer.py")])
    try folder.write("AutoModel.from_pretrained('Qwen/Qwen3-8B')\n", to: "old.py")
    #expect(try Tool.run(options, in: folder.path).status == 1)
  }

  @Test("never take a finding that got worse for the one that was accepted")
  func worse() throws {
    let folder = try Folder()
    try folder.write("AutoModel.from_pretrained('Qwen/Qwen3-4B')\n", to: "load.py")
    let options = ["scan", "--fail-on", "error"]
    #expect(try Tool.run(options + ["--write-baseline", "baseline.json"], in: folder.path).status == 0)
    try folder.write("version: 1\nname: strict\nrules:\n  AIL501: {severity: error}\n", to: "proviso.yaml")
    let answer = try Tool.run(options + ["--baseline", "baseline.json", "--exclude", "baseline.json"], in: folder.path)
    #expect(answer.status == 1)
    #expect(!answer.output.contains("gone since"))
  }

  @Test("can be the report of --format json, and are read and written in one run")
  func report() throws {
    let copy = try Sample.swiftApp.copy()
    let reports = try Folder()
    try reports.write(Tool.run(["scan", "--format", "json"], in: copy.path).bytes, to: "old.json")
    let options = ["--baseline", reports.absolute("old.json"), "--write-baseline", reports.absolute("new.json")]
    #expect(try Tool.run(["scan"] + options, in: copy.path).status == 0)
    // What the old one had is in the new one, and counts there as accepted.
    let again = try Tool.run(["scan", "--baseline", reports.absolute("new.json")], in: copy.path)
    #expect(again.status == 0)
    #expect(again.output.contains("(in the baseline)"))
  }

  @Test(
    "are told with their mistake, and end the run with 2",
    arguments: [
      (nil, "baseline.json"), ("{", "baseline.json:1:"), ("{}", "no report that proviso wrote"),
      (#"{"schemaVersion": "2.0", "tool": {"name": "proviso"}, "findings": []}"#, "1.x was expected"),
      (
        #"{"schemaVersion": "1.0", "tool": {"name": "proviso"}, "findings": [{"rule": "AIL101"}]}"#,
        "baseline.json:1:68: A finding needs"
      ),
    ] as [(String?, String)])
  func mistakes(contents: String?, words: String) throws {
    let folder = try Folder()
    if let contents { try folder.write(contents, to: "baseline.json") }
    let answer = try Tool.run(["scan", "--baseline", "baseline.json"], in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.output == "")
    #expect(answer.error.contains(words), "\(answer.error)")
  }
}
