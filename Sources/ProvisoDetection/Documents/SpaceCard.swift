internal import ProvisoCore
internal import ProvisoText

/// The front matter of an application on the hub (a README with `sdk:`): the models and data sets it lists.
struct SpaceCard: Detector {
  let id = "space-card"
  let summary = "The front matter of applications on the hub: the models and data sets they list."
  let needles = ["sdk:"]

  var endings: Set<String> { ["markdown", "md"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName.hasPrefix("readme") && ["markdown", "md"].contains(path.fileExtension)
  }

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool { FrontMatter.locate(in: bytes) != nil }

  func detect(_ input: DetectionInput) -> Detections {
    // Front matter that is no YAML is told by the detector of model cards.
    guard let frontMatter = try? FrontMatter.read(input.source), let root = frontMatter.document.root,
      root["sdk"]?.string != nil
    else { return Detections() }
    var references: [ModelReference] = []
    for (key, role) in [("models", Role.used), ("preload_from_hub", .used), ("datasets", .dataset)] {
      for item in root[key]?.items ?? [] {
        // `preload_from_hub` goes on with files after a blank.
        guard let text = item.string?.split(separator: " ").first.map(String.init),
          let verdict = NameJudge.judge(text, in: .loadingCall), verdict.model.registry == .huggingface
        else { continue }
        references.append(
          input.reference(
            verdict.model, revision: .unpinned, at: input.location(of: item), as: text, kind: .modelCard, role: role))
      }
    }
    return Detections(references: references)
  }
}
