internal import ProvisoCore
internal import ProvisoKnowledge

/// What the name of a model of the tree says that it was made from, where no file names a base: `# Llama-3-Acme-8B` over weights.
struct NamedAfter {
  let lineage: Lineage
  let library: LicenseLibrary

  /// The restricted line in a name that the card gives, or in the folder's, at low confidence; none where the model's own license
  /// is that line's or a stricter one, and where no weights lie there: a page about Llama is not made from it.
  func edges(
    of model: ModelName, _ declarations: [ModelDeclaration], _ references: [ModelReference], _ claims: [Claim]
  ) -> [LineageEdge] {
    guard declarations.contains(where: { Self.ofWeights.contains($0.source) }), !claims.isEmpty else { return [] }
    let place = references.first?.location ?? Location(path: model.id)
    let folder = model.id.split(separator: "/").last.map { DeclaredName(name: String($0), location: place) }
    for declared in declarations.compactMap(\.name) + [folder].compactMap({ $0 }) {
      let name = declared.name.replacing("/", with: "-")
      guard let line = NamedLine.inName(of: "./\(name)"), !line.isAnswered(by: claims, library) else { continue }
      let base = DeclaredBase(
        model: .huggingFace(line.base ?? line.id), relation: nil, location: declared.location, confidence: .low)
      return lineage.edges(from: model, bases: [base]).map { edge in
        guard edge.depth == 1 else { return edge }
        var edge = edge
        edge.evidence = "the name \"\(declared.name)\" says that it was made from it"
        return edge
      }
    }
    return []
  }

  private static let ofWeights: Set<ClaimSource> = [.weightMetadata, .modelConfig, .adapterConfig]
}
