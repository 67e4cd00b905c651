internal import ProvisoCore
internal import ProvisoText

/// INI files and Java properties (`setup.cfg`, `application.properties`, `gradle.properties`, units of systemd and Podman, scenes
/// of Godot, settings of Xcode) by their keys and then their values.
struct INISettings: Detector {
  let id = "ini-settings"
  let summary = "INI files and properties: models under keys that ask for one."
  let needles = SettingNeedles.all

  private static let extensions: Set<String> = [
    "cfg", "conf", "container", "ini", "kube", "properties", "service", "tres", "tscn", "xcconfig",
  ]

  var endings: Set<String> { Self.extensions }

  func wants(_ path: FilePath) -> Bool { Self.extensions.contains(path.fileExtension) }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      var walk = SettingWalk(input, kind: .configuration)
      walk.walk(try INIReader.read(input.source).root)
      return walk.detections
    } catch {
      return SettingLines.detections(input, .configuration, .settings, error)
    }
  }
}
