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
