import ProvisoText

/// `corrections`: the licenses of models whose metadata is wrong.
enum CorrectionsSection {
  static func corrections(_ node: DataNode?, in reading: PolicyReading) -> [Correction] {
    var earlier: [String: [Correction]] = [:]
    return reading.list("corrections", node).compactMap { item in
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
      let correction = Correction(
        model: model, license: license, reason: reason, author: author, evidence: evidence,
        origin: reading.origin(of: item))
      if let other = earlier[model.lowercased()]?.first(where: { correction.contradicts($0) }),
        let node = mapping["license"]
      {
        reading.error(
          "there are two corrections of \(Quoted.text(model)), and they name different licenses", at: node.range,
          hint: "the first, in line \(other.origin.line), names \(other.license)")
      }
      earlier[model.lowercased(), default: []].append(correction)
      return correction
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

extension Correction {
  /// Whether both can hold at once and say different things: of two hashes of one file, only one is the file's.
  fileprivate func contradicts(_ other: Self) -> Bool {
    guard license != other.license else { return false }
    guard let mine = evidence, let theirs = other.evidence, mine.file == theirs.file else { return true }
    return mine.sha256 == nil || theirs.sha256 == nil || mine.sha256 == theirs.sha256
  }
}
