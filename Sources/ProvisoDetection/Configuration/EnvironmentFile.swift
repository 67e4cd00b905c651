internal import ProvisoCore
internal import ProvisoText

/// `.env` files and their examples: variables that name a model. What is commented out is `mentioned`.
struct EnvironmentFile: Detector {
  let id = "environment-file"
  let summary = "Variables of .env files that name a model."
  let needles = SettingNeedles.all

  /// `.env`, `.env.local`, `example.env`, `.envrc`, `env.example`.
  func wants(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    return name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".env") || name == ".envrc"
      || name.hasPrefix("env.") || name.hasSuffix(".env.example") || name.hasPrefix(".env-")
  }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      let document = try DotenvReader.read(input.source)
      var walk = SettingWalk(input, kind: .environment)
      for entry in document.root.entries { walk.setting(entry) }
      for entry in document.commented { walk.setting(entry, role: .mentioned) }
      return walk.detections
    } catch {
      return SettingLines.detections(input, .environment, .variables, error)
    }
  }
}
