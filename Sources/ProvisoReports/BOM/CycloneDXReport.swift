import ProvisoCore

/// The models as a CycloneDX machine learning bill of materials.
struct CycloneDXReport {
  enum Version: String {
    case v16 = "1.6"
    case v17 = "1.7"
  }

  private let report: ScanReport
  private let options: ReportOptions
  private let version: Version
  private let licenses: BOMLicenses
  private let rootName: String?
  /// The worst level of a model's active findings.
  private let verdicts: [ModelName: Level]
  /// The data sets that the card of a local model names, by its id.
  private let datasets: [String: [ModelName]]

  static func write(
    _ report: ScanReport, options: ReportOptions, version: Version, to take: @escaping ([UInt8]) -> Void
  ) {
    let writer = Self(report: report, options: options, version: version)
    JSONWriter.write(writer.document(id: ContentID.of(writer.document(id: ContentID.placeholder))), to: take)
  }

  private init(report: ScanReport, options: ReportOptions, version: Version) {
    self.report = report
    self.options = options
    self.version = version
    licenses = BOMLicenses(report)
    rootName = report.rootModelName
    var verdicts: [ModelName: Level] = [:]
    for finding in report.findings where finding.isActive {
      if let model = finding.model { verdicts[model] = max(finding.level, verdicts[model] ?? .note) }
    }
    self.verdicts = verdicts
    var datasets: [String: [ModelName]] = [:]
    for entry in report.models where entry.model.role == .dataset {
      for model in Set(entry.model.references.compactMap(\.derivative)) {
        datasets[model, default: []].append(entry.model.name)
      }
    }
    self.datasets = datasets
  }

  private static let root = "root"

  private func document(id: String) -> JSONValue {
    [
      "$schema": .string("http://cyclonedx.org/schema/bom-\(version.rawValue).schema.json"),
      "bomFormat": "CycloneDX",
      "specVersion": .string(version.rawValue),
      "serialNumber": .string("urn:uuid:\(id)"),
      "version": 1,
      "metadata": metadata,
      "components": .lazyArray(report.models) { component($0) },
      "dependencies": dependencies,
      "compositions": [
        ["aggregate": report.isIncomplete ? "incomplete" : "unknown", "assemblies": [.string(Self.root)]]
      ],
    ]
  }

  private var metadata: JSONValue {
    [
      "timestamp": .string(options.timestamp),
      "tools": [
        "components": [
          [
            "type": "application", "name": "proviso", "version": .string(report.toolVersion),
            "externalReferences": [["type": "website", "url": .string(ProjectAddress.home)]],
          ]
        ]
      ],
      "component": [
        "bom-ref": .string(Self.root), "type": "application", "name": .string(report.subjectName),
      ],
      "properties": properties([("policy", report.policy.name)] + report.policy.facts.map { ("fact", $0) }),
    ]
  }

  // MARK: Components

  private func component(_ entry: ScanReport.Model) -> JSONValue {
    let model = entry.model
    let identity = BOMModel(model.name, revision: model.revision, root: rootName)
    let isDataset = model.role == .dataset
    var members: [(String, JSONValue)] = [
      ("bom-ref", .string(reference(model))),
      ("type", isDataset ? "data" : "machine-learning-model"),
    ]
    members += names(identity)
    // Every model has a version; that of an unpinned one is not known.
    members.append(("version", .string(identity.version ?? "unspecified")))
    if Self.isOutsideProduct(model) { members.append(("scope", "excluded")) }
    let hashes = hashes(entry, identity)
    if !hashes.isEmpty { members.append(("hashes", .array(hashes))) }
    members.append(("licenses", componentLicenses(model.license)))
    members.append(("purl", .string(identity.purl)))
    // Weights in several files: each has a hash of its own.
    if entry.files.count > 1 { members.append(("components", .array(entry.files, file))) }
    if !model.lineage.isEmpty { members.append(("pedigree", pedigree(model.lineage))) }
    let links = externalReferences(identity, model.license)
    if !links.isEmpty { members.append(("externalReferences", .array(links))) }
    members.append(("properties", properties(facts(entry, identity))))
    let evidence = evidence(model)
    if !evidence.isEmpty { members.append(("evidence", .object(evidence))) }
    if isDataset {
      members.append(("data", [["type": "dataset", "name": .string(model.name.id)]]))
    } else if let card = modelCard(model) {
      members.append(("modelCard", card))
    }
    return .object(members)
  }

