import Foundation
import ProvisoTestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("writes several reports in one run, each as --format would print it")
  func outputs() throws {
    let copy = try Sample.swiftApp.copy()
    let reports = try Folder()
    let outputs = ["json", "sarif", "text"].flatMap { ["--output", "\($0)=\(reports.absolute($0))"] }
    let answer = try Tool.run(["scan"] + outputs, in: copy.path)
    #expect(answer.status == 1)
    for format in ["json", "sarif", "text"] {
      #expect(try reports.contents(format) == Tool.run(["scan", "--format", format], in: copy.path).bytes)
    }
    #expect(try reports.contents("text") == answer.bytes)
  }

  @Test("The README shows what its first command prints")
  func readme() throws {
    let readme = try String(contentsOfFile: packageRoot + "/README.md", encoding: .utf8)
    #expect(readme.contains("sh .ci/setup && swift run -c release proviso scan Samples/swift-app\n"))
    let answer = try Tool.run(["scan", "Samples/swift-app"], in: packageRoot)
    #expect(answer.status == 1 && readme.contains("```text\n\(answer.output)```"))
  }

  @Test("a large binary without an ending is no trouble, and no file read")
  func binary() throws {
    let folder = try Folder()
    try folder.write([0x7F] + Array("ELF".utf8), to: "bin/tool")
    let handle = try FileHandle(forWritingTo: URL(filePath: folder.absolute("bin/tool")))
    try handle.truncate(atOffset: 64 << 20)
    try handle.close()
    try folder.write("#!/bin/sh\nollama pull llama3.2\n", to: "bin/serve")
    let scan = try Tool.run(["scan", "--fail-on", "never"], in: folder.path)
    #expect(scan.status == 0 && scan.output.contains("bin/serve:2") && scan.output.contains("(1 file read of 2)"))
  }

  @Test("a scan names models that the policy allows instead of one that it denies, for the facts of the place")
  func alternatives() throws {
    let folder = try Folder()
    try folder.write("pipe = load_model(\"black-forest-labs/FLUX.1-dev\")\n", to: "app.py")
    let denied = try Tool.run(["scan", "--fact", "commercial=true"], in: folder.path)
    #expect(denied.status == 1)
    let words = denied.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("For the same task this policy allows black-forest-labs/FLUX.1-schnell"))
    #expect(try !Tool.run(["scan", "--fact", "commercial=false"], in: folder.path).output.contains("the same task"))
  }

  @Test(
    "a name that can be none is refused with its reason",
    arguments: [("", "A model needs a name."), (" ", "A model needs a name."), ("a\u{1}b", "control characters")])
  func names(name: String, reason: String) throws {
    let answer = try Tool.run(["check", "--", name])
    #expect(answer.status == 2 && answer.error.contains(reason))
    let long = try Tool.run(["check", "--", String(repeating: "x", count: 4096)])
    #expect(long.status == 2 && long.error.contains("4096 bytes"))
  }

  @Test("colors only where it may")
  func color() throws {
    let copy = try Sample.swiftApp.copy()
    let escape = "\u{1B}["
    func colored(_ options: [String], _ environment: [String: String] = [:]) throws -> Bool {
      try Tool.run(["scan"] + options, in: copy.path, environment: environment).output.contains(escape)
    }
    #expect(try !colored([]), "standard output is no terminal")
    #expect(try colored(["--color", "always"]))
    #expect(try colored(["--color", "always"], ["NO_COLOR": "1"]), "an option is nearer than the environment")
    #expect(try !colored(["--color", "auto"], ["NO_COLOR": "1"]))
    #expect(try !colored(["--color", "never"]))
    #expect(try !colored(["--color", "always", "--format", "json"]))
    #expect(try !colored(["--color", "always", "--format", "sarif"]))
  }

  @Test(
    "stops after a stage and prints its values", arguments: [Sample.researchAndProduct, .swiftApp])
  func emit(sample: Sample) throws {
    func emitted(_ stage: String) throws -> [[String: Any]] {
      let answer = try Tool.run(["scan", "--emit", stage], in: sample.folder)
      #expect(answer.status == 0)
      return try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [[String: Any]])
    }
    let references = try emitted("references")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: sample.expected(.json)))) as? [String: Any])
    let models = try #require(report["models"] as? [[String: Any]])
    #expect(try emitted("models").map { $0["id"] as? String } == models.map { $0["id"] as? String })
    #expect(references.count == models.reduce(0) { $0 + (($1["references"] as? [Any])?.count ?? 0) })
    #expect(references.allSatisfy { $0["pin"] is String && $0["path"] is String && $0["line"] is Int })
  }

  @Test("tells what a stage left out", arguments: ["files", "references", "models"])
  func emitIncomplete(stage: String) throws {
    let folder = try Folder()
    try folder.write([0xFF, 0xFE, 0, 0, 0x61, 0], to: "a.py")
    let answer = try Tool.run(["scan", "--emit", stage], in: folder.path)
    #expect(answer.status == 3 && answer.error.contains("a.py: It is UTF-16 or UTF-32"), "\(answer.error)")
  }

  @Test("writes the files of a run whose standard output is closed, and ends it with 3")
  func closedOutput() throws {
    let copy = try Sample.swiftApp.copy()
    let script = "'\(Tool.path)' scan --output sarif=x.sarif --output json=x.json >&- 2>&-"
    #expect(try run("sh", ["-c", script], directory: copy.path).status == 3)
    let whole = try Tool.run(["scan", "--format", "sarif", "--exclude", "x.*"], in: copy.path).bytes
    #expect(try copy.contents("x.sarif") == whole)
    #expect(try copy.contents("x.json").last == UInt8(ascii: "\n"))
  }

  @Test(
    "refuses files of which one would be lost",
    arguments: [
      (["--output", "json=a", "--output", "sarif=./a"], "Two reports would be written to ./a"),
      (["--write-baseline", "a", "--output", "sarif=a"], "Two reports would be written to a"),
      (["--baseline", "a", "--baseline", "b"], "--baseline is given 2 times"), (["--output", "json=-"], "go to files"),
      (["--write-baseline", "-"], "go to files"),
    ])
  func lostFiles(options: [String], words: String) throws {
    let folder = try Folder()
    let answer = try Tool.run(["scan"] + options, in: folder.path)
    #expect(answer.status == 2 && answer.error.contains(words), "\(answer.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test(
    "gives no report of a stage, and refuses the options that ask for one",
    arguments: [
      ["--output", "sarif=x"], ["--write-baseline", "x"], ["--format", "sarif"], ["--fail-on", "note"],
      ["--baseline", "x"], ["--since", "HEAD"],
    ])
  func emitWithReport(options: [String]) throws {
    let folder = try Folder()
    let answer = try Tool.run(["scan", "--emit", "models"] + options, in: folder.path)
    #expect(answer.status == 2 && answer.error.contains("leave out \(options[0])"), "\(answer.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test("reports the same paths for a folder, whichever way it is named")
  func paths() throws {
    let copy = try Sample.relicensedFineTune.copy()
    let parts = copy.path.split(separator: "/")
    let name = try #require(parts.last)
    let parent = "/" + parts.dropLast().joined(separator: "/")
    let one = try Tool.run(["scan", "--format", "sarif"], in: copy.path)
    for path in [copy.path, copy.path + "/", "./" + name, String(name)] {
      #expect(try Tool.run(["scan", path, "--format", "sarif"], in: parent).bytes == one.bytes)
    }
  }

  @Test("names a policy as seen from here, where folder and policy are given in full", arguments: ["/", "/Sources/.."])
  func policyPath(suffix: String) throws {
    let copy = try Sample.swiftApp.copy()
    let answer = try Tool.run(["scan", copy.path + suffix], in: copy.path)
    #expect(answer.output.hasPrefix("Policy: acme-notes (proviso.yaml)\n"))
  }

  @Test("finds the policy of the repository above the folder, and names it as seen from here")
  func policyAbove() throws {
    let folder = try Folder()
    try folder.makeDirectory(".git")
    try folder.makeDirectory("a/b")
    try folder.write("version: 1\nname: above\n", to: ".proviso.yaml")
    for (directory, path) in [("", ".proviso.yaml"), ("a", "../.proviso.yaml"), ("a/b", "../../.proviso.yaml")] {
      let answer = try Tool.run(["scan", folder.absolute("a/b")], in: folder.absolute(directory))
      #expect(answer.output.hasPrefix("Policy: above (\(path))\n"))
    }
  }

  @Test(
    "checks a model without a repository",
    arguments: [
      (["facebook/musicgen-small"], 0, "AIL310"),
      (["facebook/musicgen-small", "--fact", "commercial=true"], 1, "AIL301"),
      (["https://huggingface.co/facebook/musicgen-small", "--fact", "commercial=false"], 0, "cc-by-nc-4.0"),
      (["meta-llama/Llama-3.1-8B-Instruct", "--fact", "monthly_active_users=800000000"], 1, "AIL302"),
      (["BAAI/bge-small-en-v1.5", "meta-llama/Llama-3.1-8B"], 0, "AIL202"),
      (["BAAI/bge-small-en-v1.5", "--policy", "proviso:hosted-service"], 0, "No findings"),
    ] as [([String], Int32, String)])
  func check(arguments: [String], code: Int32, words: String) throws {
    let answer = try Tool.run(["check"] + arguments)
    #expect(answer.status == code)
    #expect(answer.output.contains(words))
  }

  @Test(
    "explains rules, licenses and models, lists licenses, and says what it is",
    arguments: [
      (["explain", "AIL102"], "# AIL102 restricted-base-relicensed"),
      (["explain", "restricted-base-relicensed"], "# AIL102 restricted-base-relicensed"),
      (["explain", "llama3.1"], "Llama 3.1 Community License Agreement"),
      (["explain", "BAAI/bge-small-en-v1.5"], "the catalog has"),
      (["explain", "nobody/nothing"], "none known"),
      (["license", "list"], "apache-2.0"),
      (["license", "list", "--category", "non-commercial"], "cc-by-nc-4.0"),
      (["license", "list", "--format", "json"], #""id": "apache-2.0""#),
      (["license", "show", "Apache-2.0"], "Apache License 2.0"),
      (["license", "show", "llama3.1", "--format", "json"], "Built with Llama"),
      (["policy", "validate", "proviso:default"], "proviso:default is valid.\n"),
      (["--help"], "USAGE: proviso"),
      (["scan", "--help"], "--fail-on"),
    ])
  func answers(arguments: [String], words: String) throws {
    let folder = try Folder()
    let answer = try Tool.run(arguments, in: folder.path)
    #expect(answer.status == 0)
    #expect(answer.error == "")
    #expect(answer.output.contains(words))
  }

  @Test("has one version, in --version and in the reports")
  func version() throws {
    let version = try Tool.run(["--version"]).output
    #expect(version.hasSuffix("\n") && version.split(separator: ".").count == 3)
    let report = try String(contentsOfFile: Sample.swiftApp.expected(.json), encoding: .utf8)
    #expect(report.contains("\"version\": \"\(version.dropLast())\""))
  }

  @Test("the policies of the samples are valid", arguments: [Sample.swiftApp, .researchAndProduct])
  func samplePolicies(sample: Sample) throws {
    let answer = try Tool.run(["policy", "validate", "proviso.yaml"], in: sample.folder)
    #expect(answer.status == 0)
    #expect(answer.output == "proviso.yaml is valid.\n")
    #expect(answer.error == "")
  }

  @Test("echoes arguments without letting them steer the terminal")
  func escapes() throws {
    let evil = "a\u{1B}[31m\u{202E}b"
    let commands = [
      ["scan", evil], ["scan", "--policy", evil], ["scan", "--fact", evil + "=1"], ["check", evil], [evil],
      ["explain", evil], ["explain", "x/" + evil], ["license", "show", evil], ["policy", "validate", evil],
      ["scan", "--include", "[" + evil], ["scan", "--output", evil + "=x"], ["scan", "--now", evil],
    ]
    for command in commands {
      let answer = try Tool.run(command)
      #expect(
        !(answer.output + answer.error).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(command)")
    }
  }
}
