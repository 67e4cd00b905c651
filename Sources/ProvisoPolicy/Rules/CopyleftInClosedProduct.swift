internal import ProvisoCore

/// AIL107: weights under the GPL, the AGPL or their kin in a product whose source is not offered.
struct CopyleftInClosedProduct: Rule {
  let description = RuleDescription(
    id: "AIL107", name: "copyleft-in-closed-product", title: "Copyleft model in a closed product",
    summary:
      "A model is under a license that asks for the source of what is distributed with it, or served with it over a network, and the policy says that the product's source is not offered.",
    help: """
      The GPL's conditions begin when a covered work is conveyed (GPL-3.0 5 and 6), the AGPL's also when users reach a modified version over a network (13). \
      To modify is to copy from or adapt a work other than by an exact copy (0), so a product that is built on the model may be such a version though nobody trained anything: where \
      `fine_tunes: false` says that what is served is as it came, this is a warning for the AGPL, and for the EUPL (5) and the OSL (1(c), 5), which ask for the source of the work itself and reach what derives \
      from it; a note for the FAIR AI Public License, which means training and combining models. The ModelGo SA license asks for the model in a form that can be adapted (2.2(a)(v)) and for its terms on \
      what is made from it (2.2(a)(vi)), never for a product's source: a note, or a warning where models are fine-tuned. Publishers of some \
      models say that the weights, and what is exported from them, are covered too: those of YOLO do.

      A package among the requirements (`ultralytics`) counts where no weights of its line are named, as a warning.

      **Fix**: offer the source under the license, get a commercial license from the publisher, or choose another model.

      Violation: `open_source_product: false` and `serves_over_network: true` with `Ultralytics/YOLO11` (AGPL-3.0).

      Cure: `open_source_product: true`, or an agreement with the publisher that lifts `derivative_license` (or `hosting`, for a service alone).
      """,
    level: .error,
    facts: ["open_source_product", "serves_over_network", "distributes_weights", "distributes_product", "fine_tunes"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let licenses = copyleft(subject.model)
    return licenses.isEmpty ? [.notApplicable] : licenses.flatMap { outcomes(subject, $0) }
  }

  /// The AGPL (clause 13) and the FAIR AI Public License (Notices) ask a service for the source where it has modified what it runs.
  /// Whether a product around a model that is served as it came is a modified version, somebody has to decide.
  /// So it is for the EUPL (5) and the OSL (1(c), 3 and 5): a service hands out the work, whose own source that of the publisher is.
  private static let askOfServicesThatModify: Set<String?> = ["agpl", "fair-ai-public", "eupl", "osl"]

  /// ModelGo SA 2.2(a)(v) and (vi): what is handed out or served goes along in a form that can be adapted, and what is made from it
  /// under the same license; the product around it is no part of that.
  private static let askForModelsOnly: Set<String?> = ["modelgo-mg-by-sa"]

  /// The model's own licenses of this kind, and those of its bases.
  private func copyleft(_ model: ResolvedModel) -> [ApplicableLicense] {
    var licenses: [ApplicableLicense] = []
    func add(_ candidates: [License], _ edge: LineageEdge?) {
      for license in candidates
      where
        ([.copyleft, .networkCopyleft].contains(license.category)
        || Self.askOfServicesThatModify.contains(license.family))
        // An agreement has taken the license's demands on derivatives away.
        && license.terms.derivativeLicense.value != .any
        && !licenses.contains(where: { $0.license.id == license.id })
        && edge.map({ DerivativeTerms(base: license).covers($0.relation) }) ?? true
      {
        licenses.append(ApplicableLicense(license: license, edge: edge))
      }
    }
    add(model.license.candidates, nil)
    for edge in model.lineage where !edge.isSettled { add(edge.license.candidates, edge) }
    return licenses
  }

  /// What is handed out and what is served, one answer: of what is served as it came a milder one, beside the question whether
  /// anything is handed out.
  private func outcomes(_ subject: Subject, _ applicable: ApplicableLicense) -> [Outcome] {
    let license = applicable.license
    let isOfModified = Self.askOfServicesThatModify.contains(license.family)
    let isNetwork = license.category == .networkCopyleft || isOfModified
    let isServed = isNetwork && license.terms.hosting.value != .free ? subject.facts.servesOverNetwork.tristate : .false
    if Self.askForModelsOnly.contains(license.family) { return [ofModel(subject, applicable)] }
    guard isOfModified, isUnmodified(subject, applicable), isServed == .true, subject.isDistributed != .true,
      subject.facts.openSourceProduct.tristate != .true
    else { return [outcome(subject, applicable, subject.isDistributed.or(isServed), isNetwork)] }
    let handedOut =
      subject.isDistributed == .unknown ? [outcome(subject, applicable, subject.isDistributed, isNetwork)] : []
    return [asItCame(subject, applicable)] + handedOut
  }

  /// `fine_tunes: false` says nothing of a model of the tree that was made from another.
  private func isUnmodified(_ subject: Subject, _ applicable: ApplicableLicense) -> Bool {
    subject.facts.fineTunes.tristate == .false && !(subject.model.isOwn && applicable.edge != nil)
  }

  private func outcome(
    _ subject: Subject, _ applicable: ApplicableLicense, _ reaches: Tristate, _ isNetwork: Bool
  ) -> Outcome {
    let license = applicable.license
    let isOpen = subject.facts.openSourceProduct
    if isOpen.tristate == .true || reaches == .false { return .satisfied }
    let clause =
      (subject.isDistributed != .true && isNetwork ? license.terms.hosting.clause : nil)
      ?? ReciprocalTerms.source(license) ?? license.terms.derivativeLicense.clause
    let name = Wording.license(applicable, clause: clause)
    guard isOpen.tristate == .false, reaches == .true else {
      var missing: [FactName] = isOpen.tristate == .unknown ? [.openSourceProduct] : []
      if reaches == .unknown {
        missing += [.distributesProduct, .distributesWeights]
        if isNetwork, subject.facts.servesOverNetwork.tristate == .unknown { missing.append(.servesOverNetwork) }
      }
      return .undetermined(
        Undetermined(
          missing, license: license.id, clause: clause,
          question:
            "\(name) asks for the source of what is \(isNetwork ? "distributed or served" : "distributed") with it"))
    }
    return .violated(
      Violation(
        .closed(subject.nameAtStart, name, subject.isDistributed == .true, Wording.origin(isOpen.origin)),
        fix: Self.fix, license: license.id, clause: clause, level: isOfPackage(subject) ? .warning : nil,
        related: lineage(subject, applicable)))
  }

  /// Only a package is required, and no weights are named: whether it reaches the product, somebody has to look.
  private func isOfPackage(_ subject: Subject) -> Bool {
    !subject.references.isEmpty && subject.references.allSatisfy(\.isPackage)
  }

  /// A closed service that runs a model as it came.
  private func asItCame(_ subject: Subject, _ applicable: ApplicableLicense) -> Outcome {
    let license = applicable.license
    let clause = license.terms.hosting.clause ?? license.terms.derivativeLicense.clause
    let name = Wording.license(applicable, clause: clause)
    let isOpen = subject.facts.openSourceProduct
    guard isOpen.tristate == .false else {
      return .undetermined(
        Undetermined(
          [.openSourceProduct], license: license.id, clause: clause,
          question: "\(name) asks for \(Self.asked(license)) that is served"))
    }
    return .violated(
      Violation(
        .asItCame(
          subject.nameAtStart, name, Self.asked(license), Wording.origin(subject.facts.fineTunes.origin),
          Wording.origin(isOpen.origin)),
        fix: Self.fix, license: license.id, clause: clause,
        level: license.family == "fair-ai-public" ? .note : .warning,
        related: lineage(subject, applicable)))
  }

  /// What a license that speaks of models asks of a closed product.
  private func ofModel(_ subject: Subject, _ applicable: ApplicableLicense) -> Outcome {
    let terms = applicable.license.terms
    let reaches = subject.isDistributed.or(
      terms.hosting.value == .free ? .false : subject.facts.servesOverNetwork.tristate)
    guard subject.facts.openSourceProduct.tristate == .false, reaches == .true else { return .satisfied }
    let isUnmodified = isUnmodified(subject, applicable)
    let clause = isUnmodified ? terms.hosting.clause : terms.derivativeLicense.clause ?? terms.hosting.clause
    return .violated(
      Violation(
        .ofModel(subject.nameAtStart, Wording.license(applicable, clause: clause), isUnmodified: isUnmodified),
        fix:
          "Hand the model out, or say where it can be had, in a form that can be adapted, and put what is made from it under the same license.",
        license: applicable.license.id, clause: clause, level: isUnmodified ? .note : .warning,
        related: lineage(subject, applicable)))
  }

  /// Of what a service owes the source.
  private static func asked(_ license: License) -> String {
    ["eupl", "osl"].contains(license.family)
      ? "the source of the work, and of a work derived from it," : "the source of a modified version"
  }

  private static let fix =
    "Offer the source under this license, get another one from the publisher, or choose another model."

  private func lineage(_ subject: Subject, _ applicable: ApplicableLicense) -> [RelatedLocation] {
    applicable.edge == nil ? [] : Wording.lineage(of: subject.model)
  }
}

extension String {
  fileprivate static func closed(_ model: String, _ license: String, _ distributed: Bool, _ origin: String) -> String {
    "\(model) is under \(license), which asks for the source of what is \(distributed ? "distributed" : "served over a network") with it, and the product's source is not offered\(origin)."
  }
  fileprivate static func ofModel(_ model: String, _ license: String, isUnmodified: Bool) -> String {
    let made = isUnmodified ? "" : ", and that what is made from it stand under the same license"
    return
      "\(model) is under \(license), which asks that whoever is given or reaches the model be given it in a form that can be adapted\(made). The product's source is not asked for."
  }

  fileprivate static func asItCame(
    _ model: String, _ license: String, _ asked: String, _ unmodified: String, _ origin: String
  ) -> String {
    "\(model) is under \(license), which asks for \(asked) that is served over a network, and the product's source is not offered\(origin). The model is served as it came\(unmodified); whether the product built on it is such a work, somebody has to decide."
  }
}
