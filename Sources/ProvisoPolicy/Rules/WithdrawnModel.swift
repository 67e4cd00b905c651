internal import ProvisoCore

/// AIL007: the publisher has taken the model down.
struct WithdrawnModel: Rule {
  let description = RuleDescription(
    id: "AIL007", name: "withdrawn-model", title: "Deprecated, withdrawn or moved model",
    summary:
      "The model was taken down where its name points, so neither its files nor its terms can be had there. Copies by others stand under the terms of the day they were made.",
    help: """
      A license does not end because a page does, but whoever has no copy of the text can no longer show what it said, and a name that is free can be taken by somebody else.

      **Fix**: name a copy at a fixed commit, and keep the license's text with it, or take a successor.

      Violation: `from_pretrained("runwayml/stable-diffusion-v1-5")`

      Cure: `from_pretrained("stable-diffusion-v1-5/stable-diffusion-v1-5", revision="…")`
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let withdrawals = subject.model.withdrawals
    guard !withdrawals.isEmpty else { return [.notApplicable] }
    if subject.mode == .check { return withdrawals.map { .violated(violation($0, subject, nil)) } }
    let found = withdrawals.compactMap { withdrawal -> Outcome? in
      let places = subject.references.filter { Self.names($0.asWritten, withdrawal.id) }
      guard let first = places.first(where: { $0.derivative == nil }) ?? places.first else { return nil }
      return .violated(violation(withdrawal, subject, first))
    }
    // The same model under the name of a copy.
    return found.isEmpty ? [.satisfied] : found
  }

  private static func names(_ written: String, _ id: String) -> Bool {
    written.lowercased().contains(id.lowercased())
  }

  private func violation(_ withdrawal: Withdrawal, _ subject: Subject, _ reference: ModelReference?) -> Violation {
    let isBaseOnly = reference?.derivative != nil
    return Violation(
      .gone(withdrawal),
      fix: withdrawal.successor.map { "Name \($0) at a fixed commit, and keep the text of the license with it." }
        ?? "Name a copy at a fixed commit whose terms you can show, or another model.",
      license: subject.model.license.concluded, level: isBaseOnly ? .note : nil, location: reference?.location)
  }
}

extension String {
  fileprivate static func gone(_ withdrawal: Withdrawal) -> String {
    "\(withdrawal.id) has not been there since \(withdrawal.date) (\(withdrawal.source)), and neither are its terms."
  }
}
