import ProvisoCore
import ProvisoTestSupport
import Testing

/// Derivatives that were found in public under another license than their base's, with the rules expected of each.
@Suite("Published cases of relicensing", .enabled(if: sharedFolder != nil))
struct PublishedCaseTests {
  /// What is expected otherwise than in the table, and why.
  private static let differences: [String: (add: Set<String>, remove: Set<String>, because: String)] = [
    "stabilityai/StableBeluga2": (
      [], ["AIL301"], "of the license it names no terms are on file, so nothing is known of commerce: AIL002 says that"
    ),
    "TheFoundryVisionmongers/nuke-ML-server": (
      [], ["AIL101"], "a sentence of a README is no license claim; the base's license is found by AIL105"
    ),
  ]

  @Test("raise the rules that they should")
  func cases() throws {
    for row in try sharedRows("papers/cases/derivatives_under_another_licence.tsv") {
      let (model, base, family, declared) = (row[0], row[1], row[2], row[3])
      var expected = Set(row[5].split(separator: " ").map(String.init).filter { $0.hasPrefix("AIL") })
      // Bases that are no names of models, and models of the table that the catalog does not list.
      let isNamed = base.contains("/") && base != "google/gemma"
      let card = Self.card(model, declared, base: isNamed ? base : "acme/base", relation: row[4])
      if let difference = Self.differences[model] {
        expected = expected.union(difference.add).subtracting(difference.remove)
      }
      let rules = try card.rules(licenses: [isNamed ? base : "acme/base": Self.license(family)])
      #expect(expected.isSubset(of: rules), "\(model): \(expected) expected, \(rules.sorted()) found")
      if expected == ["AIL104"] { #expect(rules.isDisjoint(with: ["AIL102", "AIL105"]), "\(model)") }
    }
  }

  private static func card(_ model: String, _ declared: String, base: String, relation: String) -> TestCard {
    let relations: [String: Relation] = [
      "finetune": .finetune, "quantisation": .quantized, "backbone": .component, "component": .component,
      "bundled model": .component,
    ]
    var card = TestCard(license: declared.split(separator: " ").first.map(String.init), title: model)
    if declared.hasPrefix("other ("), let name = declared.split(separator: "(").last {
      card.name = "\(name.dropLast())"
    }
    card.bases = [(base, relations[relation])]
    return card
  }

  private static func license(_ family: String) -> String { family == "cc-by-nc" ? "cc-by-nc-4.0" : family }
}
