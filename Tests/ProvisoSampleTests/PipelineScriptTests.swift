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

  /// `CI/install.sh` of the repository that a snippet stands in, with the tool of these tests.
  private func addInstaller(to folder: Folder) throws {
    try folder.write("mkdir -p \"$2\" && ln -sf '\(Tool.path)' \"$2/proviso\"\n", to: "CI/install.sh")
  }

  @Test("Jenkins: a change is held for what it adds, a branch for all")
  func jenkins() throws {
    let script = try snippet("CI/jenkins/Jenkinsfile", from: "sh '''", to: "'''")
    let folder = try Folder.pullRequest()
    try addInstaller(to: folder)
    try folder.write("version: 1\nrules: {AIL501: {severity: error}}\n", to: "proviso.yaml")
    let change = try run(script, in: folder, ["PROVISO_VERSION": "0.1.0", "CHANGE_TARGET": "main"])
    #expect(change.status == 1, "\(change.error)")
    #expect(change.output.contains("at app/new.py") && !change.output.contains("at app/old.py"))
    let branch = try run(script, in: folder, ["PROVISO_VERSION": "0.1.0"])
    #expect(branch.status == 1 && branch.output.contains("at app/old.py"))
    for file in ["proviso.sarif", "proviso-junit.xml", "proviso.html"] { #expect(try !folder.contents(file).isEmpty) }
  }

  @Test("Azure: a pull request is held for what it adds, a branch for all")
  func azure() throws {
    let script = try snippet("CI/azure/azure-pipelines.yml", from: "- bash: |", to: "    displayName:")
    let folder = try Folder.pullRequest()
    try addInstaller(to: folder)
    try folder.write("version: 1\nrules: {AIL501: {severity: error}}\n", to: "proviso.yaml")
    let staging = try Folder()
    var variables = [
      "PROVISO_VERSION": "0.1.0", "AGENT_TEMPDIRECTORY": staging.path,
      "BUILD_ARTIFACTSTAGINGDIRECTORY": staging.absolute("out"),
    ]
    let branch = try run(script, in: folder, variables)
    #expect(branch.status == 1 && branch.output.contains("at app/old.py"), "\(branch.error)")
    variables["SYSTEM_PULLREQUEST_TARGETBRANCH"] = "refs/heads/main"
    let change = try run(script, in: folder, variables)
    #expect(change.status == 1 && change.output.contains("at app/new.py") && !change.output.contains("at app/old.py"))
    for file in ["proviso.sarif", "proviso-junit.xml"] { #expect(try !staging.contents("out/\(file)").isEmpty) }
  }

  @Test(
    "GitLab: the component installs what its checksum says, and writes the reports that the job names",
    .enabled(if: hasFetch, "needs curl and sha256sum"))
  func gitlab() throws {
    let template = try snippet(
      "CI/gitlab/templates/proviso/template.yml", from: "script:\n    - |\n", to: "  artifacts:")
    let folder = try Folder.pullRequest()
    let releases = try Folder()
    let release = """
      set -e; mkdir v0.1.0 && cd v0.1.0 && printf '#!/bin/sh\nexec "%s" "$@"\n' "$1" > proviso && chmod +x proviso
      name="proviso-0.1.0-$(uname -m)-unknown-linux.tar.gz"
      tar -czf "$name" proviso && sha256sum "$name" > SHA256SUMS
      """
    #expect(try ProvisoTestSupport.run("sh", ["-c", release, "sh", Tool.path], directory: releases.path).status == 0)
    let script = template.replacing("/tmp/", with: releases.path + "/")
    var variables = [
      "PROVISO_PATH": ".", "PROVISO_POLICY": "", "PROVISO_FAIL_ON": "warning", "PROVISO_VERSION": "0.1.0",
      "PROVISO_SHA256": "", "PROVISO_RELEASES": "file://" + releases.path,
    ]
    let answer = try run(script, in: folder, variables)
    #expect(answer.status == 1, "\(answer.error)")
    let quality = try JSONSerialization.jsonObject(with: Data(try folder.contents("gl-code-quality-report.json")))
    #expect((quality as? [Any])?.count == 2)
    for file in ["proviso-junit.xml", "proviso.html"] { #expect(try !folder.contents(file).isEmpty) }
    variables["PROVISO_SHA256"] = String(repeating: "0", count: 64)
    let report = folder.absolute("gl-code-quality-report.json")
    try FileManager.default.removeItem(atPath: report)
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
    let folder = try Folder.pullRequest()
    try folder.write("version: 1\nrules: {AIL501: {severity: error}}\n", to: "proviso.yaml")
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
