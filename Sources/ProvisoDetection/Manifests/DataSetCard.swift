internal import ProvisoCore
internal import ProvisoText

/// Cards of data sets: the front matter of a `README.md` with keys that only data sets have. What it takes: `license` and,
/// where somebody says so, the models whose outputs the data is made of (`generated_by`). Cards of models and of spaces are
/// left alone.
struct DataSetCard: Detector {
  let id = "data-set-card"
  let summary = "The front matter of data-set cards: license, and whose outputs the data is made of."
  let needles = Self.keys

  private static let keys = [
    "dataset_info", "task_categories", "task_ids", "size_categories", "annotations_creators", "source_datasets",
    "language_creators",
  ]

  var endings: Set<String> { ["md"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "readme.md"
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    FrontMatter.locate(in: bytes) != nil
  }

  func detect(_ input: DetectionInput) -> Detections {
    // A front matter that is no YAML is told by the detector of model cards.
    guard let (document, _) = try? FrontMatter.read(input.source), let root = document.root, root.isMapping,
      root.entries.contains(where: { Self.keys.contains($0.key) }), root["sdk"] == nil
    else { return Detections() }
    let model = input.path.directory
    let licenses = ManifestLicenses(input: input).licenses(of: root)
    let place = licenses.first?.location ?? input.location(root.range)
    let makers = (root["generated_by"]?.stringsWithNodes ?? []).compactMap { text, node in
      HubName.model(in: text).map { name in
        DeclaredBase(model: name, relation: .trainedOnOutputs, location: input.location(of: node))
      }
    }
    return Detections(
      references: [
        input.reference(.local(model), at: place, as: model, kind: .modelCard, role: .dataset)
      ],
      declarations: [
        ModelDeclaration(
          model: model, source: .modelCard, location: place, licenses: licenses, bases: makers, scope: input.path.scope)
      ])
  }
}
