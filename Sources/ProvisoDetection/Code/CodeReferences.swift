internal import ProvisoCore
internal import ProvisoText

/// Turns the literals of a source file into references: those that a loading call takes for a model, those that an argument,
/// a key or a name about models holds, and names of a well-known publisher's models wherever they stand.
struct CodeReferences {
  private let input: DetectionInput
  private let calls: [LoadingCall]
  private let code: CodeLiterals
  /// The revision that a call names, by scope.
  private var revisions: [Int: String] = [:]
  /// The kind of repository that a call asks for (`repo_type="dataset"`), by scope.
  private var repositoryTypes: [Int: String] = [:]

  static func find(in input: DetectionInput, dialect: CodeDialect, calls: [LoadingCall]) -> [ModelReference] {
    let finder = Self(input: input, code: CodeLiterals.find(in: input.source, dialect: dialect), calls: calls)
    return finder.code.literals.compactMap(finder.reference)
  }

  private init(input: DetectionInput, code: CodeLiterals, calls: [LoadingCall]) {
    self.input = input
    self.code = code
    self.calls = calls
    for literal in code.literals where !literal.range.isEmpty {
      guard let scope = literal.scope, let label = literal.label, code.scopes[scope].kind == .call else { continue }
      if reads(label, "repo_type") {
        repositoryTypes[scope] = input.source.string(in: literal.range)
      } else if calls.contains(where: { call in
        call.revisionLabel.map { reads(label, $0) } == true && reads(code.scopes[scope].callee, call.callee)
      }) {
        revisions[scope] = input.source.string(in: literal.range)
      }
    }
  }

  private func reference(_ literal: CodeLiteral) -> ModelReference? {
    let call = loadingCall(literal)
    guard !literal.isPart, call != nil || input.source.bytes[literal.range].contains(UInt8(ascii: "/")) else {
      return nil
    }
    let type = literal.scope.flatMap { repositoryTypes[$0] }
    guard type == nil || type == "model" else { return nil }
    let text = input.source.string(in: literal.range)
    if let call, let model = HubName.model(in: text) {
      let written = literal.scope.flatMap { revisions[$0] }.map(Revision.init(written:))
      let unnamed: Revision = call.revisionLabel == nil ? .notApplicable : .unpinned
      return made(literal, text, model, revision: written ?? unnamed, role: .used)
    }
    if let address = HubAddress.parse(text) {
      let revision = address.revision.map(Revision.init(written:)) ?? .notApplicable
      let role: Role = literal.isInComment || address.isDocument ? .mentioned : .used
      return made(literal, text, .huggingFace(address.id), revision: revision, role: role)
    }
    guard HubName.isID(text), !HubName.isPlaceholder(text) else { return nil }
    let isKnown =
      text.split(separator: "/").first.map { Publishers.contains(String($0)) } == true && !Publishers.isCode(text)
    if literal.isInComment {
      return isKnown ? made(literal, text, .huggingFace(text), revision: .notApplicable, role: .mentioned) : nil
    }
    let isModel =
      switch meaning(literal) {
      case .model, .settings, .repository: true
      case .other: false
      case .nothing: isKnown || type == "model"
      }
    return isModel ? made(literal, text, .huggingFace(text), revision: .notApplicable, role: .used) : nil
  }

  private func loadingCall(_ literal: CodeLiteral) -> LoadingCall? {
    guard let scope = literal.scope, let callee = code.scopes[scope].callee else { return nil }
    return calls.first { call in
      guard reads(callee, call.callee) else { return false }
      if let label = literal.label { return call.labels.contains { reads(label, $0) } }
      return call.takesFirstArgument && literal.argument == 0
    }
  }

  /// What the names around the literal say, from the nearest outwards. A label that says nothing, such as `revision`, also
  /// keeps a model's call or dictionary from saying that it holds the model. Through a call only what the literal is *not*
  /// reaches in: `model = load("…")` may load anything, but nothing in `datasets = [make(path="…")]` is a model.
  private func meaning(_ literal: CodeLiteral) -> NameWords.Meaning {
    var label = literal.label
    var scope = literal.scope
    var isDirect = true
    var isOutside = literal.isKey
    // A repository is a model's unless something further out says otherwise.
    var sofar = NameWords.Meaning.nothing
    while true {
      switch meaning(of: label) {
      case .other: return .other
      case .model: return isOutside ? sofar : .model
      case .settings where isDirect: return isOutside ? sofar : .model
      case .settings: isOutside = true
      case .repository: if !isOutside { sofar = .repository }
      case .nothing: break
      }
      guard let current = scope.map({ code.scopes[$0] }), current.kind != .block || label == nil else { return sofar }
      if current.kind == .call {
        if let label, !isGeneral(label) { isOutside = true }
        switch meaning(of: current.callee) {
        case .other: return .other
        case .model, .settings: return isOutside ? sofar : .model
        case .repository: if !isOutside { sofar = .repository }
        case .nothing: break
        }
      }
      isOutside = isOutside || current.kind == .call || current.kind == .subscript
      isDirect = false
      label = current.label
      scope = current.kind == .block ? nil : current.parent
    }
  }

  private func meaning(of name: Range<Int>?) -> NameWords.Meaning {
    name.map { NameWords.meaning(of: input.source.bytes[$0]) } ?? .nothing
  }

  private func isGeneral(_ label: Range<Int>) -> Bool {
    NameWords.general.contains(ASCII.lowercased(input.source.string(in: label)))
  }

  private func reads(_ name: Range<Int>?, _ word: String) -> Bool {
    guard let name, name.count == word.utf8.count else { return false }
    return input.source.bytes[name].elementsEqual(word.utf8)
  }

  private func made(
    _ literal: CodeLiteral, _ text: String, _ model: ModelName, revision: Revision, role: Role
  ) -> ModelReference {
    ModelReference(
      model: model, revision: revision, location: input.location(literal.range), asWritten: text, kind: .code,
      role: role, scope: input.path.scope)
  }
}
