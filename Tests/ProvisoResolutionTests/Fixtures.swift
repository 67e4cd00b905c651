import ProvisoCore
import ProvisoResolution

/// What a manifest at `path` says of the model in its folder.
func declaration(
  _ path: String, _ source: ClaimSource = .modelCard, model: String? = nil, licenses: [DeclaredLicense] = [],
  bases: [String] = [], relation: Relation? = nil, isModel: Bool = true
) -> ModelDeclaration {
  let location = Location(path: path, line: 2)
  return ModelDeclaration(
    model: model ?? folder(of: path), source: source, location: location, licenses: licenses,
    bases: bases.map { DeclaredBase(model: .huggingFace($0), relation: relation, location: location) },
    establishesModel: isModel)
}

/// A license as it stands in `path`.
func license(
  _ tag: String, name: String? = nil, link: String? = nil, in path: String = "README.md", line: Int = 2,
  column: Int = 10
) -> DeclaredLicense {
  DeclaredLicense(tag: tag, name: name, link: link, location: Location(path: path, line: line, column: column))
}

/// A model card in `folder` that declares `licenses` as a list.
func card(_ tags: [String], in directory: String = ".", bases: [String] = [], relation: Relation? = nil)
  -> ModelDeclaration
{
  let path = directory == "." ? "README.md" : directory + "/README.md"
  let licenses = tags.enumerated().map { license($0.element, in: path, column: 10 + 20 * $0.offset) }
  return declaration(path, licenses: licenses, bases: bases, relation: relation)
}

/// A license text of the title `title`.
func licenseText(_ title: String, at path: String = "LICENSE") -> ModelDeclaration {
  declaration(path, .licenseFile, licenses: [license(title, in: path, line: 1, column: 1)], isModel: false)
}

/// A text that is word for word that of the record `license`, or `differences` words off.
func recognizedText(
  _ license: String, at path: String = "LICENSE", _ subject: LicenseTextSubject = .unstated, differences: Int = 0
) -> ModelDeclaration {
  let difference = LicenseRecognition.Difference(kind: .added, line: 7, addedWords: 9, removedWords: 0, excerpt: "No")
  let recognition = LicenseRecognition(
    license: license, isUsePolicy: false, similarity: 1, differences: Array(repeating: difference, count: differences))
  let tag = differences == 0 ? license : "\(license), with changes"
  let line = differences == 0 ? 1 : 7
  let text = DeclaredLicense(
    tag: tag, location: Location(path: path, line: line), recognition: recognition, subject: subject)
  return declaration(path, .licenseFile, licenses: [text], isModel: false)
}

/// A weight file under a name of its own, with what its metadata say.
func weights(_ path: String, license tag: String? = nil, bases: [String] = []) -> ModelDeclaration {
  declaration(
    path, .weightMetadata, model: path, licenses: tag.map { [license($0, in: path, line: 1)] } ?? [], bases: bases)
}

/// A folder's config that names its bases and nothing else.
func config(in directory: String, bases: [String] = []) -> ModelDeclaration {
  declaration(directory + "/config.json", .modelConfig, bases: bases)
}

func folder(of path: String) -> String {
  let parts = path.split(separator: "/").dropLast()
  return parts.isEmpty ? "." : parts.joined(separator: "/")
}

/// Resolves what the files of one tree say, with a reference to each model in it.
func resolve(_ declarations: [ModelDeclaration], corrections: [LicenseCorrection] = []) -> [String: ResolvedModel] {
  let references = Set(declarations.filter(\.establishesModel).map(\.model)).sorted().map { id in
    ModelReference(
      model: .local(id), location: Location(path: id), asWritten: id, kind: .modelCard, role: .published)
  }
  let resolution = Resolver(corrections: corrections).resolve(
    Detections(references: references, declarations: declarations))
  return Dictionary(uniqueKeysWithValues: resolution.models.map { ($0.name.id, $0) })
}

extension ResolvedModel {
  /// The conclusion in one line: `known llama3.1 high`.
  var words: String {
    "\(license.state.rawValue) \(license.concluded ?? "-") \(license.confidence.rawValue)"
  }

  /// What the rules would evaluate, the strictest first.
  var applicable: [String] { applicableLicenses.map(\.license.id) }
}
