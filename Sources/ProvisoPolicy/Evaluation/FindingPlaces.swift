internal import ProvisoCore

/// The findings that a waiver may be of, by its rule and the name it gives: a policy may have thousands of waivers, and a tree
/// tens of thousands of findings.
struct FindingPlaces {
  private struct Key: Hashable {
    var rule: String
    var model: ModelName
  }

  /// In order, and so by path.
  private var places: [Key: [Int]] = [:]
  /// Findings that speak of several files, which are few: they may lie in other folders than the one they are told in.
  private var spread: [Key: [Int]] = [:]
  private let paths: [String]
  private var named: [String: Set<ModelName>] = [:]

  init(_ findings: [Finding], _ models: [ModelName: ResolvedModel]) {
    paths = findings.map { $0.location?.path ?? "" }
    for (index, finding) in findings.enumerated() {
      guard let name = finding.model else { continue }
      let key = Key(rule: finding.rule, model: name)
      if finding.places.isEmpty {
        places[key, default: []].append(index)
      } else {
        spread[key, default: []].append(index)
      }
    }
    for name in Set(places.keys.map(\.model)).union(spread.keys.map(\.model)) {
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
      .map { Key(rule: waiver.rule, model: $0) }
      .flatMap { within(waiver.paths?.folders, of: places[$0, default: []]) + spread[$0, default: []] }.sorted()
  }

  /// One model may be named in thousands of files, and have a waiver for each.
  private func within(_ folders: [String]?, of indices: [Int]) -> [Int] {
    guard let folders, indices.count > 16 else { return indices }
    var found: Set<Int> = []
    for folder in folders {
      var (low, high) = (0, indices.count)
      while low < high {
        let middle = (low + high) / 2
        if paths[indices[middle]] < folder { low = middle + 1 } else { high = middle }
      }
      found.formUnion(indices[low...].prefix { paths[$0].utf8.starts(with: folder.utf8) })
    }
    return found.sorted()
  }
}
