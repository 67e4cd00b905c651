internal import ProvisoCore
internal import ProvisoText

/// A block of code, commands or configuration inside a document or a notebook.
enum EmbeddedBlock {
  /// The references of a block that calls itself `language`. What cannot be read in it is not told: documents show pieces of
  /// files.
  static func references(of block: DetectionInput, language: String) -> [ModelReference] {
    // What a change takes away and adds.
    if language == "diff" || language == "patch" {
      return Docstring.quoted(in: 0..<block.source.bytes.count, of: block)
    }
    if let code = CodeLanguage.named(language) { return CodeReferences.find(in: block, language: code) }
    let all = 0..<block.source.bytes.count
    guard let detector = detector(of: language) else {
      // A block that does not say what it is shows commands most often.
      guard language.isEmpty || language == "http" || shells.contains(language) else {
        return texts.contains(language) ? alone(in: block) + prompted(in: block) : []
      }
      if isDockerfile(block.source.bytes) { return Dockerfile().detect(block).references }
      if language.isEmpty, MergeRecipe.stands(in: block.source.bytes) { return YAMLSettings().detect(block).references }
      return commands(in: all, of: block)
    }
    let references = detector.detect(block).references
    // What documents show is often cut short.
    if references.isEmpty, ["hcl", "terraform", "tf"].contains(language) { return Makefile().detect(block).references }
    // JSON in backticks, as `.env` files have it.
    if references.isEmpty, language == "ini" { return EnvironmentFile().detect(block).references }
    return references.isEmpty && language.hasPrefix("json")
      ? RecordedRequests.references(in: all, of: block, kind: .document) : references
  }

  /// A first look at a block of a document, of which most show something else: whether a word stands in it without which a file
  /// of that language is not read either.
  static func mayName(_ block: [UInt8], language: String) -> Bool {
    if let code = CodeLanguage.named(language) { return code.quotedNames.mayStand(in: block) }
    if whole.contains(language) || texts.contains(language) { return true }
    return SettingNeedles.stand(in: block.span) || language.isEmpty && isDockerfile(block)
  }

  /// Languages whose files are read whatever stands in them.
  private static let whole = WordTable("diff docker dockerfile dotenv env modelfile patch")

  /// `FROM image` before all else, and what a container runs.
  private static func isDockerfile(_ bytes: [UInt8]) -> Bool {
    bytes.drop(while: ASCII.isWhitespace).starts(with: "FROM ".utf8)
      && ["CMD [", "ENTRYPOINT [", "RUN "].contains { word in
        bytes.split(separator: 0x0A).contains { $0.starts(with: word.utf8) }
      }
  }

  /// What commands name, also in the requests that they send: `curl -d '{"model": "…"}'`.
  static func commands(in range: Range<Int>, of input: DetectionInput) -> [ModelReference] {
    let references = ModelCommands.detect(in: range, of: input).references
    let places = Set(references.map(\.location))
    return references
      + RecordedRequests.references(in: range, of: input, kind: .document).filter { !places.contains($0.location) }
  }

  /// Lines of a text that are nothing but the name of a model that is known.
  private static func alone(in block: DetectionInput) -> [ModelReference] {
    let bytes = block.source.bytes
    return (1...block.source.lineCount).compactMap { number in
      let line = CallArguments.trimmed(block.source.lineRange(number), bytes)
      guard (6...longestName).contains(line.count), bytes[line].contains(UInt8(ascii: "/")),
        case let name = block.source.string(in: line), HubName.isKnownModel(name), HubName.hasModelMarks(name)
      else { return nil }
      return Mention.reference(line, of: block, scope: block.path.scope)
    }
  }

  /// `$ whisper-cli -m models/ggml-base.en.bin`: what was typed, in a block that shows also what came of it.
  private static func prompted(in block: DetectionInput) -> [ModelReference] {
    let bytes = block.source.bytes
    guard bytes.contains(UInt8(ascii: "$")) else { return [] }
    return (1...block.source.lineCount).flatMap { number -> [ModelReference] in
      let line = CallArguments.trimmed(block.source.lineRange(number), bytes)
      return bytes[line].starts(with: "$ ".utf8) ? commands(in: line.lowerBound + 2..<line.upperBound, of: block) : []
    }
  }

  private static let longestName = 200
  private static let texts = WordTable("console-output log none output plain plaintext text txt")

  private static func detector(of language: String) -> (any Detector)? {
    switch language {
    case "yaml", "yml": YAMLSettings()
    case "json", "json5", "jsonc": JSONSettings()
    case "toml": TOMLSettings()
    case "cfg", "conf", "ini", "properties": INISettings()
    case "dotenv", "env": EnvironmentFile()
    case "docker", "dockerfile": Dockerfile()
    case "hcl", "terraform", "tf": TerraformCode()
    case "make", "makefile": Makefile()
    case "modelfile": Modelfile()
    default: nil
    }
  }

  private static let shells: Set<String> = [
    "bash", "bat", "batch", "cmd", "command", "command-line", "commandline", "commands", "console", "fish",
    "powershell", "ps1", "pwsh", "sh", "shell", "shell-session",
    "shellscript", "shellsession", "terminal", "zsh",
  ]
}
