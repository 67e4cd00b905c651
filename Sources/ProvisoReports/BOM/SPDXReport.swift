import ProvisoCore

/// The models as an SPDX 3.0.1 document.
///
/// Models are software packages whose purpose is to be a model: the AI profile asks for the time a model was released, which is
/// not known offline, and a date is nothing to invent.
struct SPDXReport {
  private let report: ScanReport
  private let options: ReportOptions
  private let licenses: BOMLicenses
  private let rootName: String?
  private let namespace: String
  /// What was made and is not written yet.
  private var elements: [JSONValue] = []
  private var identifiers: [String] = []
  /// The element of each license expression, license text, agent and model.
  private var known: [String: String] = [:]
  private var licenseCount = 0
  private let entries: [ModelName: ScanReport.Model]

  static func write(_ report: ScanReport, options: ReportOptions, to take: @escaping ([UInt8]) -> Void) {
    let id = ContentID.of(document(report, options, id: ContentID.placeholder))
    JSONWriter.write(document(report, options, id: id), to: take)
  }

  private static func document(_ report: ScanReport, _ options: ReportOptions, id: String) -> JSONValue {
    [
      "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
      "@graph": .batches(isLong: report.models.count > JSONWriter.longList) {
        var writer = Self(report: report, options: options, id: id)
        var parts = writer.parts.makeIterator()
        return {
          guard let part = parts.next() else { return nil }
          return writer.elements(of: part)
        }
      },
    ]
  }

  private init(report: ScanReport, options: ReportOptions, id: String) {
    self.report = report
    self.options = options
    licenses = BOMLicenses(report)
    rootName = report.rootModelName
    namespace = "urn:uuid:\(id)#"
    // Bases are models, and a data set may have the id of one.
    entries = Dictionary(report.models.filter { !$0.model.isDataSet }.map { ($0.model.name, $0) }) { first, _ in first }
  }

  private static let creation = "_:creation"
  private static let noAssertion = "expandedlicensing_NoAssertionLicense"

  /// The parts of the document, each with elements of its own.
  private enum Part {
    case head
    case model(Int)
    case document
  }

  private var parts: [Part] { [.head] + report.models.indices.map(Part.model) + [.document] }

  /// Makes a part; those before it have been made.
  private mutating func elements(of part: Part) -> [JSONValue] {
    defer { elements.removeAll(keepingCapacity: true) }
    switch part {
    case .head: addHead()
    case .model(let index): add(report.models[index], root: namespace + Self.root)
    case .document: addDocument()
    }
    return elements
  }

  private static let root = "root"

  private mutating func addHead() {
    let tool = namespace + "tool"
    elements.append([
      "type": "CreationInfo", "@id": .string(Self.creation), "specVersion": "3.0.1",
      "created": .string(options.timestamp), "createdBy": [.string(tool)],
    ])
    add("SoftwareAgent", "tool", [("name", .string("Proviso \(report.toolVersion)"))])
    add(
      "software_Package", Self.root,
      [("name", .string(report.subjectName)), ("software_primaryPurpose", "application")])
  }

  private mutating func addDocument() {
    let root = namespace + Self.root
    let dataLicense = license(BOMLicense(form: .listed("CC0-1.0"), note: ""))
    let bom = add(
      "software_Sbom", "bom",
      [
        ("rootElement", [.string(root)]), ("element", .strings(identifiers)), ("software_sbomType", ["source"]),
      ])
    let contents = identifiers
    let facts = report.policy.facts
    add(
      "SpdxDocument", "document",
      [
        ("name", .string("AI models of \(report.subjectName)")),
        ("profileConformance", ["core", "software", "simpleLicensing"]),
        ("dataLicense", .string(dataLicense)),
        ("rootElement", [.string(bom)]), ("element", .strings(contents)),
      ]
        + (facts.isEmpty ? [] : [("comment", .string("Facts of the run: \(facts.joined(separator: ", "))."))]))
  }

  /// Adds an element and gives its identifier.
  @discardableResult
  private mutating func add(_ type: String, _ name: String, _ members: [(String, JSONValue)]) -> String {
    let id = namespace + name
    identifiers.append(id)
    elements.append(
      .object(
        [("type", .string(type)), ("spdxId", .string(id)), ("creationInfo", .string(Self.creation))] + members))
    return id
  }

  private mutating func relate(_ from: String, _ type: String, _ to: [String], comment: String? = nil) {
    let words = comment.map { [("comment", JSONValue.string($0))] } ?? []
    add(
      "Relationship", "relationship-\(identifiers.count)",
      [("from", .string(from)), ("relationshipType", .string(type)), ("to", .strings(to))] + words)
  }

  // MARK: Models

  private mutating func add(_ entry: ScanReport.Model, root: String) {
    let model = entry.model
    let package = package(
      model.name, revision: model.revision, isDataset: model.role == .dataset, license: model.license,
      references: model.references)
    let words = "role: \(model.role.rawValue)"
    switch model.role {
    case .published, .bundled: relate(root, "contains", [package], comment: words)
    case .used, .base, .dataset: relate(root, "dependsOn", [package], comment: words)
    case .mentioned: relate(root, "other", [package], comment: words)
    }
    for edge in model.lineage where edge.depth == 1 {
      let base = self.package(edge.base, revision: nil, isDataset: false, license: edge.license, references: [])
      guard base != package else { continue }
      relate(package, "descendantOf", [base], comment: "\(edge.relation?.rawValue ?? "made from"): \(edge.evidence)")
    }
  }

