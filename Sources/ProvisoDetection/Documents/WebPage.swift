internal import ProvisoCore
internal import ProvisoText

/// Pages of the web and components written like them: the commands and code that `<pre>` and `<code>` show, and addresses of the
/// hub, in links and in text. What stands in quotes of scripts and attributes ``SourceCode`` reads.
struct WebPage: Detector {
  let id = "web-page"
  let summary = "HTML, Vue and Svelte: models in the commands and code that a page shows, and those that it links to."
  let needles = ["huggingface.co/", "hf.co/", "hf://", "<pre", "<code"]

  var endings: Set<String> { Self.extensions }

  func wants(_ path: FilePath) -> Bool { Self.extensions.contains(path.fileExtension) }

  private static let extensions: Set<String> = ["astro", "htm", "html", "svelte", "vue", "xhtml"]

  func detect(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    var references: [ModelReference] = []
    for piece in PagePieces.of(input.source) {
      switch piece {
      case .text(let range), .tag(let range): references += addresses(in: range, input)
      case .code(let code): references += shown(code, input)
      }
    }
    return Detections(references: references)
  }

  /// A page of a documentation; a component of an application stands where its other code does.
  private func scope(_ input: DetectionInput) -> Scope {
    ["htm", "html", "xhtml"].contains(input.path.fileExtension) ? PathScope.ofDocument(input.path) : input.path.scope
  }

  private func shown(_ code: ShownCode, _ input: DetectionInput) -> [ModelReference] {
    guard !code.text.isEmpty else { return [] }
    let part = input.part(String(decoding: code.text, as: UTF8.self), offsets: code.offsets)
    guard part.source.bytes.count == code.offsets.count else { return [] }
    let text = part.source.bytes
    var references: [ModelReference]
    if code.isBlock {
      references = EmbeddedBlock.references(of: part, language: code.language)
    } else if NameJudge.mayName(text.span, 0..<text.count) {
      guard NameNeedles.shared.mayName(text.span, 0..<text.count) else { return [] }
      references = [Mention.reference(0..<text.count, of: part, scope: scope(input))].compactMap(\.self)
    } else {
      guard ShownCommand.isOne(text.drop(while: ASCII.isBlank)) else { return [] }
      references = EmbeddedBlock.commands(in: 0..<text.count, of: part)
    }
    for index in references.indices {
      references[index].kind = .document
      references[index].scope = scope(input)
      // In a sentence a command is an example.
      if !code.isBlock { references[index].role = .mentioned }
    }
    return references
  }

  /// Addresses of the hub, to where an address ends in text or in an attribute.
  private func addresses(in range: Range<Int>, _ input: DetectionInput) -> [ModelReference] {
    let bytes = input.source.bytes
    var references: [ModelReference] = []
    var offset = range.lowerBound
    while let start = bytes[offset..<range.upperBound].firstIndex(where: { $0 | 0x20 == UInt8(ascii: "h") }) {
      offset = start + 1
      guard start == range.lowerBound || !ASCII.isWord(bytes[start - 1]),
        HubAddress.begins(bytes[start..<range.upperBound])
      else { continue }
      let end = Mention.endOfAddress(at: start, before: range.upperBound, in: bytes)
      if let reference = Mention.reference(start..<end, of: input, scope: scope(input)) { references.append(reference) }
      offset = max(end, offset)
    }
    return references
  }
}
