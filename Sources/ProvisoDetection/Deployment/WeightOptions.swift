internal import ProvisoCore

/// Options that say nothing of models and are given weights all the same: `--clip_l clip.safetensors`, `--t5xxl t5xxl.gguf`.
enum WeightOptions {
  /// Whether the option is given a file of weights to read, not one to write or a pattern of files to fetch. A file of a repository
  /// that the command names is that model.
  static func isRead(_ option: String, _ value: String, besideHub: Bool) -> Bool {
    guard !besideHub, WeightNames.isSure(value) else { return false }
    let folded = SettingKeys.fold(option)
    return !written.contains { folded.hasPrefix($0) }
  }

  private static let written = [
    "dest", "dst", "exclude", "export", "include", "log", "out", "result", "save", "target", "write",
  ]
}
