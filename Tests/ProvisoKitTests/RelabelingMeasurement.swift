import ProvisoCore
import ProvisoKit
import ProvisoKnowledge
import ProvisoPolicy
import ProvisoTestSupport
import Testing

/// How often a label that a base does not allow is found, and an honest one left alone, in what was collected from the hub.
@Suite("Labels against their bases, measured", .enabled(if: sharedFolder != nil))
struct RelabelingMeasurement {
  private static let rules: Set<String> = ["AIL102", "AIL104", "AIL105"]

  /// The rules that speak of a card `license: <license>` over `bases`.
  private static func found(license: String, name: String? = nil, bases: [String]) throws -> Set<String> {
    try TestCard(license: license, name: name, bases: bases.map { ($0, nil) }).rules().intersection(rules)
  }

  private static func share(_ missed: [String], of count: Int) -> Double {
    Double(count - missed.count) / Double(count)
  }

  @Test("at least 95 % of the base mismatches are found in a card of the tree")
  func mismatchesInCards() throws {
    let mismatches = try sharedRows("research/model-license-conflicts.tsv").filter { $0[0] == "base-mismatch" }
    #expect(mismatches.count > 400)
    let missed = try mismatches.filter { try Self.found(license: $0[2], bases: [$0[3]]).isEmpty }.map {
      "\($0[1]): \($0[2]) over \($0[3]), \($0[4])"
    }
    #expect(
      Self.share(missed, of: mismatches.count) >= 0.95,
      "\(missed.count) of \(mismatches.count) missed:\n\(missed.joined(separator: "\n"))")
  }

  /// Some chains pass through models of which the catalog has no line.
  @Test("at least 94 % of the base mismatches are found by the model's name alone")
  func mismatchesByName() throws {
    let mismatches = try sharedRows("research/model-license-conflicts.tsv").filter { $0[0] == "base-mismatch" }
    let policy = try #require(try PolicySelection().select(["proviso:default"], root: nil).policy)
    let check = Check(policy: policy, today: try CalendarDate(parsing: "2026-11-26"))
    // Only models of which the catalog knows what the publisher declares can be held against it.
    let known = mismatches.filter { ModelCatalog.entry(for: $0[1])?.license != nil }
    #expect(known.count > 300)
    let missed = known.filter { row in
      Self.rules.isDisjoint(with: check.run([row[1]]).findings.map(\.rule))
    }.map { "\($0[1]): \($0[2]) over \($0[3]), \($0[4])" }
    #expect(
      Self.share(missed, of: known.count) >= 0.94,
      "\(missed.count) of \(known.count) missed:\n\(missed.joined(separator: "\n"))")
  }

  @Test("none of 500 derivatives that repeat their bases' license is found")
  func honest() throws {
    let rows = try sharedRows("model-catalog/merged-huggingface.tsv")
    var licenses: [String: String] = [:]
    for row in rows where !row[2].isEmpty { licenses[row[0].lowercased()] = "\(row[2])\t\(row[3])" }
    // What repeats the label of a base that is itself a mismatch, or of one that its makers took from another, is not honest.
    let mismatched = Set(
      try sharedRows("research/model-license-conflicts.tsv").filter { $0[0] == "base-mismatch" }.map {
        $0[1].lowercased()
      })
    let honest = rows.filter { row in
      let bases = row[5].split(separator: ";")
      return !bases.isEmpty && mismatched.isDisjoint(with: bases.map { $0.lowercased() } + [row[0].lowercased()])
        && !["", "none-declared", "other", "unknown"].contains(row[2])
        // No derivative may be shared at all, whatever its label.
        && LicenseLibrary.shared.license(String(row[2]))?.category != .noDerivatives && !row[2].contains("-nd-")
        && !([Substring(row[0])] + bases).contains { Self.isFreeOverItsName(String($0), row[2]) }
        && !bases.contains { ModelCatalog.familyRule(for: String($0))?.base.isEmpty == false }
        && bases.allSatisfy { licenses[$0.lowercased()] == "\(row[2])\t\(row[3])" }
    }.sorted { Self.scatter($0[0]) < Self.scatter($1[0]) }.prefix(500)
    #expect(honest.count == 500)
    let raised = try honest.compactMap { row -> String? in
      let bases = row[5].split(separator: ";").map(String.init)
      let rules = try Self.found(license: row[2], name: row[3].isEmpty ? nil : row[3], bases: bases)
      return rules.isEmpty ? nil : "\(row[0]): \(row[2]) over \(bases): \(rules.sorted())"
    }
    #expect(raised.isEmpty, "\(raised.count) raised:\n\(raised.joined(separator: "\n"))")
  }

  /// A free label on a model whose own name says Llama 3, Gemma or another restricted line, however its base is labeled.
  private static func isFreeOverItsName(_ id: String, _ license: String) -> Bool {
    LicenseLibrary.shared.license(license)?.category.isRestricted == false && NamedLine.inName(of: id) != nil
  }

  /// The same order on every machine, and none that the names have.
  private static func scatter(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
