internal import ProvisoCore

/// Two bases of one model, and why no license fits what was made of both.
struct MergeConflict {
  var one: (edge: LineageEdge, license: License)
  var other: (edge: LineageEdge, license: License)
  /// The license that leaves no room, and its clause.
  var license: License
  var clause: String?
  var reason: Reason
  /// False where one may have been made from the other.
  var isMerge: Bool { one.edge.relation == .merge && other.edge.relation == .merge }

  enum Reason {
    case noDerivatives
    /// Each asks for its own license.
    case twoSameLicenses
    /// The one bars conditions beyond its own, the other brings some.
    case furtherRestrictions
    /// The one bars conditions beyond its own, and the other ends patent rights for who sues. A later edition of the first allows that,
    /// where the licensor lets one choose it.
    case patentCondition
    /// The one may not improve language models of other families: whether a merge does, somebody has to say.
    case otherFamily
  }
}

/// What may be declared for a model made of several: what each base's license admits, all at once.
///
/// The pairs are those that the licenses' own clauses exclude; two licenses whose conditions can both go along are no conflict.
enum MergeTerms {
  /// The conflicts between the direct bases of a model, one for each pair of licenses.
  static func conflicts(_ model: ResolvedModel) -> [MergeConflict] {
    conflicts(between: model.lineage.filter { $0.depth == 1 })
  }

  /// The same between all that is merged.
  static func conflicts(between bases: [LineageEdge]) -> [MergeConflict] {
    let parts = bases.flatMap { edge in
      edge.license.candidates.filter { DerivativeTerms(base: $0).covers(edge.relation) }.map {
        (edge: edge, license: $0)
      }
    }
    var told: Set<[String]> = []
    var conflicts: [MergeConflict] = []
    for (index, one) in parts.enumerated() {
      for other in parts[(index + 1)...]
      where one.edge.base != other.edge.base && told.insert([one.license.id, other.license.id].sorted()).inserted {
        // What one license bars outright outweighs a clause of the other that somebody has to read.
        let both = [conflict(one, other), conflict(other, one)].compactMap(\.self)
        if let worst = both.first(where: { $0.reason != .otherFamily }) ?? both.first { conflicts.append(worst) }
      }
    }
    return conflicts
  }

  private typealias Part = (edge: LineageEdge, license: License)

  private static func conflict(_ one: Part, _ other: Part) -> MergeConflict? {
    func because(_ reason: MergeConflict.Reason, _ clause: String?) -> MergeConflict {
      MergeConflict(one: one, other: other, license: one.license, clause: clause, reason: reason)
    }
    let (license, terms) = (one.license, one.license.terms)
    if DerivativeTerms(base: license).barsSharing(.merge) {
      return because(.noDerivatives, terms.derivativeLicense.clause)
    }
    if let own = sameLicenses(license), let others = sameLicenses(other.license), own.isDisjoint(with: others) {
      return because(.twoSameLicenses, terms.derivativeLicense.clause)
    }
    if let clause = ReciprocalTerms.barFurtherRestrictions(license), other.license.category.isRestricted,
      !keeps(license, conditionsOf: other.license)
    {
      return because(.furtherRestrictions, clause)
    }
    // GPL-3.0, 7 and 11, has room for it; the clauses of 2.0 have none.
    if license.id == "gpl-2.0", other.license.category == .permissive,
      other.license.terms.patentRetaliation.value == true
    {
      return because(.patentCondition, ReciprocalTerms.barFurtherRestrictions(license))
    }
    if terms.outputTraining.value == .ownFamilyOnly, license.family != other.license.family {
      return because(.otherFamily, terms.outputTraining.clause)
    }
    return nil
  }

  /// The licenses that a derivative may stand under, where the license names them; nil where it leaves the choice.
  private static func sameLicenses(_ license: License) -> Set<String>? {
    switch license.terms.derivativeLicense.value {
    case .same: ReciprocalTerms.compatible(with: license).union([license.id])
    // What is compatible is known for some only.
    case .sameOrCompatible where license.category != .weakCopyleft:
      ReciprocalTerms.compatible(with: license).union([license.id])
    default: nil
    }
  }

  /// CC BY-NC's one condition is CC BY-NC-SA's too.
  private static func keeps(_ license: License, conditionsOf other: License) -> Bool {
    other.family == license.family || (other.family == "cc-by-nc" && license.terms.commercialUse.value == .no)
  }
}
