package import ProvisoCore

/// A model that the catalog knows by its id.
package struct CatalogEntry: Sendable, Hashable {
  /// In the publisher's spelling.
  package var id: String
  /// The value of `license` on the hub; nil where no source gives one, `none-declared` where the publisher declares none.
  package var license: String?
  package var licenseName: String?
  package var licenseLink: String?
  package var bases: [String]
  /// How it was made from its bases.
  package var relation: BaseRelation = .unknown
  /// The list the statement was taken from.
  package var source: String
  /// When the list was made: `2025-12`. Empty where unknown.
  package var date: String
  /// True where the license was typed by others, and no list of the hub's gives one.
  package var isThirdParty = false
  /// The list the bases were taken from, and when it was made.
  package var baseSource = ""
  package var baseDate = ""
}

/// A rule for a line of models that share a license.
package struct FamilyRule: Sendable, Hashable {
  /// Lower case; `*` stands for any run of characters. Names of Ollama's library begin with `ollama:`.
  package var pattern: String
  package var license: String
  /// The month the line was first released, as the rule's author has it, or empty: no source was read for it, and no report
  /// shows it.
  package var since: String
  /// The month of the collected hub labels that the rule was last held against.
  package var checked: String
  /// The model that the line was made from; empty where it was not made from another.
  package var base: String
  package var note: String

  /// Whether it frees more than one model: it speaks of a line, under a license that restricts nothing.
  fileprivate var freesLine: Bool {
    pattern.contains("*") && LicenseLibrary.shared.license(license)?.category.isRestricted == false
  }
}

