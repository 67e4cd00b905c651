import ProvisoTestSupport
import Testing

@Suite("The exit code")
struct ExitCodeTests {
  @Test(
    "is 1 for findings at or above --fail-on, else 0",
    arguments: [
      (Sample.researchAndProduct, [], 1), (.researchAndProduct, ["--fail-on", "never"], 0),
      (.researchAndProduct, ["--fail-on", "note"], 1), (.researchAndProduct, ["--exclude", "services/**"], 0),
      (.researchAndProduct, ["--exclude", "services/**", "--fail-on", "warning"], 0),
      (.swiftApp, ["--exclude", "Resources/**"], 0),
      (.swiftApp, ["--exclude", "Resources/**", "--fail-on", "warning"], 1),
      (.swiftApp, ["--include", "Sources/**", "--fail-on", "warning"], 1),
      (.relicensedFineTune, ["--format", "sarif"], 1), (.relicensedFineTune, ["--quiet"], 1),
    ] as [(Sample, [String], Int32)])
  func findings(sample: Sample, options: [String], code: Int32) throws {
    let copy = try sample.copy()
    let answer = try Tool.run(["scan"] + options, in: copy.path)
    #expect(answer.status == code)
    #expect(answer.error == "")
    #expect(answer.output != "")
  }

  @Test(
    "is 2 for wrong usage, with what is wrong on standard error and nothing on standard output",
    arguments: [
      (["scan", "--bogus"], "--bogus"),
      (["scn"], "scn"),
      (["scan", "--format", "xls"], "xls"),
      (["scan", "--fail-on", "sometimes"], "sometimes"),
      (["scan", "--fact", "monthly_active_user=1"], "`monthly_active_users`"),
      (["scan", "--fact", "commercial=perhaps"], "perhaps"),
      (["scan", "--fact", "commercial=true", "--fact", "commercial=false"], "commercial is given twice"),
      (["check", "gpt2", "--fact", "annual_revenue=1", "--fact", "annual_revenue=2"], "annual_revenue is given twice"),
      (["what-if", "--fact", "commercial=true", "--fact", "commercial=unknown"], "commercial is given twice"),
      (["scan", "--output", "sarif"], "<format>=<file>"),
      (["scan", "--output", "xls=a"], "xls"),
      (["scan", "--jobs", "0"], "--jobs"),
      (["scan", "--now", "2026-31-12"], "--now"),
      (["scan", "--include", "[a"], "--include"),
      (["scan", "--policy", "proviso:defualt"], "proviso:default"),
      (["scan", "--policy", "nowhere.yaml"], "nowhere.yaml"),
      (["scan", "nowhere"], "nowhere"),
      (["check"], "<models>"),
      (["check", ""], "name"),
      (["explain", "AIL999"], "AIL999"),
      (["explain", "apache-2.1"], "apache-2.0"),
      (["license", "show", "lama3.1"], "llama3.1"),
      (["license", "show", "openrail"], "family"),
      (["policy", "validate", "nowhere.yaml"], "nowhere.yaml"),
    ])
  func usage(arguments: [String], hint: String) throws {
    let folder = try Folder()
    let answer = try Tool.run(arguments, in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.output == "")
    #expect(answer.error.contains(hint))
    #expect(answer.error.hasPrefix("proviso: "))
  }

  @Test(
    "is 2 where a policy goes by another name or leads nowhere, and not that of the run without it",
    arguments: [
      ("proviso.yml", "proviso.yml is not read"), (".github/proviso.yml", ".github/proviso.yml is not read"),
      ("Proviso.yaml", "Proviso.yaml is not read"), (".proviso.yml", ".proviso.yml is not read"),
    ])
  func misnamedPolicy(name: String, words: String) throws {
    let folder = try Folder()
    try folder.write("version: 1\n", to: name)
    let answer = try Tool.run(["scan"], in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.error.contains(words))
    #expect(try Tool.run(["scan", "--policy", name], in: folder.path).status == 0)
    try folder.write("version: 1\n", to: "proviso.yaml")
    #expect(try Tool.run(["scan"], in: folder.path).status == 0)
  }

  @Test("is that of the policy beside the file that is scanned", arguments: ["a.py", "app/a.py", "./a.py"])
  func policyBesideFile(path: String) throws {
    let folder = try Folder()
    try folder.write("print()\n", to: path)
    let policy = path.hasPrefix("app/") ? "app/proviso.yaml" : "proviso.yaml"
    try folder.write("version: 1\nrule: {}\n", to: policy)
    let answer = try Tool.run(["scan", path], in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.error.contains("proviso.yaml:2:1: error: "))
  }

  @Test("is 2 for a policy that is a link to nothing")
  func danglingPolicy() throws {
    let folder = try Folder()
    try folder.link("proviso.yaml", to: "nowhere.yaml")
    let answer = try Tool.run(["scan"], in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.error.contains("a link that leads to nothing"))
  }

  @Test("is 2 for a policy that is not valid, and each mistake is told with its place")
  func invalidPolicy() throws {
    let folder = try Folder()
    try folder.write(
      "version: 1\norganization:\n  comercial: true\nrules:\n  AIL999: {severity: off}\n", to: ".github/proviso.yaml")
    for arguments in [["scan"], ["scan", "--format", "json"], ["policy", "validate"]] {
      let answer = try Tool.run(arguments, in: folder.path)
      #expect(answer.status == 2)
      #expect(answer.output == "")
      #expect(answer.error.contains(".github/proviso.yaml:3:3: error: "))
      #expect(answer.error.contains(".github/proviso.yaml:5:3: error: "))
      #expect(answer.error.contains("did you mean `commercial`?"))
    }
  }

  @Test("is 3 for a scan that is incomplete, unless there are findings")
  func incomplete() throws {
    let folder = try Folder()
    try folder.write("---\nlicense: [mit\n---\n", to: "README.md")
    let answer = try Tool.run(["scan"], in: folder.path)
    #expect(answer.status == 3)
    #expect(answer.output.contains("README.md"))
    #expect(try Tool.run(["scan", "--emit", "models"], in: folder.path).status == 3)
    try folder.write("AutoModel.from_pretrained('Qwen/Qwen3-4B')\n", to: "load.py")
    #expect(try Tool.run(["scan"], in: folder.path).status == 3)
    #expect(try Tool.run(["scan", "--fail-on", "warning"], in: folder.path).status == 1)
  }

  @Test("is 3 for a report that could not be written, and the others are")
  func unwritten() throws {
    let folder = try Folder()
    let outputs = ["--output", "json=nowhere/report.json", "--output", "sarif=report.sarif"]
    let answer = try Tool.run(["scan"] + outputs, in: folder.path)
    #expect(answer.status == 3)
    #expect(answer.error.contains("nowhere/report.json"))
    #expect(try folder.contents("report.sarif").isEmpty == false)
  }

  @Test("is 3 where standard output takes nothing", .enabled(if: hasFullDevice, "needs /dev/full"))
  func fullDisk() throws {
    let folder = try Folder()
    let answer = try run("sh", ["-c", #""$1" scan "$2" > /dev/full"#, "sh", Tool.path, folder.path])
    #expect(answer.status == 3)
    #expect(String(decoding: answer.error, as: UTF8.self).contains("Standard output"))
  }
}

private let hasFullDevice = (try? run("test", ["-c", "/dev/full"]))?.status == 0
