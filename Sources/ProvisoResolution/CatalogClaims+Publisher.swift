internal import ProvisoCore
internal import ProvisoKnowledge

/// What the other models of a publisher say of one of which nothing is known.
extension CatalogClaims {
  /// What the other models of the publisher say, where nothing speaks of this one. A name that carries a restricted line says
  /// more than siblings do, unless these are under stricter licenses.
  mutating func addPublisher(of id: String, _ reader: ClaimReader, _ line: NamedLine?) {
    guard claims.isEmpty, bases.isEmpty || (line != nil && isNamedAfterBase) else { return }
    func counts(_ license: String) -> Bool { line.map { reader.isStricter(license, than: $0.license) } ?? true }
    let owner = id.prefix { $0 != "/" }
    if let siblings = Siblings.of(id), counts(siblings.license),
      reader.mayBeRestricted(siblings.license)
        || !mayDiffer(from: siblings, id, reader) && !NamedLine.speaksOfLine(id, beside: siblings.prefix)
          && !NonCommercialModelName.says(id)
    {
      claims += reader.claims(tag: siblings.license, name: nil, link: nil, source: .publisher) { words in
        "nothing is known of it itself; the \(siblings.count) models \(siblings.prefix)* on file are \"\(words)\""
      }
    } else if let majority = HubModels.majority(ofPublisherOf: id), counts(majority.license),
      // Who has put one model under a restricted license may have put the next one, too, and who makes others' models into new
      // ones passes on what these are under.
      reader.mayBeRestricted(majority.license)
        || !majority.isOfDeriver && !majority.others.contains(where: reader.isRestricted)
          && !NamedLine.speaksOfLine(id, beside: String(owner)) && !NonCommercialModelName.says(id)
    {
      let others = majority.others.isEmpty ? "" : ", others \(majority.others.joined(separator: ", "))"
      claims += reader.claims(tag: majority.license, name: nil, link: nil, source: .publisher) { words in
        "nothing is known of it itself; \(majority.count) of the \(majority.total) models of its publisher on file are \"\(words)\"\(others)"
      }
    } else if let line {
      addLineSiblings(of: id, line, reader)
    }
  }

  /// What the publisher's other models say whose names carry the same restricted line, where that is no less strict than the line. Of
  /// a copy its original says more.
  private mutating func addLineSiblings(of id: String, _ line: NamedLine, _ reader: ClaimReader) {
    guard relation == nil, let siblings = LineSiblings.of(id, line), siblings.license != line.license,
      !reader.isStricter(line.license, than: siblings.license), reader.isRestricted(siblings.license)
    else { return }
    claims += reader.claims(tag: siblings.license, name: nil, link: nil, source: .publisher) { words in
      "nothing is known of it itself; \(siblings.count) of the \(siblings.total) models of its publisher whose names carry that line are \"\(words)\""
    }
  }

  /// Whether a model may be under a stricter license than its siblings, which are free: those that came after it and lengthened its
  /// name (`canary-1b-flash`), or others of the publisher's whose names begin with the same word, are no witnesses. Nor are those of
  /// other sizes, or that share but one word, where the publisher has restricted models (`parakeet-unified`), those of a publisher of
  /// mostly restricted ones, and those that have in common that they were converted.
  private func mayDiffer(from siblings: Siblings, _ id: String, _ reader: ClaimReader) -> Bool {
    guard let table = HubModels.table else { return false }
    if siblings.isOfConversions || table.hasRow(startingWith: id + "-") { return true }
    // Who keeps most models to itself has put later ones of a free line, too, under its own license (NVIDIA's `parakeet-unified`).
    if RestrictivePublishers.contains(id.prefix { $0 != "/" }) { return true }
    guard let slash = siblings.prefix.firstIndex(of: "/") else { return false }
    let isRestrictive = {
      table.labels(startingWith: String(siblings.prefix[...slash]), limit: 512).contains {
        // `other` is a license of somebody's own.
        $0.license == "other" || reader.isRestricted($0.license)
      }
    }
    if siblings.isOfOtherSize(id) || siblings.isOfOneWord, isRestrictive() { return true }
    let word = siblings.prefix[siblings.prefix.index(after: slash)...].prefix { !"-_.".contains($0) }
    return table.labels(startingWith: "\(siblings.prefix[...slash])\(word)", limit: 64).contains {
      reader.isRestricted($0.license)
    }
  }
}

extension ClaimReader {
  fileprivate func isStricter(_ license: String, than other: String) -> Bool {
    guard let license = library.category(of: license), let other = library.category(of: other) else { return false }
    return license > other
  }

  /// Whether terms are on file, and they restrict.
  func isRestricted(_ license: String) -> Bool { library.category(of: license)?.isRestricted == true }

  func isRestricted(_ claim: Claim) -> Bool {
    (claim.expression?.records ?? [claim.license]).contains { isRestricted($0) }
  }

  /// A license without terms on file may be anything.
  fileprivate func mayBeRestricted(_ license: String) -> Bool {
    library.category(of: license)?.isRestricted ?? true
  }
}
