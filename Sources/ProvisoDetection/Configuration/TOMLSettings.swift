internal import ProvisoCore
internal import ProvisoText

/// Any TOML configuration (pyproject tables, Cargo metadata, `config.toml`) by its keys and then its values.
struct TOMLSettings: Detector {
  let id = "toml-settings"
  let summary =
    "TOML configuration: models under keys that ask for one, and names that speak for themselves."
  let needles = SettingNeedles.all

  var endings: Set<String> { ["toml"] }

  func wants(_ path: FilePath) -> Bool { path.fileExtension == "toml" }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      var walk = SettingWalk(input, kind: .configuration)
      walk.walk(try TOMLReader.read(input.source))
      return walk.detections
    } catch {
      return SettingLines.detections(input, .configuration, .toml, error)
    }
  }
}
