import Foundation
import ProvisoTestSupport
import Testing

/// A git repository, its cache beside it, and what the tool opens of it.
private final class Repository: Sendable {
  let folder: Folder

  init(_ files: [String: String]) throws {
    folder = try Folder()
    for (path, text) in files { try folder.write(text, to: "tree/\(path)") }
    try git("init", "-q", "-b", "main")
  }

  func git(_ arguments: String...) throws {
    let result = try run("env", ["git", "-C", folder.absolute("tree")] + arguments, directory: folder.path)
    try #require(result.status == 0, "\(String(decoding: result.error, as: UTF8.self))")
  }

  /// Has git take down the tree as it is, later than it was written.
  func settle() throws {
    Thread.sleep(forTimeInterval: 0.05)
    try git("add", "-A")
  }

  func scan(_ options: String..., in directory: String = "tree") throws -> Tool.Answer {
    try Tool.run(
      ["scan", "--cache", folder.absolute("cache"), "--format", "json"] + options, in: folder.absolute(directory))
  }

  /// The paths of the references that a scan with the cache finds.
  func paths(in directory: String = "tree") throws -> [String] {
    let answer = try scan("--emit", "references", in: directory)
    let values = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [[String: Any]])
    return values.compactMap { $0["path"] as? String }.sorted()
  }

  var cache: String { "cache/nothing-found.bin" }

  /// How many keys the cache holds.
  func keyCount() throws -> Int { (try folder.contents(cache).count - 48) / 16 }
}

@Suite("--cache")
struct ScanCacheTests {
  private static let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"
  private static let files = ["a.py": "x = 1\n", "b.py": "y = 2\n", "sub/c.py": "z = 3\n", "m.py": load]

  @Test("keeps one key for each file that nothing was found in, and gives the same report with them as without")
  func same() throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    let first = try repository.scan()
    #expect(try repository.keyCount() == 3)
    let second = try repository.scan()
    #expect(first.bytes == second.bytes && first.error == second.error)
    #expect(try Tool.run(["scan", "--format", "json"], in: repository.folder.absolute("tree")).bytes == second.bytes)
  }

  @Test("reads a file again that has changed, and keeps what it knew of the old one")
  func changed() throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    _ = try repository.scan()
    let keys = try repository.folder.contents(repository.cache)
    try repository.folder.write(Self.load, to: "tree/a.py")
    #expect(try repository.paths() == ["a.py", "m.py"])
    try repository.settle()
    #expect(try repository.paths() == ["a.py", "m.py"])
    #expect(try repository.folder.contents(repository.cache) == keys)
  }

  @Test("sees a change of the same size at the same time of writing")
  func disguised() throws {
    let other = "AutoModel.from_pretrained('Qwen/Qwen3-4B')"
    let repository = try Repository(["a.py": String(repeating: "#", count: other.utf8.count)])
    let path = repository.folder.absolute("tree/a.py")
    _ = try run("touch", ["-d", "2020-01-01T00:00:00Z", path], directory: repository.folder.path)
    try repository.settle()
    _ = try repository.scan()
    #expect(try repository.keyCount() == 1)
    // In place, so that the inode stays, and with the time put back.
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data(other.utf8))
    try file.close()
    _ = try run("touch", ["-d", "2020-01-01T00:00:00Z", path], directory: repository.folder.path)
    #expect(try repository.paths() == ["a.py"])
  }

  @Test(
    "is not believed where git keeps it in the tree, be it by a link: a change to review could bring it along",
    arguments: [".proviso-cache", "sub/link"])
  func tracked(directory: String) throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    let (folder, tree) = (repository.folder, repository.folder.absolute("tree"))
    let scan = ["scan", "--cache", directory, "--format", "json"]
    _ = try Tool.run(["scan", "--cache", ".proviso-cache"], in: tree)
    let kept = try folder.contents("tree/.proviso-cache/nothing-found.bin")
    try FileManager.default.createSymbolicLink(
      atPath: "\(tree)/sub/link", withDestinationPath: "../.proviso-cache")
    try folder.write(".proviso-cache/\n", to: "tree/.gitignore")
    let before = try Tool.run(scan, in: tree)
    #expect(!String(decoding: before.bytes, as: UTF8.self).contains("was not used"))
    try repository.git("add", "-f", ".proviso-cache/nothing-found.bin")
    let answer = try Tool.run(scan, in: tree)
    #expect(answer.status == 0)
    #expect(String(decoding: answer.bytes, as: UTF8.self).contains("The cache was not used: git keeps"))
    // Nor is it written.
    try folder.write("v = 5\n", to: "tree/a.py")
    try repository.settle()
    _ = try Tool.run(scan, in: tree)
    let still = try folder.contents("tree/.proviso-cache/nothing-found.bin")
    #expect(still == kept)
  }

  @Test("is shared by branches and by folders that a scan begins in")
  func shared() throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    _ = try repository.scan()
    try repository.folder.write("w = 4\n", to: "tree/b.py")
    try repository.settle()
    _ = try repository.scan()
    #expect(try repository.keyCount() == 4)
    // From the folder the path is another, and so is the key.
    #expect(try repository.paths(in: "tree/sub") == [])
    #expect(try repository.keyCount() == 5)
  }

  @Test("reads what git does not know, what it was told to take for unchanged, and what is in conflict")
  func untrusted() throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    try repository.folder.write("new = 1\n", to: "tree/untracked.py")
    try repository.git("update-index", "--assume-unchanged", "a.py")
    _ = try repository.scan()
    #expect(try repository.keyCount() == 2)
  }

  @Test("does without where there is no git, and says so", arguments: [false, true])
  func noGit(isBroken: Bool) throws {
    let repository = try Repository(Self.files)
    if isBroken { try repository.folder.write("DIRC nonsense", to: "tree/.git/index") }
    let answer = try repository.scan()
    let report = String(decoding: answer.bytes, as: UTF8.self)
    #expect(report.contains("--cache was not used"))
    #expect(try repository.paths() == ["m.py"])
  }

  @Test("a cache that others may write to is not believed, and made anew for nobody else to write")
  func writableByOthers() throws {
    let repository = try Repository(["a.py": "x = 1\n"])
    try repository.settle()
    _ = try repository.scan()
    _ = try run("chmod", ["666", repository.folder.absolute(repository.cache)])
    let told = try repository.scan().output
    #expect(told.contains("The cache was not used: Others may write to it"))
    #expect(try !repository.scan().output.contains("The cache was not used"))
  }

  @Test("makes a cache anew that is none of its own or was cut off, and says so")
  func broken() throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    _ = try repository.scan()
    let whole = try repository.folder.contents(repository.cache)
    var flipped = whole
    flipped[20] ^= 1
    for bytes in [[], Array(whole.dropLast()), Array("something else that is long enough to be one".utf8), flipped] {
      try Data(bytes).write(to: URL(filePath: repository.folder.absolute(repository.cache)))
      #expect(String(decoding: try repository.scan().bytes, as: UTF8.self).contains("it is made anew"))
      #expect(try repository.folder.contents(repository.cache) == whole)
    }
  }

  @Test("reports all the same where the cache cannot be written")
  func unwritable() throws {
    let repository = try Repository(Self.files)
    try repository.settle()
    try repository.folder.write("", to: "cache")
    let answer = try repository.scan()
    #expect(String(decoding: answer.bytes, as: UTF8.self).contains("The cache was not"))
    #expect(try repository.paths() == ["m.py"])
  }
}
