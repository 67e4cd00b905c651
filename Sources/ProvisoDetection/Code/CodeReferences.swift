internal import ProvisoCore
internal import ProvisoText

/// Turns the literals of code into references: what stands around a literal says what it is judged by, and the judge of names
/// whether it is a model's.
struct CodeReferences {
  let input: DetectionInput
  private let code: CodeLiterals
  private let kind: ReferenceKind
  let notes: CodeNotes
  private let language: CodeLanguage
  let joined: JoinedNames
  /// How often each folder stands in the file, as a path from where it lies.
  private let folders: [String: Int]

  /// The references of `input`, or of `range` of it.
  static func find(
    in input: DetectionInput, range: Range<Int>? = nil, language: CodeLanguage, kind: ReferenceKind = .code
  ) -> [ModelReference] {
    detect(in: input, range: range, language: language, kind: kind).references
  }

  /// The references, and the names that the file shares with others of its module.
  static func detect(
    in input: DetectionInput, range: Range<Int>? = nil, language: CodeLanguage, kind: ReferenceKind = .code
  ) -> Detections {
    let code = CodeLiterals.find(in: input.source, range: range, dialect: language.dialect)
    let finder = Self(
      input: input, code: code, kind: kind,
      notes: CodeNotes(code, input.source, language, file: input.file), language: language,
      joined: JoinedNames.find(in: code, input.source), folders: folders(in: code, input.source))
    var own = finder.references()
    // Others have classes of that name.
    if own.contains(where: \.isLoadedByUltralytics), !ultralytics.containsAny(in: input.source.bytes.span) {
      for index in own.indices { own[index].isLoadedByUltralytics = false }
    }
    let whole = 0..<input.source.bytes.count
    let part = CodePart(input: input, code: code, range: (range ?? whole).clamped(to: whole), kind: kind)
    var detections = Detections(
      references: own + language.finders.flatMap { $0.find(in: part) } + CommentAddresses.find(in: part)
        + DynamicNames.find(in: part, finder.notes))
    detections.references += CodeBlocks.references(of: code, in: input, kind)
    if let tooDeep = code.tooDeep { detections.notifications.append(.tooDeep(input, at: tooDeep)) }
    detections.shared = ModuleNames.find(
      in: code, of: input, language, notes: finder.notes, found: detections.references, kind: kind)
    return detections
  }

  private static let ultralytics = NeedleSet(["ultralytics"])

  private func references() -> [ModelReference] {
    var found: [(reference: ModelReference, scope: Int?)] = []
    var hubScopes: Set<Int> = []
    var collections: [Int: Int] = [:]
    var listed = ListedNames(code, input)
    let recipes = CodeRecipes(code, input.source)
    for literal in code.literals {
      guard var reference = reference(literal) else {
        listed.take(other: literal)
        continue
      }
      if reference.role == .used, let recipe = recipes.mark(around: literal) {
        reference.role = .base
        reference.recipe = input.location(recipe)
      }
      if reference.role == .used, reference.model.registry == .huggingface { listed.take(model: literal) }
      if let scope = UnreadCollections.scope(of: literal, in: code) { collections[found.count] = scope }
      found.append((reference, literal.scope))
      if let scope = literal.scope, reference.model.registry == .huggingface, code.scopes[scope].kind == .call {
        hubScopes.insert(scope)
      }
    }
    for (literal, text, verdict) in listed.found where context(literal, nil) != nil {
      if let scope = UnreadCollections.scope(of: literal, in: code) { collections[found.count] = scope }
      var reference = made(literal, text, verdict)
      reference.remark = "among other models"
      found.append((reference, literal.scope))
    }
    SaidDataSets(code: code, source: input.source).mark(&found)
    for index in found.indices where found[index].reference.role == .used {
      guard let name = found[index].scope.flatMap(exclusion) else { continue }
      found[index].reference.role = .mentioned
      found[index].reference.confidence = .low
      found[index].reference.remark = "an element of \(name), which leaves out what it names"
    }
    let unread = UnreadCollections.find(among: Set(collections.values), in: code, of: input, language)
    for (index, scope) in collections where unread.contains(scope) {
      found[index].reference.role = .mentioned
      found[index].reference.confidence = .low
      let name = code.scopes[scope].label.map { input.source.string(in: $0) } ?? ""
      found[index].reference.remark = "an element of \(name), which nothing reads"
    }
    guard !hubScopes.isEmpty else { return found.map(\.reference) }
    // `hf_hub_download("owner/name", "file.gguf")`: the file is a part of the model.
    return found.compactMap { reference, scope in
      guard let scope, hubScopes.contains(scope), reference.model.registry == .local,
        !reference.asWritten.utf8.contains(UInt8(ascii: "/"))
      else { return reference }
      return nil
    }
  }

