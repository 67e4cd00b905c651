import Foundation
import ProvisoTestSupport

/// A folder of its own for one test, outside of every repository and removed with it.
final class Folder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "proviso-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  /// A copy of a folder's contents.
  convenience init(copyOf folder: String) throws {
    try self.init()
    _ = try run("cp", ["-R", folder + "/.", path])
  }

  deinit {
    // Not FileManager: some trees are deeper than it can go.
    _ = try? run("rm", ["-rf", path])
  }

  func absolute(_ relative: String) -> String { path + "/" + relative }

  func makeDirectory(_ relative: String) throws {
    _ = try run("mkdir", ["-p", "--", absolute(relative)])
  }

  func write(_ bytes: some Sequence<UInt8>, to relative: String) throws {
    let file = absolute(relative)
    try makeDirectory(relative.split(separator: "/").dropLast().joined(separator: "/"))
    try Data(bytes).write(to: URL(filePath: file))
  }

  func write(_ text: String, to relative: String) throws {
    try write(Array(text.utf8), to: relative)
  }

  func link(_ relative: String, to target: String) throws {
    try makeDirectory(relative.split(separator: "/").dropLast().joined(separator: "/"))
    try FileManager.default.createSymbolicLink(atPath: absolute(relative), withDestinationPath: target)
  }

  func contents(_ relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: absolute(relative))))
  }
}
