internal import ProvisoCore
internal import ProvisoText

/// Programs without an ending whose first line says what runs them: `#!/bin/bash`, `#!/usr/bin/env -S uv run --script`.
struct ShebangScript: Detector {
  let id = "shebang-script"
  let summary = "Programs without an ending, by the interpreter that their first line names."
  let start = Array("#!".utf8)
  let needles = SettingNeedles.all

  var endings: Set<String> { [""] }

  func wants(_ path: FilePath) -> Bool { path.fileExtension.isEmpty && !Self.others.contains(path.lowercasedName) }

  /// Files that other detectors read for what they are.
  private static let others: Set<String> = [
    "containerfile", "dockerfile", "gnumakefile", "justfile", "license", "makefile", "modelfile", "notice", "procfile",
  ]

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool { bytes.starts(with: start) }

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    let words = input.source.string(in: input.source.lineRange(1)).dropFirst(2).split { $0 == " " || $0 == "/" }
    for word in words.reversed() {
      let name = ASCII.lowercased(String(word.prefix { $0.isLetter }))
      if Self.shells.contains(name) {
        return ModelCommands.detect(
          in: 0..<input.source.bytes.count, of: input, dialect: name == "pwsh" ? .powershell : .posix)
      }
      // `uv run --script` runs Python.
      if let language = CodeLanguage.named(name == "uv" ? "python" : name) {
        return CodeReferences.detect(in: input, language: language)
      }
    }
    return Detections()
  }

  private static let shells: Set<String> = ["ash", "bash", "dash", "fish", "ksh", "pwsh", "sh", "zsh"]
}
