package import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoResolution
package import ProvisoText

/// What a scan is asked to do.
package struct ScanOptions: Sendable {
  package var root: String
  package var policy: Policy
  package var respectIgnoreFiles = true
  package var include: [Glob] = []
  package var exclude: [Glob] = []
  /// How many files are worked on at once.
  package var jobs: Int
  /// The day on which waivers are judged.
  package var today: CalendarDate
  /// The lock file that the run is held against.
  package var lock: LockedModels?

  package init(root: String, policy: Policy, jobs: Int? = nil, today: CalendarDate) {
    self.root = root
    self.policy = policy
    self.jobs = jobs ?? FileSystem.processorCount
    self.today = today
  }
}

/// A scan that could not begin.
package struct ScanError: Error, Sendable {
  package var message: String
}

/// The pipeline: walk, detect, resolve, evaluate. The only place that knows all stages; reports are made from what it gives.
package struct Scan: Sendable {
  /// What the stages made, one after the other.
  package struct Result: Sendable {
    package var report: ScanReport
    /// The paths that were read, in order.
    package var filesRead: [String]
    package var references: [ModelReference]
  }

  /// Text files above this many bytes are not read, and that is told.
  private static let maximumText = 32 << 20

  private let options: ScanOptions
  private let runner = DetectorRunner(texts: RequiredTexts.all) { LicenseRecognizer.shared.recognize($0) }

  package init(_ options: ScanOptions) {
    self.options = options
  }

  /// - Throws: ``ScanError`` where the root cannot be read at all. Trouble with one file is a notification.
  package func run() async throws(ScanError) -> Result {
    let walk = try await walk()
    let (detections, filesRead) = await detect(walk.files)
    let corrections = options.policy.corrections.map { correction in
      LicenseCorrection(
        model: correction.model, license: correction.license, reason: correction.reason,
        location: Location(path: correction.origin.path, line: correction.origin.line))
    }
    let resolution = Resolver(corrections: corrections, lock: options.lock).resolve(detections)
    let evaluation = Evaluator(policy: options.policy, today: options.today)
      .evaluate(resolution.models, resolution.statements, evidence: resolution.evidence)
    let notifications =
      walk.troubles.map(Notification.init) + detections.notifications + evaluation.notifications
      + Notification.unused(options.lock, resolution.models)
    let report = ScanReport(
      toolVersion: Version.current, policy: ScanReport.Policy(name: options.policy.name, path: options.policy.path),
      repository: ScanReport.Repository(around: options.root, policyPath: options.policy.path),
      files: walk.fileCount, filesRead: filesRead.count,
      models: evaluation.entries(for: resolution.models),
      findings: evaluation.findings, notifications: notifications.sorted(), rules: RuleList.descriptions)
    let references = resolution.models.flatMap(\.references).sorted {
      ($0.location, $0.model) < ($1.location, $1.model)
    }
    return Result(report: report, filesRead: filesRead, references: references)
  }

  private func walk() async throws(ScanError) -> Walk {
    var walkOptions = WalkOptions()
    walkOptions.respectIgnoreFiles = options.respectIgnoreFiles
    walkOptions.jobs = options.jobs
    let runner = runner
    walkOptions.wants = { path, _ in runner.wants(FilePath(Self.string(path))) }
    if !options.include.isEmpty {
      let include = options.include
      walkOptions.include = { path, _ in
        let path = Self.string(path)
        return include.contains { $0.matches(path) }
      }
    }
    if !options.exclude.isEmpty {
      let exclude = options.exclude
      walkOptions.exclude = { path, isDirectory in
        let path = Self.string(path) + (isDirectory ? "/" : "")
        return exclude.contains { $0.matches(path) }
      }
    }
    do {
      return try await Walker.walk(root: options.root, options: walkOptions)
    } catch {
      throw ScanError(message: "\(options.root) could not be scanned: \(error.message)")
    }
  }

  private func detect(_ files: [SourceFile]) async -> (Detections, filesRead: [String]) {
    let runner = runner
    let results = await concurrentMap(files, jobs: options.jobs) { file in Self.detect(file, runner) }
    var all = Detections()
    var filesRead: [String] = []
    for (file, result) in zip(files, results) {
      all.append(result.detections)
      if result.wasRead { filesRead.append(file.path) }
    }
    return (all, filesRead)
  }

  private static func detect(_ file: SourceFile, _ runner: DetectorRunner) -> (detections: Detections, wasRead: Bool) {
    let path = FilePath(file.path)
    if runner.wantsWeights(path) { return detectWeights(file, path, runner) }
    do {
      let bytes = try FileReader.read(file, limit: maximumText)
      // In UTF-16 no detector finds a word.
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        return (Detections(notifications: [.utf16(file.path)]), false)
      }
      return (runner.detect(path: path, bytes: bytes), true)
    } catch {
      return (Detections(notifications: [Notification(error)]), false)
    }
  }

  private static func detectWeights(
    _ file: SourceFile, _ path: FilePath, _ runner: DetectorRunner
  ) -> (detections: Detections, wasRead: Bool) {
    let size: Int
    do {
      size = try FileReader.readHead(file, count: 0).fileSize
    } catch {
      return (Detections(notifications: [Notification(error)]), false)
    }
    let bytes = ByteSource(size: size) { offset, count in
      // A file that vanishes between two reads is reported as broken by whoever asked.
      try? FileReader.readRange(file, from: offset, count: count).bytes
    }
    return (runner.detect(weightsAt: path, bytes: bytes), true)
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}

extension Notification {
  fileprivate static func utf16(_ path: String) -> Self {
    Self(
      level: .warning, message: "It is UTF-16 and was not searched; save it as UTF-8.", path: path, isIncomplete: true)
  }

  /// What the lock file holds of models that the tree does not name any more.
  fileprivate static func unused(_ lock: LockedModels?, _ models: [ResolvedModel]) -> [Self] {
    guard let lock, lock.isStrict else { return [] }
    let names = Set(models.map(\.name))
    return lock.models.values.filter { !names.contains($0.name) }.map { entry in
      Self(
        level: .note,
        message:
          "\(lock.path):\(entry.line) holds \(entry.name.id), which the tree does not name; `proviso lock` drops it.")
    }
  }

  init(_ trouble: FileTrouble) {
    self.init(
      level: trouble.level == .note ? .note : .warning, message: trouble.message, path: trouble.path,
      isIncomplete: trouble.isIncomplete)
  }
}
