internal import ProvisoCore
internal import ProvisoText

/// Texts of several lines in code: settings, requests and commands that somebody wrote into a string, `yaml = """…"""`, JSON on
/// one line, and what docstrings show.
///
/// A prompt is no setting, whatever it looks like. Code inside strings is not read.
enum CodeBlocks {
  static func references(
    of code: CodeLiterals, in input: DetectionInput, _ kind: ReferenceKind
  ) -> [ModelReference] {
    guard input.mayNest, !code.blocks.isEmpty, input.file.speaksOfModels else { return [] }
    return code.blocks.flatMap { block in
      references(of: block, in: input).map { reference in
        var reference = reference
        reference.kind = kind
        return reference
      }
    }
  }

  private static func references(of block: CodeBlock, in input: DetectionInput) -> [ModelReference] {
    if block.kind == .command { return commands(block.range, in: input) }
    guard block.kind == .json || BlockNeedles.mayName(input.source.bytes.span, block.range) else { return [] }
    if block.kind == .documentation { return Docstring.references(of: input.part(block.range)) }
    let label = block.label.map { input.source.string(in: $0) }
    if let label, prompts.containsAny(in: label.utf8.span) { return [] }
    if block.kind == .json { return RecordedRequests.references(in: block.range, of: input, kind: .code) }
    return EmbeddedSetting.references(ofText: block.range, in: input, label: label)
      ?? (holdsOptions(block.range, in: input) ? commands(block.range, in: input) : [])
  }

  /// Commands and their options, or arguments in one word.
  private static func commands(_ range: Range<Int>, in input: DetectionInput) -> [ModelReference] {
    guard LiteralCommand.isArguments(input.source.bytes[range]) else {
      return ModelCommands.detect(in: range, of: input).references
    }
    return SettingJudge(input: input, kind: .code).references(
      input.source.string(in: range), at: range, whole: range, place: .model, keys: [])
  }

  /// Whether a line begins with an option: `"""examples/train.py\n  --model_name_or_path=owner/name"""`.
  private static func holdsOptions(_ range: Range<Int>, in input: DetectionInput) -> Bool {
    let bytes = input.source.bytes
    return bytes[range].split(separator: 0x0A).contains { line in
      let text = line.drop(while: ASCII.isWhitespace)
      return text.starts(with: "--".utf8) && text.dropFirst(2).first.map(ASCII.isLetter) == true
    }
  }

  private static let prompts = NeedleSet(["prompt", "instruction", "message"], ignoresCase: true)
}
