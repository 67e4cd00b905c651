internal import ProvisoCore
internal import ProvisoKnowledge

/// What the catalog says of a model that is known by name.
struct CatalogClaims {
  var claims: [Claim] = []
  var bases: [ModelName] = []
  /// What the name says it was made from besides ``bases``; at low confidence.
  var namedBases: [ModelName] = []
  /// How it was made from its bases, where that is known.
  var relation: Relation?
  /// The list that names the bases, in brackets, with a blank before it; empty where none does.
  var baseSource = ""
  /// Set where the publisher is known to declare nothing.
  var remark: String?
  /// True where only the name says what the model was made from.
  var isNamedAfterBase = false
  /// True where the name says a line of models, and not which of them.
  var isNamedAfterLine = false
  /// True where a rule for the line says it.
  private var isBaseOfRule = false
  /// True where the base is the model itself, under the name of another registry.
  var isSameAsBase = false

  /// How sure it is that the model was made from its bases.
  var confidence: Confidence { isNamedAfterBase ? .low : isBaseOfRule ? .medium : .high }

  init(for name: ModelName, reader: ClaimReader) {
    switch name.registry {
    case .huggingface: addHub(name.id, reader)
    case .modelscope: addMirrored(name.id, reader)
    case .hosted, .local, .url: break
    default: addRegistry(name, reader)
    }
  }

  /// The lists of other registries, and the models of the hub that these serve.
  private mutating func addRegistry(_ name: ModelName, _ reader: ClaimReader) {
    let registry = name.registry.rawValue
    let entry = RegistryModels.entry(registry: registry, id: name.id)
    if let entry, !entry.isThirdParty { add(entry, reader) }
    let mapped = RegistryModels.hubModel(registry: registry, id: name.id)
    if let mapped {
      bases = [.huggingFace(ModelCatalog.canonicalID(of: mapped))]
    } else if let entry {
      addBases(of: entry)
    }
    if let base = bases.first, bases.count == 1, mapped != nil || entry?.relation == .same {
      isSameAsBase = true
      addServed(name, as: base, reader)
    }
    if bases.isEmpty || claims.isEmpty { addRule(for: "\(registry):\(Self.withoutDefaultTag(name.id))", reader) }
  }

  /// What is known of the model of the hub that another registry serves is known of what it serves.
  private mutating func addServed(_ name: ModelName, as base: ModelName, _ reader: ClaimReader) {
    let served = CatalogClaims(for: base, reader: reader)
    if claims.isEmpty { remark = served.remark.map { "it is \(base.id): \($0)" } }
    // What a registry's own card says of a license stands beside it, be it right or not.
    let stated = Set(claims.map(\.license))
    claims += served.claims.filter { !stated.contains($0.license) }.map { claim in
      var claim = claim
      claim.evidence = "it is \(base.id): \(claim.evidence)"
      return claim
    }
  }

  /// ModelScope has models of the same publishers under the same ids; that it is so of this one, nothing on file says.
  private mutating func addMirrored(_ id: String, _ reader: ClaimReader) {
    let hub = CatalogClaims(for: .huggingFace(ModelCatalog.canonicalID(of: id)), reader: reader)
    bases = hub.bases
    isNamedAfterBase = hub.isNamedAfterBase
    isNamedAfterLine = hub.isNamedAfterLine
    remark = hub.remark.map { "of the model of that id on the Hugging Face hub: \($0)" }
    claims = hub.claims.map { claim in
      Claim(
        license: claim.license, kind: claim.kind, source: max(claim.source, .publisher),
        evidence: "of the model of that id on the Hugging Face hub: \(claim.evidence)", expression: claim.expression)
    }
  }

  private mutating func addHub(_ id: String, _ reader: ClaimReader) {
    if let line = NamedLine.standing(for: id) { return add(line, reader) }
    let entry = ModelCatalog.entry(for: id)
    if let entry {
      addBases(of: entry)
      if !entry.isThirdParty { add(entry, reader) }
    }
    addRule(for: id, reader)
    let line = NamedLine.inName(of: id)
    addBaseOfName(id, line)
    addNamedBeside(id, line, reader)
    if claims.isEmpty, remark == nil {
      if let entry, entry.isThirdParty { add(entry, reader) }
      addPretrained(id, reader)
      addPublisher(of: id, reader, line)
    }
    if bases.isEmpty, let line, !answers(for: line, reader) {
      bases = [.huggingFace(line.id)]
      isNamedAfterBase = true
      isNamedAfterLine = true
    }
  }