  /// The package of a model, made when it is first asked for. Models of the report come in their own turn, with all that is
  /// known of them.
  private mutating func package(
    _ name: ModelName, revision: String?, isDataset: Bool, license: LicenseConclusion, references: [ModelReference]
  ) -> String {
    let entry = references.isEmpty ? entries[name] : nil
    let identity = BOMModel(name, revision: revision ?? entry?.model.revision, root: rootName)
    let id = (isDataset ? "data/" : "model/") + identity.key
    if let package = known[id] { return package }
    known[id] = namespace + id
    let references = entry?.model.references ?? references
    let license = entry?.model.license ?? license
    var members: [(String, JSONValue)] = [
      ("name", .string(identity.fullName)),
      ("software_primaryPurpose", isDataset ? "data" : "model"),
      ("software_packageUrl", .string(identity.purl)),
    ]
    if let version = identity.version { members.append(("software_packageVersion", .string(version))) }
    if let page = identity.page { members.append(("software_downloadLocation", .string(page))) }
    if let owner = identity.owner { members.append(("suppliedBy", .string(organization(owner)))) }
    if !references.isEmpty {
      let places = references.map { "\($0.location.path):\($0.location.line)" }
      members.append(("software_sourceInfo", .string("Named in \(places.joined(separator: ", ")).")))
    }
    if let branch = identity.branch {
      members.append(("comment", .string("The references ask for \(branch), which is no commit.")))
    }
    let files = isDataset ? [] : entries[name]?.files ?? []
    if files.count == 1 { members.append(("verifiedUsing", [Self.hash(files[0].sha256)])) }
    let package = add("software_Package", id, members)
    if files.count > 1 {
      let parts = files.map { file in
        add(
          "software_File", "file/" + report.reference(to: file),
          [("name", .string(file.path)), ("verifiedUsing", [Self.hash(file.sha256)])])
      }
      relate(package, "contains", parts)
    }
    addLicenses(of: package, license)
    return package
  }

  private static func hash(_ sha256: String) -> JSONValue {
    ["type": "Hash", "algorithm": "sha256", "hashValue": .string(sha256)]
  }

  private mutating func organization(_ name: String) -> String {
    let id = "organization/" + RelativeReference.percentEncoded(name)
    if let agent = known[id] { return agent }
    let agent = add("Organization", id, [("name", .string(name))])
    known[id] = agent
    return agent
  }

  // MARK: Licenses

  private mutating func addLicenses(of package: String, _ conclusion: LicenseConclusion) {
    let all = licenses.declared(conclusion)
    let concluded = licenses.concluded(conclusion)
    let declaredElement = all.first.map { license($0) } ?? Self.noAssertion
    let concludedElement = license(concluded)
    let others = all.dropFirst().compactMap(\.expression)
    relate(
      package, "hasDeclaredLicense", [declaredElement],
      comment: others.isEmpty ? nil : "Its files also declare \(others.joined(separator: ", ")).")
    let heard = conclusion.claims.map { "\($0.license) (\($0.source.rawValue))" }.joined(separator: ", ")
    let reason = heard.isEmpty ? "Nothing says what the license is." : "Concluded from \(heard): \(conclusion.words)."
    relate(
      package, "hasConcludedLicense", [concludedElement], comment: declaredElement == concludedElement ? nil : reason)
  }

  /// The element of a license, made when it is first asked for.
  private mutating func license(_ license: BOMLicense) -> String {
    guard let expression = license.expression else { return Self.noAssertion }
    if let element = known["license/" + expression] { return element }
    licenseCount += 1
    let number = licenseCount
    var members: [(String, JSONValue)] = [("simplelicensing_licenseExpression", .string(expression))]
    let references = Self.references(in: expression)
    if !references.isEmpty {
      let entries = references.map { name in
        ["type": "DictionaryEntry", "key": .string(name), "value": .string(text(name, license))] as JSONValue
      }
      members.append(("simplelicensing_customIdToUri", .array(entries)))
    }
    let element = add("simplelicensing_LicenseExpression", "license-\(number)", members)
    known["license/" + expression] = element
    return element
  }

  /// SPDX wants the text of a license that it does not list. It is not ours to copy: its place is told.
  private mutating func text(_ name: String, _ license: BOMLicense) -> String {
    if let element = known["text/" + name] { return element }
    let words = license.url.map { "The text is at \($0)" } ?? "The text is not part of this document. \(license.note)"
    licenseCount += 1
    let element = add(
      "simplelicensing_SimpleLicensingText", "license-text-\(licenseCount)",
      [("name", .string(name)), ("simplelicensing_licenseText", .string(words))])
    known["text/" + name] = element
    return element
  }

  /// The names of an expression that SPDX does not list, each once.
  private static func references(in expression: String) -> [String] {
    var names: [String] = []
    for word in expression.split(whereSeparator: { " ()".contains($0) }) where word.hasPrefix("LicenseRef-") {
      if !names.contains(String(word)) { names.append(String(word)) }
    }
    return names
  }
}
