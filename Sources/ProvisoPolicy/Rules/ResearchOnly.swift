internal import ProvisoCore

/// AIL307: a license for research meets something else.
struct ResearchOnly: Rule {
  let description = RuleDescription(
    id: "AIL307", name: "research-only", title: "Research-only license outside research context",
    summary:
      "The license allows research and the like at most, and the policy says that the use is commercial, or that the model is served or shipped to users.",
    help: """
      The Mistral research license, the Qwen research license, DeepFloyd's, LLaMA 1's and others allow research and nothing else. Free of charge is not research: \
      a public demo is use by others.

      A context of the policy whose id begins with `research` is taken for one, unless its own facts say that what lies in it is served or shipped, as is work that is not \
      commercial and neither served nor shipped.

      Where AIL301 says of the same license that it allows no commercial use, this is a note on that finding, not a second error.

      **Fix**: keep the model in research, get a commercial license, or choose another one.

      Violation: `mistralai/Ministral-8B-Instruct-2410` in a service.

      Cure: the same model under a context `research` with `commercial: false`.
      """,
    level: .error, facts: ["commercial", "serves_over_network", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    // An agreement that buys commercial use buys more than research.
    let limits = subject.applicableLicenses.filter {
      $0.license.category == .researchOnly && $0.license.terms.commercialUse.value != .yes
    }
    return limits.isEmpty ? [.notApplicable] : limits.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ limit: ApplicableLicense) -> Outcome {
    let clause = limit.license.terms.commercialUse.clause
    let license = Wording.license(limit, clause: clause)
    let facts = subject.facts
    func violated(_ use: String, level: Level? = nil) -> Outcome {
      .violated(
        Violation(
          .outsideResearch(subject.nameAtStart, use, license),
          fix: "Keep it in research, get another license from the publisher, or choose another model.",
          license: limit.license.id, clause: clause, level: level,
          related: limit.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
    if facts.commercial.tristate == .true {
      // AIL301 speaks of the same clause for the same reason, as an error unless the policy has it otherwise.
      let isTold = limit.license.terms.commercialUse.value == .no && subject.settings["AIL301"]?.severity == nil
      return violated(
        "is in commercial use\(Wording.origin(facts.commercial.origin))", level: isTold ? .note : nil)
    }
    if subject.context?.hasPrefix("research") == true, !subject.contextReachesUsers { return .satisfied }
    if facts.servesOverNetwork.tristate == .true {
      return violated("is served to users\(Wording.origin(facts.servesOverNetwork.origin))")
    }
    if facts.distributesProduct.tristate == .true {
      return violated("is shipped to users\(Wording.origin(facts.distributesProduct.origin))")
    }
    guard facts.commercial.tristate == .unknown else { return .satisfied }
    return .undetermined(
      Undetermined(
        [.commercial], license: limit.license.id, clause: clause,
        question: "\(license) allows research and the like at most"))
  }
}

extension String {
  fileprivate static func outsideResearch(_ model: String, _ use: String, _ license: String) -> String {
    "\(model) \(use), and \(license) allows research and the like at most."
  }
}
