import Foundation
import ProvisoTestSupport
import Testing

@Suite("A system that gives little")
struct SurroundingsTests {
  private static let load = "AutoModel.from_pretrained('Qwen/Qwen3-4B')\n"
  private static let scan = ["scan", "--format", "json", "--fail-on", "never"]

  /// As somebody who may not read everything: the superuser may.
  private func unprivileged(_ arguments: [String], in folder: Folder) throws -> Tool.Answer {
    let isRoot = try run("id", ["-u"]).output == Array("0\n".utf8)
    let words = isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"]
    let result = try run(words[0], words.dropFirst() + [Tool.path] + arguments, directory: folder.path)
    return Tool.Answer(
      status: result.status, bytes: result.output, error: String(decoding: result.error, as: UTF8.self))
  }

  @Test(
    "a pipe under a name that would be read leaves the scan incomplete, any other is a note",
    arguments: [("a.py", 3), ("model.gguf", 3), ("agent", 0), ("agent.sock", 0)] as [(String, Int32)])
  func pipe(name: String, status: Int32) throws {
    let folder = try Folder()
    #expect(try run("mkfifo", [folder.absolute(name)]).status == 0)
    let answer = try Tool.run(Self.scan, in: folder.path)
    #expect(answer.status == status)
    #expect(try Notifications(answer).notifications.compactMap(\.path) == [name])
  }

  @Test("permission denied at any level is told by its path, and the rest is read", .enabled(if: canDropPrivileges))
  func noPermission() throws {
    let folder = try Folder()
    for path in ["a.py", "file.py", "no-list/x.py", "no-entry/x.py", "deep/er/no-list/x.py", "weights/m.gguf"] {
      try folder.write(Self.load, to: path)
    }
    let modes = [
      ("755", "."), ("0", "file.py"), ("311", "no-list"), ("644", "no-entry"), ("0", "deep/er/no-list"),
      ("0", "weights/m.gguf"),
    ]
    for (mode, path) in modes { #expect(try run("chmod", [mode, folder.absolute(path)]).status == 0) }
    if try run("id", ["-u"]).output == Array("0\n".utf8) { _ = try run("chown", ["-R", "65534", folder.path]) }
    // The owner has no more rights than the mode gives: take them from the owner too.
    for path in ["no-list", "deep/er/no-list", "file.py", "weights/m.gguf"] {
      _ = try run("chmod", ["u-r", folder.absolute(path)])
    }
    _ = try run("chmod", ["u-x", folder.absolute("no-entry")])
    let answer = try unprivileged(Self.scan, in: folder)
    _ = try run("chmod", ["-R", "u+rwx", folder.path])
    let report = try Notifications(answer)
    #expect(answer.status == 3)
    #expect(report.places.contains("a.py"))
    for path in ["file.py", "no-list", "no-entry/x.py", "deep/er/no-list", "weights/m.gguf"] {
      #expect(report.messages(for: path).contains { $0.contains("permission") }, "\(path) was not told")
    }
  }

  @Test("a root that may not be read is exit code 2 with a word why", .enabled(if: canDropPrivileges))
  func noRoot() throws {
    let folder = try Folder()
    try folder.makeDirectory("closed")
    _ = try run("chmod", ["755", folder.path])
    _ = try run("chmod", ["0", folder.absolute("closed")])
    let answer = try unprivileged(["scan", "closed"], in: folder)
    #expect(answer.status == 2 || answer.status == 3)
    #expect((answer.error + answer.output).contains("permission"))
  }

  @Test("64 open files are enough for three hundred folders and 64 jobs, with the same report")
  func fewFiles() throws {
    let folder = try Folder()
    for number in 0..<300 { try folder.write(Self.load, to: "d\(number % 100)/e\(number / 100)/a\(number).py") }
    let expected = try Tool.run(Self.scan, in: folder.path)
    for jobs in ["2", "64"] {
      let answer = try run(
        "sh", ["-c", #"ulimit -n 64; cd "$0"; exec "$@""#, folder.path, Tool.path] + Self.scan + ["--jobs", jobs])
      #expect(answer.status == 0)
      #expect(answer.output == expected.bytes)
    }
  }

  @Test("a terminated scan ends at once")
  func terminated() throws {
    let folder = try Folder()
    for number in 0..<20 { try folder.write(Self.load, to: "a\(number).py") }
    let script = #"cd "$0"; "$@" > /dev/null & process=$!; kill -TERM $process; wait $process; echo $?"#
    let answer = try run("bash", ["-c", script, folder.path, Tool.path] + Self.scan)
    #expect(String(decoding: answer.output, as: UTF8.self).hasSuffix("143\n"))
  }

  @Test("paths of more than 4,096 bytes, and names that differ in case alone, are read each")
  func names() throws {
    let folder = try Folder()
    let long = Array(repeating: String(repeating: "n", count: 200), count: 25).joined(separator: "/")
    // Deeper than one call can name: go down step by step.
    let script = #"cd "$0"; for i in $(seq 25); do mkdir "$1"; cd "$1"; done; cat > a.py"#
    let made = try run(
      "bash", ["-c", script, folder.path, String(repeating: "n", count: 200)], input: Array(Self.load.utf8))
    #expect(made.status == 0)
    for name in ["Load.py", "load.py", "LOAD.PY"] { try folder.write(Self.load, to: name) }
    let answer = try Tool.run(Self.scan, in: folder.path)
    #expect(answer.status == 0)
    #expect(try Notifications(answer).places == [long + "/a.py", "Load.py", "load.py", "LOAD.PY"])
  }

  @Test("a device and a sparse file larger than any limit end neither the scan nor the machine")
  func huge() throws {
    let folder = try Folder()
    try folder.write(Self.load, to: "a.py")
    _ = try run("mknod", [folder.absolute("zero.py"), "c", "1", "5"])
    for name in ["sparse.py", "sparse.safetensors", "sparse.onnx", "sparse.json"] {
      #expect(try run("truncate", ["-s", "3T", folder.absolute(name)]).status == 0)
    }
    let answer = try Tool.run(Self.scan, in: folder.path)
    let report = try Notifications(answer)
    #expect(answer.status == 3)
    #expect(report.places.contains("a.py"))
    for name in ["sparse.py", "sparse.safetensors", "sparse.onnx", "sparse.json"] {
      #expect(!report.messages(for: name).isEmpty, "\(name) was not told")
    }
  }
}

/// Whether the tool can be run by somebody who is not the superuser.
private let canDropPrivileges: Bool = {
  guard (try? run("id", ["-u"]))?.output == Array("0\n".utf8) else { return true }
  let words = ["--reuid=65534", "--regid=65534", "--clear-groups", Tool.path, "--version"]
  return (try? run("setpriv", words))?.status == 0
}()
