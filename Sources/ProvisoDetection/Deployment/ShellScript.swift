internal import ProvisoCore
internal import ProvisoText

/// Shell, PowerShell and batch scripts: the commands that fetch, serve and run models, and variables that name one.
struct ShellScript: Detector {
  let id = "shell-script"
  let summary = "Shell, PowerShell and batch scripts: commands and variables that name a model."
  let needles = SettingNeedles.all

  var endings: Set<String> {
    [
      "", "bash", "bashrc", "bat", "cmd", "command", "envrc", "fish", "ksh", "nu", "profile", "ps1", "psm1", "sbatch",
      "sdef", "sh", "slurm", "zsh", "zshrc",
    ]
  }

  func wants(_ path: FilePath) -> Bool { Self.dialect(of: path) != nil }

  private static func dialect(of path: FilePath) -> ShellDialect? {
    switch path.fileExtension {
    case "sh", "bash", "zsh", "ksh", "fish", "nu", "command", "slurm", "sbatch", "sdef": .posix
    case "ps1", "psm1": .powershell
    case "bat", "cmd": .batch
    default:
      [".bashrc", ".envrc", ".zshrc", ".profile", "earthfile", "justfile", "pkgbuild", "procfile"].contains(
        path.lowercasedName)
        ? .posix : nil
    }
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let dialect = Self.dialect(of: input.path) else { return Detections() }
    return ModelCommands.detect(in: 0..<input.source.bytes.count, of: input, dialect: dialect)
  }
}