  /// The name of the list around a place that says that its elements are left out: `SKIP_MODELS = ["owner/name"]`.
  private func exclusion(around scope: Int) -> String? {
    var next: Int? = scope
    while let index = next {
      let scope = code.scopes[index]
      let isCollection =
        scope.kind == .collection
        || scope.kind == .call && scope.callee.map { Self.collections.contains(input.source.string(in: $0)) } == true
      guard isCollection else { return nil }
      if let label = scope.label, case let name = input.source.string(in: label),
        ExclusionNames.isOne(SettingKeys.fold(name))
      {
        return name
      }
      next = scope.parent
    }
    return nil
  }

  /// Calls that make a collection of what they are given.
  private static let collections: Set<String> = [
    "Set", "Array", "arrayOf", "asList", "frozenset", "hashSetOf", "list", "listOf", "mutableSetOf", "of", "set",
    "setOf",
    "tuple",
  ]

  /// A name that is put together, where what is around it asks for a model or it can be nothing else.
  func reference(_ literal: CodeLiteral, _ value: JoinedNames.Value) -> ModelReference? {
    guard !notes.isPublished(literal), literal.scope.flatMap({ notes.repositoryTypes[$0] }) ?? "model" == "model" else {
      return nil
    }
    let call = loadingCall(literal)
    guard let context = call?.context ?? context(literal, nil), let verdict = NameJudge.judge(value.text, in: context)
    else { return nil }
    let isFile = verdict.model.registry == .local && !verdict.isPartial && TemplateName.wholeFile(value.text) != nil
    guard isFile || verdict.isPartial == !value.isWhole else { return nil }
    if context == .bare || context == .repositoryKey,
      !isFile && !HubName.isKnownModel(value.text) || notes.isOwnName(literal)
    {
      return nil
    }
    let role: Role = notes.isDataSet(literal) && notes.meaning(literal) != .model ? .dataset : .used
    var reference = made(literal, value.text, verdict, role: role)
    reference.confidence = min(reference.confidence, .medium)
    reference.remark = "put together from what stands in the file"
    return reference
  }

  /// `model.startswith("llama-3")`, `model == "gemma-2b-it"`: what a name is held against is a piece of one, or what the code does
  /// for it. What a test expects is the model that it names.
  func isTested(_ literal: CodeLiteral, _ text: String, _ verdict: NameVerdict) -> Bool {
    let hasOwner = text.utf8.contains(UInt8(ascii: "/"))
    switch NameTest.around(literal.range, in: input.source.bytes, isArgument: literal.scope != nil) {
    case .piece: return true
    case .member: return !hasOwner
    case .equal: return !hasOwner && input.path.scope != .test && verdict.model.registry != .hosted
    case nil: return false
    }
  }

  static let licenses = NeedleSet(["license"], ignoresCase: true)

  /// `from_pretrained("./weights/acme")`: a folder, which resolution looks for in the tree. What the file has elsewhere, too, is
  /// where it saves something.
  func absent(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    // What a document shows lies with its reader.
    guard input.embedding == nil, let call = loadingCall(literal), call.library == nil,
      ["./", "../", "~/"].contains(where: text.hasPrefix),
      text.utf8.count > 3, !TemplateName.isTemplate(text), !Placeholders.isPath(text), !NameJudge.isPlaceholder(text),
      !HubName.hasFileExtension(text), text.utf8.allSatisfy({ ASCII.isWord($0) || "/.-~".utf8.contains($0) }),
      folders[text] == 1
    else { return nil }
    return made(literal, text, NameVerdict(.local, text, confidence: .medium))
  }

