internal import ProvisoCore
internal import ProvisoText

/// `modules.json` and `config_sentence_transformers.json` of sentence-transformers: a model of several modules lies here, the
/// folders of which are parts of it.
struct SentenceTransformersConfig: Detector {
  let id = "sentence-transformers-config"
  let summary = "modules.json and config_sentence_transformers.json: an embedding model of several modules."
  let needles = ["sentence_transformers"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    ["modules.json", "config_sentence_transformers.json"].contains(path.lowercasedName)
  }

  func detect(_ input: DetectionInput) -> Detections {
    let document: JSONDocument
    do {
      document = try JSONReader.read(input.source)
    } catch {
      return Detections(notifications: [JSONManifest.unreadable(input, error)])
    }
    let marks =
      document.root.items.compactMap { $0["type"] }.filter { $0.string?.hasPrefix("sentence_transformers.") == true }
      + document.root.entries.filter { $0.key == "__version__" }.compactMap { $0.value["sentence_transformers"] }
    guard let mark = marks.first else { return Detections() }
    return input.model(at: input.location(of: mark))
  }
}
