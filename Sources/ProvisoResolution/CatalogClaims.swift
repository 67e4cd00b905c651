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
    if let entry = ModelCatalog.entry(for: id) {
      bases = entry.bases.map { .huggingFace(ModelCatalog.canonicalID(of: $0)) }
      let source = entry.date.isEmpty ? entry.source : "\(entry.source), as of \(entry.date)"
      if entry.license == "none-declared" {
        remark = "the publisher declares no license (\(source))"
      } else if let license = entry.license {
        claims += reader.claims(
          tag: license, name: entry.licenseName, link: entry.licenseLink, source: .catalog
        ) { words in "the catalog has \(entry.id) as \"\(words)\" (\(source))" }
      }
    }
    addRule(for: id, reader)
    // A repackager's own label is a claim; what the name says of the base counts beside it.
    if bases.isEmpty, let base = RepackagedName.base(of: id) {
      bases = [.huggingFace(ModelCatalog.canonicalID(of: base))]
      isNamedAfterBase = true
    }
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
