/// The lists that the table of hub models is made from, the most trusted first: dumps of the hub's own data, packages that
/// publishers ship, lists drawn from the hub once. Lists that third parties typed are left out, since they disagree with the
/// hub too often.
package enum HubSource: Character, CaseIterable, Sendable {
  case trending = "a"
  case cards = "b"
  case popular = "c"
  case open = "d"
  case trees = "e"
  case downloads = "f"
  case icse = "g"
  case timm = "h"
  case zoo = "i"
  case leaderboard = "j"
  case leaderboardTwo = "k"
  case peatmoss = "l"

  /// The list's name and the month it was made; empty where the list is a release.
  package var list: (name: String, date: String) {
    switch self {
    case .trending: ("hf-trending-2026-09-partial", "2026-09")
    case .cards: ("hf-cards-seen-2026-11", "2026-11")
    case .popular: ("ai-nexus-2025-12", "2025-12")
    case .open: ("hf-open-models-2025-10", "2025-10")
    case .trees: ("hf-model-trees-2025-04", "2025-04")
    case .downloads: ("hf-top-downloads-2024-12", "2024-12")
    case .icse: ("hf-icse23-2022-06", "2022-06")
    case .timm: ("timm-1.0.31", "")
    case .zoo: ("lollms-models-zoo-2025-05", "2025-05")
    case .leaderboard: ("open-llm-leaderboard-v1", "")
    case .leaderboardTwo: ("open-llm-leaderboard-v2", "")
    case .peatmoss: ("peatmoss-2023", "2023")
    }
  }
}

/// What publishers declare on the hub for some forty thousand models, one line each:
/// `id<TAB>license<TAB>license name<TAB>license link<TAB>bases<TAB>source`, in the byte order of the ids in lower case.
package enum HubModels {
  package static func entry(for id: String) -> CatalogEntry? {
    guard let fields = EmbeddedText.hubModels.fields(ofKey: id, ignoringCase: true), fields.count == 6,
      let source = fields[5].first.flatMap(HubSource.init(rawValue:))
    else { return nil }
    func value(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
    return CatalogEntry(
      id: fields[0], license: value(1), licenseName: value(2), licenseLink: value(3),
      bases: fields[4].split(separator: ";").map(String.init), source: source.list.name, date: source.list.date)
  }

  /// The table from `merged-huggingface.tsv` (a header, then `id namespace license license_name license_link base_model
  /// popularity source`): the models for which a trusted list states a license, or that none is declared.
  package static func pack(_ merged: [UInt8]) -> [UInt8] {
    let sources = Dictionary(uniqueKeysWithValues: HubSource.allCases.map { ($0.list.name, $0) })
    var lines: [(key: [UInt8], line: String)] = []
    var seen: Set<[UInt8]> = []
    for row in String(decoding: merged, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 8, let source = sources[fields[7]], !fields[2].isEmpty else { continue }
      let key = fields[0].utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      guard seen.insert(key).inserted else { continue }
      let bases = fields[5].split(separator: ";").filter { $0.lowercased() != fields[0].lowercased() }
      let kept = [fields[0], fields[2], fields[3], fields[4], bases.joined(separator: ";"), String(source.rawValue)]
      lines.append((key, kept.joined(separator: "\t") + "\n"))
    }
    lines.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return Array(lines.map(\.line).joined().utf8)
  }
}
