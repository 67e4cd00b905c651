internal import ProvisoCore

/// AIL202: a derivative's name does not begin as the base's license asks.
struct NamePrefixMissing: Rule {
  let description = RuleDescription(
    id: "AIL202", name: "name-prefix-missing", title: "Derivative name lacks required prefix",
    summary:
      "The license of the base asks that the name of a model made from it begin with a given word, and the name does not.",
    help: """
      The Llama licenses from version 3 on (clause 1.b.i) ask that a distributed model made with the materials have "Llama 3" (Llama 3) or "Llama" \
      (3.1 and later) at the beginning of its name; EXAONE's asks for "EXAONE".

      The name that is looked at: `model_name` or `model-index` of the card, else its title, else the folder.

      **Fix**: rename the model.

      Violation: `# Acme Support 8B` over `meta-llama/Llama-3.1-8B-Instruct`.

      Cure: `# Llama Acme Support 8B`.
      """,
    level: .error, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let asking = subject.model.applicableLicenses.filter { $0.license.terms.namePrefix.value != nil }
    guard let first = asking.first, let prefix = strictest(asking) else { return [.notApplicable] }
    if subject.mode == .check { return [.violated(duty(subject, first, prefix))] }
    guard subject.model.isLocal, !subject.model.lineage.isEmpty else { return [.notApplicable] }
    let name = subject.model.declaredNames.first
    let text = name?.name ?? folderName(subject.model)
    guard let text else { return [.notApplicable] }
    if NamePrefix.begins(text, with: prefix) { return [.satisfied] }
    let isFamilyName = NamePrefix.begins(text, with: "Meta " + prefix)
    let level: Level = subject.isDistributed == .true && !isFamilyName ? .error : .note
    return [
      .violated(
        Violation(
          .lacksPrefix(text, prefix, Wording.license(first, clause: first.license.terms.namePrefix.clause)),
          fix: "Rename the model so that its name begins with \"\(prefix)\".", license: first.license.id,
          clause: first.license.terms.namePrefix.clause, level: level, location: name?.location,
          related: Wording.lineage(of: subject.model)))
    ]
  }

  /// "Llama 3" satisfies "Llama", not the other way round.
  private func strictest(_ licenses: [ApplicableLicense]) -> String? {
    licenses.compactMap(\.license.terms.namePrefix.value).max { $0.count < $1.count }
  }

  private func folderName(_ model: ResolvedModel) -> String? {
    guard model.name.id != "." else { return nil }
    return model.name.id.split(separator: "/").last.map(String.init)
  }

  private func duty(_ subject: Subject, _ license: ApplicableLicense, _ prefix: String) -> Violation {
    Violation(
      .wouldNeedPrefix(subject.name, prefix, Wording.license(license, clause: license.license.terms.namePrefix.clause)),
      fix: "Plan the name of a derivative so that it begins with \"\(prefix)\".", license: license.license.id,
      clause: license.license.terms.namePrefix.clause, level: .note)
  }
}

/// Compares the beginning of a name as people vary it: case, and `-`, `_` or nothing where a blank is meant.
package enum NamePrefix {
  package static func begins(_ name: String, with prefix: String) -> Bool {
    folded(name.split(separator: "/").last.map(String.init) ?? name).starts(with: folded(prefix))
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.filter { ![UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_")].contains($0) }.map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
  }
}

extension String {
  fileprivate static func lacksPrefix(_ name: String, _ prefix: String, _ license: String) -> String {
    "The name \"\(name)\" does not begin with \"\(prefix)\", as \(license) asks of models made from it."
  }

  fileprivate static func wouldNeedPrefix(_ model: String, _ prefix: String, _ license: String) -> String {
    "The name of a model made from \(model) must begin with \"\(prefix)\": so says \(license)."
  }
}