  private static func folders(in code: CodeLiterals, _ source: SourceText) -> [String: Int] {
    var counts: [String: Int] = [:]
    for literal in code.literals {
      guard let first = source.bytes[literal.range].first, ".~".utf8.contains(first) else { continue }
      counts[source.string(in: literal.range), default: 0] += 1
    }
    return counts
  }

  /// `torch.hub.load("owner/repository", "name")`: what the name is looked up in.
  func repository(in scope: Int, beside argument: Int, _ label: Range<Int>?) -> String? {
    guard argument == 1 || notes.reads(label, "model"),
      let first = code.literals(in: code.scopes[scope].range).first(where: { other in
        other.scope == scope && !other.isPart && !other.isComputed
          && (other.argument == 0 && other.label == nil || notes.reads(other.label, "repo_or_dir"))
      })
    else { return nil }
    let name = String(input.source.string(in: first.range).prefix { $0 != ":" })
    return HubName.isID(name) ? name : nil
  }

  /// `<button id="fetch-whisper-tiny">` of a page.
  func isAttribute(_ literal: CodeLiteral) -> Bool {
    guard language.name == "javascript", let label = literal.label,
      !["cjs", "cts", "js", "jsx", "mjs", "mts", "ts", "tsx"].contains(input.path.fileExtension)
    else { return false }
    return label.upperBound + 2 == literal.range.lowerBound
      && ["class", "for", "href", "id", "name", "title"].contains { notes.reads(label, $0) }
  }

  var isJulia: Bool { language.name == "julia" }

  /// What a type of TypeScript calls a member.
  func isMember(_ literal: CodeLiteral) -> Bool {
    language.name == "javascript" && NamedType.isMember(literal.range, in: input.source.bytes)
  }

  func isImported(_ literal: CodeLiteral) -> Bool {
    ImportLines(language: language.name)?.isImported(literal.range.lowerBound - 1, in: input.source.bytes.span) == true
  }

  /// `"Fast - Qwen/Qwen3-4B"` of a choice: a known model's name behind what people read.
  func labeled(_ literal: CodeLiteral) -> ModelReference? {
    let bytes = input.source.bytes[literal.range]
    guard (12...160).contains(bytes.count), !literal.isPart, !literal.isComputed, !literal.isInComment,
      let blank = bytes.lastIndex(of: UInt8(ascii: " ")), blank > bytes.startIndex + 2,
      bytes[..<blank].suffix(2).elementsEqual(" -".utf8)
    else { return nil }
    var name = literal
    name.range = blank + 1..<literal.range.upperBound
    let text = input.source.string(in: name.range)
    guard HubName.isKnownModel(text), let verdict = NameJudge.judge(text, in: .bare) else { return nil }
    return made(name, text, verdict)
  }

  /// A look at the bytes, since few literals name anything: whether there is a name's word or a slash in them, or whether
  /// what stands around the literal would give another word a meaning.
  func isWorthJudging(_ literal: CodeLiteral) -> Bool {
    if literal.isComputed { return true }
    let bytes = input.source.bytes.span
    guard NameJudge.mayName(bytes, literal.range) else { return false }
    if NameNeedles.shared.mayName(bytes, literal.range) || NameNeedles.hasSize(bytes, literal.range)
      || HostedModels.isShortName(bytes, literal.range)
    {
      return true
    }
    return loadingCall(literal) != nil || followed(literal) != nil || notes.library(literal) != nil
      || notes.speech(literal) != nil
      || literal.scope.map { notes.resourceTypes[$0] != nil } == true
  }

