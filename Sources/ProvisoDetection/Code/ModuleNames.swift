internal import ProvisoCore
internal import ProvisoText

/// The names of a file that others of its module may load from, and those that it loads from others: Swift, Python, TypeScript
/// and JavaScript.
enum ModuleNames {
  static let languages: Set<String> = ["javascript", "python", "swift"]
  /// Shorter names, and these, are everybody's.
  private static let shortest = 4
  private static let general: Set<String> = [
    "name", "path", "value", "model", "repo", "default", "self", "item", "element",
  ]

  /// Whether anything may be called so.
  static func isGeneral(_ name: String) -> Bool { name.utf8.count < shortest || general.contains(name) }

  static func find(
    in code: CodeLiterals, of input: DetectionInput, _ language: CodeLanguage, notes: CodeNotes,
    found: [ModelReference], kind: ReferenceKind
  ) -> SharedNames {
    var shared = SharedNames()
    let names = notes.followed.keys
    guard languages.contains(language.name), input.embedding == nil else { return shared }
    let module = module(of: input.path, language)
    func name(_ text: String) -> SharedNames.Name { SharedNames.Name(text, language: language.name, module: module) }
    var given: Set<String> = []
    let places = Set(found.map(\.location.line))
    for literal in code.literals {
      guard let label = literal.label, !literal.isKey, !literal.isInComment else { continue }
      if !names.isEmpty { given.insert(input.source.string(in: label)) }
      guard isConstant(literal, label, in: code, input.source) else { continue }
      let location = input.location(literal.range)
      guard !places.contains(location.line),
        let verdict = NameJudge.judge(input.source.string(in: literal.range), in: .loadingCall),
        verdict.model.registry == .huggingface, !verdict.isPartial
      else { continue }
      shared.give(
        name(input.source.string(in: label)),
        input.reference(
          verdict.model, revision: verdict.revision, at: location, as: verdict.model.id, kind: kind,
          confidence: .medium, remark: "what \(input.source.string(in: label)) holds, which another file loads"))
    }
    for text in names where !given.contains(text) && !isGeneral(text) {
      shared.load(name(text))
    }
    ImportedNames(code: code, input: input, language: language).share(
      found, notes: notes, given: given, kind: kind, in: &shared)
    return shared
  }

  /// Whether the literal is the value of a name that other files can see, and shaped like `owner/name`.
  private static func isConstant(
    _ literal: CodeLiteral, _ label: Range<Int>, in code: CodeLiterals, _ source: SourceText
  ) -> Bool {
    guard label.count >= shortest, !literal.isPart, !literal.isComputed, literal.range.count <= 200,
      literal.scope.map({ code.scopes[$0].kind == .block }) != false,
      source.bytes[literal.range].contains(UInt8(ascii: "/")),
      NameWords.meaning(of: source.bytes.span, label) == .nothing
    else { return false }
    return HubName.isID(source.bytes.span, literal.range) && !general.contains(source.string(in: label))
  }

  /// `Sources/<target>` of a Swift package; else the first folder.
  private static func module(of path: FilePath, _ language: CodeLanguage) -> String {
    let folders = path.string.split(separator: "/").dropLast()
    if language.name == "swift", let index = folders.firstIndex(of: "Sources"), index + 1 < folders.endIndex {
      return folders[...(index + 1)].joined(separator: "/")
    }
    return folders.first.map(String.init) ?? ""
  }
}
