internal import ProvisoCore
internal import ProvisoKnowledge

/// What the catalog says of a model that is known by name.
struct CatalogClaims {
  var claims: [Claim] = []
  var bases: [ModelName] = []
  /// Set where the publisher is known to declare nothing.
  var remark: String?
  /// True where only the name says what the model was made from.
  var isNamedAfterBase = false
  /// True where a rule for the line says it.
  private var isBaseOfRule = false

  /// How the bases became the model, where that is known.
  var relation: Relation? { isNamedAfterBase ? .converted : nil }
  /// How sure it is that the model was made from its bases.
  var confidence: Confidence { isNamedAfterBase ? .low : isBaseOfRule ? .medium : .high }

  init(for name: ModelName, reader: ClaimReader) {
    switch name.registry {
    case .huggingface: addHub(name.id, reader)
    case .ollama: addRule(for: "ollama:\(Self.withoutDefaultTag(name.id))", reader)
    default: break
    }
  }

  private mutating func addHub(_ id: String, _ reader: ClaimReader) {
    let entry = ModelCatalog.entry(for: id)
    if let entry {
      bases = entry.bases.map { .huggingFace(ModelCatalog.canonicalID(of: $0)) }
      if !entry.isThirdParty { add(entry, reader) }
    }
    addRule(for: id, reader)
    let line = NamedLine.inName(of: id)
    addBaseOfName(id, line)
    guard claims.isEmpty, remark == nil else { return }
    if let entry, entry.isThirdParty { add(entry, reader) }
    addPublisher(of: id, reader, isLineNamed: line != nil)
    if claims.isEmpty, bases.isEmpty, let line { add(line, id, reader) }
  }

  private mutating func add(_ line: NamedLine, _ id: String, _ reader: ClaimReader) {
    claims += reader.claims(tag: line.license, name: nil, link: nil, source: .base) { words in
      "its name says that it was made from \(line.words), which is under \"\(words)\" (held against the hub's labels of \(line.checked))"
    }
  }

  /// A repackager's own label is a claim; what the name says of the base counts beside it.
  private mutating func addBaseOfName(_ id: String, _ line: NamedLine?) {
    guard bases.isEmpty, let base = RepackagedName.base(of: id) ?? line?.base else { return }
    bases = [.huggingFace(ModelCatalog.canonicalID(of: base))]
    isNamedAfterBase = true
  }

  /// What the other models of the publisher say, where nothing speaks of this one. A name that carries a restricted line says
  /// more than free siblings do.
  private mutating func addPublisher(of id: String, _ reader: ClaimReader, isLineNamed: Bool) {
    guard claims.isEmpty, bases.isEmpty else { return }
    if let siblings = Siblings.of(id), !isLineNamed || isRestricted(siblings.license, reader) {
      claims += reader.claims(tag: siblings.license, name: nil, link: nil, source: .publisher) { words in
        "nothing is known of it itself; the \(siblings.count) models \(siblings.prefix)* on file are \"\(words)\""
      }
    } else if !isLineNamed, let majority = HubModels.majority(ofPublisherOf: id) {
      let others = majority.others.isEmpty ? "" : ", others \(majority.others.joined(separator: ", "))"
      claims += reader.claims(tag: majority.license, name: nil, link: nil, source: .publisher) { words in
        "nothing is known of it itself; \(majority.count) of the \(majority.total) models of its publisher on file are \"\(words)\"\(others)"
      }
    }
  }

  private func isRestricted(_ license: String, _ reader: ClaimReader) -> Bool {
    reader.library.license(license)?.category.isRestricted ?? true
  }

  private mutating func add(_ entry: CatalogEntry, _ reader: ClaimReader) {
    guard let license = entry.license else { return }
    let source = entry.date.isEmpty ? entry.source : "\(entry.source), as of \(entry.date)"
    if license == "none-declared" {
      remark = "the publisher declares no license (\(source))"
      return
    }
    let subject = entry.isThirdParty ? "a list of third parties" : "the catalog"
    claims += reader.claims(
      tag: license, name: entry.licenseName, link: entry.licenseLink,
      source: entry.isThirdParty ? .thirdParty : .catalog
    ) { words in "\(subject) has \(entry.id) as \"\(words)\" (\(source))" }
  }

  private mutating func addRule(for key: String, _ reader: ClaimReader) {
    guard let rule = ModelCatalog.familyRule(for: key) else { return }
    if !rule.base.isEmpty, bases.isEmpty {
      bases = [.huggingFace(ModelCatalog.canonicalID(of: rule.base))]
      isBaseOfRule = true
    }
    if rule.license == "none-declared" {
      remark =
        remark
        ?? "the publisher declares no license for \(rule.pattern) (held against the hub's labels of \(rule.checked))"
      return
    }
    claims += reader.claims(tag: rule.license, name: nil, link: nil, source: .family) { words in
      "the rule for models \(rule.pattern) says \"\(words)\" (held against the hub's labels of \(rule.checked))"
    }
  }

  private static func withoutDefaultTag(_ id: String) -> String {
    id.hasSuffix(":latest") ? String(id.dropLast(":latest".count)) : id
  }
}
