internal import ProvisoCore
internal import ProvisoKnowledge

/// The records that a report speaks of.
enum LicenseRecords {
  /// The record of every license that the claims, bases and obligations of models name, in order of id.
  static func of(_ models: [ScanReport.Model]) -> [License] {
    var ids: Set<String> = []
    var named: [String: License] = [:]
    for entry in models {
      for conclusion in [entry.model.license] + entry.model.lineage.map(\.license) {
        ids.formUnion([conclusion.concluded].compactMap(\.self))
        ids.formUnion(conclusion.claims.filter { $0.kind == .record && $0.expression == nil }.map(\.license))
        ids.formUnion(conclusion.candidates.map(\.id))
        for candidate in conclusion.candidates where candidate.isReadByNameOnly { named[candidate.id] = candidate }
      }
      ids.formUnion(entry.obligations.map(\.license))
    }
    return ids.sorted().compactMap { LicenseLibrary.shared.license($0) ?? named[$0] }
  }
}
