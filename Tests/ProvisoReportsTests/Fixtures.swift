import ProvisoCore

/// The fixtures by name, for tables of tests.
enum Sample: CaseIterable {
  case ordinary, hostile, check, clean

  var report: ScanReport {
    switch self {
    case .ordinary: Fixtures.report
    case .hostile: Fixtures.hostile
    case .check: Fixtures.check
    case .clean: Fixtures.clean
    }
  }
}

/// Reports to render: small ones with a little of everything, and one full of names that try to do harm.
enum Fixtures {
  static let llama = ModelName.huggingFace("meta-llama/Llama-3.1-8B-Instruct")
  static let qwen = ModelName.huggingFace("Qwen/Qwen2.5-7B")

  static let rules = [
    RuleDescription(
      id: "AIL101", name: "license-absent", title: "A model has no license.",
      summary: "Nothing says what the license of the model is.",
      help: "# Why\n\nWithout a license **nothing** is allowed.\n\n```yaml\nmodel: `x`\n```", level: .warning),
    RuleDescription(
      id: "AIL302", name: "user-threshold-exceeded", title: "More users than the license allows.",
      summary: "The license ends at a number of users, and the facts of the policy are beyond it.",
      help: "Ask the publisher for a license.", level: .error, facts: ["monthly_active_users"]),
    RuleDescription(
      id: "AIL201", name: "display-missing", title: "Words that the license wants shown are not shown.",
      summary: "The license asks for words to be displayed.", help: "Show them.", level: .note),
  ]

  static let llamaLicense: License = {
    var terms = Terms()
    terms.commercialUse = Term(.conditional, clause: "1.a; 2")
    terms.thresholds = [
      Terms.Threshold(
        metric: .monthlyActiveUsers, amount: 700_000_000, currency: nil, period: nil, comparison: .greaterThan,
        scope: .licenseeAndAffiliates, measured: .releaseDate, date: "2024-07-23", effect: .licenseRequired, clause: "2"
      )
    ]
    terms.derivatives = Term(true, clause: "1.a")
    terms.namePrefix = Term("Llama", clause: "1.b.i")
    terms.acceptableUse = .init(value: "https://example.org/use", clause: "1.b.iv", restrictions: ["military"])
    terms.excludedRegions = .init(value: ["EU"], appliesTo: "multimodal-models", clause: "use policy")
    return License(
      id: "llama3.1", name: "Llama 3.1 Community License", family: "llama", edition: "3.1", publisher: "Meta",
      released: "2024-07-23", spdx: "LicenseRef-llama3.1", aliases: ["llama-3.1"], url: nil, category: .community,
      osiApproved: false,
      openness: .init(
        osd: .fail, failedCriteria: [.init(criterion: 5, clause: "2", because: "It excludes large businesses.")],
        osaidLicenseGate: .fail),
      terms: terms, sources: [.init(url: "https://example.org/l", sha256: nil, read: "2026-11-21")])
  }()

  static func location(
    _ path: String = "app/llm.py", line: Int = 12, column: Int = 9, endColumn: Int = 43,
    excerpt: String = #"model = "meta-llama/Llama-3.1-8B-Instruct""#, hash: String? = "8a2bc55f46839cdc:1"
  ) -> Location {
    Location(path: path, line: line, column: column, endColumn: endColumn, excerpt: excerpt, lineHash: hash)
  }

  static func finding(
    _ rule: Int = 1, location: Location? = location(), related: [RelatedLocation] = [], model: ModelName? = llama,
    message: String = "The license ends at 700 million users a month, and the product has more.",
    fingerprint: String = "00112233445566778899aabbccddeeff", status: Finding.Status = .new, waiver: String? = nil
  ) -> Finding {
    Finding(
      rule: rules[rule].id, name: rules[rule].name, level: rules[rule].level, message: message, location: location,
      related: related, model: model, license: "llama3.1", clause: "2", fix: "Ask Meta for a license",
      context: "product", fingerprint: fingerprint, status: status, waiver: waiver)
  }

  static let llamaConclusion = LicenseConclusion(
    concluded: "llama3.1", expression: "LicenseRef-llama3.1", category: .community, state: .known, confidence: .high,
    claims: [
      Claim(license: "llama3.1", kind: .record, source: .catalog, evidence: "The catalog lists the model."),
      Claim(
        license: "apache-2.0", kind: .record, source: .base, evidence: "The base says so.",
        location: location("README.md", line: 3)),
    ], candidates: [llamaLicense])

  static func reference(_ path: String, line: Int = 12, model: ModelName = llama) -> ModelReference {
    ModelReference(
      model: model, revision: .named("main"), location: location(path, line: line), asWritten: model.id, kind: .code,
      role: .used)
  }

