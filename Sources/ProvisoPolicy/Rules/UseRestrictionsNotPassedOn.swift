internal import ProvisoCore

/// AIL206: the uses that the license bars are not passed on to whoever receives or reaches the model.
struct UseRestrictionsNotPassedOn: Rule {
  let description = RuleDescription(
    id: "AIL206", name: "use-restrictions-not-passed-on", title: "Use restrictions not flowed down",
    summary:
      "The license asks whoever passes the model on to bind recipients to its use restrictions, and nothing in the tree names or links them.",
    help: """
      The RAIL licenses (paragraph 4.a), Gemma's terms (3.1) and Hunyuan's ask that the restricted uses be an enforceable part of whatever agreement the model or a service \
      with it is offered under, and most count a service like a copy.

      Evidence is the use policy's text, its address in terms, documentation or pages, or, where the restrictions are an attachment of the license, terms that speak of it. The \
      license's own text beside the weights passes its restrictions on with copies, and where a license asks for no more than the copy (MiniMax, Skywork, Yi, Orion), in a service, too. A sentence counts that \
      names the line of models together with its restrictions or policy. The Llama licenses pass theirs on with the copy alone: see AIL201.

      **Fix**: put the restrictions, or a link to the use policy, into the terms that users accept.

      Violation: an app that ships `google/gemma-2-9b-it`, whose `TERMS.md` does not speak of Gemma's prohibited use policy. Of a service with \
      somebody else's model AIL309 tells the same.

      Cure: `You may not use it as https://ai.google.dev/gemma/prohibited_use_policy bars.` in `TERMS.md`.
      """,
    level: .warning, facts: ["distributes_weights", "distributes_product", "serves_over_network"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let duties = subject.dutyLicenses.filter { $0.passesRestrictionsOn }
    return duties.isEmpty ? [.notApplicable] : duties.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome {
    let license = duty.applicable.license
    let clause = license.terms.restrictionsFlowDown.clause
    let isMet = duty.hasRestrictionsPassedOn
    // For others' models behind a service, AIL309 says it.
    switch subject.model.isLocal ? duty.withCopiesOrService() : duty.withCopies() {
    case .notDue: return .notApplicable
    case .unknown(let facts):
      let isServed = subject.model.isLocal && license.terms.hosting.value == .countsAsDistribution
      let what =
        license.passesOnByCopy
        ? "its text, in which the uses that it bars stand," : "terms that bind recipients to its use restrictions"
      return isMet ? .satisfied : duty.undetermined(facts, clause: clause, of: what, alsoServed: isServed)
    case .due(let because, let isCertain):
      let name = Wording.license(duty.applicable, clause: clause)
      if subject.mode == .check {
        return .violated(
          Violation(
            .wouldPassOn(subject.name, name, license), fix: .bind(license), license: license.id, clause: clause,
            level: .note))
      }
      guard !isMet else { return .satisfied }
      return .violated(
        Violation(
          .notPassedOn(subject.name, because, name, byCopy: license.passesOnByCopy), fix: .bind(license),
          license: license.id, clause: clause,
          level: isCertain ? nil : .note,
          related: duty.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension Duty {
  /// True for licenses that ask for own terms which bind recipients.
  var passesRestrictionsOn: Bool {
    // The Llama texts name no agreement of one's own: theirs go along by the copy. Licenses of Creative Commons offer themselves
    // to every recipient.
    let family = applicable.license.family ?? ""
    return applicable.license.terms.restrictionsFlowDown.value == true && family != "llama" && !family.hasPrefix("cc-")
  }

  /// The text of the license is enough for copies, as the restrictions stand in it; a service hands no text out.
  var hasRestrictionsPassedOn: Bool {
    let evidence = DutyEvidence(list: subject.evidence)
    if evidence.useRestrictions(applicable.license).met { return true }
    let isServed = subject.facts.servesOverNetwork.tristate == .true
    return applicable.license.isPassedOnByCopy(isServed: isServed) && evidence.licenseCopy(applicable.license).met
  }
}

extension License {
  /// Whether its text is enough where copies or a service go out. Where the license does not treat a service like a copy, only copies
  /// count.
  func isPassedOnByCopy(isServed: Bool) -> Bool {
    !isServed || passesOnByCopy || terms.hosting.value != .countsAsDistribution
  }
}

extension String {
  fileprivate static func notPassedOn(_ model: String, _ because: String, _ license: String, byCopy: Bool) -> String {
    let reason = "\(Wording.capitalized(because)), and \(license) asks that"
    return byCopy
      ? "Nothing here gives users of \(model) the text of its license, in which the uses that it bars stand. \(reason) it go along."
      : "Nothing here binds users of \(model) to the uses that its license bars. \(reason) they be passed on."
  }

  fileprivate static func wouldPassOn(_ model: String, _ name: String, _ license: License) -> String {
    let whom = "\(model)\(license.terms.hosting.value == .countsAsDistribution ? " or a service with it" : "")"
    let demand = license.passesOnByCopy ? "be given its text" : "be bound to its use restrictions"
    return "\(Wording.sentence(name)) asks that whoever receives \(whom) \(demand)."
  }

  fileprivate static func bind(_ license: License) -> String {
    if license.passesOnByCopy {
      return "Give whoever receives or reaches it the text of the \(license.nameAfterArticle)."
    }
    let policy = license.terms.acceptableUse.value
    let address = policy.map { $0.hasPrefix("http") ? " (\($0))" : "" } ?? ""
    return
      "Put the use restrictions of the \(license.nameAfterArticle)\(address) into the terms that users accept, or link them there."
  }
}
