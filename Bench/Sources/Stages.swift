import ProvisoCore
import ProvisoDetection
import ProvisoKit
import ProvisoKnowledge
import ProvisoPolicy
import ProvisoReports
import ProvisoResolution
import ProvisoText

@testable import ProvisoFiles

/// The stages of a scan one after the other on one thread, each with its time.
struct Stages {
  /// What the one pass over the bytes of a file looks for.
  static let needles = Array(Set(DetectorList.all.flatMap(\.needles))).filter { $0.utf8.count >= 2 }.sorted()

  var folder: String

  func table() async throws -> String {
    var rows: [(name: String, time: Duration)] = []
    func measure<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
      let start = ContinuousClock.now
      let value = try body()
      rows.append((name, ContinuousClock.now - start))
      return value
    }
    let runner = measure("set up") {
      DetectorRunner(
        texts: RequiredTexts.all, isListed: { ModelCatalog.isListed($0) },
        recognize: { LicenseRecognizer.shared.recognize($0) })
    }
    let set = NeedleSet(Self.needles, ignoresCase: true)
    var options = WalkOptions()
    options.jobs = 1
    options.wants = { path, _ in runner.wants(FilePath(Self.string(path))) }
    let start = ContinuousClock.now
    let walk = try await Walker.walk(root: folder, options: options)
    rows.append(("walk", ContinuousClock.now - start))
    let texts = walk.files.filter { !runner.wantsWeights(FilePath($0.path)) }
    let weights = walk.files.filter { runner.wantsWeights(FilePath($0.path)) }
    let contents = measure("read") { texts.map { (try? FileReader.read($0, limit: 32 << 20)) ?? [] } }
    let hits = measure("search") { contents.count { set.containsAny(in: $0.span) } }
    var detections = Detections()
    measure("detect (its search included)") {
      for (file, bytes) in zip(texts, contents) {
        detections.append(runner.detect(path: FilePath(file.path), bytes: bytes))
      }
    }
    measure("weights") {
      for file in weights {
        let size = (try? FileReader.readHead(file, count: 0).fileSize) ?? 0
        let source = ByteSource(size: size) { try? FileReader.readRange(file, from: $0, count: $1).bytes }
        detections.append(runner.detect(weightsAt: FilePath(file.path), bytes: source))
      }
    }
    guard let policy = try PolicySelection().select(["proviso:default"], root: nil).policy,
      let today = CalendarDate(year: 2026, month: 1, day: 1)
    else { return "" }
    let resolution = measure("resolve") { Resolver().resolve(detections) }
    let evaluation = measure("evaluate") {
      Evaluator(policy: policy, today: today)
        .evaluate(
          resolution.models, resolution.statements, resolution.classClaims, evidence: resolution.evidence, void: [:])
    }
    let report = ScanReport(
      toolVersion: "0", policy: ScanReport.Policy(name: policy.name), files: walk.fileCount, filesRead: texts.count,
      models: evaluation.entries(for: resolution.models), findings: evaluation.findings,
      notifications: detections.notifications.sorted(), rules: RuleList.descriptions)
    let bytes = measure("report (JSON)") { ReportFormat.json.render(report) }
    let total = rows.map(\.time).reduce(.zero, +)
    let lines = rows.map { name, time in
      "| \(name) | \(Self.milliseconds(time)) ms | \(Int((time / total * 100).rounded())) % |"
    }
    let size = contents.map(\.count).reduce(0, +)
    return """
      \(walk.fileCount) files, \(texts.count) read with \(size) bytes, \(hits) with a needle, \(detections.references.count) references, \
      \(bytes.count) bytes of JSON; one thread

      | stage | time | share |
      | --- | --- | --- |
      \(lines.joined(separator: "\n"))
      """
  }

  static func milliseconds(_ time: Duration) -> String {
    let tenths = Int((time / .microseconds(100)).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }
}
