import ProvisoFiles
import Testing

@Suite struct LinkTests {
  @Test("a link to a file that the walk keeps anyway is not kept twice")
  func duplicate() async throws {
    let tree = try TestTree("d/a.md")
    try tree.link("a.md", to: "d/a.md")
    try tree.link("d/self", to: "../d/./a.md")
    let walk = try await tree.walk()
    #expect(walk.paths == ["d/a.md"])
    #expect(walk.fileCount == 1)
    #expect(walk.troubles == [])
  }

  @Test("a link whose name makes something else of a kept file is kept, too")
  func apart() async throws {
    let tree = try TestTree("texts/mit.txt")
    try tree.link("LICENSE", to: "texts/mit.txt")
    try tree.link("other.txt", to: "texts/mit.txt")
    let walk = try await tree.walk {
      $0.readsApart = { link, target in link.count == 7 && target.count == 13 }
    }
    #expect(walk.paths == ["LICENSE", "texts/mit.txt"])
    #expect(walk.fileCount == 2)
  }

  @Test("a link of a model hub's cache stands for the blob it leads to")
  func hubCache() async throws {
    let tree = try TestTree()
    try tree.write("{}", to: "models--a--b/blobs/0123abc")
    for revision in ["r1", "r2"] {
      try tree.link("models--a--b/snapshots/\(revision)/config.json", to: "../../blobs/0123abc")
    }
    try tree.link("models--a--b/snapshots/r1/other.bin", to: "../../blobs/0123abc")
    let walk = try await tree.walk {
      $0.wants = { _, name in name[name.count - 1] == UInt8(ascii: "n") && name.count == 11 }
    }
    #expect(walk.paths == ["models--a--b/snapshots/r1/config.json", "models--a--b/snapshots/r2/config.json"])
    #expect(walk.troubles == [])
    for file in walk.files { #expect(try FileReader.read(file, limit: 10) == Array("{}".utf8)) }
  }

  @Test("links to folders are told with where they lead, and not walked through")
  func folders() async throws {
    let tree = try TestTree("a/b/c.md")
    try tree.link("b", to: "a/b")
    try tree.link("a/again", to: "../b")
    try tree.link("top", to: ".")
    let walk = try await tree.walk()
    #expect(walk.paths == ["a/b/c.md"])
    #expect(walk.folderLinks == ["b": "a/b", "a/again": "a/b", "top": ""])
  }

  @Test("a link to an ignored file or into .git is kept")
  func hiddenTarget() async throws {
    let tree = try TestTree("data/blob", ".git/annex/blob")
    try tree.write("data/\n", to: ".gitignore")
    try tree.link("a.gguf", to: "data/blob")
    try tree.link("b.gguf", to: ".git/annex/blob")
    #expect(try await tree.walk().paths == [".gitignore", "a.gguf", "b.gguf"])
  }

  @Test("links out of the root, to nothing and in circles are notes and are not followed")
  func strangeLinks() async throws {
    let outside = try TestTree("secret", "d/secret")
    let tree = try TestTree("top/d/a")
    let links = [
      "etc": "/etc", "passwd": "/etc/passwd", "up": "..", "root": "/", "outside": outside.path,
      "file": outside.absolute("secret"), "dangling": "nothing", "below": "d/a/b", "circle": "circle",
      "null": "/dev/null",
      "one": "two", "two": "one", "d/here": ".", "d/up": "..", "d/across": "../d",
    ]
    for (name, target) in links { try tree.link("top/" + name, to: target) }
    let walk = try await tree.walk("top")
    #expect(walk.paths == ["d/a"])
    #expect(
      walk.kinds == [
        "etc": .linkLeavesRoot, "passwd": .linkLeavesRoot, "up": .linkLeavesRoot, "root": .linkLeavesRoot,
        "outside": .linkLeavesRoot, "file": .linkLeavesRoot, "null": .linkLeavesRoot, "dangling": .danglingLink,
        "below": .danglingLink, "circle": .linkLoop, "one": .linkLoop, "two": .linkLoop,
      ])
    #expect(walk.troubles.allSatisfy { $0.level == .note && !$0.isIncomplete })
  }

  @Test("a link out of the root to a file that is not wanted is silent, to a directory it is not")
  func unwanted() async throws {
    let outside = try TestTree("file")
    let tree = try TestTree()
    try tree.link("file", to: outside.absolute("file"))
    try tree.link("directory", to: outside.path)
    let walk = try await tree.walk { $0.wants = { _, _ in false } }
    #expect(walk.kinds == ["directory": .linkLeavesRoot])
  }

  @Test("a sibling whose name starts like the root is outside")
  func sibling() async throws {
    let tree = try TestTree("root/", "root-other/a")
    try tree.link("root/a", to: "../root-other/a")
    let walk = try await tree.walk("root")
    #expect(walk.paths == [])
    #expect(walk.kinds == ["a": .linkLeavesRoot])
  }

  @Test("a file that becomes a link after the walk is not read")
  func swapped() async throws {
    let tree = try TestTree("a")
    let file = try #require(try await tree.walk().files.first)
    try tree.remove("a")
    try tree.link("a", to: "/etc/passwd")
    #expect(throws: FileTrouble(path: "a", kind: .notRegular(.symbolicLink))) {
      try FileReader.read(file, limit: 1 << 20)
    }
  }
}
