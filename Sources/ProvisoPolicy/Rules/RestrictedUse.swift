internal import ProvisoCore

/// AIL306: the policy states a use that the license bars or limits.
struct RestrictedUse: Rule {
  let description = RuleDescription(
    id: "AIL306", name: "restricted-use", title: "Use case or industry restricted",
    summary:
      "The license bars or limits a use, and the policy states that use among `uses` or `industries`. Both speak one vocabulary.",
    help: """
      Acceptable use policies and the attachments of RAIL licenses name fields: military, medical advice, law enforcement, biometrics, critical infrastructure and more. Some bar them, \
      some ask for care: the clause says which.

      The words are those of `proviso license show <id> --format json` under `acceptableUse.restrictions`, and plain ones for what nobody bars by itself (`customer-chat`, \
      `search`, `finance`). A few of these fall under a restriction: `health` is `medical-advice`, `automotive` is `transportation`, `defense` is `military`, `police` is \
      `justice-law-enforcement`, `public-sector` is `public-administration`. Where the policy states neither fact, nothing is asked.

      **Fix**: read the clause. Choose another model for that use, or record why the clause does not reach it in a waiver.

      Violation: `uses: [military]` with `meta-llama/Llama-3.1-8B-Instruct`.

      Cure: a model whose license names no uses, such as one under Apache 2.0.
      """,
    level: .warning, facts: ["uses", "industries"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let limiting = subject.applicableLicenses.filter { !$0.license.terms.acceptableUse.restrictions.isEmpty }
    return limiting.isEmpty ? [.notApplicable] : limiting.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ limiting: ApplicableLicense) -> Outcome {
    let use = limiting.license.terms.acceptableUse
    let license = Wording.license(limiting, clause: use.clause)
    let stated = [FactName.uses, .industries].map { (name: $0, fact: subject.facts.words($0)) }
    // AIL308 speaks of competing models.
    let hits = stated.flatMap { name, fact in
      (fact.value ?? []).filter { $0 != "competing-models" && bars($0, use.restrictions) }.map { ($0, fact.origin) }
    }
    if !hits.isEmpty {
      var words: [String] = []
      for (word, _) in hits where !words.contains(word) { words.append(word) }
      return .violated(
        Violation(
          .bars(subject.name, words, Wording.origin(hits.first?.1), license),
          fix: "Read the clause; choose another model for this use where it is barred.", license: limiting.license.id,
          clause: use.clause, related: limiting.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
    // Only who says that a fact is open is asked: most uses are restricted by nobody.
    let open = stated.filter { $0.fact.value == nil && subject.facts.origin(of: $0.name) != nil }.map(\.name)
    guard open.isEmpty else {
      return .undetermined(
        Undetermined(
          open, license: limiting.license.id, clause: use.clause, question: "\(license) bars or limits named uses"))
    }
    return .satisfied
  }

  private func bars(_ word: String, _ restrictions: [String]) -> Bool {
    Activity.restrictions(of: word).contains { restrictions.contains($0) }
  }
}

extension Facts {
  fileprivate func words(_ name: FactName) -> Fact<[String]> { name == .uses ? uses : industries }
}

extension String {
  fileprivate static func bars(_ model: String, _ words: [String], _ origin: String, _ license: String) -> String {
    "The policy states \(Wording.list(words))\(origin), and \(license) bars or limits that for \(model)."
  }
}
