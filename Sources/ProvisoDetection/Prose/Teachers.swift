internal import ProvisoCore
internal import ProvisoText

/// Sentences of a card that say whose outputs the model, or the data set, learns from: `Distilled from
/// meta-llama/Meta-Llama-3-70B-Instruct.` Only a README with a card's front matter counts; see
/// ``TeacherSentence`` for what counts as such a sentence.
struct Teachers: Detector {
  let id = "teachers"
  let summary = "Sentences of a card about the models that it was distilled from, or whose outputs it was trained on."
  let needles: [String] = []

  func wants(_ path: FilePath) -> Bool {
    ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"].contains(path.lowercasedName)
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    FrontMatter.locate(in: bytes) != nil
  }

  private static let mostTeachers = 20

  func detect(_ input: DetectionInput) -> Detections {
    let isOfData = !DataSetCard().detect(input).declarations.isEmpty
    var bases: [DeclaredBase] = []
    for sentence in MarkdownProse(input.source).sentences() where bases.count < Self.mostTeachers {
      for teacher in TeacherSentence(input.source, sentence.range, isOfData: isOfData).teachers
      where !bases.contains(where: { $0.model == teacher.model }) {
        bases.append(
          DeclaredBase(
            model: teacher.model, relation: teacher.relation, location: input.location(teacher.range),
            confidence: .medium))
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
