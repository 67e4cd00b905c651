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
    guard block.kind == .json || BlockNeedles.mayName(input.source.bytes.span, block.range) else { return [] }
    if block.kind == .documentation { return Docstring.references(of: input.part(block.range)) }
    let label = block.label.map { input.source.string(in: $0) }
    if let label, prompts.containsAny(in: label.utf8.span) { return [] }
    if block.kind == .json { return RecordedRequests.references(in: block.range, of: input, kind: .code) }
    return EmbeddedSetting.references(ofText: block.range, in: input, label: label) ?? []
  }

  private static let prompts = NeedleSet(["prompt", "instruction", "message"], ignoresCase: true)
}
