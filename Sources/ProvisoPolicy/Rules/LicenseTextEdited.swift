internal import ProvisoCore

/// AIL005: a license text that is like a known one, and is not it.
struct LicenseTextEdited: Rule {
  let description = RuleDescription(
    id: "AIL005", name: "license-text-edited", title: "License text edited",
    summary:
      "The license text beside a model is that of a known license but for some words that were added, removed or changed. It is not taken for the known license, as any of them may be a condition.",
    help: """
      Some publishers take a well-known text and put a clause into it: a limit on users, a ban on commercial use, a duty to show a name. The title \
      stays, and so does the label in the card. Every word of the text is held against the known ones; holders, years and layout do not count.

      **Fix**: read the lines named. If the changes mean nothing, or make it another known license, record that under `corrections` in the policy. \
      If the text is your own, restore the known one, or give yours a name.

      Violation: a `LICENSE` file under the title `MIT License` with a paragraph more.

      Cure: the text of the MIT License, word for word.
      """,
    level: .warning)

  private static let shownDifferences = 3

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.model.licenseTexts.contains(where: { $0.recognition != nil }) else { return [.notApplicable] }
    let edited = subject.model.editedTexts
    return edited.isEmpty ? [.satisfied] : edited.map { .violated(violation($0, subject)) }
  }

  private func violation(_ text: DeclaredLicense, _ subject: Subject) -> Violation {
    let differences = text.recognition?.differences ?? []
    var words = differences.prefix(Self.shownDifferences).map(\.words)
    if differences.count > words.count { words.append("\(differences.count - words.count) more") }
    return Violation(
      .edited(text.location.path, subject.name, text.recognition?.license ?? text.tag, words.joined(separator: "; ")),
      fix:
        "Read what was changed. If it is a known license all the same, record it under `corrections` in the policy.",
      license: text.tag, location: text.location)
  }
}

extension ResolvedModel {
  /// The texts beside the model that are like a known license and differ from it; none once a correction has settled what
  /// the license is.
  var editedTexts: [DeclaredLicense] {
    guard !isCorrected else { return [] }
    return licenseTexts.filter { $0.recognition?.differences.isEmpty == false }
  }

  /// The edited text that `claim` was made of.
  func editedText(of claim: Claim) -> DeclaredLicense? {
    guard claim.source == .licenseFile else { return nil }
    return editedTexts.first { $0.location == claim.location }
  }

  var isCorrected: Bool { license.claims.contains { $0.source == .correction } }
}

extension String {
  fileprivate static func edited(_ path: String, _ model: String, _ license: String, _ differences: String) -> String {
    "\(path), the license text of \(model), is like \(license) and is not taken for it, as the words differ: \(differences)."
  }
}
