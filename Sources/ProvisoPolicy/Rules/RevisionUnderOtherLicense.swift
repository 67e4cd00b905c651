internal import ProvisoCore

/// AIL502: what is on file of a model's license is said of another revision than the one in use.
struct RevisionUnderOtherLicense: Rule {
  let description = RuleDescription(
    id: "AIL502", name: "revision-under-other-license", title: "Pinned revision may have another license",
    summary:
      "The revision of a model is not the one whose license is on file: the lock file holds another, or what lies on disk of the pinned revision declares another license than the catalog.",
    help: """
      A license is declared for a revision. Publishers have relicensed what was there under the same name, in both directions: an older commit can still be \
      under the older license, a newer one under another.

      **Fix**: look at the license of the revision in use, and run `proviso lock` again if it is right.

      Violation: `revision: "1111…"` in `proviso.lock`, and `revision="2222…"` in the code.

      Cure: one revision in both.
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = [locked(subject), onDisk(subject)].compactMap(\.self)
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  private func locked(_ subject: Subject) -> Outcome? {
    guard let lock = subject.model.lock, let entry = lock.entry else { return nil }
    for case .revision(let locked, let now) in lock.differences {
      return .violated(
        Violation(
          .otherRevision(subject.nameAtStart, locked, now, "\(lock.path):\(entry.line)", entry.license),
          fix: "Look at the license of this revision, and run `proviso lock` again if it is right.",
          license: subject.model.license.concluded))
    }
    return .satisfied
  }

  /// A commit that is pinned, of which a file on disk declares another license than the catalog does for the name.
  private func onDisk(_ subject: Subject) -> Outcome? {
    guard !subject.model.isLocal, let revision = subject.model.revision else { return nil }
    let claims = subject.model.license.claims.filter { $0.kind == .record || $0.kind == .named }
    let catalog = Set(claims.filter { $0.source == .catalog }.map(\.license))
    let own = claims.filter { $0.source > .lock && $0.source < .catalog && !catalog.contains($0.license) }
    guard !catalog.isEmpty, let first = own.first else { return nil }
    return .violated(
      Violation(
        .otherThanCatalog(subject.nameAtStart, revision, first.evidence, Wording.list(catalog.sorted())),
        fix: "Keep to what the pinned revision declares, and record it under `corrections` in the policy.",
        license: subject.model.license.concluded))
  }
}

extension String {
  fileprivate static func otherRevision(
    _ model: String, _ locked: String?, _ now: String?, _ place: String, _ license: String?
  ) -> String {
    let under = license.map { " under \($0)" } ?? ""
    return
      "\(model) was locked at \(locked ?? "no fixed revision")\(under) (\(place)), and is now asked for at \(now ?? "no fixed revision")."
  }

  fileprivate static func otherThanCatalog(
    _ model: String, _ revision: String, _ evidence: String, _ catalog: String
  ) -> String {
    "\(model) is pinned to \(revision.prefix(12)), of which \(evidence); the catalog has \(catalog) for the model."
  }
}
