import Foundation
import ProvisoTestSupport
import Testing

/// The shell in the snippets for CI systems, cut out of their files and run against the merge of a pull request.
@Suite("The shell of GitLab, Jenkins, Azure and pre-commit")
struct PipelineScriptTests {
  private func snippet(_ path: String, from start: String, to end: String) throws -> String {
    let text = try String(contentsOfFile: "\(packageRoot)/\(path)", encoding: .utf8)
    let begin = try #require(text.range(of: start)).upperBound
    return String(text[begin..<(try #require(text.range(of: end, range: begin..<text.endIndex)).lowerBound)])
  }

  private func run(_ script: String, in folder: Folder, _ variables: [String: String]) throws -> Tool.Answer {
    var environment = ProcessInfo.processInfo.environment
    let tools = Tool.path.split(separator: "/").dropLast().joined(separator: "/")
    environment["PATH"] = "/\(tools):\(environment["PATH"] ?? "")"
    environment.merge(variables) { $1 }
    let result = try ProvisoTestSupport.run("sh", ["-c", script], directory: folder.path, environment: environment)
    return Tool.Answer(
      status: result.status, bytes: result.output, error: String(decoding: result.error, as: UTF8.self))
  }

  /// A folder of releases, with the tool of these tests as the one.
  private func releases() throws -> Folder {
    let releases = try Folder()
    let release = """
      set -e; mkdir v0.1.0 && cd v0.1.0 && printf '#!/bin/sh\nexec "%s" "$@"\n' "$1" > proviso && chmod +x proviso
      name="proviso-0.1.0-$(uname -m)-unknown-linux.tar.gz"
      tar -czf "$name" proviso && sha256sum "$name" > SHA256SUMS
      """
    try #require(
      try ProvisoTestSupport.run("sh", ["-c", release, "sh", Tool.path], directory: releases.path).status == 0)
    return releases
  }

  /// ``Folder/pullRequest()`` whose change also sets the policy to one that tells nothing of what it adds.
  private func loosening() throws -> Folder {
    let folder = try Folder.pullRequest()
    let script = """
      git checkout -q change && printf 'version: 1\nrules: {AIL501: {severity: off}}\n' > proviso.yaml
      git add -A && git commit -q -m loosen && git checkout -q main && git reset -q --hard HEAD^1
      printf 'version: 1\nrules: {AIL501: {severity: error}}\n' > proviso.yaml && git add -A && git commit -q -m policy
      git checkout -q change && git rebase -q -X theirs main && git checkout -q main
      git merge -q --no-ff -m merge change && git update-ref refs/remotes/origin/main HEAD^1
      """
    let result = try ProvisoTestSupport.run("sh", ["-c", Folder.identity + script], directory: folder.path)
    try #require(result.status == 0, "\(String(decoding: result.error, as: UTF8.self))")
    #expect(String(decoding: try folder.contents("proviso.yaml"), as: UTF8.self).contains("off"))
    return folder
  }

  /// A change that parted from the branch before that had a policy, and brings a loose one along; its head is checked out.
  private func parted() throws -> Folder {
    let folder = try Folder.pullRequest()
    let script = """
      git checkout -q change && printf 'version: 1\nrules: {AIL501: {severity: off}}\n' > proviso.yaml
      git add -A && git commit -q -m loosen && git checkout -q main && git reset -q --hard HEAD^1
      printf 'version: 1\nrules: {AIL501: {severity: error}}\n' > proviso.yaml && git add -A && git commit -q -m policy
      git update-ref refs/remotes/origin/main main && git checkout -q --detach change
      """
    let result = try ProvisoTestSupport.run("sh", ["-c", Folder.identity + script], directory: folder.path)
    try #require(result.status == 0, "\(String(decoding: result.error, as: UTF8.self))")
    return folder
  }

  /// Releases whose tool ends with success and has done nothing.
  private func idleReleases() throws -> Folder {
    let releases = try Folder()
    let release = """
      set -e; mkdir v0.1.0 && cd v0.1.0 && printf '#!/bin/sh\nexit 0\n' > proviso && chmod +x proviso
      name="proviso-0.1.0-$(uname -m)-unknown-linux.tar.gz"
      tar -czf "$name" proviso && sha256sum "$name" > SHA256SUMS
      """
    try #require(try ProvisoTestSupport.run("sh", ["-c", release], directory: releases.path).status == 0)
    return releases
  }

  @Test(
    "Jenkins: a change is held for what it adds, a branch for all", .enabled(if: hasFetch, "needs curl and sha256sum"))
  func jenkins() throws {
    let script = try snippet("CI/jenkins/Jenkinsfile", from: "sh '''", to: "'''")
    let folder = try Folder.pullRequest(policy: "version: 1\nrules: {AIL501: {severity: error}}\n")
    let releases = try releases()
    let own = ["PROVISO_VERSION": "0.1.0", "PROVISO_RELEASES": "file://" + releases.path]
    let change = try run(script, in: folder, own.merging(["CHANGE_TARGET": "main"]) { $1 })
    #expect(change.status == 1, "\(change.error)")
    #expect(change.output.contains("at app/new.py") && !change.output.contains("at app/old.py"))
    let branch = try run(script, in: folder, own)
    #expect(branch.status == 1 && branch.output.contains("at app/old.py"))
    let reports = ["proviso.sarif", "proviso-junit.xml", "proviso.html"]
    for file in reports { #expect(try !folder.contents(file).isEmpty) }
    // What could not run leaves no report of an earlier run, and what is not the release does not run.
    let lost = try run(script, in: folder, own.merging(["CHANGE_TARGET": "nowhere"]) { $1 })
    #expect(lost.status == 2 && lost.error.contains("origin/nowhere"))
    for file in reports { #expect(!FileManager.default.fileExists(atPath: folder.absolute(file))) }
    #expect(try run(script, in: folder, own.merging(["PROVISO_SHA256": "0"]) { $1 }).status != 0)
    let loosened = try run(script, in: loosening(), own.merging(["CHANGE_TARGET": "main"]) { $1 })
    #expect(loosened.status == 1, "\(loosened.error)")
    #expect(try run(script, in: parted(), own.merging(["CHANGE_TARGET": "main"]) { $1 }).status == 1)
    let idle = try idleReleases()
    let lied = try run(script, in: folder, own.merging(["PROVISO_RELEASES": "file://" + idle.path]) { $1 })
    #expect(lied.status == 3 && lied.error.contains("There is no report"), "\(lied.error)")
  }

  @Test(
    "Azure: a pull request is held for what it adds, a branch for all",
    .enabled(if: hasFetch, "needs curl and sha256sum"))
  func azure() throws {
    let script = try snippet("CI/azure/azure-pipelines.yml", from: "- bash: |", to: "    displayName:")
    let folder = try Folder.pullRequest(policy: "version: 1\nrules: {AIL501: {severity: error}}\n")
    let releases = try releases()
    let staging = try Folder()
    var variables = [
      "PROVISO_VERSION": "0.1.0", "PROVISO_RELEASES": "file://" + releases.path, "AGENT_TEMPDIRECTORY": staging.path,
      "BUILD_ARTIFACTSTAGINGDIRECTORY": staging.absolute("out"),
    ]
    let branch = try run(script, in: folder, variables)
    #expect(branch.status == 1 && branch.output.contains("at app/old.py"), "\(branch.error)")
    variables["SYSTEM_PULLREQUEST_TARGETBRANCH"] = "refs/heads/main"
    let change = try run(script, in: folder, variables)
    #expect(change.status == 1 && change.output.contains("at app/new.py") && !change.output.contains("at app/old.py"))
    #expect(try run(script, in: loosening(), variables).status == 1)
    #expect(try run(script, in: parted(), variables).status == 1)
    for file in ["proviso.sarif", "proviso-junit.xml"] { #expect(try !staging.contents("out/\(file)").isEmpty) }
    let idle = try idleReleases()
    variables["PROVISO_RELEASES"] = "file://" + idle.path
    #expect(try run(script, in: folder, variables).status == 3)
  }

  @Test(
    "GitLab: the component installs what its checksum says, and writes the reports that the job names",
    .enabled(if: hasFetch, "needs curl and sha256sum"))
  func gitlab() throws {
    let template = try snippet(
      "templates/proviso/template.yml", from: "script:\n    - |\n", to: "  artifacts:")
    // What a job of merge requests needs to be in their pipelines.
    #expect(
      try snippet("templates/proviso/template.yml", from: "rules:\n", to: "variables:").contains("merge_request_event"))
    let folder = try Folder.pullRequest()
    let releases = try releases()
    let script = template.replacing("/tmp/", with: releases.path + "/")
    var variables = [
      "PROVISO_PATH": ".", "PROVISO_POLICY": "", "PROVISO_FAIL_ON": "warning", "PROVISO_VERSION": "0.1.0",
      "PROVISO_SHA256": "", "PROVISO_RELEASES": "file://" + releases.path, "PROVISO_BASELINE": "", "PROVISO_SINCE": "",
      "PROVISO_BASE_POLICY": "auto",
    ]
    let answer = try run(script, in: folder, variables)
    #expect(answer.status == 1, "\(answer.error)")
    let quality = try JSONSerialization.jsonObject(with: Data(try folder.contents("gl-code-quality-report.json")))
    #expect((quality as? [Any])?.count == 2)
    // A merge request is held for what it adds, to the policy of its base.
    let base = try ProvisoTestSupport.run("git", ["rev-parse", "HEAD^1"], directory: folder.path).output
    variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = String(decoding: base, as: UTF8.self).filter { !$0.isNewline }
    let request = try run(script, in: folder, variables.merging(["PROVISO_SINCE": "auto"]) { $1 })
    #expect(request.status == 1, "\(request.error)")
    #expect(request.output.contains("at app/new.py") && !request.output.contains("at app/old.py"))
    try folder.write("version: 1\nrules: {AIL501: {severity: off}}\n", to: "proviso.yaml")
    #expect(try run(script, in: folder, variables).status == 1, "the base has no such policy")
    #expect(try run(script, in: folder, variables.merging(["PROVISO_BASE_POLICY": "none"]) { $1 }).status == 0)
    let accepted = variables.merging(["PROVISO_BASELINE": releases.absolute("baseline.json")]) { $1 }
    try releases.write(
      Tool.run(["scan", "--format", "json", "--policy", "proviso:default"], in: folder.path).bytes, to: "baseline.json")
    #expect(try run(script, in: folder, accepted).status == 0)
    for file in ["proviso-junit.xml", "proviso.html"] { #expect(try !folder.contents(file).isEmpty) }
    let idle = try idleReleases()
    let lying = template.replacing("/tmp/", with: idle.path + "/")
    let ofIdle = variables.merging(["PROVISO_RELEASES": "file://" + idle.path]) { $1 }
    #expect(try run(lying, in: folder, ofIdle).status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.absolute("gl-code-quality-report.json")), "nor an old one")
    let lost = try run(
      script, in: folder,
      variables.merging(["CI_MERGE_REQUEST_DIFF_BASE_SHA": String(repeating: "0", count: 40)]) { $1 })
    #expect(lost.status == 2 && lost.error.contains("GIT_DEPTH"), "\(lost.error)")
    let parted = try parted()
    let tip = try ProvisoTestSupport.run("git", ["rev-parse", "main"], directory: parted.path).output
    let target = ["CI_MERGE_REQUEST_TARGET_BRANCH_SHA": String(decoding: tip, as: UTF8.self).filter { !$0.isNewline }]
    variables["PROVISO_FAIL_ON"] = "error"
    #expect(try run(script, in: parted, variables.merging(target) { $1 }).status == 1)
    // In other pipelines the branch is fetched, whatever it is called.
    let rename = "git branch -m main '$(touch${IFS}x);main' && git remote add origin \"$PWD\" && git rev-parse change^"
    let renamed = try ProvisoTestSupport.run("sh", ["-c", Folder.identity + rename], directory: parted.path)
    try #require(renamed.status == 0, "\(String(decoding: renamed.error, as: UTF8.self))")
    let old = String(decoding: renamed.output, as: UTF8.self).filter { !$0.isNewline }
    variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = old
    variables["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "$(touch${IFS}x);main"
    let fetched = try run(script, in: parted, variables)
    #expect(fetched.status == 1, "\(fetched.error)")
    #expect(!FileManager.default.fileExists(atPath: parted.absolute("x")))
    variables["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "nowhere"
    #expect(try run(script, in: parted, variables).error.contains("The target branch is not at hand"))
    variables["PROVISO_SHA256"] = String(repeating: "0", count: 64)
    let report = folder.absolute("gl-code-quality-report.json")
    #expect(try run(script, in: folder, variables).status != 0)
    #expect(!FileManager.default.fileExists(atPath: report), "nothing runs that is not what its checksum says")
  }

  @Test("pre-commit: both hooks hold back what the commit adds, and nothing else")
  func preCommit() throws {
    let text = try String(contentsOfFile: "\(packageRoot)/.pre-commit-hooks.yaml", encoding: .utf8)
    let entries = text.split(separator: "\n").compactMap { line in
      line.hasPrefix("  entry: ") ? String(line.dropFirst("  entry: ".count)) : nil
    }
    #expect(entries.count == 2)
    let folder = try Folder.pullRequest(policy: "version: 1\nrules: {AIL501: {severity: error}}\n")
    for entry in entries {
      try folder.write("print(1)\n", to: "app/third.py")
      #expect(try run(entry, in: folder, [:]).status == 0)
      try folder.write("AutoModel.from_pretrained('google/gemma-2-9b')\n", to: "app/third.py")
      let answer = try run("git add -A; \(entry)", in: folder, [:])
      #expect(answer.status == 1)
      #expect(answer.output.contains("app/third.py:1:") && !answer.output.contains("app/old.py:"))
    }
  }
}

private let hasFetch =
  (try? ProvisoTestSupport.run("sh", ["-c", "command -v curl && command -v sha256sum"]))?.status == 0