  static func llamaEntry(references: [ModelReference] = [reference("app/llm.py")]) -> ScanReport.Model {
    ScanReport.Model(
      model: ResolvedModel(
        name: llama, revision: "main", role: .used, references: references, license: llamaConclusion,
        lineage: [
          LineageEdge(
            relation: .finetune, base: .huggingFace("meta-llama/Llama-3.1-8B"), license: llamaConclusion,
            evidence: "The catalog says so.")
        ]),
      obligations: [
        Obligation(kind: .display, text: "Built with Llama", clause: "1.b.i", license: "llama3.1", met: false),
        Obligation(kind: .notice, text: "A notice file", clause: "1.b.iii", license: "llama3.1"),
        Obligation(
          kind: .licenseCopy, text: "A copy", clause: nil, license: "llama3.1", met: true, evidence: "LICENSE"),
      ])
  }

  static let qwenEntry = ScanReport.Model(
    model: ResolvedModel(
      name: qwen, role: .used, references: [reference("b.py", model: qwen)],
      license: LicenseConclusion(concluded: "apache-2.0", category: .permissive, state: .known, confidence: .high)),
    obligations: [])

  /// Two models; an error, a warning and a note on the first, and one waived finding.
  static let report: ScanReport = {
    var report = plainReport
    report.licenses = [llamaLicense]
    return report
  }()

  private static let plainReport = ScanReport(
    toolVersion: "0.1.0", policy: .init(name: "acme", path: ".github/proviso.yaml"), files: 40, filesRead: 12,
    models: [qwenEntry, llamaEntry()],
    findings: [
      finding(2, message: "The words \u{201C}Built with Llama\u{201D} are not shown.", fingerprint: digits("2")),
      finding(
        1,
        related: [
          RelatedLocation(location: location("app/other.py", line: 4), message: "also named here"),
          RelatedLocation(location: location("README.md", line: 1), message: "the card [of the base]"),
        ]),
      finding(0, location: location("weights.gguf", line: 1, column: 1, endColumn: 1, excerpt: "", hash: nil)),
      finding(1, location: location("waived.py"), fingerprint: digits("3"), waiver: "Approved until 2027."),
    ],
    notifications: [
      Notification(level: .warning, message: "The header is cut short.", path: "weights.gguf", isIncomplete: true),
      Notification(level: .note, message: "2 files were skipped."),
    ], rules: rules)

  /// What `check` reports: no files and no places.
  static let check = ScanReport(
    toolVersion: "0.1.0", policy: .init(name: "proviso:default"), models: [llamaEntry(references: [])],
    findings: [finding(location: nil), finding(2, location: nil, fingerprint: digits("7"))], rules: rules)

  /// Nothing to report.
  static let clean = ScanReport(
    toolVersion: "0.1.0", policy: .init(name: "proviso:default"), files: 3, filesRead: 1, rules: rules)

  /// A character, 32 times: a fingerprint.
  static func digits(_ digit: Character) -> String {
    String(repeating: digit, count: 32)
  }

  /// Everything that text could do to a terminal, a page, a log, a sheet or a link.
  static let attack =
    "=1+cmd|'/C calc'!A0 ::error::x ##[error]y ##vso[task.setvariable variable=z]w ]]> --> <img src=x onerror=alert(1)> "
    + "<b>B</b> @octocat #1 `c` |p| **s** ![i](http://evil.example/i) www.evil.example javascript:alert(1) {{7*7}} "
    + "a\u{1B}[31m\u{9B}2J\u{7F}\u{0}\n::error::x\r\u{202E}\u{2066}\u{200F}\u{2028}\u{2029}\u{FEFF} [x](7) \\[y\\](8) {0} %41 \"q\" </script> é😀"

  /// ``report`` with hostile text wherever text can come from a scanned tree.
  static let hostile: ScanReport = {
    let name = ModelName(registry: .local, id: attack)
    let place = location("dir/" + attack + ".py", excerpt: attack)
    let conclusion = LicenseConclusion(
      concluded: nil, expression: nil, state: .unknown,
      claims: [Claim(license: attack, kind: .unrecognized, source: .modelCard, evidence: attack, location: place)],
      remark: attack)
    let reference = ModelReference(
      model: name, revision: .named(attack), location: place, asWritten: attack, kind: .code, role: .used)
    let entry = ScanReport.Model(
      model: ResolvedModel(
        name: name, revision: attack, role: .used, references: [reference], license: conclusion,
        lineage: [LineageEdge(relation: nil, base: name, license: conclusion, evidence: attack)]),
      obligations: [Obligation(kind: .notice, text: attack, clause: attack, license: attack, evidence: attack)])
    var bare = entry
    bare.model.name.id = attack + "2"
    var finding = Self.finding(
      1, location: place, related: [RelatedLocation(location: place, message: attack)], model: name, message: attack)
    finding.license = attack
    finding.clause = attack
    finding.fix = attack
    finding.context = attack
    var waived = finding
    waived.waiver = attack
    return ScanReport(
      toolVersion: "0.1.0", policy: .init(name: attack, path: "../" + attack), files: 1, filesRead: 1,
      models: [entry, bare], findings: [finding, waived],
      notifications: [Notification(level: .warning, message: attack, path: attack)], rules: rules)
  }()
}
