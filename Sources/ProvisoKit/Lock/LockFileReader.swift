package import ProvisoCore
internal import ProvisoPolicy
package import ProvisoText

/// Reads `proviso.lock`: exactly the keys that ``LockFile`` writes. The file may come from a stranger, so every value is
/// checked, and the first that is wrong is told with its place.
package struct LockFileReader {
  /// A lock file above this many bytes is none.
  package static let maximumSize = 64 << 20
  /// A scan finds 50,000 models at most, and each has a few lines of evidence.
  private static let limits = YAMLLimits(depth: 8, nodes: 4_000_000, bytes: maximumSize)

  private let source: SourceText

  package static func read(_ source: SourceText) throws(DocumentError) -> [LockedModel] {
    if let line = mergeMark(in: source) {
      throw DocumentError(
        position: TextPosition(line: line, column: 1),
        message:
          "The lock file has the marks of a merge that nobody has finished; finish it, or run `proviso lock` again.")
    }
    let document = try YAMLReader.read(source, limits: limits)
    if let twice = document.duplicateKeys.first {
      throw DocumentError(
        position: source.position(at: twice.again.lowerBound), message: "The key \"\(twice.key)\" stands here twice.")
    }
    let reader = Self(source: source)
    guard let root = document.root else {
      throw DocumentError(
        position: TextPosition(line: 1, column: 1), message: "The lock file is empty; run `proviso lock` to write it.")
    }
    try reader.checkEnd(after: root)
    return try reader.models(root)
  }

  /// The line of the first mark that git leaves where two sides differ; no line of a lock file begins so.
  private static func mergeMark(in source: SourceText) -> Int? {
    let marks = ["<<<<<<< ", ">>>>>>> ", "||||||| "].map { Array($0.utf8) }
    return (1...source.lineCount).first { number in
      let line = source.lineRange(number)
      return line.count > 7 && marks.contains { source.bytes[line].starts(with: $0) }
    }
  }

  /// A second document would be read by nobody.
  private func checkEnd(after root: DataNode) throws(DocumentError) {
    let last = source.lineNumber(at: max(root.range.lowerBound, root.range.upperBound - 1))
    for number in stride(from: last + 1, through: source.lineCount, by: 1) {
      let line = source.bytes[source.lineRange(number)].drop { $0 == UInt8(ascii: " ") }
      guard line.isEmpty || line.first == UInt8(ascii: "#") || line.elementsEqual("...".utf8) else {
        throw DocumentError(
          position: TextPosition(line: number, column: 1), message: "The lock file has something after its end.")
      }
    }
  }

  private func models(_ root: DataNode) throws(DocumentError) -> [LockedModel] {
    try check(root, keys: ["version", "models"])
    guard let version = root["version"], version.integer == 1 else {
      throw error(
        root["version"] ?? root, "The lock file needs `version: 1`; a newer proviso may have written this one.")
    }
    guard let list = root["models"], list.isSequence else {
      throw error(root["models"] ?? root, "The lock file needs a list under `models`.")
    }
    var models: [LockedModel] = []
    var seen: Set<ModelName> = []
    for item in list.items {
      let model = try self.model(item)
      guard seen.insert(model.name).inserted else {
        throw error(item, "\(model.name.id) stands in the lock file twice.")
      }
      models.append(model)
    }
    return models
  }

  private func model(_ node: DataNode) throws(DocumentError) -> LockedModel {
    try check(node, keys: ["id", "registry", "revision", "license", "state", "date", "evidence"])
    let date = try string(node, "date")
    guard (try? CalendarDate(parsing: date)) != nil else {
      throw error(node["date"] ?? node, "\"\(date)\" is no day such as 2026-12-31.")
    }
    guard let list = node["evidence"], list.isSequence else {
      throw error(node["evidence"] ?? node, "A model needs a list under `evidence`, if an empty one.")
    }
    var evidence: [LockedModel.Evidence] = []
    for item in list.items { evidence.append(try self.evidence(item)) }
    return LockedModel(
      name: ModelName(registry: try word(node, "registry"), id: try string(node, "id")),
      revision: try optional(node, "revision"), license: try optional(node, "license"), state: try word(node, "state"),
      date: date, evidence: evidence, line: source.position(at: node.range.lowerBound).line)
  }

  private func evidence(_ node: DataNode) throws(DocumentError) -> LockedModel.Evidence {
    try check(node, keys: ["source", "license", "says", "path", "sha256"])
    let hash = try optional(node, "sha256")
    if let hash, !isHash(hash) {
      throw error(node["sha256"] ?? node, "A sha256 has 64 hexadecimal digits in lower case.")
    }
    return LockedModel.Evidence(
      source: try word(node, "source"), license: try string(node, "license"), says: try optional(node, "says"),
      path: try optional(node, "path"), sha256: hash)
  }

  private func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private func check(_ node: DataNode, keys: Set<String>) throws(DocumentError) {
    guard node.isMapping else {
      throw error(node, "Expected keys and values here: \(keys.sorted().joined(separator: ", ")).")
    }
    for entry in node.entries where !keys.contains(entry.key) {
      let hint = NearestName.nearest(to: entry.key, among: keys.sorted()).map { " Did you mean \($0)?" } ?? ""
      throw DocumentError(
        position: source.position(at: entry.keyRange.lowerBound),
        message: "There is no key \"\(entry.key)\" here, only \(keys.sorted().joined(separator: ", ")).\(hint)")
    }
  }

  private func string(_ node: DataNode, _ key: String) throws(DocumentError) -> String {
    guard let text = node[key]?.text, !text.isEmpty else { throw error(node[key] ?? node, "`\(key)` needs a value.") }
    return text
  }

  private func optional(_ node: DataNode, _ key: String) throws(DocumentError) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.text else { throw error(value, "`\(key)` takes one word or sentence.") }
    return text
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ node: DataNode, _ key: String
  ) throws(DocumentError) -> Word where Word.RawValue == String {
    let text = try string(node, key)
    guard let word = Word(rawValue: text) else {
      let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(node[key] ?? node, "`\(key)` is one of \(all), not \"\(text)\".")
    }
    return word
  }

  private func error(_ node: DataNode, _ message: String) -> DocumentError {
    DocumentError(position: source.position(at: node.range.lowerBound), message: message)
  }
}
