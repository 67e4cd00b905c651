internal import ProvisoCore
internal import ProvisoText

/// Terraform, Packer and Nomad: models in attributes (`HF_MODEL_ID`, `model_id`), defaults of variables and scripts.
struct TerraformCode: Detector {
  let id = "terraform-code"
  let summary = "Terraform and other HCL: attributes and defaults of variables that name a model."
  let needles = SettingNeedles.all

  /// Blocks whose labels are somebody's names for them and say nothing of what is inside.
  private static let labeled = ["resource": 2, "data": 2, "module": 1, "provider": 1]

  private static func bodies(_ node: DataNode, _ labels: Int) -> [DataNode] {
    labels == 0 ? [node] : node.entries.flatMap { bodies($0.value, labels - 1) }
  }

  var endings: Set<String> { ["hcl", "nomad", "tf", "tfvars"] }

  func wants(_ path: FilePath) -> Bool {
    ["tf", "tfvars", "hcl", "nomad"].contains(path.fileExtension)
  }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      var walk = SettingWalk(input, kind: .terraform)
      for entry in try HCLReader.read(input.source).entries {
        if let labels = Self.labeled[entry.key] {
          for body in Self.bodies(entry.value, labels) { walk.walk(body) }
        } else {
          walk.setting(entry)
        }
      }
      return walk.detections
    } catch {
      return SettingLines.detections(input, .terraform, .hcl, error)
    }
  }
}
