internal import ProvisoCore

/// AIL204: the notice sentence that has to go along stands in no notice file.
struct NoticeTextMissing: Rule {
  let description = RuleDescription(
    id: "AIL204", name: "notice-text-missing", title: "NOTICE attribution text missing",
    summary:
      "The license asks that an exact sentence stand in a notice file that goes along with copies, and no notice file of the tree has it.",
    help: """
      The Llama licenses (clause 1.b.iii), Gemma's terms (3.1), Hunyuan's (3.d), Qwen's (3.c), NVIDIA's and others give the sentence word for word, with the name of the \
      edition: that of Llama 3.1 does not do for Llama 3.2. Whoever only serves a model owes no notice under most of them; openPangu's (4.2) asks it of services, too.

      The sentence counts in `NOTICE`, `LICENSE`, `ACKNOWLEDGMENTS`, `THIRD-PARTY-NOTICES` and the like, and in a Settings.bundle. White space, quotation marks, dashes and `(c)` \
      for `©` make no difference. Where it stands in another file only, this is a note. The card and the documentation do where the clause names no \
      file: bilibili's (4.1.a), Apple's AMLR (2), FLUX.1 [dev]'s (3.b).

      **Fix**: `proviso notice --output NOTICE` writes the file.

      Violation: weights of Gemma in an app, and no `NOTICE`.

      Cure: a `NOTICE` with Gemma's sentence.
      """,
    level: .warning, facts: ["distributes_weights", "distributes_product", "serves_over_network"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let duties = subject.dutyLicenses.filter { $0.applicable.license.terms.noticeText.value != nil }
    return duties.isEmpty ? [.notApplicable] : duties.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome {
    let license = duty.applicable.license
    let (sentence, clause) = (license.terms.noticeText.value ?? "", license.terms.noticeText.clause)
    let evidence = DutyEvidence(list: subject.evidence)
    switch duty.withNotice {
    case .notDue: return .notApplicable
    case .unknown(let facts):
      return evidence.notice(license).met
        ? .satisfied
        : duty.undetermined(
          facts, clause: clause, of: "a notice", alsoServed: license.terms.noticeAlsoWith == .services)
    case .due(let because, let isCertain):
      guard !evidence.notice(license).met else { return .satisfied }
      let name = Wording.license(duty.applicable, clause: clause)
      let fix = String.addSentence(sentence, license.terms)
      if subject.mode == .check {
        return .violated(
          Violation(
            .wouldNeedNotice(subject.name, name, license.terms), fix: fix, license: license.id, clause: clause,
            level: .note))
      }
      let elsewhere = evidence.noticeElsewhere(license)
      return .violated(
        Violation(
          .noNotice(subject.name, because, name, elsewhere, license.terms), fix: fix,
          license: license.id, clause: clause,
          level: isCertain && elsewhere == nil ? nil : .note,
          related: elsewhere.map { [RelatedLocation(location: $0, message: "has the sentence")] } ?? []))
    }
  }
}

extension String {
  fileprivate static func noNotice(
    _ model: String, _ because: String, _ license: String, _ elsewhere: Location?, _ terms: Terms
  ) -> String {
    let isAnywhere = terms.noticePlace == .documents
    let found =
      elsewhere.map {
        "The notice for \(model) stands in \($0.path) only, which is no \(isAnywhere ? "document" : "notice file")."
      } ?? "No \(isAnywhere ? "document or " : "")notice file here has the notice for \(model)."
    let whom = terms.noticeAlsoWith == .services ? "reach users of products and services" : "go along"
    return
      "\(found) \(Wording.capitalized(because)), and \(license) asks that its sentence \(whom)\(isAnywhere ? "" : " in one")."
  }

  fileprivate static func wouldNeedNotice(_ model: String, _ license: String, _ terms: Terms) -> String {
    let what = terms.noticePlace == .documents ? "its sentence" : "a notice file with its sentence"
    return "\(Wording.sentence(license)) asks that \(what) go along with copies of \(model)."
  }

  fileprivate static func addSentence(_ sentence: String, _ terms: Terms) -> String {
    "Put into \(terms.noticePlace == .documents ? "the documentation or " : "")the notice file: \"\(sentence)\""
  }
}
