package import ProvisoCore
internal import ProvisoFiles
internal import ProvisoText

/// The findings of an earlier report, against which a new one is held: only what is new fails.
package struct Baseline: Sendable {
  private let findings: [Finding]

  private static let maximumBytes = 256 << 20

  /// - Throws: ``BaselineError`` for a file that cannot be read or is no report of ours.
  package init(path: String) throws(BaselineError) {
    let bytes: [UInt8]
    do {
      bytes = try FileReader.readAbsolute(path: path, limit: Self.maximumBytes)
    } catch {
      throw BaselineError(message: "\(path): \(error.message)")
    }
    try self.init(SourceText(path: path, bytes: bytes))
  }

  init(_ source: SourceText) throws(BaselineError) {
    let root: DataNode
    do {
      root = try JSONReader.read(
        source, dialect: .strict, limits: JSONLimits(depth: 64, nodes: 32_000_000, bytes: Self.maximumBytes)
      ).root
    } catch {
      throw BaselineError(
        message: "\(source.path):\(error.position.line):\(error.position.column): \(error.message)")
    }
    func fault(_ node: DataNode, _ words: String) -> BaselineError {
      let position = source.position(at: node.range.lowerBound)
      return BaselineError(message: "\(source.path):\(position.line):\(position.column): \(words)")
    }
    guard root["tool"]?["name"]?.string == "proviso", let version = root["schemaVersion"]?.string,
      let list = root["findings"], list.isSequence
    else {
      throw fault(root, "This is no report that proviso wrote with --format json or --write-baseline.")
    }
    guard version.hasPrefix("1.") else {
      throw fault(root, "The report has the schema version \(version); 1.x was expected.")
    }
    var findings: [Finding] = []
    for node in list.items {
      guard let finding = Self.finding(node) else {
        throw fault(node, "A finding needs a rule, a level and a fingerprint.")
      }
      // What was waived then was not accepted for good, and what was gone then is not there now.
      if finding.waiver == nil, finding.status != .absent { findings.append(finding) }
    }
    self.findings = findings
  }

  private static func finding(_ node: DataNode) -> Finding? {
    guard let rule = node["rule"]?.string, let level = node["level"]?.string.flatMap(Level.init),
      let fingerprint = node["fingerprint"]?.string
    else { return nil }
    let location = node["path"]?.string.map { path in
      Location(path: path, line: node["line"]?.integer ?? 1, column: node["column"]?.integer ?? 1)
    }
    return Finding(
      rule: rule, name: node["name"]?.string ?? "", level: level, message: node["message"]?.string ?? "",
      location: location, model: node["model"]?.string.map(ModelName.huggingFace), license: node["license"]?.string,
      clause: node["clause"]?.string, fix: node["fix"]?.string ?? "", context: node["context"]?.string,
      fingerprint: fingerprint, status: node["status"]?.string.flatMap(Finding.Status.init) ?? .new,
      waiver: node["waiver"]?.string)
  }

  /// The report with each finding marked as new or unchanged, and those that are gone at the end. A finding whose level has
  /// risen is new: nobody has accepted it as what it is now.
  ///
  /// - Parameter isLookedAt: whether the run reports on a path (nil for none): what it leaves out is not gone.
  package func compare(_ report: ScanReport, isLookedAt: (String?) -> Bool = { _ in true }) -> ScanReport {
    var known = KnownFindings(findings)
    var report = report
    for index in report.findings.indices where known.take(report.findings[index]) {
      report.findings[index].status = .unchanged
    }
    let isStranger = report.findings.allSatisfy { $0.status == .new }
    if isStranger, !report.findings.isEmpty, !findings.isEmpty {
      report.notifications = (report.notifications + [.stranger]).sorted()
    }
    // What got worse is there still, as what is new.
    let present = Set(report.findings.map(\.fingerprint))
    let gone = known.rest.filter { !present.contains($0.fingerprint) && isLookedAt($0.location?.path) }
    report.findings += gone.map { finding in
      var finding = finding
      finding.status = .absent
      return finding
    }
    return report
  }
}

extension Notification {
  fileprivate static let stranger = Self(
    level: .warning,
    message:
      "No finding is in the baseline. Its places are those of one folder and of files by their names: it holds for a scan of that folder, and not for files that were renamed."
  )
}

/// A baseline that cannot be used.
package struct BaselineError: Error, Sendable {
  /// One sentence with the file, and the place in it.
  package var message: String
}

/// Findings to be matched one by one.
struct KnownFindings {
  private var byFingerprint: [String: [Finding]] = [:]
  private let order: [String]

  init(_ findings: [Finding]) {
    order = findings.map(\.fingerprint)
    for finding in findings { byFingerprint[finding.fingerprint, default: []].append(finding) }
  }

  /// Whether one of them is this finding, at its level or a higher one. Each matches once.
  mutating func take(_ finding: Finding) -> Bool {
    guard let index = byFingerprint[finding.fingerprint]?.firstIndex(where: { $0.level >= finding.level }) else {
      return false
    }
    byFingerprint[finding.fingerprint]?.remove(at: index)
    return true
  }

  /// Those that matched nothing, in their order.
  var rest: [Finding] {
    var left = byFingerprint
    return order.compactMap { fingerprint in
      guard left[fingerprint]?.isEmpty == false else { return nil }
      return left[fingerprint]?.removeFirst()
    }
  }
}