  /// What the literal is judged by; nil where what stands around it says that it is no model.
  func context(_ literal: CodeLiteral, _ type: String?) -> NameContext? {
    if let name = followed(literal) { return name.context }
    switch notes.meaning(literal) {
    case .model, .settings:
      if let library = notes.speech(literal) { return .library(library) }
      // `load_checkpoint("mixtral", …)`: of a callee's word alone a single word is no name.
      // `get_vlm_config("qwen2")`: of what goes with a model no name without a mark is more than a kind.
      if literal.label == nil, notes.isPlainCall(literal), !isPlainOllamaName(literal),
        isWord(literal) || notes.isSettingsCall(literal) && isKind(literal)
      {
        return nil
      }
      if notes.isElsewhere(literal, Self.vocabularies) || notes.saysKind(literal) { return nil }
      return notes.library(literal).map { .library($0) } ?? .modelKey
    case .repository: return .repositoryKey
    case .nothing:
      if type == "model" { return .modelKey }
      if let library = notes.speech(literal) { return .library(library) }
      if isOllamaName(literal) { return .library(.ollama) }
      return ModelEnumerations(code: code, source: input.source).hold(literal) ? .modelKey : .bare
    case .other:
      // `model_url`, `filename`: the file or the address says enough.
      let text = input.source.string(in: literal.range)
      // `.optModelUrls("https://example.com/whisper_en.zip")`
      if AddressName.isAddress(text), ArchiveAddress.isOne(text), notes.speaksOfModel(literal) { return .modelKey }
      if AddressName.isAddress(text) || WeightNames.isFile(text) || notes.isAddress(literal)
        || LocalCopy.verdict(text, .bare) != nil || CarriedModel.verdict(text) != nil
      {
        return .bare
      }
      // `chat_template_path="Qwen/Qwen3-4B"`: a model's name with its owner, unless what holds it is something else.
      guard
        HubName.isKnownModel(SlashName.withoutPrefix(text)) || input.listedModel(text) != nil
          || HostedModels.contains(text) && HostedModels.isUnmistakable(text)
          // `text_encoder_type = "bert-base-uncased"`: a name of three parts is nobody's kind.
          || LegacyNames.id(text) != nil && text.utf8.count(where: { $0 == UInt8(ascii: "-") }) >= 2
      else { return nil }
      return notes.isElsewhere(literal, naming: text) ? nil : .bare
    }
  }

  /// `OllamaApiClient(uri, "phi4-mini")`: a name of Ollama's library that is no everyday word, in a file that speaks of Ollama.
  private func isOllamaName(_ literal: CodeLiteral) -> Bool {
    guard notes.speaksOfOllama, !literal.isKey, literal.range.count >= 4, literal.range.count <= 40,
      literal.label != nil || literal.scope.map({ code.scopes[$0].kind != .block }) == true,
      input.source.bytes[literal.range].contains(where: { ASCII.isDigit($0) || "-:".utf8.contains($0) })
    else { return false }
    let text = input.source.string(in: literal.range)
    guard let colon = text.firstIndex(of: ":") else {
      return OllamaNames.contains(text) && !kindNames.contain(literal)
    }
    // `.init(name: "Mistral:latest", provider: .ollama)`
    return text[text.index(after: colon)...] == "latest" && ModelWords(String(text[..<colon])).hasStrongFamily
  }

  var kindNames: KindNames { KindNames(code: code, source: input.source) }

  /// `client.getModelOrNull("tinyllama")`: a word of Ollama's library where the callee asks for a model and the file speaks of Ollama.
  private func isPlainOllamaName(_ literal: CodeLiteral) -> Bool {
    notes.speaksOfOllama && literal.argument == 0 && literal.range.count > 5
      && OllamaNames.contains(input.source.string(in: literal.range))
  }

  /// What a tokenizer is made of; its kinds have names of models: `Vocabulary{Model: "gpt2"}`.
  private static let vocabularies = NeedleSet(["vocabulary", "ggml"], ignoresCase: true)