  /// A line of models, of which it is not known which one is meant.
  private mutating func add(_ line: NamedLine, _ reader: ClaimReader) {
    claims += reader.claims(tag: line.license, name: nil, link: nil, source: .family) { words in
      "models of the line \(line.id) are under \"\(words)\" (held against the hub's labels of \(line.checked))"
    }.dated(line.checked)
  }

  /// Whether what was said of the model leaves nothing for the line that its name says: the line's own license in any edition, or a
  /// stricter one. A maker's license of another line does (`nvidia/Llama-3_3-…`).
  private func answers(for line: NamedLine, _ reader: ClaimReader) -> Bool {
    let own = reader.library.license(line.license)
    return claims.contains { claim in
      let records = claim.expression?.records ?? [claim.license]
      return claim.kind == .record
        && records.compactMap(reader.library.license).contains { license in
          license.category.isRestricted
            && (own.map { license.family == $0.family || license.category > $0.category } ?? true)
        }
    }
  }

  private mutating func addBases(of entry: CatalogEntry) {
    bases = entry.bases.map { .huggingFace(ModelCatalog.canonicalID(of: $0)) }
    baseSource = entry.baseSource.isEmpty ? "" : " (\(entry.baseSource), as of \(entry.baseDate))"
    switch entry.relation {
    case .quantized: relation = .quantized
    case .adapter: relation = .adapter
    case .unknown, .same: relation = nil
    }
  }

  /// A repackager's own label is a claim; what the name says of the base counts beside it.
  private mutating func addBaseOfName(_ id: String, _ line: NamedLine?) {
    guard bases.isEmpty else { return }
    let copied = RepackagedName.base(of: id)
    guard let base = copied ?? line?.base, base.lowercased() != id.lowercased() else { return }
    relation = copied == nil ? nil : .converted
    bases = [.huggingFace(ModelCatalog.canonicalID(of: base))]
    isNamedAfterBase = true
  }

  /// Whose `base_model` speaks of a part, or of the base of what was copied, has a name that says more: the restricted line in it, or
  /// the model that it is a copy of.
  private mutating func addNamedBeside(_ id: String, _ line: NamedLine?, _ reader: ClaimReader) {
    guard !bases.isEmpty, !isNamedAfterBase else { return }
    let listed = Set(bases.map { $0.id.lowercased() } + [id.lowercased()])
    var named: [String] = []
    if relation == .quantized, let copied = RepackagedName.base(of: id).map(ModelCatalog.canonicalID),
      !ModelPublishers.repackagers.contains(copied.prefix { $0 != "/" }.lowercased())
    {
      let original = CatalogClaims(for: .huggingFace(copied), reader: reader)
      // The copy has its original's card, and so a `base_model` that is one step too far up.
      if !original.claims.isEmpty, Set(bases).isSubset(of: Set(original.bases)), !listed.contains(copied.lowercased()) {
        bases = [.huggingFace(copied)]
        baseSource = ""
        isNamedAfterBase = true
        return
      }
      if original.claims.contains(where: { isRestricted($0, reader) }) { named.append(copied) }
    }
    if let line, named.isEmpty, !answers(for: line, reader), !bases.contains(where: { carries(line, $0.id, reader) }) {
      named.append(line.base ?? line.id)
    }
    namedBases = named.map { ModelName.huggingFace(ModelCatalog.canonicalID(of: $0)) }
      .filter { !listed.contains($0.id.lowercased()) }
  }

  private func isRestricted(_ claim: Claim, _ reader: ClaimReader) -> Bool {
    (claim.expression?.records ?? [claim.license]).contains { isRestrictedRecord($0, reader) }
  }

  /// Whether the base is of the line, or under a license as strict.
  private func carries(_ line: NamedLine, _ base: String, _ reader: ClaimReader) -> Bool {
    if NamedLine.inName(of: base)?.license == line.license { return true }
    let claims = CatalogClaims(for: .huggingFace(base), reader: reader)
    return claims.answers(for: line, reader)
      || (claims.bases + claims.namedBases).contains { further in
        further.id.lowercased() != base.lowercased() && NamedLine.inName(of: further.id)?.license == line.license
          || line.isOfLine(further.id)
      } || line.isOfLine(base)
  }

  /// What the package says of its weights, which stand on the hub under the same name.
  private mutating func addPretrained(_ id: String, _ reader: ClaimReader) {
    guard claims.isEmpty, id.lowercased().hasPrefix("timm/"),
      let entry = RegistryModels.entry(registry: "timm", id: String(id.dropFirst("timm/".count)))
    else { return }
    add(entry, reader)
  }

