internal import ProvisoCore
internal import ProvisoText

/// What a literal names, from what is sure of it to what has to be weighed.
extension CodeReferences {
  func reference(_ literal: CodeLiteral) -> ModelReference? {
    guard !literal.range.isEmpty, !joined.operands.contains(literal.range.lowerBound) else { return nil }
    if let value = joined.values[literal.range.lowerBound] { return reference(literal, value) }
    guard isWorthJudging(literal) else { return labeled(literal) ?? onDrive(literal) }
    let text = input.source.string(in: literal.range)
    if literal.isComputed { return partial(literal, text) }
    if literal.isPart { return piece(literal, text) }
    if literal.isInComment { return mention(literal, text) }
    if let property = property(literal, text) { return property }
    if let name = hubMacro(literal) {
      let text = input.source.string(in: name.range)
      return NameJudge.judge(text, in: .loadingCall).map { made(name, text, $0, revision: .unpinned) }
    }
    if let part = QualifiedName.name(in: text) {
      var name = literal
      name.range = literal.range.lowerBound + part.lowerBound..<literal.range.lowerBound + part.upperBound
      return reference(name)
    }
    if notes.isPublished(literal) || isAttribute(literal) || notes.isSpace(literal) || isImported(literal) {
      return nil
    }
    if notes.isImage(literal) {
      return NameJudge.judge(text, in: .bare).flatMap { $0.model.registry == .docker ? made(literal, text, $0) : nil }
    }
    let type = literal.scope.flatMap { notes.repositoryTypes[$0] }
    guard type == nil || type == "model" else { return nil }
    return resource(literal, text) ?? loaded(literal, text) ?? absent(literal, text) ?? folder(literal, text)
      ?? served(literal, text) ?? document(literal, text) ?? judged(literal, text, type)
  }

  /// `hgf"owner/name:tokenizer"` of Transformers.jl: a model of the hub, and which part of it.
  private func hubMacro(_ literal: CodeLiteral) -> CodeLiteral? {
    let bytes = input.source.bytes
    guard isJulia,
      bytes[..<(literal.range.lowerBound - 1)].suffix(4).drop(while: { !ASCII.isWord($0) }).elementsEqual("hgf".utf8)
    else { return nil }
    var name = literal
    let end = bytes[literal.range].firstIndex(of: UInt8(ascii: ":")) ?? literal.range.upperBound
    name.range = literal.range.lowerBound..<end
    return name
  }

  /// The argument of a call that loads a model.
  private func loaded(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard let call = loadingCall(literal),
      let verdict =
        (call.library == nil ? MakersService.verdict(text, at: literal.range.lowerBound, in: input.file) : nil)
        ?? NameJudge.judge(text, in: call.context) ?? input.listedHolder(text)
    else { return nil }
    let written = literal.scope.flatMap { notes.revisions[$0] }.map(Revision.init(written:))
    let unnamed: Revision =
      call.revisionLabel == nil || verdict.model.registry != .huggingface ? .notApplicable : .unpinned
    let reference = made(literal, text, verdict, revision: verdict.revision.name == nil ? written ?? unnamed : nil)
    return taken(
      reference, by: call.library,
      from: literal.scope.flatMap { repository(in: $0, beside: literal.argument, literal.label) })
  }

  /// The constant or the default that a call of a library loads.
  private func taken(_ reference: ModelReference, by name: FollowedName) -> ModelReference {
    let argument = name.argument
    return taken(
      reference, by: name.library, from: repository(in: argument.scope, beside: argument.argument, argument.label))
  }

  /// - Parameter repository: The repository of GitHub that the call names beside the model.
  private func taken(
    _ reference: ModelReference, by library: ModelLibrary?, from repository: @autoclosure () -> String?
  ) -> ModelReference {
    var reference = reference
    if library == .torchHub, reference.model.registry == .torchhub, let repository = repository() {
      reference.model.id = "\(repository):\(reference.asWritten)"
    }
    reference.isLoadedByUltralytics = library == .ultralytics && reference.model.registry == .local
    return reference
  }

