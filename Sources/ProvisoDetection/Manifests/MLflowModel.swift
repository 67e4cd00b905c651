internal import ProvisoCore
internal import ProvisoText

/// `MLmodel` of MLflow: a model lies here, made from the one that a flavor names (`source_model_name`).
struct MLflowModel: Detector {
  let id = "mlflow-model"
  let summary = "MLmodel of MLflow: a logged model and the one it was made from."
  let needles = ["flavors"]

  var endings: Set<String> { [""] }

  func wants(_ path: FilePath) -> Bool {
    path.name == "MLmodel"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let root: DataNode?
    do {
      root = try YAMLReader.read(input.source).root
    } catch {
      var notification = input.notification(
        .warning, at: error.position, "Not read as YAML, so what it says of a model is not known: \(error.message)")
      notification.isIncomplete = true
      return Detections(notifications: [notification])
    }
    guard let flavors = root?.entries.last(where: { $0.key == "flavors" }) else { return Detections() }
    var bases: [(model: ModelName, node: DataNode)] = []
    for flavor in flavors.value.entries {
      guard let node = flavor.value["source_model_name"], let model = node.string.flatMap(HubName.model) else {
        continue
      }
      if !bases.contains(where: { $0.model == model }) { bases.append((model, node)) }
    }
    // Whoever logs a model puts there what he likes; a license under its own name is one.
    let licenses = root?["metadata"].map { ManifestLicenses(input: input).licenses(of: $0) } ?? []
    return input.model(at: input.location(flavors.keyRange), licenses: licenses, bases: bases)
  }
}
