internal import ProvisoCore
internal import ProvisoText

/// Literals that are a part of a name, or have a part that is put in at run time.
extension CodeReferences {
  /// `f"meta-llama/Llama-3-{size}"`: no name to look up, but worth knowing of.
  func partial(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard !literal.isPart, !literal.isInComment, literal.range.count <= 400 else { return nil }
    if let mirrored = mirrored(literal, text) { return mirrored }
    if let bedrock = BedrockName.named(byARN: text) { return made(literal, text, bedrock) }
    let judged = TemplateName.withoutInterpolations(text)
    guard NameJudge.mayName(judged) else { return nil }
    let context = loadingCall(literal)?.context ?? self.context(literal, nil)
    guard let context, let verdict = NameJudge.judge(judged, in: context) else { return nil }
    if !verdict.isPartial, verdict.model.registry != .url {
      return text.hasSuffix(verdict.model.id) ? named(literal, verdict) : made(literal, text, verdict)
    }
    var partial = verdict
    partial.model.id = text
    partial.isPartial = true
    return made(literal, text, partial)
  }

  /// `f"{HOST}/owner/name/resolve/main/file"`: the hub's path behind a host that can be set.
  private func mirrored(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.elementsEqual("datasets".utf8) || $0.elementsEqual("spaces".utf8) }) else {
      return nil
    }
    if let release = released(literal, text, parts) { return release }
    guard let index = parts.firstIndex(where: { $0.elementsEqual("resolve".utf8) }), index >= 3,
      index + 1 < parts.count,
      let id = String(text.utf8[parts[index - 2].startIndex..<parts[index - 1].endIndex]),
      HubName.isID(id, mayEndLikeFile: HubAddress.isHubHost(text))
    else { return nil }
    let start =
      literal.range.lowerBound + text.utf8.distance(from: text.utf8.startIndex, to: parts[index - 2].startIndex)
    var name = literal
    name.range = start..<start + id.utf8.count
    let revision = String(parts[index + 1]).map(Revision.init(written:)) ?? .notApplicable
    return made(name, id, NameVerdict(.huggingface, id, revision: revision, confidence: .medium))
  }

  /// `f"{HOST}/owner/name/releases/download/v1/model.tflite"`
  private func released(
    _ literal: CodeLiteral, _ text: String, _ parts: [Substring.UTF8View]
  ) -> ModelReference? {
    guard let index = parts.firstIndex(where: { $0.elementsEqual("releases".utf8) }), index >= 3,
      index + 3 < parts.count, parts[index + 1].elementsEqual("download".utf8), WeightNames.isFile(text),
      let id = String(text.utf8[parts[index - 2].startIndex..<parts[index - 1].endIndex]), HubName.isID(id)
    else { return nil }
    let start =
      literal.range.lowerBound + text.utf8.distance(from: text.utf8.startIndex, to: parts[index - 2].startIndex)
    var name = literal
    name.range = start..<start + id.utf8.count
    let path = String(decoding: text.utf8[parts[index - 2].startIndex...], as: UTF8.self)
    return made(name, id, NameVerdict(.url, "https://github.com/\(path)", confidence: .medium))
  }

  /// `"meta-llama/" + name` in a loading call, and `"meta-llama/Llama-3-%s" % size`.
  private func begun(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard !literal.isInComment, loadingCall(literal) != nil || followed(literal) != nil else { return nil }
    let written = TemplateName.withoutInterpolations(text)
    let name = TemplateName.isTemplate(written) ? written : written + "{}"
    guard let verdict = NameJudge.judge(name, in: .loadingCall), verdict.isPartial else { return nil }
    return made(literal, text, verdict)
  }

  /// An operand: a weight file behind the folder or address that a variable holds.
  func piece(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    if let begun = begun(literal, text) { return begun }
    // `DIR + "/gemma-2b-it.task"`
    if !literal.isInComment, text.utf8.first == UInt8(ascii: "/"), let name = TemplateName.wholeFile(text),
      name.utf8.count == text.utf8.count - 1
    {
      return named(literal, NameVerdict(.local, name))
    }
    // Any other file's name alone behind a folder is what a download is saved as.
    guard !literal.isInComment, WeightNames.isFile(text), text.utf8.dropFirst().contains(UInt8(ascii: "/")),
      let verdict = NameJudge.judge(FilePath(text).name, in: .bare), verdict.model.registry == .local
    else { return nil }
    var partial = verdict
    partial.model.id = text
    partial.isPartial = true
    return made(literal, text, partial)
  }

  /// `"C:\\models\\gemma-2b-it.task"`, as Windows writes it, told by the file's name.
  func onDrive(_ literal: CodeLiteral) -> ModelReference? {
    let bytes = input.source.bytes[literal.range]
    guard (8...300).contains(bytes.count), !literal.isInComment, bytes.first.map(ASCII.isLetter) == true,
      bytes.dropFirst().starts(with: ":\\".utf8), let mark = bytes.lastIndex(of: UInt8(ascii: "\\"))
    else { return nil }
    let name = String(decoding: bytes[(mark + 1)...], as: UTF8.self)
    guard WeightNames.isFile(name), case let words = ModelWords(name), words.hasStrongFamily, words.isModel,
      let verdict = NameJudge.judge(name, in: .bare), verdict.model.registry == .local
    else { return nil }
    return named(literal, verdict)
  }

  /// What the literal ends with, behind a folder that is put in.
  private func named(_ literal: CodeLiteral, _ verdict: NameVerdict) -> ModelReference? {
    let count = verdict.model.id.utf8.count
    guard !notes.isPublished(literal), count <= literal.range.count, !notes.isDataSet(literal) else { return nil }
    var name = literal
    name.range = literal.range.upperBound - count..<literal.range.upperBound
    var verdict = verdict
    verdict.confidence = min(verdict.confidence, .medium)
    return made(name, verdict.model.id, verdict)
  }
}
