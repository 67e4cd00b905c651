internal import ProvisoCore
internal import ProvisoKnowledge

/// What others have judged of a release. Whoever quantizes or converts a model opens nothing and closes nothing: what was judged of the
/// one that was copied holds for the copy, and is said to be of it.
enum Release {
  static func judgments(of name: ModelName, copiedAlong lineage: [LineageEdge]) -> [ReleaseOpenness] {
    if name.registry == .huggingface {
      let own = Openness.judgments(of: name.id)
      if !own.isEmpty { return own }
    }
    var copy = name
    for edge in lineage where edge.relation == .quantized || edge.relation == .converted {
      guard (edge.derivative ?? name) == copy, edge.confidence > .low else { continue }
      copy = edge.base
      let judged = Openness.judgments(of: copy.id)
      if !judged.isEmpty { return judged.map { told($0, of: copy) } }
    }
    return []
  }

  private static func told(_ judgment: ReleaseOpenness, of original: ModelName) -> ReleaseOpenness {
    var judgment = judgment
    judgment.note = [judgment.note, "judged of \(original.id), of which this is a copy"].compactMap(\.self)
      .joined(separator: "; ")
    return judgment
  }
}