  /// The hash of the one file that the model is, or the digest that it is pinned to.
  private func hashes(_ entry: ScanReport.Model, _ identity: BOMModel) -> [JSONValue] {
    let pinned = identity.version.flatMap { version in
      version.hasPrefix("sha256:") ? String(version.dropFirst("sha256:".count)) : nil
    }
    let hash = entry.files.count == 1 ? entry.files[0].sha256 : pinned
    return hash.map { [Self.hash($0)] } ?? []
  }

  private static func hash(_ sha256: String) -> JSONValue { ["alg": "SHA-256", "content": .string(sha256)] }

  private func file(_ file: FileDigest) -> JSONValue {
    [
      "bom-ref": .string("file:" + report.reference(to: file)), "type": "file",
      "name": .string(file.path), "hashes": [Self.hash(file.sha256)],
    ]
  }

  private func names(_ identity: BOMModel) -> [(String, JSONValue)] {
    let group = identity.owner.map { [("group", JSONValue.string($0))] } ?? []
    return group + [("name", .string(identity.shortName))]
  }

  /// The hub gives a model and a data set the same id if their owner does.
  private func reference(_ name: ModelName, isData: Bool = false) -> String {
    (isData ? "data:" : "model:") + BOMModel(name).key
  }

  private func reference(_ model: ResolvedModel) -> String { reference(model.name, isData: model.isDataSet) }

  /// Tests and examples use it, or somebody writes about it.
  private static func isOutsideProduct(_ model: ResolvedModel) -> Bool {
    guard !model.references.isEmpty else { return false }
    return model.references.allSatisfy { $0.role == .mentioned || $0.scope != .production }
  }

  private func pedigree(_ lineage: [LineageEdge]) -> JSONValue {
    [
      "ancestors": .array(lineage) { edge in
        let identity = BOMModel(edge.base, root: rootName)
        return .object(
          [("type", "machine-learning-model")] + names(identity) + [
            ("licenses", componentLicenses(edge.license)), ("purl", .string(identity.purl)),
          ])
      },
      "notes": .string(
        lineage.map { edge in
          "\(edge.relation?.rawValue ?? "made from") \(edge.base.id): \(edge.evidence)"
        }.joined(separator: "\n")),
    ]
  }

  private func externalReferences(_ identity: BOMModel, _ conclusion: LicenseConclusion) -> [JSONValue] {
    var links: [JSONValue] = []
    if let page = identity.page {
      links.append(["type": "website", "url": .string(page)])
      if identity.name.registry == .huggingface {
        links.append(["type": "model-card", "url": .string("\(page)/blob/\(identity.version ?? "main")/README.md")])
      }
    }
    if let url = licenses.concluded(conclusion).url { links.append(["type": "license", "url": .string(url)]) }
    return links
  }

  private func facts(_ entry: ScanReport.Model, _ identity: BOMModel) -> [(String, String?)] {
    let model = entry.model
    return [
      ("registry", model.name.registry.rawValue), ("role", model.role.rawValue), ("branch", identity.branch),
      ("license-state", model.license.state.rawValue), ("license-category", model.license.category?.rawValue),
      ("license-confidence", model.license.confidence.rawValue),
      ("verdict", verdicts[model.name]?.rawValue ?? "none"),
    ]
      + entry.obligations.map { obligation in
        let clause = obligation.clause.map { ", clause \($0)" } ?? ""
        let met = obligation.met.map { $0 ? "met" : "not met" } ?? "not checked"
        return ("obligation:\(obligation.kind.rawValue)", "\(obligation.text) (\(obligation.license)\(clause)): \(met)")
      }
  }

  private func properties(_ facts: [(String, String?)]) -> JSONValue {
    .array(
      facts.compactMap { name, value in value.map { ["name": .string("proviso:\(name)"), "value": .string($0)] } })
  }

