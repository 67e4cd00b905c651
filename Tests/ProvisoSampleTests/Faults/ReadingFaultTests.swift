import ProvisoTestSupport
import Testing

@Suite("While a folder is scanned", .enabled(if: Faults.library != nil, "needs a C compiler and LD_PRELOAD"))
struct ReadingFaultTests {
  private static let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"

  /// Three files that name a model, the second of which is in for trouble.
  private func folder() throws -> Folder {
    let folder = try Folder()
    for name in ["a.py", "b.py", "d/c.py"] { try folder.write(Self.load, to: name) }
    return folder
  }

  private static let scan = ["scan", "--format", "json", "--fail-on", "never"]

  @Test(
    "a file that cannot be read any more is told, the exit code is 3, and the others are read",
    arguments: [
      ("vanishes", "not there"), ("becomes-pipe", "a named pipe"), ("becomes-folder", "a directory"),
      ("becomes-link", "a symbolic link"), ("open-eio", "the device reported an error"),
      ("read-eio", "the device reported an error"), ("open-eacces", "lack of permission"),
      ("open-emfile", "too many files are open"),
    ])
  func unreadable(fault: String, words: String) throws {
    let folder = try folder()
    let answer = try Faults.run(fault, to: "b.py", Self.scan, in: folder)
    let report = try Notifications(answer)
    let told = report.messages(for: "b.py")
    #expect(told.count == 1 && told[0].contains(words), "\(told)")
    #expect(answer.status == 3)
    #expect(report.places == ["a.py", "d/c.py"])
  }

  @Test("a folder that cannot be listed is told, the exit code is 3, and the rest is read")
  func unlistable() throws {
    let answer = try Faults.run("list-eio", to: "/d", Self.scan, in: try folder())
    let report = try Notifications(answer)
    #expect(report.messages(for: "d") == ["It could not be read: the device reported an error."])
    #expect(answer.status == 3)
    #expect(report.places == ["a.py", "b.py"])
  }

  @Test(
    "a file that shrinks is read as far as it goes, one that grows to its new end", arguments: ["shrinks", "grows"])
  func changes(fault: String) throws {
    let folder = try folder()
    try folder.write(Self.load + String(repeating: "#\n", count: 100), to: "b.py")
    let answer = try Faults.run(fault, to: "b.py", Self.scan, in: folder)
    let report = try Notifications(answer)
    #expect(answer.status == 0)
    #expect(report.places == ["a.py", "b.py", "d/c.py"])
    #expect(report.models.contains { $0.id == "Qwen/Qwen3-8B" } == (fault == "grows"))
  }

  @Test(
    "weights that break off or cannot be read are told",
    arguments: ["shrinks", "read-eio", "read-eio-later", "vanishes"])
  func weights(fault: String) throws {
    let folder = try folder()
    let header = #"{"__metadata__": {"license": "mit", "filler": "\#(String(repeating: "x", count: 200_000))"}}"#
    let length = BinaryBytes.littleEndian(UInt64(header.utf8.count))
    try folder.write(length + Array(header.utf8), to: "m.safetensors")
    let answer = try Faults.run(fault, to: "m.safetensors", Self.scan, in: folder)
    #expect(try !Notifications(answer).messages(for: "m.safetensors").isEmpty)
    #expect(answer.status == 3)
  }

  @Test("signals and a disk that gives a byte at a time change nothing", arguments: ["interrupted", "trickles"])
  func slowly(fault: String) throws {
    let folder = try folder()
    let expected = try Tool.run(Self.scan, in: folder.path)
    let answer = try Faults.run(fault, Self.scan, in: folder)
    #expect(answer.bytes == expected.bytes)
    #expect(answer.status == 0)
  }

  @Test("a clock that runs backwards changes nothing but the day")
  func backwards() throws {
    let folder = try folder()
    let words = Self.scan + ["--now", "2026-11-22"]
    #expect(try Faults.run("backwards", words, in: folder).bytes == Tool.run(words, in: folder.path).bytes)
    #expect(try Faults.run("backwards", ["scan", "--format", "spdx"], in: folder).status == 0)
  }

  @Test(
    "a policy or a baseline that cannot be read ends the run with exit code 2", arguments: ["proviso.yaml", "old.json"])
  func unreadablePolicy(name: String) throws {
    let folder = try folder()
    try folder.write("version: 1\nextends: proviso:default\n", to: "proviso.yaml")
    try folder.write("{}", to: "old.json")
    let answer = try Faults.run("read-eio", to: name, Self.scan + ["--baseline", "old.json"], in: folder)
    #expect(answer.status == 2)
    #expect(answer.error.contains(name))
  }
}
