import ProvisoFiles
import Testing

@Suite struct FileSystemTests {
  @Test("knows what is there")
  func exists() throws {
    let tree = try TestTree("d/a")
    try tree.link("dangling", to: "x")
    try tree.link("link", to: "d")
    #expect(FileSystem.exists(tree.absolute("d/a")))
    #expect(FileSystem.type(of: tree.absolute("link")) == .directory)
    for path in ["x", "dangling", "d/a/b", "d\0"] { #expect(!FileSystem.exists(tree.absolute(path))) }
  }

  @Test("resolves a path")
  func realPath() throws {
    let tree = try TestTree("d/a")
    try tree.link("link", to: "d")
    let root = try #require(FileSystem.realPath(tree.path))
    #expect(FileSystem.realPath(tree.absolute("link/../link/./a")) == root + "/d/a")
    #expect(FileSystem.realPath(tree.absolute("x")) == nil)
    #expect(FileSystem.currentDirectory?.hasPrefix("/") == true)
  }

  @Test("finds the root of the repository above a path, or none")
  func gitRoot() throws {
    let tree = try TestTree("repository/.git/HEAD", "repository/d/a", "worktree/.git", "worktree/b", "other/c")
    let root = try #require(FileSystem.realPath(tree.path))
    for path in ["repository", "repository/d", "repository/d/a"] {
      #expect(FileSystem.gitRoot(above: tree.absolute(path)) == root + "/repository")
    }
    #expect(FileSystem.gitRoot(above: tree.absolute("worktree/b")) == root + "/worktree")
    #expect(FileSystem.gitRoot(above: tree.absolute("other/c")) == nil)
    #expect(FileSystem.gitRoot(above: tree.absolute("missing")) == nil)
  }
}
