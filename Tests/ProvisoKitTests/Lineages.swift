import Foundation
import ProvisoCore
import ProvisoKit
import ProvisoPolicy
import ProvisoResolution
import ProvisoTestSupport
import Testing

/// A model card of a tree, as detection would hand it on.
struct TestCard {
  var license: String?
  var name: String?
  var title: String?
  var bases: [(id: String, relation: Relation?)] = []

  /// The ids of the rules that speak of it.
  func rules(facts: [String] = [], licenses: [String: String] = [:]) throws -> Set<String> {
    let location = Location(path: "README.md", line: 2)
    let declaration = ModelDeclaration(
      model: ".", source: .modelCard, location: location,
      name: title.map { DeclaredName(name: $0, location: location) },
      licenses: license.map { [DeclaredLicense(tag: $0, name: name, location: location)] } ?? [],
      bases: bases.map { DeclaredBase(model: .huggingFace($0.id), relation: $0.relation, location: location) })
    let reference = ModelReference(
      model: .local("."), location: location, asWritten: ".", kind: .modelCard, role: .published)
    let corrections = licenses.map { LicenseCorrection(model: $0.key, license: $0.value, reason: "stated by the case") }
    let resolution = Resolver(corrections: corrections)
      .resolve(Detections(references: [reference], declarations: [declaration]))
    let policy = try #require(try PolicySelection().select(["proviso:default"], root: nil).policy)
      .overriding(facts: facts.map { try FactArgument.parse($0) })
    let evaluator = Evaluator(policy: policy, today: try CalendarDate(parsing: "2026-11-26"))
    return Set(evaluator.evaluate(resolution.models).findings.map(\.rule))
  }
}

/// The rows of a table under `shared`, without its head.
func sharedRows(_ path: String) throws -> [[String]] {
  let text = try String(contentsOfFile: try #require(sharedFolder) + "/" + path, encoding: .utf8)
  return text.split(whereSeparator: \.isNewline).dropFirst().map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
