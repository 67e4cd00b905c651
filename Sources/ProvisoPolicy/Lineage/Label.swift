internal import ProvisoCore

/// What a model is declared under, as against what its bases bring along.
struct Label {
  /// The licenses on file that it names.
  var licenses: [License]
  /// Names of licenses of which no terms are on file.
  var names: [String]
  /// Tags that several texts share: `openrail`.
  var tags: [String]
  /// The place to point at: the card's license, else any.
  var location: Location?

  /// nil where nobody declares anything: a rule for a line of models, a base and the lock file are no labels.
  init?(of model: ResolvedModel) {
    let stated = model.license.claims.filter { ![.lock, .family, .base].contains($0.source) }
    let corrected = stated.filter { $0.source == .correction }
    let claims = corrected.isEmpty ? stated : corrected
    let ids = Set(claims.flatMap { $0.expression?.records ?? [$0.license] })
    licenses = model.license.candidates.filter { ids.contains($0.id) }
    // Of a name without a text the words may speak of the base's line, too.
    let readByName = licenses.filter { $0.isReadByNameOnly && $0.family == nil }.map(\.id)
    let named = claims.filter { $0.kind == .named }.map(\.license)
    names = named + readByName.filter { !named.contains($0) }
    tags = claims.filter { $0.kind == .familyTag }.map(\.license)
    location =
      (claims.first { $0.location != nil && $0.source == .modelCard } ?? claims.first { $0.location != nil })?
      .location
    if licenses.isEmpty, names.isEmpty, tags.isEmpty { return nil }
  }

  var words: String { Wording.list(licenses.map(\.id).filter { !names.contains($0) } + names + tags) }

  /// True where the terms of all of it are on file.
  var isOnFile: Bool { names.isEmpty && tags.isEmpty }

  /// True where nothing on it is restricted. A name without terms on file may be.
  var isFree: Bool { isOnFile && licenses.allSatisfy { !$0.category.isRestricted } }

  /// True where all of it lets the model be used commercially, which the license does not: Llama's label over a non-commercial base.
  func lets(commerceBarredBy base: License) -> Bool {
    base.terms.commercialUse.value == .no && isOnFile
      && licenses.allSatisfy { $0.category < .noDerivatives && $0.terms.commercialUse.value != .no }
  }

  /// Whether a name or tag without terms on file speaks of the license or its line: `llama-3-acme`, `openrail`.
  func speaks(of base: License) -> Bool {
    let words = [base.family, base.id].compactMap { $0.map(Self.folded) }
    return (names + tags).map(Self.folded).contains { name in words.contains { name.contains($0) } }
  }

  private static func folded(_ text: String) -> String {
    String(decoding: text.utf8.filter { ![0x20, 0x2D, 0x5F, 0x2E].contains($0) }, as: UTF8.self).lowercased()
  }
}

/// A base, and how the model's label stands to the base's license.
struct BaseStanding {
  var edge: LineageEdge
  var base: License
  var standing: DerivativeTerms.Standing

  /// The bases of a model whose licenses ask something of labels, nearest first. Whoever passes on the conditions of the
  /// nearest bases has freed nothing: what those have done with theirs is held against them.
  static func all(of model: ResolvedModel, _ label: Label) -> [Self] {
    let standings = self.standings(of: model, label)
    let nearest = standings.filter { $0.edge.depth == 1 }
    let passesOn = !label.isFree && !nearest.isEmpty && nearest.allSatisfy { $0.standing == .admissible }
    return passesOn ? nearest : standings
  }

  private static func standings(of model: ResolvedModel, _ label: Label) -> [Self] {
    model.lineage.compactMap { edge in
      if edge.isPublishersOwn || edge.isSettled { return nil }
      let candidates = edge.license.candidates.filter { DerivativeTerms(base: $0).demand != .notices }
      let covering = candidates.filter { DerivativeTerms(base: $0).covers(edge.relation) }
      guard let strictest = covering.first else { return nil }
      let standings = covering.map { base in
        label.speaks(of: base) ? .admissible : DerivativeTerms(base: base).standing(of: label.licenses, edge.relation)
      }
      // Where the sources disagree about the base, whoever repeats one of its restricted licenses has not freed it.
      let kept = standings.contains(.admissible)
      return Self(edge: edge, base: strictest, standing: kept ? .admissible : standings[0])
    }
  }
}
