internal import ProvisoCore
internal import ProvisoKnowledge

/// Copies on the way to a model's bases of which nobody has said a license: `unsloth/X` between `unsloth/X-GGUF` and `acme/X`. A copy
/// without a label is what its original is.
struct UnlabeledCopies {
  /// The bases that the model is directly made from, where such copies are looked through.
  private(set) var direct: Set<ModelName>
  private(set) var copies: Set<ModelName> = []

  init(on edges: [LineageEdge]) {
    direct = Set(edges.filter { $0.depth == 1 }.map(\.base))
    // Nearest first: what is copied stands behind the copy.
    for edge in edges where direct.contains(edge.base) && Self.isSilent(edge.license) {
      let further = edges.filter { $0.derivative == edge.base }
      guard !further.isEmpty, further.allSatisfy({ RepackagedName.isCopy(edge.base.id, of: $0.base.id) }) else {
        continue
      }
      direct.remove(edge.base)
      copies.insert(edge.base)
      direct.formUnion(further.map(\.base))
    }
  }

  private static func isSilent(_ license: LicenseConclusion) -> Bool {
    license.claims.isEmpty && license.remark == nil && license.concluded == nil
  }
}

extension Resolver {
  /// What a model inherits; no license where its bases are free, and its publisher keeps most models to itself or its name bars
  /// commerce or speaks of a line that no name of a base does. Copies are no other: NVIDIA's quantization of an Apache-licensed model
  /// may be under its own terms.
  func unlessKept(
    _ inherited: LicenseConclusion, _ name: ModelName, _ edges: [LineageEdge]
  ) -> LicenseConclusion {
    guard name.registry == .huggingface, inherited.category?.isRestricted == false else { return inherited }
    let reason: String
    if RestrictivePublishers.contains(name.id.prefix { $0 != "/" }) {
      reason = "most models of its publisher on file are under restricted licenses or its own"
    } else if NamedLine.speaksOfLine(name.id, beside: edges.map(\.base.id).joined(separator: " ")) {
      reason = "its name speaks of a line that the names of its bases do not"
    } else if NonCommercialModelName.says(name.id) {
      reason = "its name bars commerce"
    } else {
      return inherited
    }
    let doubt = Claim(
      license: "unknown", kind: .unrecognized, source: .publisher, evidence: "nobody has labeled it, and \(reason)")
    return conclusion(of: inherited.claims + [doubt])
  }
}
