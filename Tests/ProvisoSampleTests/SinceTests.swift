import Foundation
import ProvisoTestSupport
import Testing

/// A git repository with the history of a pull request.
private final class Repository: Sendable {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try git("init", "-q", "-b", "main")
  }

  func git(_ arguments: String...) throws {
    let names = ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"].map { "\($0)=Ada" }
    let mails = ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"].map { "\($0)=ada@example.org" }
    let result = try run("env", names + mails + ["git"] + arguments, directory: folder.path)
    try #require(result.status == 0, "\(String(decoding: result.error, as: UTF8.self))")
  }

  func commit(_ message: String) throws {
    try git("add", "-A")
    try git("commit", "-q", "-m", message)
  }

  /// `rule path` of each finding that is reported.
  func findings(_ options: [String], in directory: String = "") throws -> [String] {
    let answer = try Tool.run(["scan", "--format", "json"] + options, in: folder.absolute(directory))
    #expect(answer.error == "")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    return findings.map { "\($0["rule"] as? String ?? "") \($0["path"] as? String ?? "")" }
  }
}

@Suite("--since")
struct SinceTests {
  private static let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"
  private static let other = "AutoModel.from_pretrained('Qwen/Qwen3-8B')\n"

  private func repository() throws -> Repository {
    let repository = try Repository()
    try repository.folder.write(Self.load, to: "app/old.py")
    try repository.commit("one")
    return repository
  }

  @Test("reports what is committed, staged or not even tracked since, and not what was there")
  func added() throws {
    let repository = try repository()
    #expect(try repository.findings([]) == ["AIL501 app/old.py"])
    #expect(try repository.findings(["--since", "HEAD"]) == [])
    try repository.git("checkout", "-q", "-b", "change")
    try repository.folder.write(Self.other, to: "app/committed.py")
    try repository.commit("two")
    try repository.folder.write(Self.other, to: "app/staged.py")
    try repository.git("add", "-A")
    try repository.folder.write(Self.other, to: "app/untracked.py")
    try repository.folder.write("# moved\n\n" + Self.load, to: "app/old.py")
    let expected = ["AIL501 app/committed.py", "AIL501 app/staged.py", "AIL501 app/untracked.py"]
    #expect(try repository.findings(["--since", "main"]) == expected)
    #expect(try repository.findings(["--since", "main"], in: "app").count == 3)
    #expect(try repository.findings(["--since", "HEAD"]) == Array(expected.dropFirst()))
  }

  @Test("counts a path to weights of the tree as new where it is, and as old where it was there")
  func weights() throws {
    let repository = try Repository()
    let policy = """
      version: 1
      organization: {commercial: true}
      contexts: [{id: lab, paths: lab/**, facts: {commercial: false}}]
      """
    try repository.folder.write(policy, to: "proviso.yaml")
    try repository.folder.write("---\nlicense: cc-by-nc-4.0\n---\n", to: "lab/m/README.md")
    try repository.folder.write("\u{2}\0\0\0\0\0\0\0{}", to: "lab/m/model.safetensors")
    try repository.folder.write("model_path: lab/m\n", to: "a/settings.yaml")
    try repository.commit("one")
    #expect(try repository.findings(["--since", "HEAD"]) == [])
    try repository.folder.write("model_path: ../lab/m\nmore: 1\n", to: "a/settings.yaml")
    #expect(try repository.findings(["--since", "HEAD"]) == [])
    try repository.git("rm", "-q", "-f", "a/settings.yaml")
    try repository.commit("two")
    try repository.folder.write("MODEL_DIR=./lab/m\n", to: "b/.env")
    #expect(try repository.findings(["--since", "HEAD"]) == ["AIL301 b/.env"])
  }

