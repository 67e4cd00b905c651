internal import ProvisoCore

/// AIL201: weights without the license text that has to go along.
struct LicenseCopyMissing: Rule {
  let description = RuleDescription(
    id: "AIL201", name: "license-copy-missing", title: "License copy missing",
    summary:
      "The license asks that its text go along with copies of the model, and no file of the tree is that text. Where it is certain that the weights reach others, this is a warning.",
    help: """
      Apache 2.0 (clause 4(a)), MIT (paragraph 2), the Llama licenses (1.b.i), Gemma's terms (3.1) and the RAIL licenses (4) all ask that whoever receives the \
      model receive the license, too. A link is not a copy. Stability AI's Community License (IV.a.i), Tencent's for Hunyuan (3.a) and some others ask the same for whoever \
      gets a product or service with the model.

      Texts are recognized by their words, wherever they lie: `LICENSE` beside the weights, `third_party/`, or parted by lines of `=` in a notice file.

      **Fix**: put the license's text beside the weights, or into what ships with the product. `proviso notice` says which texts are needed and where they stand.

      Violation: `model.safetensors` of a Llama 3.1 model, and no text of its license.

      Cure: the Llama 3.1 Community License in `LICENSE` beside it.
      """,
    level: .note, facts: ["distributes_weights", "distributes_product", "serves_over_network"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let duties = (subject.dutyLicenses + copyleftBases(subject))
      .filter { $0.applicable.license.terms.licenseCopy.value == true }
    return duties.isEmpty ? [.notApplicable] : duties.map { outcome(subject, $0) }
  }

  /// Copyleft bases of a model of the tree under another label: their text goes along with what was made from them (GPL 4 to 6, OFL 2),
  /// whatever AIL105 says of the label.
  private func copyleftBases(_ subject: Subject) -> [Duty] {
    guard subject.model.isLocal else { return [] }
    return subject.dutiesOfBases { [.weakCopyleft, .copyleft, .networkCopyleft].contains($0.category) }
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome {
    let license = duty.applicable.license
    let clause = license.terms.licenseCopy.clause
    switch duty.withText {
    case .notDue: return .notApplicable
    case .unknown(let facts):
      return subject.evidence.hasCopy(of: license)
        ? .satisfied
        : duty.undetermined(
          facts, clause: clause, of: "a copy of the license",
          alsoServed: license.terms.licenseCopyAlsoWith == .services)
    case .due(let because, let isCertain):
      if subject.evidence.hasCopy(of: license) { return .satisfied }
      if subject.mode == .check { return .violated(owed(subject, duty, clause)) }
      // AIL005 tells of a text that is there with changes.
      if subject.model.editedTexts.contains(where: { $0.recognition?.license == license.id }) { return .notApplicable }
      return .violated(
        Violation(
          .noCopy(subject.nameAtStart, because, Wording.license(duty.applicable, clause: clause), license),
          fix: .putText(license), license: license.id, clause: clause, level: isCertain ? .warning : nil,
          location: subject.weightsInTree))
    }
  }

  private func owed(_ subject: Subject, _ duty: Duty, _ clause: String?) -> Violation {
    Violation(
      .wouldNeedCopy(subject.name, Wording.license(duty.applicable, clause: clause)),
      fix: .putText(duty.applicable.license), license: duty.applicable.license.id, clause: clause, level: .note)
  }
}

extension ObligationEvidenceList {
  fileprivate func hasCopy(of license: License) -> Bool { DutyEvidence(list: self).licenseCopy(license).met }
}

extension String {
  fileprivate static func noCopy(_ model: String, _ because: String, _ name: String, _ license: License) -> String {
    let whom =
      license.terms.licenseCopyAlsoWith == .services
      ? "be given to those who get copies or a product or service with the model" : "go along with copies"
    return "\(model) has no license text with it: \(because), and \(name) asks that its text \(whom)."
  }

  fileprivate static func wouldNeedCopy(_ model: String, _ license: String) -> String {
    "\(Wording.sentence(license)) asks that its text go along with copies of \(model)."
  }

  fileprivate static func putText(_ license: License) -> String {
    let address = license.url.map { " (\($0))" } ?? ""
    return "Put the text of the \(license.nameAfterArticle)\(address) beside the weights or into what ships with them."
  }
}
