internal import ProvisoCore
internal import ProvisoText

/// YAML that tells a trainer what to train: `base_model` (axolotl, mergekit), `model_name_or_path` (LLaMA-Factory, TRL),
/// `pretrained_model_name_or_path`, with the revision beside it where one is given.
///
/// A file that is no YAML as it stands (a template) is read line by line for the same keys, and that is told.
struct TrainingConfig: Detector {
  let id = "training-config"
  let summary = "Training configuration in YAML: the model that is trained."
  let needles = Self.keys

  private static let keys = [
    "base_model", "model_name_or_path", "pretrained_model_name_or_path", "base_model_name_or_path",
  ]
  private static let revisionKeys = ["revision_of_model", "model_revision", "base_model_revision", "revision"]

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "yaml" || path.fileExtension == "yml"
  }

  func detect(_ input: DetectionInput) -> Detections {
    do {
      let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
      var references: [ModelReference] = []
      for document in try YAMLReader.readAll(input.source, limits: limits) {
        if let root = document.root { collect(root, input, into: &references) }
      }
      return Detections(references: references)
    } catch {
      return lineByLine(input, error)
    }
  }

  private func collect(_ node: DataNode, _ input: DetectionInput, into references: inout [ModelReference]) {
    for entry in node.entries where Self.keys.contains(entry.key) {
      guard let text = entry.value.string, let model = HubName.model(in: text) else { continue }
      let written = Self.revisionKeys.compactMap { node[$0]?.text }.first
      references.append(
        reference(
          model, text, at: input.location(of: entry.value), written.map(Revision.init(written:)) ?? .unpinned, input))
    }
    for entry in node.entries { collect(entry.value, input, into: &references) }
    for item in node.items { collect(item, input, into: &references) }
  }

  private func reference(
    _ model: ModelName, _ text: String, at location: Location, _ revision: Revision, _ input: DetectionInput
  ) -> ModelReference {
    ModelReference(
      model: model, revision: revision, location: location, asWritten: text, kind: .trainingConfig,
      role: .base, scope: input.path.scope)
  }

  private func lineByLine(_ input: DetectionInput, _ error: DocumentError) -> Detections {
    let source = input.source
    var references: [ModelReference] = []
    for number in 1...source.lineCount {
      let line = source.lineRange(number)
      guard let range = value(on: line, of: source) else { continue }
      let text = source.string(in: range)
      guard let model = HubName.model(in: text) else { continue }
      references.append(reference(model, text, at: input.location(range), .unpinned, input))
    }
    let notification = input.notification(
      .note, at: error.position, "Not read as YAML, so its keys were looked for line by line: \(error.message)")
    return Detections(references: references, notifications: [notification])
  }

  /// The bytes of the value of `key: value`, quotes and comment removed.
  private func value(on line: Range<Int>, of source: SourceText) -> Range<Int>? {
    let bytes = source.bytes
    var start = line.lowerBound
    while start < line.upperBound, ASCII.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard let colon = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    guard Self.keys.contains(source.string(in: start..<colon)) else { return nil }
    let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    start = colon + 1
    while start < line.upperBound, ASCII.isBlank(bytes[start]) || quotes.contains(bytes[start]) { start += 1 }
    var end = start
    while end < line.upperBound, !ASCII.isWhitespace(bytes[end]), !quotes.contains(bytes[end]) { end += 1 }
    return start < end ? start..<end : nil
  }
}