  /// A model of Ollama's library, in a call to Ollama.
  private func served(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard notes.isOllamaCall(literal), let verdict = NameJudge.judge(text, in: .library(.ollama)),
      OllamaNames.contains(String(text.prefix { $0 != ":" }))
    else { return nil }
    return made(literal, text, verdict)
  }

  /// The address of a picture or a text that lies beside a model.
  private func document(_ literal: CodeLiteral, _ text: String) -> ModelReference? {
    guard let address = HubAddress.parse(text), address.isDocument else { return nil }
    let revision = address.revision.map(Revision.init(written:)) ?? .notApplicable
    return made(
      literal, text, NameVerdict(.huggingface, address.id, revision: revision, confidence: .low), role: .mentioned)
  }

  /// What the names around the literal ask for, and whether it can be that.
  ///
  /// - Parameter type: The type of repository that the call names.
  private func judged(_ literal: CodeLiteral, _ text: String, _ type: String?) -> ModelReference? {
    guard let context = context(literal, type),
      let verdict = MakersService.verdict(text, at: literal.range.lowerBound, in: input.file) ?? NameJudge.judge(
        text, in: context)
        ?? input.listedModel(text), !isAnotherThing(literal, text, verdict, context)
    else { return nil }
    // `LicenseUrl = "https://huggingface.co/owner/name"`
    if notes.isElsewhere(literal, Self.licenses) || notes.isShown(literal) {
      return made(literal, text, verdict, role: .mentioned)
    }
    let mayBeData = context == .bare || context == .repositoryKey
    // ``LoadedDataSets`` has it.
    if mayBeData, notes.isLoadedDataSet(literal) { return nil }
    if notes.isDataSet(literal) || mayBeData && (notes.saysData(literal) || notes.isInData(literal)),
      notes.meaning(literal) != .model
    {
      return made(literal, text, verdict, role: .dataset)
    }
    if let name = followed(literal) { return taken(made(literal, text, verdict), by: name) }
    guard verdict.model.registry == .ollama, context == .modelKey, !notes.speaksOfOllama else {
      return made(literal, text, verdict)
    }
    // `ModelName: "qwen"`: in a test a word of Ollama's library is anybody's name, unless something speaks of Ollama. So it is among
    // others in a list, which has kinds of models as often: `["bloom", "mistral", "phi"]`. `{"mistral-v0.1-7b": "mistral"}`,
    // `MISTRAL = "mistral"`: what another name is called for short, or who serves it.
    if isWord(literal), input.path.scope == .test || isElement(literal) || notes.isShortFor(literal) { return nil }
    // `LMModel(name: "qwen3:4b", configuration: …)`: what a list shows people.
    return made(literal, text, verdict, role: notes.reads(literal.label, "name") ? .mentioned : .used)
  }

  /// Whether what stands around a name says that it is the program's own, a type, something to compare with or code.
  private func isAnotherThing(
    _ literal: CodeLiteral, _ text: String, _ verdict: NameVerdict, _ context: NameContext
  ) -> Bool {
    if context == .bare && notes.isOwnName(literal) && !(notes.isEndpoint(literal) && HubName.isKnownModel(text))
      || isTested(literal, text, verdict)
      || isElement(literal) && isKind(literal) && notes.placed(literal) == nil && kindNames.areListed(literal)
      || !text.utf8.contains(UInt8(ascii: "/")) && notes.isOfWorkload(literal)
      || NamedType.isOne(literal.range, in: input.source.bytes) || isMember(literal)
    {
      return true
    }
    // `CODE = "InternLM/lmdeploy"` of a file that has its address.
    if context == .bare || context == .repositoryKey, verdict.model.registry == .huggingface, HubName.isPlain(text),
      input.file.codeRepositories.contains(text)
    {
      return true
    }
    // `REPO = "owner/tool"`: what is called a repository and nothing more may be one of code.
    return context == .repositoryKey && verdict.confidence < .high && !notes.isHubRepository(literal)
      && !HubName.hasModelMarks(text)
  }
}
