internal import ProvisoCore
internal import ProvisoText

/// JSON lines: the models of requests that are sent as a batch, `{"custom_id": "1", "body": {"model": "owner/name"}}`, by their
/// model keys.
///
/// Other lines are results and data sets, which choose no model. Where a batch names more than a few, that is told, and none is
/// listed.
struct JSONLines: Detector {
  let id = "json-lines"
  let summary = "JSON lines: the models that requests of a batch name."
  let needles = ["\"custom_id\""]

  /// A batch is sent to one model, or to few that are compared.
  private static let mostModels = 4

  var endings: Set<String> { ["jsonl", "ndjson"] }

  func wants(_ path: FilePath) -> Bool { ["jsonl", "ndjson"].contains(path.fileExtension) }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    let found = RecordedRequests.references(in: 0..<input.source.bytes.count, of: input, kind: .configuration)
    guard found.count > Self.mostModels else { return Detections(references: found) }
    return Detections(notifications: [
      input.notification(
        .note, "Its lines name \(found.count) models, as no batch for one does; they are not listed.")
    ])
  }
}
