import Foundation
import ProvisoFiles
import Testing

@Suite("Contents that git has names for", .enabled(if: TestTree.hasGit))
struct GitBlobsTests {
  private func tree() throws -> TestTree {
    let tree = try TestTree()
    try tree.run("git", "init", "-q")
    for name in ["a", "b", "sub/c"] { try tree.write("content of \(name)\n", to: name) }
    return tree
  }

  /// Later than the files were written: what is written in the same tick as the index may change unseen.
  private func add(_ tree: TestTree) throws {
    Thread.sleep(forTimeInterval: 0.05)
    try tree.run("git", "add", "-A")
  }

  /// The hexadecimal names by path, without the size behind them.
  private func names(_ tree: TestTree, in directory: String = "") async throws -> [String: String] {
    let files = try await tree.walk(directory).files
    guard let blobs = GitBlobs(of: files, root: tree.absolute(directory)) else { return [:] }
    var names: [String: String] = [:]
    for (index, file) in files.enumerated() {
      names[file.path] = blobs.name(of: file, at: index)?.dropLast(8).map { String(format: "%02x", $0) }.joined()
    }
    return names
  }

  private func hash(_ path: String, _ tree: TestTree) throws -> String {
    String(decoding: try tree.run("git", "hash-object", path), as: UTF8.self).filter { !$0.isNewline }
  }

  @Test("are git's own, whichever folder the walk begins in", arguments: ["2", "3", "4"])
  func own(version: String) async throws {
    let tree = try tree()
    try tree.run("git", "config", "index.version", version)
    try add(tree)
    let names = try await names(tree)
    #expect(names.count == 3)
    for path in ["a", "b", "sub/c"] { #expect(names[path] == (try hash(path, tree))) }
    #expect(try await self.names(tree, in: "sub") == ["c": hash("sub/c", tree)])
  }

  @Test("are those of a repository whose names are longer")
  func long() async throws {
    let tree = try TestTree()
    try tree.run("git", "init", "-q", "--object-format=sha256")
    try tree.write("x", to: "a")
    try add(tree)
    #expect(try await names(tree) == ["a": hash("a", tree)])
  }

  @Test("are not told of what has changed, is new, or is written as late as the index")
  func changed() async throws {
    let tree = try tree()
    try add(tree)
    try tree.write("content of A\n", to: "a")
    try tree.write("new", to: "new")
    #expect(Set(try await names(tree).keys) == ["b", "sub/c"])
    // A time of writing in the future: git would look at the content each time.
    try tree.run("touch", "-d", "2099-01-01", "b")
    try tree.run("git", "add", "-A")
    #expect(try await names(tree)["b"] == nil)
  }

  @Test("are not told of links, and of files in conflict")
  func others() async throws {
    let tree = try tree()
    try tree.link("link", to: "a")
    try add(tree)
    #expect(try await names(tree)["link"] == nil)
    let blob = try hash("a", tree)
    let entries = (1...3).map { "100644 \(blob) \($0)\tb" }.joined(separator: "\n")
    try tree.write(entries + "\n", to: "entries")
    try tree.run("sh", "-c", "git update-index --index-info < entries")
    #expect(try await names(tree)["b"] == nil)
  }

  @Test("are none outside of a repository, and under an index that is none")
  func none() async throws {
    #expect(GitBlobs(of: [], root: "/nowhere/at/all") == nil)
    let tree = try tree()
    try add(tree)
    try tree.write("DIRC", to: ".git/index")
    #expect(try await names(tree) == [:])
  }
}
