package import ProvisoCore
package import ProvisoPolicy

/// Writes `proviso.lock`: one block for each model, in order of id, made to be read in a diff.
package enum LockFile {
  package static let name = "proviso.lock"

  /// The file for the models of a scan. A model of which nothing has changed keeps the day of `previous`.
  package static func render(_ models: [ResolvedModel], today: CalendarDate, previous: [LockedModel] = []) -> [UInt8] {
    let days = Dictionary(previous.map { ($0.name, $0) }) { first, _ in first }
    var seen: Set<ModelName> = []
    let entries = models.filter { $0.role != .mentioned && seen.insert($0.name).inserted }.map { entry($0, today) }
      .sorted { $0.name < $1.name }
    let blocks = entries.map { entry in
      var entry = entry
      if let old = days[entry.name], old.agrees(with: entry) { entry.date = old.date }
      return block(entry)
    }
    let head = """
      # The models of this tree and the licenses they were found under. Written by `proviso lock`; `proviso scan --locked`
      # holds the tree against it.
      version: 1

      """
    return Array((head + (blocks.isEmpty ? "models: []\n" : "models:\n" + blocks.joined())).utf8)
  }

  private static func entry(_ model: ResolvedModel, _ today: CalendarDate) -> LockedModel {
    let evidence = model.license.claims.map { claim in
      let path = claim.location.flatMap { $0.path.isEmpty || claim.source == .correction ? nil : $0.path }
      let text = claim.source == .licenseFile ? model.licenseTexts.first { $0.location == claim.location } : nil
      return LockedModel.Evidence(
        source: claim.source, license: claim.license, says: path == nil ? claim.evidence : nil, path: path,
        sha256: text?.sha256)
    }
    var seen: Set<LockedModel.Evidence> = []
    return LockedModel(
      name: model.name, revision: model.revision, license: model.license.concluded, state: model.license.state,
      date: today.description, evidence: evidence.filter { seen.insert($0).inserted })
  }

  private static func block(_ entry: LockedModel) -> String {
    var lines = [
      "  - id: \(quoted(entry.name.id))", "    registry: \(entry.name.registry.rawValue)",
      "    revision: \(entry.revision.map(quoted) ?? "null")", "    license: \(entry.license.map(quoted) ?? "null")",
      "    state: \(entry.state.rawValue)", "    date: \(entry.date)",
    ]
    lines.append(entry.evidence.isEmpty ? "    evidence: []" : "    evidence:")
    for evidence in entry.evidence {
      lines += ["      - source: \(evidence.source.rawValue)", "        license: \(quoted(evidence.license))"]
      if let path = evidence.path { lines.append("        path: \(quoted(path))") }
      if let hash = evidence.sha256 { lines.append("        sha256: \(quoted(hash))") }
      if let says = evidence.says { lines.append("        says: \(quoted(says))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A double-quoted YAML scalar. What could steer a terminal or hide in a diff is escaped.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2060}"..."\u{206F}", "\u{FEFF}", "\u{FFF0}"..."\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
