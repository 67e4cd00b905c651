internal import ProvisoCore

/// The findings that a waiver may be of, by its rule and the name it gives: a policy may have thousands of waivers, and a tree
/// tens of thousands of findings.
struct FindingPlaces {
  private struct Key: Hashable {
    var rule: String
    var model: ModelName
  }

  /// In order.
  private var places: [Key: [Int]] = [:]
  private var named: [String: Set<ModelName>] = [:]

  init(_ findings: [Finding], _ models: [ModelName: ResolvedModel]) {
    for (index, finding) in findings.enumerated() {
      guard let name = finding.model else { continue }
      places[Key(rule: finding.rule, model: name), default: []].append(index)
    }
    for name in Set(places.keys.map(\.model)) {
      let written = Set(models[name]?.references.map(\.asWritten) ?? [])
      for text in written.union([name.id]) {
        named[text, default: []].insert(name)
        named[text.lowercased(), default: []].insert(name)
      }
    }
  }

  /// The indices of all findings that the waiver may be of, in order, and of hardly any others.
  func candidates(of waiver: Waiver) -> [Int] {
    let written = waiver.subject.model
    return named[written, default: []].union(named[written.lowercased(), default: []])
      .flatMap { places[Key(rule: waiver.rule, model: $0), default: []] }.sorted()
  }
}
