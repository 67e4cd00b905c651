internal import ProvisoCore

/// AIL301: a license that does not allow commercial use, or not without more, meets commercial use.
struct NonCommercialInCommercialUse: Rule {
  let description = RuleDescription(
    id: "AIL301", name: "non-commercial-in-commercial-use", title: "Non-commercial in commercial use",
    summary:
      "The license does not allow commercial use, and the policy says that the use is commercial; or it bars production and end users as well, and the policy says that the model is served or shipped to users.",
    help: """
      CC BY-NC, the FLUX.1 [dev] license, the Mistral research license, the Qwen research license and others allow non-commercial or research use only. What \
      counts as commercial differs between them; the policy's fact `commercial` says how the organization sees its use.

      Some of them count no use in production, or none that reaches end users, as non-commercial, whatever it earns: the FLUX.1 [dev] license (1.c, 4.a), Mistral's \
      non-production license and Stability's early ones. There a free app or service is a violation, too.

      A license that allows commercial use under conditions other than a number of users or an amount of revenue is a warning: somebody has to read them. Where the condition is to register with the publisher, AIL006 says so.

      **Fix**: choose a model whose license allows commercial use, or buy a license from the publisher.

      Violation: `facebook/musicgen-small` (CC BY-NC 4.0) in a product.

      Cure: another model, or the same one in a context with `commercial: false`.
      """,
    level: .error, facts: ["commercial", "serves_over_network", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    // AIL006 speaks of licenses whose condition is to register, wherever the model is shipped.
    let registers = subject.model.isLocal || subject.isShipped
    let limits = subject.applicableLicenses.filter { !(registers && $0.license.isOpenedByRegistering) }
      .compactMap(Limit.init)
    return limits.isEmpty ? [.notApplicable] : limits.map { outcome(subject, $0) }
  }

  /// What a license has against commercial use, as the end of a sentence whose subject is commercial use.
  private struct Limit {
    var applicable: ApplicableLicense
    var words: String
    var level: Level?
    /// True where all that the license asks of commerce is that the model stay inside.
    var staysInside = false

    init?(_ applicable: ApplicableLicense) {
      let (license, term) = (applicable.license, applicable.license.terms.commercialUse)
      let name = Wording.license(applicable, clause: term.clause)
      switch term.value {
      case .no: words = "\(name) allows no commercial use"
      // Conditions that are numbers are for the rules about thresholds; any others somebody has to read.
      case .conditional where license.hasUncountedConditions:
        staysInside = license.allowsInternalUseOnly
        words = "\(name) allows commercial use under conditions of its own"
        level = .warning
      // A proprietary text that is silent on commerce bars none.
      case nil where [.nonCommercial, .researchOnly].contains(license.category):
        words = "\(name) is on file as \(license.category.rawValue)"
      case .yes, .conditional, nil: return nil
      }
      self.applicable = applicable
    }
  }

  private func outcome(_ subject: Subject, _ limit: Limit) -> Outcome {
    let license = limit.applicable.license
    let clause = license.terms.commercialUse.clause
    let fact = subject.facts.commercial
    switch fact.tristate {
    case .false: return free(subject, limit)
    case .unknown:
      return .undetermined(Undetermined([.commercial], license: license.id, clause: clause, question: limit.words))
    // What the license grants; AIL208 and AIL309 speak of what leaves the house.
    case .true where limit.staysInside && subject.reachesNobody: return .satisfied
    case .true:
      return .violated(
        Violation(
          .barsCommercialUse(subject.nameAtStart, limit.words, Wording.origin(fact.origin)),
          fix: limit.level == nil
            ? "Choose a model whose license allows commercial use, or get a license from the publisher."
            : "Read the clause and do what it asks before commercial use, or choose another model.",
          license: license.id, clause: clause, level: limit.level,
          related: limit.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }

  /// Of use that is not commercial: whether it is one that the license bars as well.
  private func free(_ subject: Subject, _ limit: Limit) -> Outcome {
    let license = limit.applicable.license
    guard let barred = license.terms.alsoBars, license.terms.commercialUse.value == .no, subject.isShipped else {
      return .satisfied
    }
    let ways = [
      (FactName.servesOverNetwork, "is served to users", subject.facts.servesOverNetwork),
      (.distributesProduct, "is shipped to users", subject.facts.distributesProduct),
    ]
    let clause = license.terms.commercialUse.clause
    let words = "\(Wording.license(limit.applicable, clause: clause)) \(barred.words)"
    if let way = ways.first(where: { $0.2.tristate == .true }) {
      return .violated(
        Violation(
          "\(subject.nameAtStart) \(way.1)\(Wording.origin(way.2.origin)), and \(words).",
          fix: "Keep the model from users, get a license from the publisher, or choose another model.",
          license: license.id, clause: clause,
          related: limit.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
    let open = ways.filter { $0.2.tristate == .unknown }.map(\.0)
    return open.isEmpty
      ? .satisfied : .undetermined(Undetermined(open, license: license.id, clause: clause, question: words))
  }
}

extension Terms.BarredUse {
  /// What a license says that bars it, after its name.
  fileprivate var words: String {
    switch self {
    case .endUsers: "allows no use that reaches end users, paid or not"
    case .production: "allows no use in production, paid or not"
    }
  }
}

extension License {
  /// True where commercial use has conditions, and none of them is a number: those from which on a name is shown limit no use.
  var hasUncountedConditions: Bool {
    terms.commercialUse.value == .conditional && terms.thresholds.allSatisfy { $0.effect == .display }
  }

  /// True where commercial use hangs on registering with the publisher, and on no number.
  fileprivate var isOpenedByRegistering: Bool {
    hasUncountedConditions && terms.registration.value == true && terms.registrationAppliesTo == .commercialUse
  }

  /// True where commerce may be done inside a business and nothing may be handed on or served: Gretel SAL 1.a(ii), 1.b. Of the NVIDIA
  /// license for models in training the clauses ask for more.
  fileprivate var allowsInternalUseOnly: Bool { family == "gretelai-sal" }
}

extension Subject {
  /// True where the policy says that neither the model nor a product or service with it is offered to anybody.
  fileprivate var reachesNobody: Bool {
    isDistributed == .false && facts.servesOverNetwork.tristate == .false
  }
}

extension String {
  fileprivate static func barsCommercialUse(_ model: String, _ limit: String, _ origin: String) -> String {
    "\(model) is in commercial use\(origin), and \(limit)."
  }
}
