internal import ProvisoCore

/// AIL203: words that have to be shown stand nowhere.
struct RequiredDisplayMissing: Rule {
  let description = RuleDescription(
    id: "AIL203", name: "required-display-missing", title: "Required display missing",
    summary:
      "The license asks that given words be shown on a page, in the interface or in the documentation of a product with the model, and they stand nowhere in the tree.",
    help: """
      Llama 3.1 and later ask for "Built with Llama" (clause 1.b.i), Llama 3 for "Built with Meta Llama 3", Stability AI's Community License for "Powered by \
      Stability AI" (IV.a.iii). Some count a service like a copy; some ask only of models made from theirs (Qwen), or above a size (Kimi K2).

      Searched are documentation, pages, views, tables of strings and literals of code. Case, white space, quotation marks and markup make no difference. A comment, a quotation or \
      the license's own text is no display. A mere name (Kimi K2) has to stand in a page or view, since the license asks for the user interface.

      **Fix**: show the words where users see them, or in the README.

      Violation: a service that answers with `meta-llama/Llama-3.1-8B-Instruct`, and no "Built with Llama".

      Cure: `<footer>Built with Llama</footer>`
      """,
    level: .warning, facts: ["distributes_weights", "distributes_product", "serves_over_network"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let learned = subject.mode == .scan && subject.model.isLocal ? subject.model.learnedFrom : []
    let duties =
      (subject.dutyLicenses + subject.dutiesOfBases { !$0.category.isRestricted }
      + learned.map { Duty(subject: subject, applicable: $0) })
      .filter { $0.applicable.license.terms.display.value != nil }
    return duties.isEmpty ? [.notApplicable] : duties.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome {
    let license = duty.applicable.license
    let (words, clause) = (license.terms.display.value ?? "", license.terms.display.clause)
    let isMet = DutyEvidence(list: subject.evidence).display(license).met
    var standing = duty.withWhatShows
    switch threshold(subject, license) {
    case .below?: return .notApplicable
    // AIL302 and AIL303 ask for the number.
    case .unknown?: return .notApplicable
    // Above the line the product has to show them, whichever way it reaches its users.
    case .over(let value, let origin)? where subject.isShipped:
      standing = .due(because: "the policy states \(value)\(Wording.origin(origin))", isCertain: true)
    case .over?, nil: break
    }
    if case .notDue = standing, let because = commerce(subject, license) {
      standing = .due(because: because, isCertain: true)
    }
    switch standing {
    case .notDue: return .notApplicable
    case .unknown(let facts):
      return isMet
        ? .satisfied
        : duty.undetermined(facts, clause: clause, of: "the display \"\(words)\"", alsoServed: duty.isServiceShown)
    case .due(let because, let isCertain):
      guard !isMet else { return .satisfied }
      let name = Wording.license(duty.applicable, clause: clause)
      if subject.mode == .check {
        return .violated(
          Violation(
            .wouldNeedDisplay(
              name, words, shownWith(duty, product: "a product or model that has \(subject.name) in it")),
            fix: .show(words, license), license: license.id,
            clause: clause, level: .note))
      }
      return .violated(
        Violation(
          .notShown(because, name, words, license, shownWith(duty, product: subject.name))
            + (isOpen(duty) ? .leavesOpen : ""),
          fix: .show(words, license), license: license.id,
          clause: clause, level: isCertain && !isOpen(duty) ? nil : .note,
          related: duty.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }

  /// MiniMax-M2.7 2: whatever is used commercially shows the words, whichever way it reaches anybody. Where commerce is barred,
  /// AIL301 says that.
  private func commerce(_ subject: Subject, _ license: License) -> String? {
    let fact = subject.facts.commercial
    guard license.terms.displayAppliesTo == .commercialUse, license.terms.commercialUse.value != .no, subject.isShipped,
      fact.tristate == .true
    else { return nil }
    return "the policy says that the use is commercial\(Wording.origin(fact.origin))"
  }

  /// What the words have to be shown with: the model itself where it is the one that was made from another.
  /// - Parameter product: what it is where not only derivatives are meant.
  private func shownWith(_ duty: Duty, product: String) -> String {
    let (subject, license) = (duty.subject, duty.applicable.license)
    guard license.terms.displayAppliesTo == .derivatives else { return product }
    let bases = subject.model.isLocal ? subject.model.lineage : []
    let own = bases.first { $0.license.candidates.contains { $0.id == license.id } } ?? bases.first
    if let edge = duty.applicable.edge ?? own {
      return "\(subject.name), which \(edge.relation.isTeaching ? "learned from" : "was made from") \(edge.base.id)"
    }
    let outputs = license.terms.outputTraining.value == .allowedWithNaming ? " or its outputs" : ""
    return "a model that is made with \(subject.name)\(outputs)"
  }

  /// Llama's clause asks for the name of what outputs train in so many words, and for the display of what is made from the materials:
  /// whether the one is the other it does not say. Qwen's 5.b asks for the display.
  private func isOpen(_ duty: Duty) -> Bool {
    duty.applicable.isOfOutputs && duty.applicable.license.terms.displayAppliesTo != .derivatives
  }

  /// Some licenses ask for a display only above a number; nil for the rest.
  private func threshold(_ subject: Subject, _ license: License) -> ThresholdTest.Answer? {
    let answers = license.terms.thresholds.filter { $0.effect == .display }.map {
      ThresholdTest(threshold: $0, facts: subject.facts, affiliatesIncluded: subject.affiliatesIncluded).answer()
    }
    return answers.first { if case .over = $0 { true } else { false } }
      ?? answers.first { if case .unknown = $0 { true } else { false } } ?? answers.first
  }
}

extension String {
  fileprivate static let leavesOpen =
    " The clause names what is made from the model; whether that is so where only its outputs train, somebody has to decide."

  fileprivate static func notShown(
    _ because: String, _ name: String, _ words: String, _ license: License, _ what: String
  ) -> String {
    "\"\(words)\" stands in no \(license.terms.isDisplayOfInterface ? "page or view" : "page, view or document") here. \(Wording.capitalized(because)), and \(name) asks that it be shown with \(what)."
  }

  fileprivate static func wouldNeedDisplay(_ name: String, _ words: String, _ what: String) -> String {
    "\(Wording.sentence(name)) asks that \"\(words)\" be shown with \(what)."
  }

  fileprivate static func show(_ words: String, _ license: License) -> String {
    let others = license.terms.displayAlternatives.map { " or \"\($0)\"" }.joined()
    return license.terms.isDisplayOfInterface
      ? "Show \"\(words)\"\(others) in the user interface, which the license names; a document does not count."
      : "Show \"\(words)\"\(others) in the interface, on a related page or in the documentation."
  }
}
