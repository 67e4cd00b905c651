internal import ProvisoCore
internal import ProvisoText

/// Sentences of a card that say whose outputs the model, or the data set, learns from (`Distilled from
/// meta-llama/Meta-Llama-3-70B-Instruct.`), and, where the front matter names no base, what it was made from. Only a README with
/// a card's front matter counts; see ``OriginSentence`` for what counts as such a sentence.
struct Origins: Detector {
  let id = "origins"
  let summary =
    "Sentences of a card about the models that it was made or distilled from, or whose outputs it was trained on."
  let needles: [String] = []

  func wants(_ path: FilePath) -> Bool {
    ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"].contains(path.lowercasedName)
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    FrontMatter.locate(in: bytes) != nil
  }

  private static let mostOrigins = 20

  func detect(_ input: DetectionInput) -> Detections {
    let isOfData = !DataSetCard().detect(input).declarations.isEmpty
    // What the front matter states is all that the model was made from.
    let readsBases = !isOfData && ModelCard().detect(input).declarations.allSatisfy(\.bases.isEmpty)
    var bases: [DeclaredBase] = []
    for sentence in MarkdownProse(input.source).sentences() where bases.count < Self.mostOrigins {
      for origin in OriginSentence(
        input.source, sentence.range, isOfData: isOfData, readsBases: readsBases
      ).origins
      where !bases.contains(where: { $0.model == origin.model }) {
        bases.append(
          DeclaredBase(
            model: origin.model, relation: origin.relation, location: input.location(origin.range),
            confidence: origin.model.id.utf8.contains(UInt8(ascii: "/")) ? .medium : .low))
      }
    }
    guard let first = bases.first else { return Detections() }
    return Detections(declarations: [
      ModelDeclaration(
        model: input.path.directory, source: .readme, location: first.location, bases: bases, establishesModel: false,
        scope: input.path.scope)
    ])
  }
}
