internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoText

/// The findings of an earlier report, against which a new one is held: only what is new fails.
package struct Baseline: Sendable {
  let findings: [Finding]
  /// The ids of the models that lay in the tree.
  let localModels: Set<String>

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
        source, dialect: .strict, limits: TreeLimits(depth: 64, nodes: 32_000_000, bytes: Self.maximumBytes)
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
    let models = root["models"]?.items ?? []
    localModels = Set(models.filter { $0["registry"]?.string == "local" }.compactMap { $0["id"]?.string })
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
    // Taken from the end: a report that somebody made may have one fingerprint a hundred thousand times.
    var left = byFingerprint.mapValues { Array($0.reversed()) }
    return order.compactMap { left[$0]?.popLast() }
  }
}