  /// What the other models of the publisher say, where nothing speaks of this one. A name that carries a restricted line says
  /// more than siblings do, unless these are under stricter licenses.
  private mutating func addPublisher(of id: String, _ reader: ClaimReader, _ line: NamedLine?) {
    guard claims.isEmpty, bases.isEmpty || (line != nil && isNamedAfterBase) else { return }
    func counts(_ license: String) -> Bool { line.map { isStricter(license, than: $0.license, reader) } ?? true }
    let owner = id.prefix { $0 != "/" }
    if let siblings = Siblings.of(id), counts(siblings.license),
      isRestricted(siblings.license, reader)
        || !mayDiffer(from: siblings, id, reader) && !NamedLine.speaksOfLine(id, beside: siblings.prefix)
    {
      claims += reader.claims(tag: siblings.license, name: nil, link: nil, source: .publisher) { words in
        "nothing is known of it itself; the \(siblings.count) models \(siblings.prefix)* on file are \"\(words)\""
      }
    } else if let majority = HubModels.majority(ofPublisherOf: id), counts(majority.license),
      // Who has put one model under a restricted license may have put the next one, too.
      isRestricted(majority.license, reader)
        || !majority.others.contains(where: { isRestrictedRecord($0, reader) })
          && !NamedLine.speaksOfLine(id, beside: String(owner))
    {
      let others = majority.others.isEmpty ? "" : ", others \(majority.others.joined(separator: ", "))"
      claims += reader.claims(tag: majority.license, name: nil, link: nil, source: .publisher) { words in
        "nothing is known of it itself; \(majority.count) of the \(majority.total) models of its publisher on file are \"\(words)\"\(others)"
      }
    }
  }

  /// Whether a model may be under a stricter license than its siblings, which are free: those that came after it and lengthened its
  /// name (`canary-1b-flash`), or others of the publisher's whose names begin with the same word, are no witnesses.
  private func mayDiffer(from siblings: Siblings, _ id: String, _ reader: ClaimReader) -> Bool {
    guard let table = HubModels.table else { return false }
    if !table.rows(startingWith: id + "-", limit: 1).isEmpty { return true }
    guard let slash = siblings.prefix.firstIndex(of: "/") else { return false }
    let word = siblings.prefix[siblings.prefix.index(after: slash)...].prefix { !"-_.".contains($0) }
    return table.rows(startingWith: "\(siblings.prefix[...slash])\(word)", limit: 64).contains {
      isRestrictedRecord($0.statement.license, reader)
    }
  }

  private func isStricter(_ license: String, than other: String, _ reader: ClaimReader) -> Bool {
    guard let license = reader.library.license(license), let other = reader.library.license(other) else { return false }
    return license.category > other.category
  }

  private func isRestrictedRecord(_ license: String, _ reader: ClaimReader) -> Bool {
    reader.library.license(license)?.category.isRestricted == true
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
    ) { words in "\(subject) has \(entry.id) as \"\(words)\" (\(source))" }.dated(entry.date)
  }

  private mutating func addRule(for key: String, _ reader: ClaimReader) {
    guard let rule = ModelCatalog.familyRule(for: key) else { return }
    if !rule.base.isEmpty, bases.isEmpty {
      bases = [.huggingFace(ModelCatalog.canonicalID(of: rule.base))]
      isBaseOfRule = true
    }
    if rule.license == "not-released" {
      claims = []
      remark = "its weights are not published, and the terms of whoever serves it apply (\(rule.note), \(rule.checked))"
      return
    }
    if rule.license == "none-declared" {
      remark =
        remark
        ?? "the publisher declares no license for \(rule.pattern) (held against the hub's labels of \(rule.checked))"
      return
    }
    claims += reader.claims(tag: rule.license, name: nil, link: nil, source: .family) { words in
      "the rule for models \(rule.pattern) says \"\(words)\" (held against the hub's labels of \(rule.checked))"
    }.dated(rule.checked)
  }

  private static func withoutDefaultTag(_ id: String) -> String {
    id.hasSuffix(":latest") ? String(id.dropLast(":latest".count)) : id
  }
}

extension [Claim] {
  /// The claims with the date of their source.
  fileprivate func dated(_ date: String) -> [Claim] {
    date.isEmpty
      ? self
      : map { claim in
        var claim = claim
        claim.date = date
        return claim
      }
  }
}
