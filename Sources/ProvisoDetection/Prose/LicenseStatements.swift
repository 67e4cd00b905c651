internal import ProvisoCore
internal import ProvisoText

/// Sentences of a README that say under which license the weights stand, and under which the code.
///
/// `The code is MIT, the weights are released under the Llama 3.1 Community License.` Only what is said of weights or of code
/// by name counts: a sentence about "this project" says neither. Negations, conditions, questions, the past, quotations and
/// code are left out; see ``LicenseSentence``.
struct LicenseStatements: Detector {
  let id = "license-statements"
  let summary = "Sentences of a README about the license of the weights and that of the code."
  let needles = ["weights", "checkpoint", "model license", "models are", "model is"]

  func wants(_ path: FilePath) -> Bool {
    ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"].contains(path.lowercasedName)
  }

  private static let mostStatements = 20

  func detect(_ input: DetectionInput) -> Detections {
    var licenses: [DeclaredLicense] = []
    for sentence in MarkdownProse(input.source).sentences() where licenses.count < Self.mostStatements {
      for statement in LicenseSentence(sentence.text).statements {
        let phrase = ASCII.lowercased(statement.license)
        let place = sentence.location(ofPhrase: phrase, in: input.source) ?? sentence.range
        for subject in statement.subjects.sorted(by: { $0.rawValue < $1.rawValue }) {
          licenses.append(
            DeclaredLicense(tag: statement.license, location: input.location(place), subject: subject))
        }
      }
    }
    // What is said of the code alone is no news of a model.
    guard licenses.contains(where: { $0.subject == .model }), let first = licenses.first else { return Detections() }
    return Detections(declarations: [
      ModelDeclaration(
        model: input.path.directory, source: .readme, location: first.location, licenses: licenses,
        establishesModel: false, scope: input.path.scope)
    ])
  }
}
