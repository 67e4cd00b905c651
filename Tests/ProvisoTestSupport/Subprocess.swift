import Foundation

/// Why a process could not be run at all.
package struct SubprocessError: Error, CustomStringConvertible {
  package var description: String
}

/// Runs a program to its end.
///
/// Input and output go through temporary files and not through pipes, so that no amount of either can block.
/// - Parameters:
///   - executable: A path, or a name that is looked up in `PATH`.
///   - arguments: Without the program's own name.
///   - directory: The working directory, by default that of the tests.
///   - environment: The whole environment of the program, by default that of the tests.
/// - Returns: The exit code (128 and the signal's number where a signal ended the program) and all that was written.
/// - Throws: ``SubprocessError`` where the program cannot be started; with a `directory` a missing program is status 127.
package func run(
  _ executable: String, _ arguments: [String], input: [UInt8] = [], directory: String? = nil,
  environment: [String: String]? = nil
) throws -> (status: Int32, output: [UInt8], error: [UInt8]) {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("proviso-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["input", "output", "error"].map { folder.appendingPathComponent($0).path }
  try Data(input).write(to: URL(fileURLWithPath: files[0]))

  let variables = (environment ?? ProcessInfo.processInfo.environment).sorted { $0.key < $1.key }
  let process = try spawn(
    words(executable, arguments, directory: directory), environment: variables.map { "\($0.key)=\($0.value)" },
    files: files)
  let status = try wait(for: process)
  let output = try Data(contentsOf: URL(fileURLWithPath: files[1]))
  let error = try Data(contentsOf: URL(fileURLWithPath: files[2]))
  return (status, Array(output), Array(error))
}

/// Whether there is a directory at the path, or a link to one.
package func isDirectory(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: path + "/.")
}

/// The command line. A shell goes to the directory first, since Glibc's module does not show `posix_spawn`'s own way.
private func words(_ executable: String, _ arguments: [String], directory: String?) throws -> [String] {
  guard let directory else { return [executable] + arguments }
  guard isDirectory(directory) else { throw SubprocessError(description: "no directory \(directory)") }
  return ["/bin/sh", "-c", #"cd -- "$0" && exec "$@""#, directory, executable] + arguments
}

private func spawn(_ words: [String], environment: [String], files: [String]) throws -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = unsafe posix_spawn_file_actions_t()
  #endif
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
  unsafe posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
  unsafe posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)

  var argumentPointers = unsafe words.map { unsafe strdup($0) } + [nil]
  var environmentPointers = unsafe environment.map { unsafe strdup($0) } + [nil]
  defer {
    unsafe (argumentPointers + environmentPointers).forEach { unsafe free($0) }
  }
  var process: pid_t = 0
  let code = unsafe posix_spawnp(&process, words[0], &actions, nil, &argumentPointers, &environmentPointers)
  guard code == 0 else {
    throw SubprocessError(description: "cannot run \(words[0]): \(unsafe String(cString: strerror(code)))")
  }
  return process
}

private func wait(for process: pid_t) throws -> Int32 {
  var status: Int32 = 0
  while unsafe waitpid(process, &status, 0) == -1 {
    guard errno == EINTR else { throw SubprocessError(description: "cannot wait for process \(process)") }
  }
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}
