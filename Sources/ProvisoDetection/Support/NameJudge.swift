package import ProvisoCore

/// What the place around a string says of it.
package enum NameContext: Hashable, Sendable {
  /// An argument by which a library is told what to load.
  case loadingCall
  /// A label, key, constant or flag that says "model".
  case modelKey
  /// A label or key that says "repository", which may hold other things.
  case repositoryKey
  /// An argument of a command that fetches or serves models: `vllm serve …`.
  case command
  /// A library or tool whose short names mean nothing elsewhere: `whisper.load_model("base")`, `ollama pull …`.
  case library(ModelLibrary)
  /// Nothing was said: the string must speak for itself.
  case bare
  /// Running text.
  case prose

  /// Whether the place asks for a model, so that the string need not prove to be one.
  var asksForModel: Bool {
    switch self {
    case .loadingCall, .modelKey, .command, .library: true
    case .repositoryKey, .bare, .prose: false
    }
  }

  /// A number that no other context has.
  var tag: UInt8 {
    switch self {
    case .loadingCall: 0
    case .modelKey: 1
    case .repositoryKey: 2
    case .command: 3
    case .bare: 4
    case .prose: 5
    case .library(let library): 6 + library.tag
    }
  }

  /// Whether whatever stands there is a name.
  var isSure: Bool {
    switch self {
    case .loadingCall, .command, .library: true
    case .modelKey, .repositoryKey, .bare, .prose: false
    }
  }
}

/// What a string names.
package struct NameVerdict: Hashable, Sendable {
  package var model: ModelName
  /// What the name itself says of the revision; ``Revision/notApplicable`` where it says nothing.
  package var revision: Revision
  package var confidence: Confidence
  /// A part is put together at run time: ``model`` is what stands in the file, and no name to look up.
  package var isPartial: Bool

  package init(
    _ registry: Registry, _ id: String, revision: Revision = .notApplicable, confidence: Confidence = .high,
    isPartial: Bool = false
  ) {
    model = ModelName(registry: registry, id: id)
    self.revision = revision
    self.confidence = confidence
    self.isPartial = isPartial
  }
}

/// Says whether a string names a model, and which, from the string and what the place around it says.
///
/// It knows hub ids and addresses, `hf://` and its kin, Ollama's `name:tag`, weight files and their addresses, names of
/// hosted models, Bedrock's ids, Docker's `ai/…`, and names with a part that is filled in at run time. Architectures
/// (`Qwen3ForCausalLM`), placeholders (`your-model`), paths, MIME types and data sets are no names.
package enum NameJudge {
  /// No registry takes longer names; addresses are longer.
  private static let maximumLength = 512

  package static func judge(_ text: String, in context: NameContext) -> NameVerdict? {
    guard mayName(text), !AddressName.isPage(text.utf8.span, 0..<text.utf8.count) else { return nil }
    return judged.value(of: text.utf8.span, 0..<text.utf8.count, tag: context.tag) {
      // Few strings name anything, and to look for placeholders costs more than to find that out.
      guard let verdict = verdict(text, context), !Placeholders.contains(text) else { return nil }
      return verdict
    }
  }

  /// Trees repeat what they quote: names of modules and packages, types of media, paths.
  private static let judged = TextMemo<NameVerdict?>()

  private static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    // Of its own a word without any of these is a hosted model's name or none: most strings of a program are such words.
    if context == .bare, !text.utf8.contains(where: { inBareNames[Int($0)] }) {
      return HostedModels.contains(text) ? NameVerdict(.hosted, text) : nil
    }
    if let bedrock = BedrockName.named(byARN: text) { return bedrock }
    if TemplateName.isTemplate(text) { return TemplateName.address(text) ?? TemplateName.verdict(text, context) }
    if let address = AddressName.verdict(text, context) { return address }
    if let marked = SlashName.atMark(text, context) { return marked }
    guard !text.utf8.contains(where: { notInNames[Int($0)] }), !AddressName.isAddress(text) else { return nil }
    if case .library(let library) = context, let known = library.verdict(text) { return known }
    return text.utf8.contains(UInt8(ascii: "/")) ? SlashName.verdict(text, context) : PlainName.verdict(text, context)
  }

  /// Whether `text` stands for "put yours here".
  package static func isPlaceholder(_ text: String) -> Bool { Placeholders.contains(text) }

  /// A first look: two bytes or more, none of them white space, a control character or a quote.
  package static func mayName(_ text: String) -> Bool { mayName(text.utf8.span, 0..<text.utf8.count) }

  static func mayName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= maximumLength else { return false }
    let first = text[range.lowerBound]
    guard ASCII.isWord(first) || isOtherStart[Int(first)] else { return false }
    for offset in range where !inNames[Int(text[offset])] { return false }
    return true
  }

  /// `@cf/…`, `./model.gguf`, `/opt/model.gguf`, `${NAME}`, `{name}`, `~/model.gguf`.
  private static let isOtherStart: [Bool] = (0..<256).map { "@./${~%".utf8.contains(UInt8($0)) }
  private static let inNames: [Bool] = (0..<256).map { byte in
    byte > 0x20 && byte < 0x7F && !"\"'`|;,*!\\[]".utf8.contains(UInt8(byte))
  }
  private static let notInNames: [Bool] = (0..<256).map { "()=&?<>#^".utf8.contains(UInt8($0)) }
  private static let inBareNames: [Bool] = (0..<256).map { byte in "-/:.{}$%<".utf8.contains(UInt8(byte)) }
}

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
