import Foundation
import ProvisoTestSupport
import Testing

@Suite("While a report is written")
struct WritingFaultTests {
  private static let old = Array("the old report".utf8)
  private static let scan = ["scan", "--fail-on", "never", "--output", "json=report.json"]

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write("AutoModel.from_pretrained('Qwen/Qwen3-4B')\n", to: "a.py")
    try folder.write(Self.old, to: "report.json")
    return folder
  }

  /// Whether the old report is whole and nothing but what a kill left behind stands beside it.
  private func isWhole(_ folder: Folder, leftovers: Int = 0) throws -> Bool {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let others = names.filter { $0 != "a.py" && $0 != "report.json" }
    return try folder.contents("report.json") == Self.old && others.count == leftovers
  }

  @Test(
    "a disk that is full or broken leaves the old report whole, and the exit code is 3",
    .enabled(if: Faults.library != nil, "needs a C compiler and LD_PRELOAD"),
    arguments: [
      ("write-enospc", ".tmp", "the disk is full"), ("sync-eio", ".tmp", "the device reported an error"),
      ("rename-eio", "report.json", "the device reported an error"), ("read-only", "", "the file system is read-only"),
    ])
  func broken(fault: String, name: String, words: String) throws {
    let folder = try folder()
    let answer = try Faults.run(fault, to: name, Self.scan, in: folder)
    #expect(answer.status == 3)
    #expect(answer.error.contains("report.json") && answer.error.contains(words), "\(answer.error)")
    #expect(try isWhole(folder))
  }

  @Test("a file size limit leaves the old report whole, and the exit code is 3")
  func sizeLimit() throws {
    let folder = try folder()
    // In blocks of 512 or 1,024 bytes; standard output is no file that counts.
    let script = #"set -o pipefail; cd "$0"; (ulimit -f 1; exec "$@") | cat"#
    let answer = try run("bash", ["-c", script, folder.path, Tool.path] + Self.scan)
    #expect(answer.status == 3)
    #expect(String(decoding: answer.error, as: UTF8.self).contains("report.json"))
    #expect(try isWhole(folder))
  }

  @Test(
    "a kill leaves the old report whole, and at most a file named .proviso-*.tmp beside it",
    .enabled(if: Faults.library != nil, "needs a C compiler and LD_PRELOAD"))
  func killed() throws {
    let folder = try folder()
    let answer = try Faults.run("killed", to: ".tmp", Self.scan, in: folder)
    #expect(answer.status == 128 + 15)
    #expect(try isWhole(folder, leftovers: 1))
  }

  @Test("a reader of standard output that goes keeps no file from being written")
  func readerGoes() throws {
    let folder = try folder()
    // `true` reads nothing; the report waits until it has gone.
    let script = #"cd "$0"; { sleep 0.3; "$@" --verbose; echo $? > status; } | true; sleep 0.1"#
    _ = try run("bash", ["-c", script, folder.path, Tool.path] + Self.scan)
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: folder.absolute("status")) { usleep(100_000) }
    #expect(try folder.contents("status") == Array("0\n".utf8))
    #expect(try folder.contents("report.json").starts(with: "{".utf8))
  }

  @Test("a pipe that nobody reads is not waited for, and one that somebody reads gets the report")
  func pipes() throws {
    let folder = try folder()
    let script =
      #"cd "$0"; mkfifo lonely read; cat read > got & "$@" --output sarif=lonely --output json=read; code=$?; wait; exit $code"#
    let answer = try run("bash", ["-c", script, folder.path, "timeout", "20", Tool.path] + Self.scan)
    #expect(answer.status == 3)
    #expect(
      String(decoding: answer.error, as: UTF8.self).contains("lonely: It could not be written: nobody reads from it"))
    #expect(try folder.contents("got") == folder.contents("report.json"))
  }
}
