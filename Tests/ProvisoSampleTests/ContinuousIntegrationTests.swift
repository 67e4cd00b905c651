import Foundation
import ProvisoTestSupport
import Testing

/// The scripts of CI/, run as the CI systems run them.
@Suite("The steps for CI systems")
struct ContinuousIntegrationTests {
  /// Runs the action's script; gives what it printed and the outputs it set.
  private func action(
    _ inputs: [String: String], in folder: Folder
  ) throws -> (printed: String, outputs: [String: String], summary: String) {
    let runner = try Folder()
    try runner.write("", to: "output")
    try runner.write("", to: "summary")
    var environment = ProcessInfo.processInfo.environment
    let tools = Tool.path.split(separator: "/").dropLast().joined(separator: "/")
    environment["PATH"] = "/\(tools):\(environment["PATH"] ?? "")"
    environment["INPUT_VERSION"] = "installed"
    environment["GITHUB_OUTPUT"] = runner.absolute("output")
    environment["GITHUB_STEP_SUMMARY"] = runner.absolute("summary")
    environment["RUNNER_TEMP"] = runner.path
    environment["INPUT_SARIF_FILE"] = runner.absolute("proviso.sarif")
    environment["GITHUB_EVENT_NAME"] = "pull_request"
    // GitHub's own merge is what is checked out.
    let head = try run("git", ["rev-parse", "--quiet", "--verify", "HEAD"], directory: folder.path).output
    environment["GITHUB_SHA"] = String(decoding: head, as: UTF8.self).filter { !$0.isNewline }
    environment.merge(inputs) { $1 }
    let script = packageRoot + "/CI/github/scan.sh"
    let result = try run("bash", [script], directory: folder.path, environment: environment)
    #expect(result.status == 0, "\(String(decoding: result.error, as: UTF8.self))")
    let lines = String(decoding: try runner.contents("output"), as: UTF8.self).split(separator: "\n")
    let pairs = lines.compactMap { line in
      line.firstIndex(of: "=").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
    }
    return (
      String(decoding: result.output, as: UTF8.self), Dictionary(pairs) { $1 },
      String(decoding: try runner.contents("summary"), as: UTF8.self)
    )
  }

  @Test("annotate, summarize, and hand on files, counts and the exit code")
  func github() throws {
    let folder = try Folder.pullRequest()
    let answer = try action(["INPUT_FAIL_ON": "warning"], in: folder)
    #expect(answer.outputs["exit-code"] == "1")
    #expect(answer.outputs["findings"] == "2")
    #expect(answer.outputs["errors"] == "0")
    #expect(answer.outputs["sarif-file"]?.hasSuffix("proviso.sarif") == true)
    #expect(answer.printed.contains("::warning file=app/new.py,line=1"))
    #expect(answer.summary.hasPrefix("## Proviso: 2 warnings"))
  }

  @Test("count in a pull request what it adds only")
  func githubPullRequest() throws {
    let folder = try Folder.pullRequest()
    let inputs = [
      "INPUT_SINCE": "auto", "GITHUB_BASE_REF": "main", "INPUT_FAIL_ON": "warning", "INPUT_SUMMARY": "false",
    ]
    let answer = try action(inputs, in: folder)
    #expect(answer.outputs["findings"] == "1")
    #expect(answer.outputs["exit-code"] == "1")
    #expect(answer.printed.contains("app/new.py") && !answer.printed.contains("app/old.py"))
    #expect(answer.summary == "")
    // Without the base nobody knows what policy is to hold.
    let shallow = try Folder()
    _ = try run("git", ["clone", "-q", "--depth", "1", "file://" + folder.path, shallow.absolute("clone")])
    _ = try run("sh", ["-c", "mv clone/* clone/.git ."], directory: shallow.path)
    let unheld = try action(inputs, in: shallow)
    #expect(unheld.outputs["exit-code"] == "2" && unheld.outputs["findings"] == nil)
    #expect(unheld.printed.contains("::error title=Proviso::The base of the pull request is not checked out"))
    // Who asks for no other policy than the change's has everything count, and that is told.
    let all = try action(inputs.merging(["INPUT_BASE_POLICY": "none"]) { $1 }, in: shallow)
    #expect(all.outputs["findings"] == "2")
    #expect(all.printed.contains("::notice title=Proviso::The base of the pull request is not checked out"))
  }

