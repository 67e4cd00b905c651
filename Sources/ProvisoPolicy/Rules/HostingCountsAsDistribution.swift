internal import ProvisoCore

/// AIL309: a service that the license treats like a handed-out copy.
struct HostingCountsAsDistribution: Rule {
  let description = RuleDescription(
    id: "AIL309", name: "hosting-counts-as-distribution", title: "Hosting counts as distribution",
    summary:
      "Users reach the model through a service, the license treats that like distributing it, and the duties that come with it are not met. Where the license bars hosting, the message says so.",
    help: """
      Many expect that only handed-out copies bring duties. The RAIL licenses, Gemma's terms and Hunyuan's define remote access as distribution: their use \
      restrictions have to bind the users of a service. Falcon's and some others need a license of its own for hosting, or bar it; where a license means by that only \
      services whose subject is the model itself, `model_as_a_service` decides.

      **Fix**: pass the restrictions on in the terms of the service; where a license of its own is needed, ask the publisher.

      Violation: `serves_over_network: true` with `bigscience/bloom`, and terms without its restrictions.

      Cure: terms that bind users to the use-based restrictions of Attachment A.
      """,
    level: .warning, facts: ["serves_over_network", "model_as_a_service"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = subject.dutyLicenses.compactMap { outcome(subject, $0) }
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome? {
    let license = duty.applicable.license
    let hosting = license.terms.hosting
    let isBarred = hosting.value == .forbidden || hosting.value == .separateLicense
    guard isBarred || (hosting.value == .countsAsDistribution && duty.passesRestrictionsOn) else { return nil }
    guard subject.isShipped else { return .notApplicable }
    // AIL206 speaks of models that lie in the tree, served or not.
    guard isBarred || !subject.model.isLocal else { return .notApplicable }
    let fact = subject.facts.servesOverNetwork
    let name = Wording.license(duty.applicable, clause: hosting.clause)
    switch fact.tristate {
    case .false: return .satisfied
    case .unknown:
      guard isBarred else {
        return duty.hasRestrictionsPassedOn
          ? .satisfied
          : duty.undetermined(
            [.servesOverNetwork], clause: hosting.clause,
            license.passesOnByCopy
              ? "counts a service as distribution, and asks that whoever is reached be given its text"
              : "counts a service as distribution, and its use restrictions have to bind whoever is reached")
      }
      return .undetermined(
        Undetermined(
          [.servesOverNetwork], license: license.id, clause: hosting.clause, question: "\(name) \(license.hostingLimit)"
        ))
    case .true:
      if !isBarred, duty.hasRestrictionsPassedOn { return .satisfied }
      let isMeant = license.terms.hostingMeans == .modelServices ? subject.facts.modelAsAService.tristate : .true
      if isBarred, isMeant == .false { return .satisfied }
      let message: String =
        isBarred
        ? .bars(subject.nameAtStart, Wording.origin(fact.origin), "\(name) \(license.hostingLimit)")
        : .counts(
          subject.nameAtStart, Wording.origin(fact.origin), name, byCopy: license.passesOnByCopy,
          isLookedFor: subject.mode == .scan)
      return .violated(
        Violation(
          message,
          fix: isBarred
            ? "Ask the publisher for a license that covers the service, or choose a model without this limit.\(isMeant == .true ? license.exceptionRemark : .factRemark)"
            : license.passesOnByCopy
              ? "Give the users of the service the text of the \(license.nameAfterArticle)."
              : "Bind the users of the service to the license's use restrictions, in its terms.",
          license: license.id, clause: hosting.clause, isDuty: !isBarred,
          related: duty.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension License {
  /// What it says against a service, after its name.
  fileprivate var hostingLimit: String {
    let limit =
      terms.hosting.value == .forbidden
      ? "does not allow offering the model as a service"
      : "asks for a license of its own for offering the model as a service"
    return limit + (terms.hostingException.map { ", except \($0)" } ?? "")
  }

  fileprivate var exceptionRemark: String {
    terms.hostingException == nil || terms.hostingMeans != nil ? "" : " Where the exception holds, say so in a waiver."
  }
}

extension String {
  fileprivate static let factRemark =
    " Where the model is no more than part of a product, state `model_as_a_service: false`."

  fileprivate static func counts(
    _ model: String, _ origin: String, _ license: String, byCopy: Bool, isLookedFor: Bool
  ) -> String {
    let demand =
      byCopy
      ? "the users of the service have to be given its text\(isLookedFor ? ", which is not here" : "")"
      : "its use restrictions have to bind the users of the service\(isLookedFor ? ", and nothing here passes them on" : "")"
    return "\(model) is served over the network\(origin), and \(license) counts that as distribution: \(demand)."
  }

  fileprivate static func bars(_ model: String, _ origin: String, _ limit: String) -> String {
    "\(model) is served over the network\(origin), and \(limit)."
  }
}
