internal import ProvisoCore
internal import ProvisoText

/// Turns the literals of a source file into references: those that a loading call takes for a model, those that an argument
/// or a name about models holds, and names of a well-known publisher's models wherever they stand.
struct CodeReferences {
  let input: DetectionInput
  let calls: [LoadingCall]

  /// Words that, in the name a literal is given, say that it is a model: `modelID`, `MODEL_NAME`, `repoId`.
  private static let modelWords = ["model", "repo", "checkpoint", "pretrained", "hub"]
  /// Words that say it is something else.
  private static let otherWords = ["dataset", "space", "image", "tokenizer_class", "mime", "url", "github"]

  /// What must stand in a file for it to name a model: a loading call, an address, a well-known publisher, or one of the words
  /// that make a literal under them a model.
  static func needles(of calls: [LoadingCall]) -> [String] {
    calls.map { ASCII.lowercased($0.callee) + "(" } + modelWords + ["huggingface.co/", "hf.co/"]
      + KnownPublishers.needles
  }

  func references(in literals: [CodeLiteral]) -> [ModelReference] {
    let revisions = self.revisions(literals)
    return literals.compactMap { reference($0, revisions: revisions) }
  }

  private func reference(_ literal: CodeLiteral, revisions: [Int: String]) -> ModelReference? {
    if let call = loadingCall(literal), let model = HubName.model(in: literal.text) {
      let written = revisions[literal.call].map(Revision.init(written:))
      let unnamed: Revision = call.revisionLabel == nil ? .notApplicable : .unpinned
      return made(literal, model, revision: written ?? unnamed, role: .used)
    }
    if let address = HubAddress.parse(literal.text) {
      let revision = address.revision.map(Revision.init(written:)) ?? .notApplicable
      return made(literal, .huggingFace(address.id), revision: revision, role: literal.isInComment ? .mentioned : .used)
    }
    guard HubName.isID(literal.text), !HubName.isPlaceholder(literal.text) else { return nil }
    if literal.isInComment {
      return KnownPublishers.owns(literal.text)
        ? made(literal, .huggingFace(literal.text), revision: .notApplicable, role: .mentioned) : nil
    }
    guard !isOtherWord(literal) else { return nil }
    guard KnownPublishers.owns(literal.text) || isModelWord(literal) else { return nil }
    return made(literal, .huggingFace(literal.text), revision: .notApplicable, role: .used)
  }

  private func loadingCall(_ literal: CodeLiteral) -> LoadingCall? {
    guard !literal.callee.isEmpty else { return nil }
    return calls.first { call in
      guard call.callee == literal.callee else { return false }
      if let label = literal.label { return call.labels.contains(label) }
      return call.takesFirstArgument && literal.argument == 0
    }
  }

  /// The revision that each call names, by call.
  private func revisions(_ literals: [CodeLiteral]) -> [Int: String] {
    var revisions: [Int: String] = [:]
    for literal in literals where literal.call > 0 && !literal.isInComment && !literal.text.isEmpty {
      guard let label = literal.label else { continue }
      if calls.contains(where: { $0.callee == literal.callee && $0.revisionLabel == label }) {
        revisions[literal.call] = literal.text
      }
    }
    return revisions
  }

  private func isModelWord(_ literal: CodeLiteral) -> Bool {
    names(literal).contains { name in Self.modelWords.contains { contains(name, $0) } }
  }

  private func isOtherWord(_ literal: CodeLiteral) -> Bool {
    names(literal).contains { name in Self.otherWords.contains { contains(name, $0) } }
  }

  private func names(_ literal: CodeLiteral) -> [String] {
    [literal.label, literal.callee].compactMap { $0 }.map(ASCII.lowercased)
  }

  private func contains(_ name: String, _ word: String) -> Bool {
    let name = Array(name.utf8)
    let word = Array(word.utf8)
    guard name.count >= word.count else { return false }
    return (0...(name.count - word.count)).contains { Array(name[$0..<($0 + word.count)]) == word }
  }

  private func made(
    _ literal: CodeLiteral, _ model: ModelName, revision: Revision, role: Role
  ) -> ModelReference {
    ModelReference(
      model: model, revision: revision, location: input.location(literal.range), asWritten: literal.text, kind: .code,
      role: role, scope: input.path.scope)
  }
}
