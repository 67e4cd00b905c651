internal import ProvisoCore
internal import ProvisoKnowledge

/// What the name of a model of the tree says that it was made from, where no file names a base: `# Llama-3-Acme-8B` over weights; and
/// what the sizes of its weights say, whatever is named.
struct NamedAfter {
  let lineage: Lineage
  let library: LicenseLibrary

  /// The restricted line in a name that the card gives, or in the folder's or a weight file's, at low confidence; none where the
  /// model's own license is that line's or a stricter one, and where no weights lie there: a page about Llama is not made from it.
  func edges(
    of model: ModelName, _ declarations: [ModelDeclaration], _ references: [ModelReference], _ claims: [Claim]
  ) -> [LineageEdge] {
    guard !declarations.isEmpty else { return claims.isEmpty ? edges(ofAbsent: model, references) : [] }
    guard declarations.contains(where: { Self.ofWeights.contains($0.source) }) else { return [] }
    let place = references.first?.location ?? Location(path: model.id)
    let folder = model.id.split(separator: "/").last.map { DeclaredName(name: String($0), location: place) }
    for declared in declarations.compactMap(\.name) + [folder].compactMap({ $0 }) {
      let name = declared.name.replacing("/", with: "-")
      // Of a file the ending is no part of the base's name.
      guard let line = WeightFileName(name)?.line ?? NamedLine.inName(of: "./\(name)"),
        !line.isAnswered(by: claims, library)
      else { continue }
      return edges(from: model, to: line.base ?? line.id, declared)
    }
    for declaration in declarations where declaration.source == .weightMetadata {
      let path = declaration.location.path
      guard let file = WeightFileName(path) else { continue }
      let declared = DeclaredName(
        name: String(path.split(separator: "/").last ?? ""), location: declaration.location)
      if let line = file.line {
        guard !line.isAnswered(by: claims, library) else { continue }
        return edges(from: model, to: line.base ?? line.id, declared)
      }
      // What a card says of the folder is said of a file in it, whatever it is called.
      if claims.isEmpty, let named = file.model, isRestricted(named) { return edges(from: model, to: named, declared) }
    }
    return []
  }

  /// The restricted line that has weights of these sizes, at low confidence; none where a base or the model's own license is that
  /// line's or a stricter one.
  func edges(
    of model: ModelName, shapedLike declarations: [ModelDeclaration], _ made: [LineageEdge], _ claims: [Claim]
  ) -> [LineageEdge] {
    // A teacher is no base.
    let bases = made.filter { !$0.relation.isTeaching }
    for declaration in declarations {
      guard let shape = declaration.shape, let line = ShapedLine.of(shape),
        !library.isAnswered(line.license, by: claims),
        !bases.contains(where: { library.isAnswered(line.license, byAnyOf: $0.license.candidates) })
      else { continue }
      let told = edges(
        from: model, to: line.id, at: declaration.location, "its weights have the sizes of it: \(shape.words)")
      return told.map { edge in
        var edge = edge
        edge.isToldBySizes = edge.depth == 1
        return edge
      }
    }
    return []
  }

  /// What is stated as a base and names no model, a folder of somebody's disk, may be called after a restricted line:
  /// `model: ./llama-3-8b` of a merge. At low confidence; none where a base or the model's own license is that line's or a stricter
  /// one.
  func edges(
    of model: ModelName, statedAs unread: [DeclaredName], _ made: [LineageEdge], _ claims: [Claim]
  ) -> [LineageEdge] {
    var found: [LineageEdge] = []
    var seen: Set<String> = []
    for stated in unread {
      // Ollama writes `llama3:8b`.
      guard let name = stated.name.split(separator: "/").last.map({ String($0.replacing(":", with: "-")) }),
        let line = WeightFileName(name)?.line ?? NamedLine.inName(of: "./\(name)"), seen.insert(line.id).inserted,
        !library.isAnswered(line.license, by: claims),
        !(made + found).contains(where: { library.isAnswered(line.license, byAnyOf: $0.license.candidates) })
      else { continue }
      let place = "\(stated.location.path):\(stated.location.line)"
      found += edges(
        from: model, to: line.base ?? line.id, at: stated.location,
        "\(place) states \"\(stated.name)\" as base, which is called after it"
      ).map { edge in
        var edge = edge
        edge.isToldByPath = edge.depth == 1
        return edge
      }
    }
    return found
  }

  /// What the last part of a path says at which nothing lies: `models/Llama-3.2-3B-Instruct-Q4_K_M.gguf`, `./weights/llama-2-7b-chat`.
  private func edges(ofAbsent model: ModelName, _ references: [ModelReference]) -> [LineageEdge] {
    guard let place = references.first?.location, let name = model.id.split(separator: "/").last else { return [] }
    let declared = DeclaredName(name: String(name), location: place)
    let file = WeightFileName(model.id)
    if let line = file?.line ?? NamedLine.inName(of: "./\(name)") {
      return edges(from: model, to: line.base ?? line.id, declared)
    }
    guard let named = file?.model, isRestricted(named) else { return [] }
    return edges(from: model, to: named, declared)
  }

  /// A name never frees: whose license has no terms on file may be under any.
  private func isRestricted(_ model: String) -> Bool {
    let license = lineage.known.model(called: .huggingFace(model)).license
    return license.category?.isRestricted ?? (license.state == .custom)
  }

  private func edges(from model: ModelName, to base: String, _ declared: DeclaredName) -> [LineageEdge] {
    edges(from: model, to: base, at: declared.location, "the name \"\(declared.name)\" says that it was made from it")
  }

  private func edges(
    from model: ModelName, to base: String, at place: Location, _ evidence: String
  ) -> [LineageEdge] {
    let base = DeclaredBase(model: .huggingFace(base), relation: nil, location: place, confidence: .low)
    return lineage.found(from: model, bases: [base]).edges.map { edge in
      guard edge.depth == 1 else { return edge }
      var edge = edge
      edge.evidence = evidence
      return edge
    }
  }

  private static let ofWeights: Set<ClaimSource> = [.weightMetadata, .modelConfig, .adapterConfig]
}
