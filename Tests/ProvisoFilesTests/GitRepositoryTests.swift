import ProvisoTestSupport
import Testing

@testable import ProvisoFiles

@Suite("A git repository by its files")
struct GitRepositoryTests {
  @Test(
    "gives its address as one for browsers, without credentials",
    arguments: [
      ("https://github.com/acme/app.git", "https://github.com/acme/app.git"),
      ("https://user:token@github.com/acme/app", "https://github.com/acme/app"),
      ("https://example.org/acme/app.git?private_token=x#y", "https://example.org/acme/app.git"),
      ("https://ada:pass/word@example.org/acme/app", nil),
      ("git@github.com:acme/app.git", "https://github.com/acme/app.git"),
      ("ssh://git@example.org:2222/acme/app", "https://example.org/acme/app"),
      ("http://example.org:8080/app", "http://example.org:8080/app"),
      ("/srv/git/app.git", nil), ("../app", nil), ("file:///srv/app", nil), ("app", nil), ("", nil),
      ("https://", nil), ("https://host/a b", nil), ("https://host/a\u{1B}", nil),
    ] as [(String, String?)])
  func webAddress(remote: String, expected: String?) {
    #expect(GitRepository.webAddress(remote) == expected)
  }

  @Test("knows its commit, its address and its paths, in the repository, below it and in a worktree")
  func facts() throws {
    let tree = try TestTree()
    let script = """
      set -e
      export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
      git init -q repo && cd repo && mkdir -p a/b
      git remote add origin git@example.org:acme/app.git
      git commit -q --allow-empty -m one
      git worktree add -q ../other >/dev/null 2>&1
      git rev-parse HEAD
      """
    let result = try run("sh", ["-c", script], directory: tree.path)
    let commit = String(decoding: result.output, as: UTF8.self).filter { !$0.isNewline }
    for path in ["repo", "repo/a/b", "other"] {
      let repository = try #require(GitRepository(around: tree.path + "/" + path))
      #expect(repository.revision == commit)
      #expect(repository.address == "https://example.org/acme/app.git")
    }
    let repository = try #require(GitRepository(around: tree.path + "/repo"))
    #expect(repository.relative(repository.root + "/a/b") == "a/b")
    #expect(repository.relative(repository.root) == "")
    #expect(repository.relative(repository.root + "2") == nil)
    _ = try run("git", ["pack-refs", "--all"], directory: tree.path + "/repo")
    #expect(repository.revision == commit)
  }
}
