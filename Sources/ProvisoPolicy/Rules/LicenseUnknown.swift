internal import ProvisoCore

/// AIL002: something speaks of a license, and its terms are not known.
struct LicenseUnknown: Rule {
  let description = RuleDescription(
    id: "AIL002", name: "license-unknown", title: "License unknown",
    summary:
      "A license is named or its text is there, and it is none whose terms are on file, so nothing could be held against the policy; or a free license is taken from a publisher's other models or from a list of third parties, for want of a better source; or only the license of what somebody made a model from is known, beside which the publisher may have terms of its own. Where only the license of a base or of a data set is unknown, this is a note.",
    help: """
      The words were found, the terms are not known: a name that no record answers to, a text that was not recognized, or a listed license \
      that nobody has read for this tool yet. Nothing is guessed from the name.

      **Fix**: read the license. If it is one that is known under another name, say so under `corrections` in the policy.

      Violation: `license: unknown`, or a `LICENSE` file with a text of its own.

      Cure: `license: apache-2.0`, or a correction in the policy.
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let license = subject.model.license
    if let unread = license.candidates.first(where: \.isReadByNameOnly) { return [onlyNamed(subject, unread)] }
    guard license.candidates.isEmpty else {
      return [guessed(subject) ?? onlyOfBase(subject) ?? unknownBase(subject) ?? .satisfied]
    }
    guard !license.claims.isEmpty else { return [.notApplicable] }
    // What AIL003, AIL004 and AIL005 report is not told twice.
    let claim = license.claims.first {
      ![.familyTag, .unnamed].contains($0.kind) && subject.model.editedText(of: $0) == nil
        && $0.license != subject.model.linkWithoutName?.link
    }
    guard let claim else { return [.notApplicable] }
    let message: String =
      claim.kind == .named
      ? .termsNotOnFile(subject.name, claim.license, claim.evidence) : .notRecognized(subject.name, claim.evidence)
    return [
      .violated(
        Violation(
          message, fix: "Read the license; if it is a known one, record it under `corrections` in the policy.",
          license: claim.license, location: claim.location))
    ]
  }

  package func evaluate(data subject: Subject) -> [Outcome] {
    let model = subject.model
    // What code merely loads is no part of a model yet.
    let isTrainedOn = subject.references.contains { $0.derivative != nil || $0.kind == .trainingConfig }
    guard isTrainedOn, model.data.isEmpty, model.license.candidates.isEmpty else { return [.notApplicable] }
    return [
      .violated(
        Violation(
          .dataNotKnown(subject.nameAtStart), fix: "Read the license of the data, or record it under `corrections`.",
          level: .note))
    ]
  }

  /// A free license that nobody states of the model itself: it may be wrong in the one direction that must not happen.
  private func guessed(_ subject: Subject) -> Outcome? {
    let license = subject.model.license
    guard license.category?.isRestricted == false, let claim = license.claims.first,
      license.claims.allSatisfy({ [.publisher, .thirdParty].contains($0.source) })
    else { return nil }
    return .violated(
      Violation(
        .onlyGuessed(subject.nameAtStart, claim.license, claim.evidence),
        fix: "Look up the license where the model is published and record it under `corrections` in the policy.",
        license: claim.license))
  }

  /// What a base's license asks is the least that somebody else's fine-tune is under: its publisher may ask for more, and nothing on
  /// file says that it does not. A copy in another shape is under what its original is under.
  private func onlyOfBase(_ subject: Subject) -> Outcome? {
    let (model, license) = (subject.model, subject.model.license)
    guard model.name.registry == .huggingface, let base = license.claims.first(where: { $0.source == .base }),
      license.claims.allSatisfy({ $0.source == .base || [.unnamed, .empty].contains($0.kind) })
    else { return nil }
    let isCopy = model.lineage.contains { $0.depth == 1 && [.quantized, .converted].contains($0.relation) }
    guard !isCopy || license.state == .conflict else { return nil }
    return .violated(
      Violation(
        .onlyOfBase(subject.nameAtStart, base.evidence),
        fix: "Look up the license where the model is published and record it under `corrections` in the policy.",
        license: license.concluded))
  }

  /// The elements of a name are held against the policy, and the text may ask for more.
  private func onlyNamed(_ subject: Subject, _ license: License) -> Outcome {
    let ids = [license.id, license.spdx.lowercased()]
    let claim = subject.model.license.claims.first { claim in
      ids.contains(claim.license) || claim.expression?.records.contains(license.id) == true
    }
    return .violated(
      Violation(
        .readByNameOnly(subject.name, license.name, claim?.evidence),
        fix: "Read the license; if it is a known one, record it under `corrections` in the policy.",
        license: license.id, location: claim?.location))
  }

  /// A model's own label is worth no more than the license of what it was made from. Bases that manifests of the tree name
  /// are looked at themselves.
  private func unknownBase(_ subject: Subject) -> Outcome? {
    let edge = subject.model.lineage.first { edge in
      (edge.depth > 1 || !subject.model.isLocal) && edge.license.candidates.isEmpty
        && (edge.license.remark != nil || edge.license.unanswered != nil
          || edge.license.claims.contains { $0.kind != .empty })
    }
    guard let edge else { return nil }
    let claim = edge.license.claims.first { $0.kind != .empty }
    return .violated(
      Violation(
        .baseNotKnown(
          subject.nameAtStart, Wording.list(subject.model.license.candidates.map(\.id)), edge.base.id,
          edge.license.remark ?? claim?.evidence ?? edge.license.unanswered ?? edge.evidence),
        fix: "Read the license of the base; what it asks of derivatives binds this model, too.",
        license: claim?.license,
        level: .note))
  }
}

extension String {
  fileprivate static func readByNameOnly(_ model: String, _ license: String, _ evidence: String?) -> String {
    let because = evidence.map { ": \($0)" } ?? ""
    return
      "Of the license of \(model), \(license), only what its name says is held against the policy, and its other terms are not on file\(because)."
  }

  fileprivate static func termsNotOnFile(_ model: String, _ license: String, _ evidence: String) -> String {
    "The license of \(model) is named \(license), and its terms are not on file: \(evidence)."
  }

  fileprivate static func onlyGuessed(_ model: String, _ license: String, _ evidence: String) -> String {
    "\(model) is taken to be under \(license), which its publisher is not on file as saying: \(evidence)."
  }

  fileprivate static func dataNotKnown(_ data: String) -> String {
    "Nothing on file says under which license the data set \(data) is, nor whose outputs it is made of."
  }

  fileprivate static func onlyOfBase(_ model: String, _ evidence: String) -> String {
    "What its publisher asks of \(model) is not on file; only what its base asks is held against the policy: \(evidence)."
  }

  fileprivate static func baseNotKnown(_ model: String, _ own: String, _ base: String, _ evidence: String) -> String {
    "\(model) is labeled \(own), and the terms of its base \(base) are not known: \(evidence)."
  }

  fileprivate static func notRecognized(_ model: String, _ evidence: String) -> String {
    "The license of \(model) is not recognized: \(evidence)."
  }
}
