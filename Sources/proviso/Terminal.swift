#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import ProvisoPolicy
internal import ProvisoReports

/// The process's surroundings: streams, the clock, the environment. Nothing below this module touches them.
enum Terminal {
  enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2
  }

  static func write(_ text: String, to stream: Stream) {
    write(Array(text.utf8), to: stream)
  }

  /// A report that cannot be written ends the run with exit code 3.
  static func write(_ bytes: [UInt8], to stream: Stream) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Platform.write(stream.rawValue, $0) }
      if count < 0, errno == EINTR { continue }
      // A reader that has gone (`| head`) is no failure of ours.
      guard count > 0 else {
        if stream == .standardError || errno == EPIPE { return }
        complain("Standard output could not be written to.")
        exit(3)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes a message to standard error. What stands in it of file names and arguments cannot steer the terminal.
  static func complain(_ message: String) {
    write("proviso: \(inert(message))\n", to: .standardError)
  }

  /// The same of a file of the tree, in whose name a line end may stand: it begins no line here.
  static func complain(of path: String?, _ message: String) {
    complain([path, message].compactMap { $0.map(Sanitizer.visible) }.joined(separator: ": "))
  }

  /// The lines of a message, in which an argument may have brought line ends along: none is a command to a CI system.
  static func inert(_ message: String) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      return line[..<text.startIndex] + Sanitizer.inert(String(text))
    }
    return lines.joined(separator: "\n")
  }

  static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// True where somebody sits at the keyboard.
  static var isInteractive: Bool { isatty(0) == 1 }

  /// A line from the keyboard without its end, nil at the end of the input.
  static func readLine() -> String? { Swift.readLine() }

  /// The number of columns, nil where there is no terminal.
  static func width(_ stream: Stream) -> Int? {
    guard isTerminal(stream) else { return nil }
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static func secondsSince1970() -> Int { Int(time(nil)) }

  /// Today in UTC.
  static func today() -> CalendarDate? {
    var now = time(nil)
    var parts = unsafe tm()
    guard unsafe gmtime_r(&now, &parts) != nil else { return nil }
    return unsafe CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// Seconds since 1970 as RFC 3339 has them, in UTC; nil for what is no time of the years 1970 to 9999.
  static func timestamp(_ seconds: Int) -> String? {
    guard (0...253_402_300_799).contains(seconds) else { return nil }
    var time = time_t(seconds)
    var parts = unsafe tm()
    guard unsafe gmtime_r(&time, &parts) != nil else { return nil }
    let numbers = unsafe [
      parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
    ]
    let words = numbers.map { $0 < 10 ? "0\($0)" : String($0) }
    return words[..<3].joined(separator: "-") + "T" + words[3...].joined(separator: ":") + "Z"
  }

  /// A reader that goes, or a file that may not grow, is an error of the one write and not the end of the process: other
  /// reports are still to be written, and the exit code is to say what happened.
  static func survivesFailedWrites() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    // The first file to be opened would take the place of a stream that is closed, and get what is written to it.
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Waits while other threads work. All signals are let in here: who starts a program may have left some blocked, and a scan is to
  /// end when it is told to.
  static func waitForEnd() -> Never {
    var none = sigset_t()
    _ = unsafe sigemptyset(&none)
    while true { _ = unsafe sigsuspend(&none) }
  }

  static func exit(_ code: Int32) -> Never {
    Platform.exit(code)
  }
}

/// The C functions whose names ``Terminal`` uses itself.
private enum Platform {
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Darwin)
      unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #elseif canImport(Darwin)
      Darwin.exit(code)
    #endif
  }
}
