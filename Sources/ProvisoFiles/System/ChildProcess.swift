#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a program to its end: no shell, an environment of its own, and both of its outputs read while it writes.
enum ChildProcess {
  struct Answer {
    /// The exit code; 128 and the signal's number where a signal ended it.
    var status: Int32
    var output: [UInt8]
    var complaint: [UInt8]
    /// Whether it wrote more than was wanted and was stopped.
    var isCutOff: Bool
  }

  private static let longestComplaint = 1 << 16

  /// - Parameters:
  ///   - program: An absolute path.
  ///   - environment: The whole environment, as `NAME=value`.
  ///   - limit: How many bytes of output are taken before the program is stopped.
  static func run(
    _ program: String, _ arguments: [String], environment: [String], input: [UInt8] = [], limit: Int
  ) throws(SystemError) -> Answer {
    let input = (pipe: try Pipe(), bytes: input)
    let output = try Pipe()
    let complaint = try Pipe()
    let process = try spawn(
      program, arguments, environment: environment, streams: [input.pipe.end, output.start, complaint.start])
    // Only the child holds its ends now: it sees the end of its input, and we that of its output.
    input.pipe.closeEnd()
    output.closeStart()
    complaint.closeStart()
    // A child that does not read its input is no reason to die.
    _ = signal(SIGPIPE, SIG_IGN)
    var answer = Answer(status: 0, output: [], complaint: [], isCutOff: false)
    pump(input.bytes, to: input.pipe, output, complaint, limit: limit, &answer)
    if answer.isCutOff { _ = kill(process, SIGKILL) }
    answer.status = wait(for: process)
    return answer
  }

  /// Feeds and reads until the child has closed both of its outputs.
  private static func pump(
    _ input: [UInt8], to inputPipe: Pipe, _ output: Pipe, _ complaint: Pipe, limit: Int, _ answer: inout Answer
  ) {
    var written = 0
    if input.isEmpty { inputPipe.closeStart() } else { inputPipe.makeNonblocking() }
    var isOpen = [true, true]
    while isOpen.contains(true) {
      var polls = [
        pollfd(fd: isOpen[0] ? output.end : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen[1] ? complaint.end : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: written < input.count ? inputPipe.start : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = unsafe poll(&polls, nfds_t(polls.count), -1)
      if ready < 0, errno != EINTR { return }
      guard ready > 0 else { continue }
      if polls[0].revents != 0 { isOpen[0] = read(output, into: &answer.output) }
      if polls[1].revents != 0 { isOpen[1] = read(complaint, into: &answer.complaint) }
      if answer.complaint.count > longestComplaint {
        answer.complaint.removeLast(answer.complaint.count - longestComplaint)
      }
      if polls[2].revents != 0 {
        let count = inputPipe.write(input[written...])
        written = count < 0 ? input.count : written + count
        if written == input.count { inputPipe.closeStart() }
      }
      if answer.output.count > limit {
        answer.isCutOff = true
        return
      }
    }
  }

  /// Appends what is there; false at the end.
  private static func read(_ pipe: Pipe, into bytes: inout [UInt8]) -> Bool {
    let chunk = pipe.read()
    guard let chunk else { return true }
    bytes += chunk
    return !chunk.isEmpty
  }

  private static func spawn(
    _ program: String, _ arguments: [String], environment: [String], streams: [Int32]
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    var argumentPointers = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var environmentPointers = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (argumentPointers + environmentPointers).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, program, &actions, nil, &argumentPointers, &environmentPointers)
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1 {
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// A pipe whose ends close with it, or before. Neither end is inherited: `dup2` gives the child its own.
private final class Pipe {
  /// Where bytes go in.
  private(set) var start: Int32
  /// Where they come out.
  private(set) var end: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw SystemError(code: errno) }
    (end, start) = (ends[0], ends[1])
    for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeStart()
    closeEnd()
  }

  func closeStart() {
    if start >= 0 { _ = close(start) }
    start = -1
  }

  func closeEnd() {
    if end >= 0 { _ = close(end) }
    end = -1
  }

  func makeNonblocking() {
    _ = fcntl(start, F_SETFL, O_NONBLOCK)
  }

  /// What is there, empty at the end, nil where a signal came first.
  func read() -> [UInt8]? {
    var isInterrupted = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let read = unsafe systemRead(end, buffer.baseAddress, buffer.count)
      isInterrupted = read < 0 && (errno == EINTR || errno == EAGAIN)
      count = max(0, read)
    }
    return isInterrupted ? nil : bytes
  }

  /// How many bytes went in; negative where nobody reads any more.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    let count = unsafe bytes.withUnsafeBytes { unsafe systemWrite(start, $0.baseAddress, $0.count) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : count
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, buffer, count)
}
