internal import ProvisoCore
internal import ProvisoText

/// INI files and Java properties (`setup.cfg`, `application.properties`, `gradle.properties`, systemd units) by their keys
/// and then their values.
struct INISettings: Detector {
  let id = "ini-settings"
  let summary = "INI files and properties: models under keys that ask for one."
  let needles = SettingNeedles.all

  private static let extensions: Set<String> = ["ini", "cfg", "conf", "properties", "service"]

  func wants(_ path: FilePath) -> Bool { Self.extensions.contains(path.fileExtension) }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      var walk = SettingWalk(input, kind: .configuration)
      walk.walk(try INIReader.read(input.source).root)
      return walk.detections
    } catch {
      return Detections(notifications: [
        input.notification(
          .note, at: error.position,
          "Not read as settings, so not searched for models: \(error.message)")
      ])
    }
  }
}
