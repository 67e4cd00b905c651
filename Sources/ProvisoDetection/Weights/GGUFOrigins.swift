internal import ProvisoCore
internal import ProvisoText

/// What the metadata of a GGUF file say of where the model comes from beside the keys for its bases: `general.basename`, which is the
/// base's name by the format's own words, a sentence in `general.description`, and the data sets it was trained on.
struct GGUFOrigins {
  private let values: [String: [String]]
  private static let mostDataSets = 64
  private static let longestDescription = 8_192

  init(_ values: [String: [String]]) {
    self.values = values
  }

  func add(to detections: inout Detections, _ path: FilePath) {
    guard let own = detections.declarations.first else { return }
    let location = Location(path: path.string)
    if own.bases.isEmpty {
      let said = described(path, location)
      if !said.isEmpty {
        detections.declarations.append(declaration(own, location, bases: said))
        detections.references += said.map { base in
          ModelReference(
            model: base.model, location: location, asWritten: base.model.id, kind: .weights, role: .base,
            scope: path.scope, derivative: own.model)
        }
      } else if let name = values["general.basename"]?.last, !name.isEmpty, name != own.name?.name {
        // A name is looked at as the file's own would be.
        detections.declarations.append(
          declaration(own, location, name: DeclaredName(name: name, location: location)))
      }
    }
    detections.references += dataSets.map { id in
      ModelReference(
        model: .huggingFace(id), location: location, asWritten: id, kind: .weights, role: .dataset, scope: path.scope,
        derivative: own.model)
    }
  }

  private func declaration(
    _ own: ModelDeclaration, _ location: Location, name: DeclaredName? = nil, bases: [DeclaredBase] = []
  ) -> ModelDeclaration {
    ModelDeclaration(
      model: own.model, source: .weightMetadata, location: location, name: name, bases: bases, scope: own.scope)
  }

  /// The bases that `general.description` names in a sentence.
  private func described(_ path: FilePath, _ location: Location) -> [DeclaredBase] {
    var bases: [DeclaredBase] = []
    for text in (values["general.description"] ?? []).prefix(8) {
      let source = SourceText(path: path.string, bytes: Array(text.utf8.prefix(Self.longestDescription)))
      for sentence in MarkdownProse(source).sentences() {
        let read = OriginSentence(source, sentence.range, isOfData: false, readsBases: true)
        for origin in read.origins where !bases.contains(where: { $0.model == origin.model }) {
          bases.append(
            DeclaredBase(model: origin.model, relation: origin.relation, location: location, confidence: .medium))
        }
      }
    }
    return bases
  }

  /// `general.dataset.0.repo_url`, and lists of ids under `general.datasets`.
  private var dataSets: [String] {
    let addresses = values.keys.sorted().filter { $0.hasPrefix("general.dataset.") && $0.hasSuffix(".repo_url") }
      .flatMap { values[$0] ?? [] }
    var seen: Set<String> = []
    return addresses.prefix(Self.mostDataSets).compactMap(HubAddress.dataSet).filter { seen.insert($0).inserted }
  }
}
