import ProvisoText

/// `corrections`: the licenses of models whose metadata is wrong.
enum CorrectionsSection {
  static func corrections(_ node: DataNode?, in reading: PolicyReading) -> [Correction] {
    reading.list("corrections", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.correction, "a correction", in: reading) else {
        return nil
      }
      let model = reading.text("model", mapping["model"])
      let license = reading.license("license", mapping["license"])
      let reason = reading.text("reason", mapping["reason"])
      let author = reading.text("author", mapping["author"])
      let evidence = evidence(mapping["evidence"], in: reading)
      guard let model, let license, let reason, let author else { return nil }
      return Correction(
        model: model, license: license, reason: reason, author: author, evidence: evidence,
        origin: reading.origin(of: item))
    }
  }

  private static func evidence(_ node: DataNode?, in reading: PolicyReading) -> [String: String] {
    guard let node else { return [:] }
    guard node.isMapping else {
      reading.mismatch("evidence", node, expected: "a mapping of texts")
      return [:]
    }
    var first: [String: DataNode.Entry] = [:]
    var evidence: [String: String] = [:]
    for entry in node.entries {
      if let first = first[entry.key] {
        reading.repeated(entry, first: first)
        continue
      }
      first[entry.key] = entry
      evidence[entry.key] = reading.text(entry.key, entry.value)
    }
    return evidence
  }
}