  private func evidence(_ model: ResolvedModel) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    let observed = licenses.observed(model.license).filter { $0.isSingle }
    if !observed.isEmpty { members.append(("licenses", .array(observed) { choice($0) })) }
    if !model.references.isEmpty {
      members.append(
        (
          "occurrences",
          .array(model.references) { reference in
            let symbol: [(String, JSONValue)] =
              BOMModel.isOnDisk(reference.asWritten) ? [] : [("symbol", .string(reference.asWritten))]
            return .object(
              [
                ("location", .string(reference.location.path)), ("line", .integer(max(reference.location.line, 1))),
              ] + symbol + [
                (
                  "additionalContext",
                  .string("\(reference.kind.rawValue), \(reference.role.rawValue), \(reference.scope.rawValue)")
                )
              ])
          }
        ))
    }
    return members
  }

  private func modelCard(_ model: ResolvedModel) -> JSONValue? {
    var members: [(String, JSONValue)] = []
    if model.isLocal, let datasets = datasets[model.name.id] {
      members.append(
        ("modelParameters", ["datasets": .array(datasets) { ["ref": .string(reference($0, isData: true))] }]))
    }
    let risks = model.applicableLicenses.filter { !$0.license.terms.acceptableUse.restrictions.isEmpty }
    if !risks.isEmpty {
      members.append(
        (
          "considerations",
          [
            "ethicalConsiderations": .array(risks) { applicable in
              let use = applicable.license.terms.acceptableUse
              let clause = use.clause.map { " (clause \($0))" } ?? ""
              return [
                "name": .string(
                  "Uses that \(applicable.license.id) restricts\(clause): \(use.restrictions.joined(separator: ", "))")
              ]
            }
          ]
        ))
    }
    return members.isEmpty ? nil : .object(members)
  }

  private var dependencies: JSONValue {
    let all = Set(report.models.map { reference($0.model) })
    let root: JSONValue = [
      "ref": .string(Self.root),
      "dependsOn": .lazyArray(report.models) { .string(reference($0.model)) },
    ]
    return .series(report.models.count + 1) { index in
      guard index > 0 else { return root }
      let model = report.models[index - 1].model
      let own = reference(model)
      var bases: [String] = []
      for edge in model.lineage where edge.depth == 1 {
        let base = reference(edge.base)
        if all.contains(base), base != own, !bases.contains(base) { bases.append(base) }
      }
      return ["ref": .string(own), "dependsOn": .strings(bases)]
    }
  }

  // MARK: Licenses

  /// What is declared and what is concluded. In 1.6 a list holds either licenses or one expression, so an expression stands
  /// alone there.
  private func componentLicenses(_ conclusion: LicenseConclusion) -> JSONValue {
    let concluded = licenses.concluded(conclusion)
    var declared = licenses.declared(conclusion)
    if version == .v16 {
      guard concluded.isSingle else { return [choice(concluded, "concluded")] }
      declared.removeAll { !$0.isSingle }
    }
    return .array(declared.map { choice($0, "declared") } + [choice(concluded, "concluded")])
  }

  private func choice(_ license: BOMLicense, _ acknowledgement: String? = nil) -> JSONValue {
    let role = acknowledgement.map { [("acknowledgement", JSONValue.string($0))] } ?? []
    let text: [(String, JSONValue)] = [("text", ["contentType": "text/plain", "content": .string(license.note)])]
    let source = license.url.map { [("url", JSONValue.string($0))] }
    switch license.form {
    case .expression(let expression): return .object([("expression", .string(expression))] + role)
    case .listed(let id): return ["license": .object([("id", .string(id))] + (source ?? []) + role)]
    case .reference(let name): return ["license": .object([("name", .string(name))] + (source ?? text) + role)]
    case .unknown: return ["license": .object([("name", "NOASSERTION")] + text + role)]
    }
  }
}

extension BOMLicense {
  /// Whether it is one license and no expression.
  fileprivate var isSingle: Bool {
    if case .expression = form { false } else { true }
  }
}
