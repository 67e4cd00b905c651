internal import ProvisoCore

/// AIL001: nothing says under which license the model stands.
struct NoLicenseDeclared: Rule {
  let description = RuleDescription(
    id: "AIL001", name: "no-license-declared", title: "No license declared",
    summary:
      "A model is used, published or shipped, and no license is known for it: no card, text, weight metadata or catalog entry gives one. Without a license, copyright law reserves all rights.",
    help: """
      Without a license, its author has granted nobody the right to use, copy or change a work. A model whose publisher declares nothing, or for which no \
      source is at hand, cannot be held against any policy.

      **Fix**: for a model of your own, put `license:` in the card's front matter or a license text beside the weights. For somebody else's, \
      look at the publisher's page, ask there, and record the answer under `corrections` in the policy.

      Violation:

      ```yaml
      ---
      base_model: acme/base
      ---
      ```

      Cure:

      ```yaml
      ---
      license: apache-2.0
      base_model: acme/base
      ---
      ```
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    // Terms of service are no license of weights; a policy that minds them lists the models.
    guard subject.model.name.registry != .hosted else { return [.notApplicable] }
    // AIL008 tells of names and paths behind which nothing can be seen.
    guard !subject.isUnresolvable else { return [.notApplicable] }
    let license = subject.model.license
    // Whoever is let in reads the terms there: AIL006 speaks of that.
    guard license.state != .gated else { return [.notApplicable] }
    let isPublished = subject.references.contains { $0.role == .published }
    // What holds for a line of models does not make up for a publisher who declares nothing for this one.
    let isDeclaredNone = license.remark != nil && license.claims.allSatisfy { $0.source >= .family }
    guard license.claims.isEmpty || isDeclaredNone || (isPublished && !subject.hasOwnClaims) else {
      return [.satisfied]
    }
    return [.violated(violation(subject))]
  }

  private func violation(_ subject: Subject) -> Violation {
    if let remark = subject.model.license.remark {
      return Violation(
        .declaresNone(subject.name, remark), fix: "Ask the publisher for a license, or choose a model that has one.")
    }
    if subject.model.isLocal {
      let inherited = subject.model.license.claims.first.map { ", and \($0.evidence)" } ?? ""
      return Violation(
        .saysNothing(subject.name, inherited),
        fix: "Put `license:` in the model card's front matter, or the license text beside the weights.")
    }
    return Violation(
      .notKnown(subject.name, subject.model.license.unanswered),
      fix: "Look up the license where the model is published and record it under `corrections` in the policy.")
  }
}

extension String {
  fileprivate static func declaresNone(_ model: String, _ remark: String) -> String {
    "No license is declared for \(model): \(remark)."
  }

  fileprivate static func saysNothing(_ model: String, _ inherited: String) -> String {
    "No file says under which license \(model) stands\(inherited)."
  }

  fileprivate static func notKnown(_ model: String, _ unanswered: String?) -> String {
    guard let unanswered else {
      return "No license is known for \(model): no file here declares one and the catalog does not list the model."
    }
    return
      "No license is known for \(model): no file here declares one, the catalog does not list the model, and \(unanswered)."
  }
}
