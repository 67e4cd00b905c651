/// What a license lets a model made from its model be declared under.
///
/// The license's record decides: `derivativeLicense`, `derivatives`, `outputsMakeDerivatives` and its category.
/// ``ReciprocalTerms`` adds what copyleft says of other licenses.
package struct DerivativeTerms {
  package let base: License

  package init(base: License) { self.base = base }

  /// What sort of demand the license makes on labels.
  package enum Demand: Sendable {
    /// Its conditions go along, whatever else is declared: Llama, Gemma, RAIL, Qwen, research licenses.
    case conditions
    /// The derivative stays non-commercial, share-alike or copyleft, or may not be shared.
    case reciprocity
    /// Any label, as long as notices are kept.
    case notices
  }

  /// How a label stands to what the license asks.
  package enum Standing: Sendable, Equatable {
    case admissible
    /// Another edition of the license's own family, no freer than it.
    case otherEdition
    case relicensed
  }

  package var demand: Demand {
    // So it stands in a license, or in an agreement.
    if base.terms.derivativeLicense.value == .any { return .notices }
    switch base.category {
    case .nonCommercial, .noDerivatives, .shareAlike, .copyleft, .networkCopyleft: return .reciprocity
    // Copyleft by file: what a base is itself, and what was changed of it, stays under it.
    case .weakCopyleft: return base.terms.derivativeLicense.value == nil ? .notices : .reciprocity
    case .useRestricted, .community, .researchOnly, .proprietary: return .conditions
    // A free license that binds recipients, and asks that its words be shown, is not kept by another's notices (MGB 5(b), 6).
    case .publicDomain, .permissive:
      return base.terms.derivativeLicense.value == .flowDown && base.terms.display.value != nil ? .conditions : .notices
    }
  }

  /// True where other licenses are admitted, and nobody has read which: the clause names them by what they have to be (Ms-PL 3(D)).
  package var leavesCompatibleOpen: Bool {
    base.category == .weakCopyleft && ![nil, .any, .same].contains(base.terms.derivativeLicense.value)
      && ReciprocalTerms.compatible(with: base).isEmpty
  }

  /// Whether what is made of its model may be under no other terms besides: the license says so, or is copyleft or share-alike.
  package var admitsItselfAlone: Bool {
    switch base.category {
    case .shareAlike, .copyleft, .networkCopyleft: true
    default: demand != .notices && base.terms.derivativeLicense.value == .same
    }
  }

  /// Whether a model made this way is a derivative in the license's terms.
  package func covers(_ relation: Relation?) -> Bool {
    base.reaches(by: relation)
  }

  /// How a model that is declared under `labels`, all at once, stands.
  package func standing(of labels: [License], _ relation: Relation?) -> Standing {
    if demand == .notices || !covers(relation) { return .admissible }
    if labels.contains(where: { $0.id == base.id || $0.succeeds(base) }) { return .admissible }
    if labels.contains(where: isOtherEdition) { return .otherEdition }
    return labels.contains(where: admits) ? .admissible : .relicensed
  }

  /// True where the license does not let the model be shared at all, however it is declared.
  ///
  /// CC 4.0, section 2(a)(4): another format is no adaptation. Where nothing says how the model was made, it is taken for a
  /// fine-tune, as the hub does.
  package func barsSharing(_ relation: Relation?) -> Bool {
    guard base.terms.derivativeLicense.value == Terms.DerivativeLicense.none, covers(relation) else { return false }
    return ![.quantized, .converted].contains(relation)
  }

  private func isOtherEdition(_ label: License) -> Bool {
    label.family != nil && label.family == base.family && label.category >= base.category && !isSameInName(label)
  }

  /// The same elements in another version, where the text that would say more was not read.
  private func isSameInName(_ label: License) -> Bool {
    label.family == base.family && (base.isReadByNameOnly || label.isReadByNameOnly)
  }

  private func admits(_ label: License) -> Bool {
    if ReciprocalTerms.compatible(with: base).contains(label.id) || isSameInName(label) { return true }
    // CC BY-NC leaves the choice of terms that do not lift its condition.
    return base.family == "cc-by-nc" && label.terms.commercialUse.value == .no
  }
}