  @Test("fails the run for what is new only, and says what it leaves out")
  func exitCode() throws {
    let repository = try repository()
    let old = try Tool.run(["scan", "--since", "HEAD", "--fail-on", "warning"], in: repository.folder.path)
    #expect(old.status == 0)
    #expect(old.output.contains("1 finding that was there"))
    try repository.folder.write(Self.other, to: "new.py")
    #expect(
      try Tool.run(["scan", "--since", "HEAD", "--fail-on", "warning"], in: repository.folder.path).status == 1)
  }

  @Test("tells what a change of the policy adds, and knows what the policy of then found")
  func policy() throws {
    let repository = try repository()
    try repository.folder.write("version: 1\nrules: {AIL501: {severity: off}}\n", to: "proviso.yaml")
    try repository.commit("silent")
    try repository.folder.write("version: 1\n", to: "proviso.yaml")
    #expect(try repository.findings(["--since", "HEAD"]) == ["AIL501 app/old.py"])
    #expect(try repository.findings(["--since", "HEAD~1"]) == [])
    #expect(try repository.findings(["--since", "HEAD"], in: "app") == ["AIL501 old.py"])
    // A policy that was there and is gone was another one, too; one that was not valid is told.
    _ = try run("rm", ["proviso.yaml"], directory: repository.folder.path)
    #expect(try repository.findings(["--since", "HEAD"]) == ["AIL501 app/old.py"])
    try repository.folder.write("version: 1\nno: key\n", to: "proviso.yaml")
    try repository.commit("broken")
    try repository.folder.write("version: 1\n", to: "proviso.yaml")
    let answer = try Tool.run(["scan", "--since", "HEAD"], in: repository.folder.path)
    #expect(answer.output.contains("There is no valid policy of that name at HEAD"))
  }

  @Test("knows the files of a submodule at the commit that the revision has of it")
  func submodules() throws {
    let library = try repository()
    let repository = try repository()
    let source = library.folder.path
    try repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source, "lib")
    try repository.commit("with a submodule")
    #expect(try repository.findings([]) == ["AIL501 app/old.py", "AIL501 lib/app/old.py"])
    #expect(try repository.findings(["--since", "HEAD"]) == [])
    #expect(try repository.findings(["--since", "HEAD"], in: "lib") == [])
    #expect(try repository.findings(["--since", "HEAD~1"]) == ["AIL501 lib/app/old.py"])
    try repository.folder.write(Self.other, to: "lib/new.py")
    #expect(try repository.findings(["--since", "HEAD"]) == ["AIL501 lib/new.py"])
  }

  @Test("lets a file that is moved keep its findings, and a second model in a file is new")
  func moved() throws {
    let repository = try repository()
    try repository.git("mv", "app/old.py", "app/renamed.py")
    #expect(try repository.findings(["--since", "HEAD"]) == [])
    try repository.commit("two")
    #expect(try repository.findings(["--since", "HEAD~1"]) == [])
    try repository.folder.write(Self.load + Self.other, to: "app/renamed.py")
    #expect(try repository.findings(["--since", "HEAD~1"]) == ["AIL501 app/renamed.py"])
  }

  @Test("says what a partial clone lacks, and fetches nothing")
  func partialClone() throws {
    let repository = try repository()
    try repository.git("config", "uploadpack.allowFilter", "true")
    try repository.folder.write(Self.other, to: "app/old.py")
    try repository.commit("two")
    let clone = try Folder()
    let source = "file://" + repository.folder.path
    let script = "git clone -q --filter=blob:none '\(source)' c"
    try #require(try run("sh", ["-c", script], directory: clone.path).status == 0)
    let answer = try Tool.run(["scan", "--since", "HEAD~1"], in: clone.absolute("c"))
    #expect(answer.status == 2 && answer.error.contains("git fetch --refetch --no-filter"), "\(answer.error)")
    let fetch = try run("git", ["fetch", "-q", "--refetch", "--no-filter"], directory: clone.absolute("c"))
    try #require(fetch.status == 0)
    #expect(try Tool.run(["scan", "--since", "HEAD~1"], in: clone.absolute("c")).status == 0)
  }

  @Test("takes everything for new before the first commit, for HEAD alone")
  func firstCommit() throws {
    let repository = try Repository()
    try repository.folder.write(Self.load, to: "app/old.py")
    #expect(try repository.findings(["--since", "HEAD"]) == ["AIL501 app/old.py"])
    let path = repository.folder.path
    #expect(try Tool.run(["scan", "--since", "HEAD"], in: path).output.contains("no commit yet (--since HEAD)"))
    #expect(try Tool.run(["scan", "--since", "main"], in: path).status == 2)
  }

  @Test("holds a branch against where it parted from the other, not against what happened there since")
  func forkPoint() throws {
    let repository = try repository()
    try repository.git("checkout", "-q", "-b", "change")
    try repository.git("checkout", "-q", "main")
    try repository.git("rm", "-q", "app/old.py")
    try repository.commit("cleaned up on main")
    try repository.git("checkout", "-q", "change")
    #expect(try repository.findings(["--since", "main"]) == [])
  }

  @Test("sees a file that is gone or was none then, and a license that changed elsewhere")
  func elsewhere() throws {
    let repository = try Repository()
    try repository.folder.write("---\nlicense: apache-2.0\n---\n", to: "model/README.md")
    try repository.folder.write("{\"model_type\": \"llama\"}", to: "model/config.json")
    try repository.commit("one")
    try repository.folder.write("---\nlicense: other\n---\n", to: "model/README.md")
    #expect(try repository.findings(["--since", "HEAD"]).contains("AIL003 model/README.md"))
    _ = try run("rm", [repository.folder.absolute("model/config.json")])
    #expect(try repository.findings(["--since", "HEAD"]).contains("AIL003 model/README.md"))
  }

  @Test("runs nothing of the repository's, be it hooks, filters or viewers")
  func runsNothing() throws {
    let repository = try repository()
    let mark = repository.folder.absolute("ran")
    let script = repository.folder.absolute("evil.sh")
    try repository.folder.write("#!/bin/sh\ntouch '\(mark)'\ncat\n", to: "evil.sh")
    _ = try run("chmod", ["+x", script])
    for key in [
      "filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv", "diff.external", "core.fsmonitor", "core.pager",
      "diff.evil.command", "core.sshCommand",
    ] {
      try repository.git("config", key, script)
    }
    try repository.folder.write("*.py filter=evil diff=evil\n", to: ".gitattributes")
    try repository.folder.write(Self.other, to: "app/old.py")
    #expect(try repository.findings(["--since", "HEAD"]) == ["AIL501 app/old.py"])
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test(
    "says what is wrong with a revision, and ends the run with 2",
    arguments: [
      ("nowhere", "git knows no commit \"nowhere\""), ("--output=x", "is no revision"), ("", "Missing value"),
      ("HEAD\u{1B}[31m", "is no revision"), ("HEAD:app", "git knows no commit"), ("HEAD~99", "git knows no commit"),
    ])
  func mistakes(revision: String, words: String) throws {
    let repository = try repository()
    let answer = try Tool.run(["scan", "--since=\(revision)"], in: repository.folder.path)
    #expect(answer.status == 2)
    #expect(answer.output == "")
    #expect(answer.error.contains(words), "\(answer.error)")
  }

  @Test("says that there is no git, or no repository")
  func missing() throws {
    let repository = try repository()
    let path = repository.folder.path
    for searchPath in ["/nowhere", "", ".", "bin:./bin"] {
      let answer = try Tool.run(["scan", "--since", "HEAD"], in: path, environment: ["PATH": searchPath])
      #expect(answer.status == 2)
      #expect(answer.error.contains("git was not found"))
    }
    let folder = try Folder()
    let answer = try Tool.run(["scan", "--since", "HEAD"], in: folder.path)
    #expect(answer.status == 2)
    #expect(answer.error.contains("no git repository"))
  }
}
