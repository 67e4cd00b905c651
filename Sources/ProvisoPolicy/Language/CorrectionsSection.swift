import ProvisoText

/// `corrections`: the licenses of models whose metadata is wrong.
enum CorrectionsSection {
  static func corrections(_ node: DataNode?, in reading: PolicyReading) -> [Correction] {
    reading.list("corrections", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.correction, "a correction", in: reading) else {
        return nil
      }
      let model = reading.model("model", mapping["model"])
      let license = reading.license("license", mapping["license"])
      let reason = reading.text("reason", mapping["reason"])
      let author = reading.text("author", mapping["author"])
      let evidence = evidence(mapping["evidence"], in: reading)
      guard let model, let license, let reason, let author else { return nil }
      reading.place("corrections.\(model.lowercased())", at: mapping["license"]?.range)
      return Correction(
        model: model, license: license, reason: reason, author: author, evidence: evidence,
        origin: reading.origin(of: item))
    }
  }

  private static func evidence(_ node: DataNode?, in reading: PolicyReading) -> Correction.Evidence? {
    guard let node,
      let mapping = MappingReader(
        node, as: PolicySchema.correctionEvidence, "the evidence of a correction", in: reading)
    else { return nil }
    let hash = reading.hash("sha256", mapping["sha256"])
    let note = reading.text("note", mapping["note"])
    return reading.relativePath("file", mapping["file"]).map { Correction.Evidence(file: $0, sha256: hash, note: note) }
  }
}
