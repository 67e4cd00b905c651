internal import ProvisoCore

/// Options that say nothing of models and are given weights all the same: `--clip_l clip.safetensors`, `--t5xxl t5xxl.gguf`.
enum WeightOptions {
  /// Whether the option is given a file of weights to read, not one to write or a pattern of files to fetch. A file of a repository
  /// that the command names is that model.
  static func isRead(_ option: String, _ value: String, besideHub: Bool) -> Bool {
    guard !besideHub, WeightNames.isSure(value) || isKept(value) else { return false }
    let folded = SettingKeys.fold(option)
    return !written.contains { folded.hasPrefix($0) } && folded != "o"
  }

  /// `-p weights/detector.pth`: of files that hold other things as often, those in a folder for weights.
  private static func isKept(_ value: String) -> Bool {
    guard WeightNames.isFile(value) else { return false }
    let folders = value.utf8.split(separator: UInt8(ascii: "/")).dropLast()
    return folders.contains { Self.folders.contains(ASCII.lowercased(String($0) ?? "")) }
  }

  private static let folders: Set<String> = [
    "checkpoints", "ckpt", "ckpts", "models", "pretrained", "pretrained_models", "pretrained_weights", "weights",
  ]
  private static let written = [
    "dest", "dst", "exclude", "export", "include", "log", "out", "result", "save", "target", "write",
  ]
}
