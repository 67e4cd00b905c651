internal import ProvisoCore
internal import ProvisoKnowledge

/// What the catalog says of a model that is known by name.
struct CatalogClaims: Sendable {
  var claims: [Claim] = []
  var bases: [ModelName] = []
  /// What the name says it was made from besides ``bases``; at low confidence.
  var namedBases: [ModelName] = []
  /// The base that a rule for its line gives beside those that a list names, which are a part or a step on the way.
  var baseOfRule: ModelName?
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
  private let readsName: Bool
  /// True where a rule for the line says it.
  private var isBaseOfRule = false
  /// True where the base is the model itself, under the name of another registry.
  var isSameAsBase = false

  /// How sure it is that the model was made from its bases.
  var confidence: Confidence { isNamedAfterBase ? .low : isBaseOfRule ? .medium : .high }

  /// - Parameter readsName: False where a name was read already, and what is said of one of its bases is asked for: bases of the
  ///   lists go round in circles.
  init(for name: ModelName, reader: ClaimReader, readsName: Bool = true) {
    self.readsName = readsName
    switch name.registry {
    case .huggingface: addHub(name.id, reader)
    case .modelscope: addMirrored(name.id, reader)
    case .hosted: addService(name.id, reader)
    case .local, .url: break
    default: addRegistry(name, reader)
    }
  }

  /// What a service puts out stands under its terms. Those of OpenAI are on file.
  private mutating func addService(_ id: String, _ reader: ClaimReader) {
    let name = id.lowercased().split(separator: "/").last ?? ""
    guard
      Self.ofOpenAI.contains(where: { name == $0 || name.hasPrefix("\($0)-") }) || name.hasPrefix("gpt3")
        || name.hasPrefix("gpt4")
    else { return }
    claims += reader.claims(tag: DataSetResolution.terms, name: nil, link: nil, source: .catalog) { _ in
      "it is reached through OpenAI's service only, under its terms of use"
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
    if entry == nil, claims.isEmpty, bases.isEmpty, remark == nil { addRuleOfService(for: id, reader) }
    let line = NamedLine.inName(of: id)
    addBaseOfName(id, line)
    if readsName { addNamedBeside(id, line, reader) }
    if claims.isEmpty, remark == nil {
      if let entry, entry.isThirdParty { add(entry, reader) }
      addPretrained(id, reader)
      addSisters(of: id, reader)
      addPublisher(of: id, reader, line)
    }
    if bases.isEmpty, let line, !line.isAnswered(by: claims, reader.library) {
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

  private mutating func addBases(of entry: CatalogEntry) {
    bases = entry.bases.map { .huggingFace(ModelCatalog.canonicalID(of: $0)) }
    baseSource = entry.baseSource.isEmpty ? "" : " (\(entry.baseSource), as of \(entry.baseDate))"
    switch entry.relation {
    case .quantized: relation = .quantized
    case .adapter: relation = .adapter
    case .unknown, .same: relation = nil
    }
  }

  /// What the package says of its weights, which stand on the hub under the same name.
  private mutating func addPretrained(_ id: String, _ reader: ClaimReader) {
    guard claims.isEmpty, id.lowercased().hasPrefix("timm/"),
      let entry = RegistryModels.entry(registry: "timm", id: String(id.dropFirst("timm/".count)))
    else { return }
    add(entry, reader)
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
    if !rule.base.isEmpty {
      let base = ModelName.huggingFace(ModelCatalog.canonicalID(of: rule.base))
      if bases.isEmpty {
        bases = [base]
        isBaseOfRule = true
      } else if !bases.contains(base) {
        baseOfRule = base
      }
    }
    if rule.license == "not-released" {
      claims = []
      remark = "its weights are not published, and the terms of whoever serves it apply (\(rule.note), \(rule.checked))"
      return
    }
    if rule.license == "none-declared" {
      remark =
        remark
        ?? "the publisher declares no license for \(rule.pattern) (\(Self.ground(of: rule)))"
      return
    }
    // The card declares nothing, and a document that speaks of this very model restricts it.
    if !rule.note.isEmpty, [key.lowercased(), key.lowercased() + "*"].contains(rule.pattern),
      LicenseLibrary.shared.category(of: rule.license)?.isRestricted == true
    {
      remark = nil
    }
    claims += reader.claims(tag: rule.license, name: nil, link: nil, source: .family) { words in
      "the rule for models \(rule.pattern) says \"\(words)\" (\(Self.ground(of: rule)))"
    }.dated(rule.checked)
  }

  /// What a rule rests on: what its row says, or the labels that all rows without a word were held against.
  private static func ground(of rule: FamilyRule) -> String {
    rule.note.isEmpty
      ? "held against the hub's labels of \(rule.checked)" : "\(rule.note); looked at in \(rule.checked)"
  }

  /// The rule for a model as a service writes its version: `meta-llama/llama-3-2-90b-vision-instruct`. It frees nothing: the number
  /// after the mark may be another one.
  private mutating func addRuleOfService(for id: String, _ reader: ClaimReader) {
    var bytes = Array(id.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard
      let mark = bytes.indices.dropFirst().dropLast().first(where: {
        bytes[$0] == UInt8(ascii: "-") && digits.contains(bytes[$0 - 1]) && digits.contains(bytes[$0 + 1])
      })
    else { return }
    bytes[mark] = UInt8(ascii: ".")
    let key = String(decoding: bytes, as: UTF8.self)
    guard let rule = ModelCatalog.familyRule(for: key), reader.isRestricted(rule.license) else { return }
    addRule(for: key, reader)
  }

  /// What the names of OpenAI's services begin with.
  private static let ofOpenAI = ["gpt", "chatgpt", "o1", "o3", "o4", "text-davinci"]

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