  /// `@Value("${chat.model:owner/name}")` of Spring: the value that counts where nothing is set.
  func property(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard text.hasPrefix("${"), text.hasSuffix("}"), let fallback = Interpolation.literal(in: text),
      fallback.lowerBound > 3
    else { return nil }
    let key = text.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: ":") }
    let value = String(decoding: Array(text.utf8)[fallback], as: UTF8.self)
    guard let context = NameWords.context(of: String(Substring(key))),
      let verdict = NameJudge.judge(value, in: context)
    else { return nil }
    var name = literal
    name.range = literal.range.lowerBound + fallback.lowerBound..<literal.range.lowerBound + fallback.upperBound
    return made(name, value, verdict)
  }

  func isElement(_ literal: CodeLiteral) -> Bool {
    literal.label == nil && literal.scope.map { code.scopes[$0].kind == .collection } == true
  }

  func isWord(_ literal: CodeLiteral) -> Bool {
    input.source.bytes[literal.range].allSatisfy { ASCII.isLetter($0) || $0 == UInt8(ascii: "_") }
  }

  /// Letters and digits alone: `qwen2`, `sam2`.
  func isKind(_ literal: CodeLiteral) -> Bool {
    input.source.bytes[literal.range].allSatisfy { ASCII.isWord($0) }
  }

  /// A constant or a default under whose name a loading call is given a model.
  func followed(_ literal: CodeLiteral) -> FollowedName? {
    guard !literal.isKey, !notes.loads.isEmpty || !notes.followed.isEmpty else { return nil }
    if let placed = notes.placed(literal) { return placed }
    if let label = literal.label ?? notes.fallbackCall(literal)?.label,
      let name = notes.followed[input.source.string(in: label)]
    {
      return name
    }
    return notes.declaredName(of: literal).flatMap { notes.followed[$0] }
  }

  func mention(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard let verdict = NameJudge.judge(text, in: .bare) ?? input.listedModel(text), !verdict.isPartial,
      verdict.model.registry != .local
    else { return nil }
    return made(literal, text, verdict, role: .mentioned)
  }

  /// `Bundle.main.path(forResource: "detector", ofType: "tflite")`
  func resource(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard let scope = literal.scope, let ending = notes.resourceTypes[scope], notes.reads(literal.label, "forResource"),
      WeightNames.isFile("\(text).\(ending)"), ending != "safetensors" || ModelWords(text).hasFamily
    else { return nil }
    return made(literal, text, NameVerdict(.local, "\(text).\(ending)", confidence: .medium))
  }

  func loadingCall(_ literal: CodeLiteral) -> LoadingCall? {
    guard let scope = literal.scope, !literal.isKey else { return nil }
    if let call = notes.loadingCall(scope, label: literal.label, argument: literal.argument) { return call }
    guard let fallback = notes.fallbackCall(literal), let outer = fallback.parent else { return nil }
    return notes.loadingCall(outer, label: fallback.label, argument: fallback.argument)
  }

  /// `from_pretrained("models/chat")`: no name of the hub, and a model where one lies there.
  func folder(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard text.utf8.dropFirst().contains(UInt8(ascii: "/")), !text.hasPrefix("/"), text.utf8.count <= 300,
      loadingCall(literal) != nil,
      !Placeholders.contains(text), text.split(separator: "/").allSatisfy({ HubName.isPart(String($0)) })
    else { return nil }
    var reference = made(literal, text, NameVerdict(.local, text, confidence: .low))
    reference.mayBeFolder = true
    return reference
  }

  func made(
    _ literal: CodeLiteral, _ text: String, _ verdict: NameVerdict, revision: Revision? = nil, role: Role = .used
  ) -> ModelReference {
    var reference = input.reference(
      verdict.model, revision: revision ?? verdict.revision, at: literal.range, as: text, kind: kind, role: role,
      confidence: role == .mentioned ? min(verdict.confidence, .low) : verdict.confidence, isPartial: verdict.isPartial)
    // `teacher = load("…")`, `TEACHER_MODEL = "…"`
    let labels = [literal.label, literal.scope.flatMap { code.scopes[$0].kind == .call ? code.scopes[$0].label : nil }]
    reference.part =
      labels.lazy.compactMap(\.self).compactMap { DistillationPart(of: input.source.string(in: $0)) }.first
    return reference
  }
}

extension Notification {
  /// What stands in brackets beyond the depth that is followed is read without what is around it.
  fileprivate static func tooDeep(_ input: DetectionInput, at offset: Int) -> Self {
    var notification = input.notification(
      .warning, at: input.source.position(at: offset),
      "Brackets inside \(CodeLiterals.maximumDepth) others are not told apart, so models named there may be missed.")
    notification.isIncomplete = true
    return notification
  }
}
