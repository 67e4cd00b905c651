import ProvisoCore

@testable import ProvisoPolicy

extension ObligationEvidenceList {
  /// `("display", "Built with Llama", .interface)`, each in line 7 of `found.txt`.
  static func found(_ all: (ProvisoCore.ObligationEvidence.Kind, String, ProvisoCore.ObligationEvidence.Place)...)
    -> Self
  {
    Self(
      all.map { kind, subject, place in
        ProvisoCore.ObligationEvidence(
          kind: kind, subject: subject, place: place, location: Location(path: "found.txt", line: 7))
      })
  }
}

extension Subject {
  /// A model of the hub that code names, with facts and evidence.
  static func used(
    _ license: License, _ facts: Facts = Facts(), found evidence: ObligationEvidenceList = ObligationEvidenceList(),
    scope: Scope = .production
  ) -> Self {
    Self(
      model: .hub("acme/model", license), references: [reference("app.py", scope: scope)], facts: facts,
      evidence: evidence)
  }

  /// Weights in the tree, made from a base where one is given.
  static func weights(
    _ license: License, _ facts: Facts = Facts(), base edge: LineageEdge? = nil,
    found evidence: ObligationEvidenceList = ObligationEvidenceList(), role: Role = .bundled
  ) -> Self {
    Self(
      model: .folder("models/a", license, bases: edge.map { [$0] } ?? []),
      references: [reference("models/a/model.safetensors", role: role, kind: .weights)], facts: facts,
      evidence: evidence)
  }

  static func check(_ license: License, _ facts: Facts = Facts()) -> Self {
    Self(model: .hub("acme/model", license), facts: facts, mode: .check)
  }
}

extension Facts {
  /// Nothing leaves the house.
  static var internalUse: Self {
    .stating("distributes_weights=false", "distributes_product=false", "serves_over_network=false")
  }
  static var service: Self {
    .stating("distributes_weights=false", "distributes_product=false", "serves_over_network=true")
  }
}
