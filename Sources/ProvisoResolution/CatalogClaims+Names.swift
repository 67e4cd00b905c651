internal import ProvisoCore
internal import ProvisoKnowledge

/// What the name of a model of the hub says that it was made from.
extension CatalogClaims {
  /// A repackager's own label is a claim; what the name says of the base counts beside it.
  mutating func addBaseOfName(_ id: String, _ line: NamedLine?) {
    guard bases.isEmpty else { return }
    let copied = RepackagedName.base(of: id)
    guard let base = copied ?? line?.base, base.lowercased() != id.lowercased() else { return }
    relation = copied == nil ? nil : .converted
    bases = [.huggingFace(ModelCatalog.canonicalID(of: base))]
    isNamedAfterBase = true
  }

  /// Whose `base_model` speaks of a part, or of the base of what was copied, has a name that says more: the restricted line in it, or
  /// the model that it is a copy of.
  mutating func addNamedBeside(_ id: String, _ line: NamedLine?, _ reader: ClaimReader) {
    guard !bases.isEmpty, !isNamedAfterBase else { return }
    func isListed(_ other: String) -> Bool {
      let other = other.lowercased()
      return other == id.lowercased() || bases.contains { $0.id.lowercased() == other }
    }
    var named: [String] = []
    if relation == .quantized, let copied = RepackagedName.base(of: id).map(ModelCatalog.canonicalID),
      !ModelPublishers.repackagers.contains(copied.prefix { $0 != "/" }.lowercased())
    {
      let original = reader.listed(copied).claims
      // The copy has its original's card, and so a `base_model` that is one step too far up.
      if original.claims.contains(where: { $0.kind == .record }), Set(bases).isSubset(of: Set(original.bases)),
        !isListed(copied)
      {
        bases = [.huggingFace(copied)]
        baseSource = ""
        isNamedAfterBase = true
        return
      }
      if original.claims.contains(where: reader.isRestricted) { named.append(copied) }
    }
    if let line, named.isEmpty, !line.isAnswered(by: claims, reader.library),
      !bases.contains(where: { carries(line, $0.id, reader) })
    {
      named.append(line.base ?? line.id)
    }
    namedBases = named.map { ModelName.huggingFace(ModelCatalog.canonicalID(of: $0)) }.filter { !isListed($0.id) }
  }

  /// Whether the base is of the line, or under a license as strict.
  private func carries(_ line: NamedLine, _ base: String, _ reader: ClaimReader) -> Bool {
    let listed = reader.listed(base)
    if listed.line?.license == line.license { return true }
    let known = listed.claims
    return line.isAnswered(by: known.claims, reader.library)
      || known.bases.contains { further in
        further.id.lowercased() != base.lowercased() && NamedLine.inName(of: further.id)?.license == line.license
          || line.isOfLine(further.id)
      } || line.isOfLine(base)
  }
}

extension NamedLine {
  /// Whether what was said of a model leaves nothing for the line that its name says: the line's own license in any edition, or a
  /// stricter one. A maker's license of another line does (`nvidia/Llama-3_3-…`).
  func isAnswered(by claims: [Claim], _ library: LicenseLibrary) -> Bool {
    library.isAnswered(license, by: claims)
  }
}

extension LicenseLibrary {
  /// Whether what was said leaves nothing of a line under `line`: its license in any edition, or a stricter one.
  func isAnswered(_ line: String, by claims: [Claim]) -> Bool {
    claims.contains { claim in
      claim.kind == .record
        && isAnswered(line, byAnyOf: (claim.expression?.records ?? [claim.license]).compactMap(license))
    }
  }

  func isAnswered(_ line: String, byAnyOf licenses: [License]) -> Bool {
    let own = license(line)
    return licenses.contains { license in
      license.category.isRestricted
        && (own.map { license.family == $0.family || license.category > $0.category } ?? true)
    }
  }
}
