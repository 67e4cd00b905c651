internal import ProvisoCore

/// AIL207: a license that asks for a credit line, and none there.
struct AttributionMissing: Rule {
  let description = RuleDescription(
    id: "AIL207", name: "attribution-missing", title: "Attribution missing",
    summary:
      "The license asks that whoever shares the material name its creator and the license, and no document of the tree names both the model and the license.",
    help: """
      Creative Commons licenses (3(a)(1)) and Open Data Commons Attribution (4.2, 4.3) ask for a credit: who made it, under which license, with a link, and whether it was changed. \
      So do licenses for data: Etalab's (the source and the date of its last update), the ODbL (4.2(c), 4.3) and the CDLA 1.0 (3.1(c)).

      A file counts that names the model and the license, by its name or address: a README, a NOTICE, an about page.

      **Fix**: add the line. `proviso notice` writes it.

      Violation: an app with `acme/speech` under CC BY 4.0 that nowhere says so.

      Cure: `Speech model: acme/speech by Acme, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).`
      """,
    level: .note, facts: ["distributes_weights", "distributes_product"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let duties = subject.dutyLicenses.filter { $0.applicable.license.asksForCredit } + ofBases(subject)
    return duties.isEmpty ? [.notApplicable] : duties.map { outcome(subject, $0) }
  }

  /// What a free license of a base asks of a model of one's own that is made from it, whatever that is declared under: CC BY 4.0,
  /// 3(a)(1), speaks of the material in modified form, too.
  private func ofBases(_ subject: Subject) -> [Duty] {
    subject.model.isOwn ? subject.dutiesOfBases(where: \.asksForCredit) : []
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome {
    let license = duty.applicable.license
    let credited = duty.applicable.edge?.base.id ?? subject.name
    let clause = license.terms.attribution.clause
    let name = Wording.license(duty.applicable, clause: clause)
    if subject.mode == .scan, subject.credit(for: license) != nil { return .satisfied }
    switch duty.withCopies() {
    case .notDue: return .notApplicable
    case .unknown: return .notApplicable
    case .due(let because, let isCertain):
      // A publisher's own card credits the publisher.
      guard isCertain || subject.mode == .check else { return .notApplicable }
      // The card is that of the model, and the credit is the base's.
      let isOfCard = duty.applicable.edge != nil && because == Duty.publishedByCard
      let because = isOfCard ? "the card of \(subject.name) publishes what was made from that model" : because
      let message: String =
        subject.mode == .check ? .wouldCredit(subject.name, name) : .noCredit(credited, because, name)
      return .violated(
        Violation(
          message, fix: .credit(duty.applicable.edge?.base.id ?? subject.model.name.id, license), license: license.id,
          clause: clause))
    }
  }
}

extension License {
  fileprivate var asksForCredit: Bool { terms.attribution.value == true }
}

extension Subject {
  /// A file that names the license, and the model or a part of its name that everybody knows it by.
  func credit(for license: License) -> Location? {
    let paths = Set(model.references.map(\.location.path))
    return evidence.all(.licenseName, of: license.id).first { paths.contains($0.location.path) }?.location
      ?? evidence.first(.licenseName, of: license.id, in: [.notice])?.location
  }
}

extension String {
  fileprivate static func noCredit(_ model: String, _ because: String, _ license: String) -> String {
    "No document here names both \(model) and its license. \(Wording.capitalized(because)), and \(license) asks for credit to its creator."
  }

  fileprivate static func wouldCredit(_ model: String, _ license: String) -> String {
    "\(Wording.sentence(license)) asks that whoever shares \(model) name its creator and the license."
  }

  fileprivate static func credit(_ model: String, _ license: License) -> String {
    "Name \(model), who made it and the \(license.nameAfterArticle), with a link, in the README or a notice file."
  }
}
