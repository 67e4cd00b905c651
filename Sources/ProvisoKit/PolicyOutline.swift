internal import ProvisoCore
package import ProvisoPolicy
package import ProvisoReports

/// The policy that holds once all that it extends is laid under it, with the line that states each part.
package struct PolicyOutline: Sendable {
  /// One thing that the policy states.
  package struct Line: Sendable, Hashable {
    /// Where in a policy it stands, as `organization.commercial`.
    package var key: String
    /// Its value in YAML.
    package var value: String
    /// nil for what holds because nobody says otherwise.
    package var origin: PolicyOrigin?
  }

  package let policy: Policy
  package let lines: [Line]

  package init(_ policy: Policy) {
    self.policy = policy
    var lines: [Line] = []
    func add(_ key: String, _ value: String?, _ origin: PolicyOrigin?) {
      if let value { lines.append(Line(key: key, value: value, origin: origin)) }
    }
    func facts(_ key: String, _ facts: Facts) {
      for name in facts.statedNames {
        add("\(key).\(name.rawValue)", facts[name].value?.yaml ?? "unknown", facts.origin(of: name))
      }
    }
    add("organization.name", policy.organizationName.map(Flow.text), nil)
    if case .known(let value, let origin) = policy.affiliatesIncluded {
      add("organization.affiliates_included", "\(value)", origin)
    }
    facts("organization", policy.organization)
    for context in policy.contexts {
      add("contexts.\(context.id).paths", Flow.list(context.paths.patterns), context.origin)
      add("contexts.\(context.id).enforcement", context.enforcement?.rawValue, context.origin)
      facts("contexts.\(context.id).facts", context.facts)
    }
    add("on_missing_fact", policy.onMissingFact.rawValue, policy.onMissingFactOrigin)
    add("enforcement", policy.enforcement.rawValue, policy.enforcementOrigin)
    for state in LicenseState.allCases {
      guard let stated = policy.verdicts.states[state] else { continue }
      add("verdicts.states.\(state.rawValue)", stated.verdict.rawValue, stated.origin)
    }
    add("verdicts.default", (policy.verdicts.fallback?.verdict ?? .allow).rawValue, policy.verdicts.fallback?.origin)
    for verdict in Verdict.allCases {
      for entry in policy.verdicts.entries where entry.verdict == verdict {
        add("verdicts.\(verdict.rawValue)", Flow.entry(entry), entry.origin)
      }
    }
    for (id, setting) in policy.rules.sorted(by: { $0.key < $1.key }) {
      add("rules.\(id)", Flow.setting(setting), setting.origin)
    }
    for (scope, setting) in policy.scopes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add("scopes.\(scope.rawValue)", setting.severity?.rawValue, setting.origin)
    }
    for (key, place) in [
      ("built_with_display", policy.obligations.display), ("license_copies", policy.obligations.licenseCopies),
      ("notices", policy.obligations.notices),
    ] {
      add("obligations.\(key)", place.map { Flow.list($0.paths.patterns) }, place?.origin)
    }
    for own in policy.licenses { add("licenses.\(own.license.id)", Flow.text(own.license.name), own.origin) }
    for choice in policy.choices {
      add("choices", "\(Flow.text(choice.expression)) → \(choice.license)", choice.origin)
    }
    for correction in policy.corrections {
      add("corrections.\(correction.model)", correction.license, correction.origin)
    }
    for agreement in policy.agreements {
      add(
        "agreements.\(agreement.id)",
        "\(Flow.list(agreement.lifts.map(\.rawValue).sorted())) until \(agreement.until)", agreement.origin)
    }
    let wanted = policy.waiverPolicy
    add(
      "waiver_policy.require", wanted.require.isEmpty ? nil : Flow.list(wanted.require.map(\.rawValue).sorted()),
      wanted.origin)
    add("waiver_policy.max_days", wanted.maximumDays.map { "\($0)" }, wanted.origin)
    add("waiver_policy.inline", (wanted.inline ?? .forbid).rawValue, wanted.inline == nil ? nil : wanted.origin)
    for waiver in policy.waivers {
      add("waivers.\(waiver.id)", "\(waiver.rule) for \(waiver.subject.model) until \(waiver.expires)", waiver.origin)
    }
    self.lines = lines
  }

  /// One line each, the origins in a column of their own.
  package var text: String {
    let layers = policy.trail.map { $0.path ?? "proviso:\($0.name)" }.joined(separator: ", ")
    let width = min(lines.map { $0.key.count + $0.value.count + 2 }.max() ?? 0, 80)
    var text = ["# \(policy.name), made of \(layers)"]
    for line in lines {
      let statement = "\(line.key): \(line.value)"
      let space = String(repeating: " ", count: max(0, width - statement.count))
      text.append("\(statement)\(space)  # \(line.origin.map(\.description) ?? "default")")
    }
    return text.map { Sanitizer.visible($0) + "\n" }.joined()
  }

  package var json: JSONValue {
    [
      "name": .string(policy.name), "path": .optional(policy.path),
      "layers": .array(policy.trail) { ["name": .string($0.name), "path": .optional($0.path)] },
      "entries": .array(lines) { line in
        [
          "key": .string(line.key), "value": .string(line.value),
          "origin": line.origin.map { ["path": .string($0.path), "line": .integer($0.line)] } ?? .null,
        ]
      },
    ]
  }
}

/// Values on one line of YAML.
private enum Flow {
  static func text(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/")].contains(byte)
    }
    if isPlain, !text.isEmpty { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  static func list(_ texts: [String]) -> String { "[\(texts.map(text).joined(separator: ", "))]" }

  static func setting(_ setting: RuleSetting) -> String {
    var parts: [String] = []
    if let severity = setting.severity { parts.append("severity: \(severity.rawValue)") }
    if let waivable = setting.waivable { parts.append("waivable: \(waivable)") }
    for (name, value) in setting.options.sorted(by: { $0.key < $1.key }) { parts.append("\(name): \(value)") }
    if let fix = setting.fix { parts.append("fix: \(text(fix))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  static func entry(_ entry: VerdictEntry) -> String {
    var parts: [String] = []
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { parts.append("\(key): \(values.count == 1 ? text(values[0]) : list(values))") }
    }
    add("license", entry.licenses)
    add("family", entry.families)
    add("category", entry.categories.map(\.rawValue))
    if let openness = entry.openness { parts.append("openness: {\(openness.yaml)}") }
    if let approved = entry.osdApproved { parts.append("osd_approved: \(approved)") }
    if let term = entry.term { parts.append("term: {\(term.yaml)}") }
    add("model", entry.models?.patterns ?? [])
    add("registry", entry.registries.map(\.rawValue))
    if let condition = entry.condition { parts.append("when: \(text(condition.words))") }
    if !entry.exceptContexts.isEmpty { parts.append("unless: \(list(entry.exceptContexts))") }
    if let message = entry.message { parts.append("message: \(text(message))") }
    if let fix = entry.fix { parts.append("fix: \(text(fix))") }
    return "{\(parts.joined(separator: ", "))}"
  }
}
