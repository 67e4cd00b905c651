internal import ProvisoCore

/// Holds a model and its licenses against one entry of the policy's lists.
struct EntryMatcher {
  let subject: Subject
  /// All licenses of the model and of what it was made from: a list speaks of permissive and copyleft bases, too.
  let licenses: [ApplicableLicense]

  struct Match {
    var license: ApplicableLicense?
    var holds: Tristate
    var because: String
    var question: Undetermined?
  }

  init(subject: Subject) {
    self.subject = subject
    let model = subject.model
    var licenses = model.license.candidates.map { ApplicableLicense(license: $0, edge: nil) }
    for edge in model.lineage {
      for candidate in edge.license.candidates where !licenses.contains(where: { $0.license.id == candidate.id }) {
        licenses.append(ApplicableLicense(license: candidate, edge: edge))
      }
    }
    self.licenses = licenses
  }

  func matches(of entry: VerdictEntry) -> [Match] {
    if let context = subject.context, entry.exceptContexts.contains(context) { return [] }
    guard isOfModel(entry), isSoOpen(entry) else { return [] }
    if entry.speaksOfModelsOnly {
      let asked = entry.openness.map { "the public evaluations on file say of its release: \($0.words)" }
      return [match(entry, nil, asked ?? "\(subject.name) is named by it")]
    }
    if subject.model.name.registry == .hosted, entry.meansHosted {
      return [match(entry, nil, "it is hosted only, which counts as proprietary")]
    }
    // A listed license without terms on file has an id, and nothing else that could match.
    if licenses.isEmpty, let id = subject.model.license.concluded, entry.licenses.contains(id), isByIDOnly(entry) {
      return [match(entry, nil, "its license is \(id)")]
    }
    return licenses.compactMap { applicable in
      reason(entry, applicable.license).map { match(entry, applicable, "\(words(applicable)) is \($0)") }
    }
  }

  /// `its license llama3.1`, `llama3.1 of its base a/b`.
  func words(_ applicable: ApplicableLicense) -> String {
    guard let edge = applicable.edge else { return "its license \(applicable.license.id)" }
    return "the license \(applicable.license.id) of \(Wording.base(edge))"
  }

  private func isByIDOnly(_ entry: VerdictEntry) -> Bool {
    entry.families.isEmpty && entry.categories.isEmpty && entry.osdApproved == nil && entry.term == nil
  }

  /// An entry that allows a model does not allow what was made from it; one that denies it denies that, too.
  private func isOfModel(_ entry: VerdictEntry) -> Bool {
    let bases = entry.verdict == .allow ? [] : subject.model.lineage.map(\.base)
    // A publisher that was renamed is denied under the name that the tree has written, too.
    let written = entry.verdict == .allow ? [] : subject.model.references.map(\.asWritten)
    let isListed = ([subject.model.name] + bases).contains { name in
      (entry.models?.matches(model: name.id) ?? true)
        && (entry.registries.isEmpty || entry.registries.contains(name.registry))
    }
    return isListed
      || (entry.registries.isEmpty || entry.registries.contains(subject.model.name.registry))
        && written.contains { entry.models?.matches(model: $0) ?? false }
  }

  /// Whether the release is judged as the entry asks. What it allows must hold by every judgment on file.
  private func isSoOpen(_ entry: VerdictEntry) -> Bool {
    guard let openness = entry.openness else { return true }
    return openness.matches(subject.model.openness, everywhere: entry.verdict == .allow)
  }

  /// Why a license is one that the entry means, nil where it is not.
  private func reason(_ entry: VerdictEntry, _ license: License) -> String? {
    var reasons: [String] = []
    if !entry.licenses.isEmpty {
      let names = [license.id, license.spdx] + license.aliases
      guard !Set(names).isDisjoint(with: entry.licenses) else { return nil }
      reasons.append("listed")
    }
    if !entry.families.isEmpty {
      guard let family = license.family, entry.families.contains(family) else { return nil }
      reasons.append("of the family \(family)")
    }
    if !entry.categories.isEmpty {
      guard entry.categories.contains(license.category) else { return nil }
      reasons.append("on file as \(license.category.rawValue)")
    }
    if let wanted = entry.osdApproved {
      guard (license.osiApproved == true) == wanted else { return nil }
      reasons.append(wanted ? "approved by the OSI" : "not approved by the OSI")
    }
    if let term = entry.term {
      guard term.matches(license) else { return nil }
      reasons.append("on file with \(term.words)")
    }
    return Wording.list(reasons)
  }

  private func match(_ entry: VerdictEntry, _ license: ApplicableLicense?, _ because: String) -> Match {
    guard let condition = entry.condition else { return Match(license: license, holds: .true, because: because) }
    let holds = condition.holds(in: subject.facts)
    let origin = Wording.origin(subject.facts.origin(of: condition.fact))
    let id = license?.license.id ?? subject.model.license.concluded ?? "-"
    return Match(
      license: license, holds: holds, because: "\(because), and \(condition.words)\(origin)",
      question: Undetermined(
        [condition.fact], license: id, clause: nil,
        question: "the policy (\(entry.origin)) says \(entry.verdict.rawValue) where \(condition.words), and \(because)"
      ))
  }
}