/// The models inside the binary, found by binary search.
package enum ModelCatalog {
  /// The current id of a hub model that is known under an older or shorter one, else `id` in the catalog's spelling, else as given.
  package static func canonicalID(of id: String) -> String {
    if let alias = EmbeddedText.aliases.fields(ofKey: id, ignoringCase: true), alias.count >= 2 {
      return entry(for: alias[1])?.id ?? alias[1]
    }
    // What only the table of many models has is spelled without the rest of its row.
    guard !EmbeddedText.catalog.hasKey(id, ignoringCase: true), id.utf8.last != UInt8(ascii: "/") else {
      return entry(for: id)?.id ?? id
    }
    return HubModels.table?.spelling(of: id) ?? underOtherOwner(id)?.id ?? id
  }

  /// Today's ids by those that models had, in lower case.
  package static var renamed: [String: String] {
    let pairs = EmbeddedText.aliases.allFields().filter {
      $0.count >= 2 && $0[0].contains("/") && !$0[0].hasSuffix("/")
    }.map { ($0[0], $0[1]) }
    return Dictionary(pairs) { first, _ in first }
  }

  package static func isAlias(_ id: String) -> Bool {
    EmbeddedText.aliases.hasKey(id, ignoringCase: true)
  }

  /// Whether the lists have a model of the hub by the id itself, in whatever case: today's, or one that it had.
  package static func isListed(_ id: String) -> Bool {
    guard id.utf8.contains(UInt8(ascii: "/")) else { return false }
    return HubModels.table?.spelling(of: id) != nil || EmbeddedText.catalog.hasKey(id, ignoringCase: true)
      || isAlias(id)
  }

  /// Hub ids compare without regard to case. The table of well-known models comes before that of the hub's many.
  package static func entry(for id: String) -> CatalogEntry? {
    let known = wellKnown(id)
    // What third parties have typed gives way to the hub's own lists.
    if let known, !known.isThirdParty { return known }
    let listed = HubModels.entry(for: id).flatMap { entry in
      known == nil || !entry.isThirdParty && ![nil, "none-declared"].contains(entry.license) ? entry : nil
    }
    return listed ?? known ?? underOtherOwner(id)
  }

  /// The model under the name that its publisher had, or has now: lists know it by one of them.
  private static func underOtherOwner(_ id: String) -> CatalogEntry? {
    guard let slash = id.firstIndex(of: "/") else { return nil }
    return otherOwners[lowercased(String(id[...slash]))]?.lazy.compactMap { owner in
      HubModels.entry(for: owner + id[id.index(after: slash)...])
    }.first
  }

  /// How the ids go on, in lower case, that begin with `stem` and that ``entry(for:)`` knows something of.
  static func continuations(of stem: String) -> Set<String> {
    guard let slash = stem.firstIndex(of: "/") else { return [] }
    let stem = lowercased(stem)
    let owners = [String(stem[...slash])] + (otherOwners[String(stem[...slash])] ?? [])
    let listed = owners.map { $0 + stem[stem.index(after: slash)...] }.flatMap { stem in
      HubModels.table?.labels(startingWith: stem, limit: .max).map {
        String(decoding: lowercased($0.id).utf8.dropFirst(stem.utf8.count), as: UTF8.self)
      } ?? []
    }
    let known = wellKnownIDs.filter { $0.hasPrefix(stem) }.map { String($0.dropFirst(stem.count)) }
    return Set(listed + known)
  }

  private static let wellKnownIDs = EmbeddedText.catalog.keys

  /// The other names of publishers, by each of their names, all in lower case and with a slash behind.
  private static let otherOwners: [String: [String]] = {
    var owners: [String: [String]] = [:]
    for fields in EmbeddedText.aliases.allFields() where fields.count >= 2 && fields[0].hasSuffix("/") {
      let (former, present) = (fields[0], lowercased(fields[1]))
      owners[former, default: []].append(present)
      owners[present, default: []].append(former)
    }
    return owners
  }()

  /// What the table of well-known models says of a hub id, or of a name of another registry: `spacy:it_core_news_sm`.
  static func wellKnown(_ id: String) -> CatalogEntry? {
    guard let fields = EmbeddedText.catalog.fields(ofKey: id, ignoringCase: true), fields.count >= 8 else { return nil }
    func value(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
    return CatalogEntry(
      id: fields[1], license: value(2), licenseName: value(3), licenseLink: value(4),
      bases: fields[5].split(separator: ",").map(String.init), source: fields[6], date: fields[7],
      isThirdParty: CatalogList.named(fields[6])?.trust == .thirdParty)
  }

  /// The first rule that speaks of `id`.
  package static func familyRule(for id: String) -> FamilyRule? {
    let key = lowercased(id)
    guard let rules = familyRules[owner(of: key)] else { return nil }
    let bytes = Array(key.utf8)
    // A line's free license is not that of one of its models whose name bars commerce, or names a line of others besides. A rule that
    // has a base is heard: the base answers for what it is under.
    let isBarred = NonCommercialModelName.says(key)
    return rules.first { compiled in
      let rule = compiled.rule
      guard compiled.pattern.matches(bytes) else { return false }
      guard rule.freesLine else { return true }
      return !isBarred && !(rule.base.isEmpty && NamedLine.speaksOfLine(key, beside: rule.pattern))
    }?.rule
  }

  /// The id of the model that is called `name`, where a rule speaks of it that says what its line was made from: of a copy, that
  /// is what it was made from, too.
  static func madeModel(named name: String) -> String? {
    let key = lowercased(name)
    return madeLines[String(key.prefix(madeStart))]?.first { $0.pattern.matches(Array("\($0.owner)/\(key)".utf8)) }
      .map { "\($0.owner)/\(name)" }
  }

  private static let madeStart = 4

  /// The rules for lines that were made from others, by how the names of the line begin.
  private static let madeLines: [String: [(owner: String, pattern: NamePattern)]] = {
    var lines: [String: [(owner: String, pattern: NamePattern)]] = [:]
    for (owner, rules) in familyRules {
      for compiled in rules where !compiled.rule.base.isEmpty && compiled.rule.pattern.hasPrefix("\(owner)/") {
        let literal = compiled.rule.pattern.dropFirst(owner.utf8.count + 1).prefix { $0 != "*" }
        // A shorter one is the beginning of many names.
        guard literal.utf8.count > madeStart else { continue }
        lines[String(literal.prefix(madeStart)), default: []].append((owner, compiled.pattern))
      }
    }
    return lines.mapValues { $0.sorted { $0.owner < $1.owner } }
  }()

  /// The patterns of the rules that speak of models of `owner`, in lower case.
  static func familyPatterns(ofOwner owner: String) -> [String] {
    familyRules[owner]?.map(\.rule.pattern) ?? []
  }

  /// Whether the owner of the hub account `owner` wrote the license, or chose it from those that are anybody's, and so may release
  /// what is made of its own model under other terms. A copy of another's model stays under the other's license, whoever keeps it.
  ///
  /// - Parameter owner: What stands before the slash of an id, in any case.
  package static func mayRelicense(_ owner: String, _ license: License) -> Bool {
    let owner = lowercased(owner)
    guard !ModelPublishers.repackagers.contains(owner) else { return false }
    guard let publisher = license.publisher, !ModelPublishers.stewards.contains(publisher) else { return true }
    return familyRules[owner]?.contains { compiled in
      compiled.rule.license == license.id
        || license.family.map { LicenseLibrary.shared.license(compiled.rule.license)?.family == $0 } == true
    } == true
  }

  /// What stands before the first slash or colon of an id: a publisher, or another registry.
  private static func owner(of id: String) -> String {
    String(Substring(id.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }))
  }

  private struct Compiled: Sendable {
    let pattern: NamePattern
    let rule: FamilyRule
  }

  /// By owner, in the order that a person wrote them: every rule is of one.
  private static let familyRules: [String: [Compiled]] = Dictionary(
    grouping: EmbeddedText.families.allFields().compactMap { fields in
      guard fields.count == 6 else { return nil }
      let rule = FamilyRule(
        pattern: fields[0], license: fields[1], since: fields[2], checked: fields[3], base: fields[4], note: fields[5])
      return Compiled(pattern: NamePattern(rule.pattern), rule: rule)
    }, by: { owner(of: $0.rule.pattern) })

  /// ASCII only: what a hub id is made of.
  private static func lowercased(_ id: String) -> String {
    String(
      decoding: id.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
