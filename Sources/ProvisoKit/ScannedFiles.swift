internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoPolicy
internal import ProvisoText

/// A file of the scanned tree with what was found in it.
struct ScannedFile: Sendable {
  let file: SourceFile
  let detections: Detections
}

/// The files of the scanned tree that something would be read of, with what was found in them.
struct ScannedFiles: Sendable {
  private let files: [SourceFile]
  /// Of each file, in the same order.
  private var readings: [Reading]
  /// Of the files that need not be opened the next time.
  let emptyKeys: [ScanCache.Key]

  /// What came of one file: none or one, since in most files of most trees nothing is found, and a place for it in each would
  /// be most of what a scan holds. Both are eight bytes.
  private enum Reading: Sendable {
    case read([Detections])
    case unread([Detections])

    var found: [Detections] {
      switch self {
      case .read(let found), .unread(let found): found
      }
    }

    var wasRead: Bool { if case .read = self { true } else { false } }
  }

  /// Text files above this many bytes are not read, and that is told.
  private static let maximumText = 32 << 20

  /// Reads `files` and looks for models in them.
  ///
  /// - Parameter cache: Of the same files.
  init(_ files: [SourceFile], _ runner: DetectorRunner, jobs: Int, cache: ScanCache? = nil) async {
    self.files = files
    guard let cache else {
      emptyKeys = []
      readings = await concurrentMap(files, jobs: jobs) { Self.reading($0, runner) }
      return
    }
    let found = await concurrentMap(Array(files.indices), jobs: jobs) { index in
      let key = cache.key(of: files[index], at: index)
      if let key, cache.holds(key) { return (reading: Reading.read([]), key: Optional(key)) }
      let reading = Self.reading(files[index], runner)
      // Weights are read for their first bytes only, and what changed meanwhile is not what the key says. A policy of this run may be
      // none of the next.
      let path = FilePath(files[index].path)
      let isEmpty =
        reading.wasRead && reading.found.isEmpty && !runner.wantsWeights(path) && !runner.isPolicyInUse(path)
      return (reading, isEmpty && cache.key(of: files[index], at: index) == key ? key : nil)
    }
    readings = found.map(\.reading)
    emptyKeys = found.compactMap(\.key)
  }

  private static func reading(_ file: SourceFile, _ runner: DetectorRunner) -> Reading {
    let (detections, wasRead) = detect(file, runner)
    let found = detections.isEmpty ? [] : [detections]
    return wasRead ? .read(found) : .unread(found)
  }

  /// What was found in all files, in their order.
  var detections: Detections {
    var all = Detections()
    for reading in readings { for found in reading.found { all.append(found) } }
    return all
  }

  /// What was found in all files, in their order; of each by itself it is then no longer known.
  mutating func takeDetections() -> Detections {
    var all = Detections()
    for index in readings.indices {
      for found in readings[index].found { all.append(found) }
      readings[index] = readings[index].wasRead ? .read([]) : .unread([])
    }
    return all
  }

  /// The paths of the files that were read, in order.
  var pathsRead: [String] { zip(files, readings).filter(\.1.wasRead).map(\.0.path) }

  var readCount: Int { readings.count(where: \.wasRead) }

  func byPath() -> [String: ScannedFile] {
    let scanned = zip(files, readings).map { file, reading in
      (file.path, ScannedFile(file: file, detections: reading.found.first ?? Detections()))
    }
    return Dictionary(scanned) { first, _ in first }
  }

  private static func detect(_ file: SourceFile, _ runner: DetectorRunner) -> (detections: Detections, wasRead: Bool) {
    let path = FilePath(file.path)
    if runner.wantsWeights(path) { return detectWeights(file, path, runner) }
    let start = runner.start(of: path)
    do {
      // What has no ending is a binary more often than a script.
      if !start.isEmpty, try FileReader.readHead(file, count: start.count).bytes != start {
        return (Detections(), false)
      }
      let bytes = TextEncoding.inUTF8(try FileReader.read(file, limit: maximumText))
      if TextEncoding.isWide(bytes) {
        return (Detections(notifications: [.wide(file.path)]), false)
      }
      return (runner.detect(textAt: path, bytes: bytes), true)
    } catch {
      return (Detections(notifications: [.unread(error)]), false)
    }
  }

  private static func detectWeights(
    _ file: SourceFile, _ path: FilePath, _ runner: DetectorRunner
  ) -> (detections: Detections, wasRead: Bool) {
    let size: Int
    do {
      size = try FileReader.readHead(file, count: 0).fileSize
    } catch {
      return (Detections(notifications: [.unread(error)]), false)
    }
    let bytes = ByteSource(size: size) { offset, count in
      // A file that vanishes between two reads is reported as broken by whoever asked.
      try? FileReader.readRange(file, from: offset, count: count).bytes
    }
    return (runner.detect(weightsAt: path, bytes: bytes), true)
  }
}

extension DetectorRunner {
  /// What is found in a text, and the comments of it that waive something.
  func detect(textAt path: FilePath, bytes: [UInt8]) -> Detections {
    let bytes = TextEncoding.inUTF8(bytes)
    var (detections, hasMark) = read(path: path, bytes: bytes)
    guard hasMark else { return detections }
    detections.comments = InlineWaiver.comments(in: bytes, path: path.string)
    if detections.comments.count > InlineWaiver.maximumComments, let last = detections.comments.last {
      detections.notifications.append(.tooManyComments(path.string, last))
    }
    return detections
  }
}

extension Notification {
  fileprivate static func wide(_ path: String) -> Self {
    Self(
      level: .warning, message: "It is UTF-16 or UTF-32 that is not whole, and was not searched; save it as UTF-8.",
      path: path, isIncomplete: true)
  }

  /// Beyond, a comment that is of no finding is not told, and what a literal holds is taken for one.
  fileprivate static func tooManyComments(_ path: String, _ last: WaiverComment) -> Self {
    Self(
      level: .warning,
      message:
        "It has more than \(InlineWaiver.maximumComments) comments that waive; from line \(last.line) on no account is kept of them. Remove those that are of no finding.",
      path: path, isIncomplete: true)
  }

  /// The walk kept the file and a detector wanted it: whatever came between, something is missing.
  fileprivate static func unread(_ trouble: FileTrouble) -> Self {
    Self(level: .warning, message: trouble.message, path: trouble.path, isIncomplete: true)
  }
}
