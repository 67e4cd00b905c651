import Foundation
import ProvisoFiles

/// A directory of its own for one test, removed with it.
final class TestTree: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "proviso-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  /// A tree with empty files; a path that ends in a slash is a directory.
  convenience init(_ paths: String...) throws {
    try self.init()
    for path in paths {
      if path.hasSuffix("/") { try makeDirectory(path) } else { try write("", to: path) }
    }
  }

  deinit {
    // Not FileManager: some trees are deeper than it can go.
    _ = try? run("rm", "-rf", path)
  }

  func absolute(_ relative: String) -> String {
    relative.isEmpty ? path : path + "/" + relative
  }

  func makeDirectory(_ relative: String) throws {
    try FileManager.default.createDirectory(atPath: absolute(relative), withIntermediateDirectories: true)
  }

  func write(_ text: String, to relative: String) throws {
    let url = URL(filePath: absolute(relative))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func link(_ relative: String, to target: String) throws {
    let url = URL(filePath: absolute(relative))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: absolute(relative), withDestinationPath: target)
  }

  func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: absolute(relative))
  }

  /// Walks the tree, or the directory at `relative` in it.
  func walk(_ relative: String = "", jobs: Int = 2, _ change: (inout WalkOptions) -> Void = { _ in }) async throws
    -> Walk
  {
    var options = WalkOptions()
    options.jobs = jobs
    change(&options)
    return try await Walker.walk(root: absolute(relative), options: options)
  }

  /// Runs a command in the tree and gives what it printed.
  @discardableResult
  func run(_ command: String...) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: path)
    // Nothing of whoever runs the tests.
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path,
      "GIT_CONFIG_NOSYSTEM": "1", "XDG_CONFIG_HOME": path + "/.git/none",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(bytes)
  }

  static let hasGit = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}

extension Walk {
  var paths: [String] { files.map(\.path) }

  var kinds: [String: FileTrouble.Kind] {
    Dictionary(troubles.map { ($0.path, $0.kind) }) { first, _ in first }
  }
}