  @Test("take a merge for the base's only where it is GitHub's own")
  func githubHeadCheckout() throws {
    let folder = try Folder.pullRequest()
    // The change's last commit merges the base: its first parent is the change.
    let head =
      "git checkout -q change && git merge -q --no-ff -m 'merge main' main^ && git update-ref refs/remotes/origin/main main^"
    try #require(try run("sh", ["-c", Folder.identity + head], directory: folder.path).status == 0)
    let inputs = [
      "INPUT_SINCE": "auto", "GITHUB_BASE_REF": "main", "INPUT_FAIL_ON": "warning",
      "GITHUB_SHA": String(repeating: "0", count: 40),
    ]
    let answer = try action(inputs, in: folder)
    #expect(answer.outputs["findings"] == "1", "what parted from the branch counts")
    #expect(answer.outputs["exit-code"] == "1")
    // Without the branch there is no base.
    _ = try run("git", ["update-ref", "-d", "refs/remotes/origin/main"], directory: folder.path)
    let unheld = try action(inputs, in: folder)
    #expect(unheld.outputs["exit-code"] == "2")
    #expect(unheld.printed.contains("::notice title=Proviso::The base of the pull request is not checked out"))
    #expect(unheld.printed.contains("::error title=Proviso::The base of the pull request is not checked out"))
  }

  @Test("hold a change to the base's policy whatever counts as new")
  func githubBasePolicyByDefault() throws {
    let folder = try Folder.pullRequest()
    try folder.write("version: 1\nrules: {AIL501: {severity: off}}\n", to: "proviso.yaml")
    let inputs = ["GITHUB_BASE_REF": "main", "INPUT_FAIL_ON": "warning"]
    #expect(try action(inputs, in: folder).outputs["exit-code"] == "1")
    #expect(try action(["INPUT_FAIL_ON": "warning"], in: folder).outputs["exit-code"] == "0", "no pull request")
  }

  @Test("hold a change that parted before the branch had a policy to that policy")
  func githubPolicyOfNow() throws {
    let folder = try Folder.pullRequest()
    let script = """
      git checkout -q change && printf 'version: 1\nrules: {AIL501: {severity: off}}\n' > proviso.yaml
      git add -A && git commit -q -m loosen && git checkout -q main && git reset -q --hard HEAD^1
      printf 'version: 1\nrules: {AIL501: {severity: error}}\n' > proviso.yaml && git add -A && git commit -q -m policy
      git update-ref refs/remotes/origin/main main && git checkout -q --detach change
      """
    try #require(try run("sh", ["-c", Folder.identity + script], directory: folder.path).status == 0)
    let inputs = ["INPUT_SINCE": "auto", "GITHUB_BASE_REF": "main", "GITHUB_SHA": String(repeating: "0", count: 40)]
    #expect(try action(inputs, in: folder).outputs["exit-code"] == "1")
  }

