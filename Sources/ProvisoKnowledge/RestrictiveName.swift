package import ProvisoCore

/// A license of which nobody has read the text, and whose name keeps the model from commerce: `acme-non-commercial`, "Acme Research
/// Only License", `mnpl`.
///
/// The name is held against the policy, and nothing else is claimed. It only ever restricts: no name frees anything.
package enum RestrictiveName {
  private static let maximumWords = 14

  /// The record of what the name says; nil where it bars nothing, or speaks of a choice.
  package static func record(of name: String) -> License? {
    guard name.utf8.count <= 160 else { return nil }
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count <= maximumWords, choices.isDisjoint(with: words) else { return nil }
    guard let bar = bars.first(where: { has($0.words, in: words) }) else { return nil }
    let clause = "the name: \(bar.title)"
    var terms = Terms()
    terms.commercialUse = Term(.no, clause: clause)
    var license = License(
      id: name, name: name, family: nil, edition: nil, publisher: nil, released: nil,
      spdx: LicenseName.reference(to: name), aliases: [],
      url: nil, category: bar.category, osiApproved: false,
      openness: License.Openness(
        osd: .fail, failedCriteria: [.init(criterion: 6, clause: clause, because: "no commercial use")],
        osaidLicenseGate: .fail), terms: terms, sources: [])
    license.isReadByNameOnly = true
    return license
  }

  private struct Bar {
    var words: [String]
    var title: String
    var category = LicenseCategory.nonCommercial
  }

  private static let bars: [Bar] = [
    Bar(words: ["research", "only"], title: "Research Only", category: .researchOnly),
    Bar(words: ["research", "use", "only"], title: "Research Use Only", category: .researchOnly),
    Bar(words: ["research", "purposes", "only"], title: "Research Purposes Only", category: .researchOnly),
    Bar(words: ["academic", "only"], title: "Academic Only", category: .researchOnly),
    Bar(words: ["academic", "use", "only"], title: "Academic Use Only", category: .researchOnly),
    Bar(words: ["non", "commercial"], title: "Non-Commercial"), Bar(words: ["noncommercial"], title: "Noncommercial"),
    Bar(words: ["non", "production"], title: "Non-Production"), Bar(words: ["nonproduction"], title: "Non-Production"),
    Bar(words: ["no", "commercial", "use"], title: "No Commercial Use"),
    // The Mistral AI Non-Production License, by the name that cards have.
    Bar(words: ["mnpl"], title: "Non-Production License"),
  ]

  /// Words of names that bar one thing beside another that they allow, or that deny what follows.
  private static let choices: Set<String> = ["and", "or", "not", "both", "dual"]

  private static func has(_ words: [String], in name: [String]) -> Bool {
    guard name.count >= words.count else { return false }
    return (0...(name.count - words.count)).contains { name[$0..<($0 + words.count)].elementsEqual(words) }
  }
}
