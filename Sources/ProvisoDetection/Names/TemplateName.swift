internal import ProvisoCore

/// Names with a part that a program puts in: `meta-llama/Llama-3-${SIZE}`, `{owner}/{name}`, `org/%s`.
enum TemplateName {
  static func isTemplate(_ text: String) -> Bool {
    text.utf8.contains { isTemplateMark($0) }
  }

  private static func isTemplateMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "<")
  }

  /// `acme/\(name)` as `acme/{name}`, so that the judge reads all languages alike.
  static func withoutInterpolations(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var bytes: [UInt8] = []
    var depth = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if depth == 0, previous == UInt8(ascii: "\\"), byte == UInt8(ascii: "(") {
        bytes.removeLast()
        bytes.append(UInt8(ascii: "{"))
        depth = 1
      } else if depth > 0 {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { bytes.append(UInt8(ascii: "}")) } else if ASCII.isWord(byte) { bytes.append(byte) }
      } else {
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `https://huggingface.co/owner/name/resolve/main/model-${size}.gguf`: only the file is put in, and the model is named whole.
  static func address(_ text: String) -> NameVerdict? {
    guard HubAddress.isHubHost(text), let start = text.utf8.firstIndex(where: { isTemplateMark($0) }),
      let slash = text.utf8[..<start].lastIndex(of: UInt8(ascii: "/")),
      var address = HubAddress.parse(String(text[..<slash]))
    else { return nil }
    // Of `owner/name/resolve/$REVISION` nothing but the name is known.
    address.file = String(text[text.utf8.index(after: slash)...])
    guard !address.isDocument else { return nil }
    return NameVerdict(
      .huggingface, address.id, revision: address.revision.map(Revision.init(written:)) ?? .notApplicable)
  }

  /// A verdict where what does stand there says that it is a model: a publisher, or a family in a place that asks for one.
  static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    guard isTemplate(text), context != .prose else { return nil }
    if WeightNames.isFile(text) {
      return file(text, context) ?? wholeFile(text).map { NameVerdict(.local, $0) }
    }
    // `f"{root}/owner/name"` names a model in whatever place; a folder without an owner only where one is asked for.
    if isTemplateMark(text.utf8.first ?? 0), let copy = LocalCopy.behind(text),
      context.asksForModel || copy.model.registry == .huggingface && HubName.hasModelMarks(copy.model.id)
    {
      return copy
    }
    let fixed = beforeMark(text[...])
    let name = AddressName.withoutHost(fixed)
    guard !AddressName.isAddress(name), !name.isEmpty,
      !HubName.hasFileExtension(String(name.prefix { $0 != ":" }))
    else { return nil }
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let isModel = context.asksForModel && ModelWords(name).hasFamily && !name.utf8.contains(UInt8(ascii: "."))
      return isModel ? NameVerdict(.huggingface, text, confidence: .low, isPartial: true) : nil
    }
    guard !parts[0].isEmpty, !HubName.isNoOwner(String(parts[0])), !parts[1].utf8.contains(UInt8(ascii: "/")) else {
      return nil
    }
    let isKnown = Publishers.contains(String(parts[0]))
    guard isKnown || (context.asksForModel && ModelWords(String(parts[1])).hasFamily) else { return nil }
    return NameVerdict(.huggingface, text, confidence: .medium, isPartial: true)
  }

  /// `models/gemma-2-9b-{size}.gguf`: where a model is loaded, a family at the start of the file's name says that it is one.
  private static func file(_ text: String, _ context: NameContext) -> NameVerdict? {
    guard context.isSure || context == .modelKey, !AddressName.isAddress(text) else { return nil }
    let name = beforeMark(text.suffix(from: text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex))
    return ModelWords(name).hasFamily ? NameVerdict(.local, text, confidence: .low, isPartial: true) : nil
  }

  /// `gemma-2b-it-Q4_K_M.gguf` of `$DIR/gemma-2b-it-Q4_K_M.gguf`: only the folder is put in, and the file is called as it was fetched.
  static func wholeFile(_ text: String) -> String? {
    guard !AddressName.isAddress(text), !Placeholders.isPath(text),
      let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")),
      case let name = String(text[text.utf8.index(after: slash)...]), !isTemplate(name), WeightNames.isFile(name),
      NameJudge.mayName(name), case let words = ModelWords(name), words.hasStrongFamily, words.hasSize
    else { return nil }
    return name
  }

  private static func beforeMark(_ text: Substring) -> String {
    String(decoding: text.utf8.prefix { !isTemplateMark($0) }, as: UTF8.self)
  }
}