  @Test("let a pull request silence nothing with a policy of its own")
  func githubBasePolicy() throws {
    let folder = try Folder.pullRequest()
    let silencing = "version: 1\nrules: {AIL501: {severity: off}}\n"
    try folder.write(silencing, to: ".github/proviso.yaml")
    let inputs = ["INPUT_SINCE": "auto", "GITHUB_BASE_REF": "main", "INPUT_FAIL_ON": "warning"]
    // The base has no policy: its pack holds.
    let first = try action(inputs, in: folder)
    #expect(first.outputs["exit-code"] == "1")
    #expect(first.outputs["findings"] == "2", "what is silenced is told, also where it is old")
    let bare = try action(inputs.merging(["INPUT_BASE_POLICY": "none"]) { $1 }, in: folder)
    #expect(bare.outputs["exit-code"] == "0")
    // The base has the same policy: nothing is proposed.
    let amend =
      "git checkout -q main && git add -A && git commit -q -m policy && git checkout -q -b more && git commit -q --allow-empty -m more && git checkout -q main && git commit -q --allow-empty -m x && git merge -q --no-ff -m merge more"
    try #require(try run("sh", ["-c", Folder.identity + amend], directory: folder.path).status == 0)
    #expect(try action(inputs, in: folder).outputs["exit-code"] == "0")
    #expect(
      try run("git", ["worktree", "list"], directory: folder.path).output.count { $0 == UInt8(ascii: "\n") } == 1)
  }

  @Test("tell a mistake as an annotation and as an exit code")
  func githubMistakes() throws {
    let folder = try Folder()
    #expect(try action(["INPUT_POLICY": "nowhere.yaml"], in: folder).outputs["exit-code"] == "2")
    let missing = try action(
      ["INPUT_VERSION": "9.9.9", "PROVISO_RELEASES": "file:///nowhere"], in: folder)
    #expect(missing.outputs["exit-code"] == "2")
    #expect(missing.printed.hasPrefix("::error title=Proviso::proviso could not be installed"))
    #expect(try action(["INPUT_VERSION": "1.0; touch x"], in: folder).outputs["exit-code"] == "2")
    #expect(!FileManager.default.fileExists(atPath: folder.absolute("x")))
  }

  @Test("tell the mistakes of a policy on its lines, and let a change mend that of the base")
  func githubBrokenPolicy() throws {
    let folder = try Folder.pullRequest()
    let breaking =
      "git checkout -q main && git reset -q --hard HEAD^1 && printf 'version: 1\nfoo: 1\n' > proviso.yaml && git add -A && git commit -q -m broken && git checkout -q change && git rebase -q main && git checkout -q main && git merge -q --no-ff -m merge change"
    try #require(try run("sh", ["-c", Folder.identity + breaking], directory: folder.path).status == 0)
    let inputs = ["INPUT_SINCE": "auto", "GITHUB_BASE_REF": "main", "INPUT_FAIL_ON": "error"]
    let broken = try action(inputs, in: folder)
    #expect(broken.outputs["exit-code"] == "2")
    #expect(broken.printed.contains("::error file=proviso.yaml,line=2,"), "\(broken.printed)")
    #expect(broken.summary.contains("foo"))
    try folder.write("version: 1\n", to: "proviso.yaml")
    let mended = try action(inputs, in: folder)
    #expect(mended.outputs["exit-code"] == "0")
    #expect(mended.printed.contains("::warning title=Proviso::The policy of the base is not valid"))
  }

  @Test("take no run without a report for a success, whatever the path is called")
  func githubPaths() throws {
    let folder = try Folder.pullRequest()
    for path in ["--help", "--version", "-x"] {
      let answer = try action(["INPUT_PATH": path], in: folder)
      #expect(answer.outputs["exit-code"] == "2")
      #expect(answer.printed.contains("::error title=Proviso::There is no report (exit code 2)"))
      #expect(answer.summary.hasPrefix("## Proviso: no report"))
    }
    try folder.write("AutoModel.from_pretrained('Qwen/Qwen3-4B')\n", to: "--help/x.py")
    #expect(try action(["INPUT_PATH": "--help"], in: folder).outputs["findings"] == "1")
  }

  @Test("install a release only where it is what its checksum says", .enabled(if: hasCurl, "needs curl and sha256sum"))
  func install() throws {
    let releases = try Folder()
    let script = """
      set -e
      mkdir v1.2.3 && cd v1.2.3 && printf '#!/bin/sh\\necho 1.2.3\\n' > proviso && chmod +x proviso
      name="proviso-1.2.3-$(uname -m)-unknown-linux.tar.gz"
      tar -czf "$name" proviso && rm proviso && sha256sum "$name" > SHA256SUMS
      """
    #expect(try run("sh", ["-c", script], directory: releases.path).status == 0)
    func install(_ arguments: [String]) throws -> Int32 {
      var environment = ProcessInfo.processInfo.environment
      environment["PROVISO_RELEASES"] = "file://" + releases.path
      return try run("sh", [packageRoot + "/CI/install.sh"] + arguments, environment: environment).status
    }
    #expect(try install(["1.2.3", releases.absolute("bin")]) == 0)
    #expect(try run(releases.absolute("bin/proviso"), []).output == Array("1.2.3\n".utf8))
    #expect(try install(["1.2.3", releases.absolute("other"), String(repeating: "0", count: 64)]) == 1)
    #expect(!FileManager.default.fileExists(atPath: releases.absolute("other/proviso")))
    #expect(try install(["1.2.4", releases.absolute("other")]) != 0)
    #expect(try install(["../../x", releases.absolute("other")]) == 2)
  }
}

private let hasCurl = (try? run("sh", ["-c", "command -v curl && command -v sha256sum"]))?.status == 0
