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
  /// True where nobody on file labels this very model, and the rule for its line says what its publisher does.
  var isOfRule: Bool

  /// nil where nobody declares anything: a base and the lock file are no labels.
  ///
  /// - Parameter hearsRules: whether the rule for a line of models speaks where nothing else does.
  init?(of model: ResolvedModel, hearsRules: Bool = true) {
    let own = model.license.claims.filter { ![.lock, .family, .base].contains($0.source) }
    isOfRule = own.isEmpty
    let stated = own.isEmpty && hearsRules ? model.license.claims.filter { $0.source == .family } : own
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

  /// A verb and what follows it: `is declared under mit`.
  var declaration: String {
    isOfRule ? "is under \(words) by the rule on file for its line" : "is declared under \(words)"
  }

  /// True where the terms of all of it are on file.
  var isOnFile: Bool { names.isEmpty && tags.isEmpty }

  /// True where nothing on it is restricted. A name without terms on file may be.
  var isFree: Bool { isOnFile && licenses.allSatisfy { !$0.category.isRestricted } }

  /// True where all of it lets the model be used commercially, which the license does not: Llama's label over a non-commercial base.
  func lets(commerceBarredBy base: License) -> Bool {
    base.terms.commercialUse.value == .no && isOnFile
      && licenses.allSatisfy { $0.category < .noDerivatives && $0.terms.commercialUse.value != .no }
  }

  /// Whether a name or tag without terms on file is called after the license or its line: `llama-3-acme`, `meta-llama-3`, `openrail`.
  /// `modifying-free` is not called after Yi, nor is `free-of-llama-terms` after Llama.
  func speaks(of base: License) -> Bool {
    (names + tags).contains { Self.isCalled($0, after: base) }
  }

  private static func isCalled(_ name: String, after base: License) -> Bool {
    let words = words(of: name)
    let starts = [[], base.publisher.map(Self.words(of:)) ?? []]
    return [base.family, base.id].compactMap { $0.map(Self.words(of:)) }.contains { line in
      !line.isEmpty && starts.contains { words.starts(with: $0 + line) }
    }
  }

  /// Runs of letters and runs of digits, in lower case.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var wasDigit: Bool?
    for character in text.lowercased() {
      guard character.isLetter || character.isNumber else {
        wasDigit = nil
        continue
      }
      if wasDigit == character.isNumber, let last = words.indices.last {
        words[last].append(character)
      } else {
        words.append(String(character))
      }
      wasDigit = character.isNumber
    }
    return words
  }

  /// Whether it puts the model under terms beside those of the base, which may be freer or bar what the base allows: a license of
  /// one's own, or another restricted one.
  func adds(to base: License) -> Bool {
    names.contains { !Self.isCalled($0, after: base) }
      || licenses.contains {
        $0.category.isRestricted && DerivativeTerms(base: base).standing(of: [$0], nil) == .relicensed
      }
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
      let standings = covering.map { base -> DerivativeTerms.Standing in
        let terms = DerivativeTerms(base: base)
        if label.speaks(of: base) { return .admissible }
        // With the base's text beside a license of one's own, most licenses are kept; these admit no other.
        if terms.admitsItselfAlone, label.adds(to: base) { return .relicensed }
        return terms.standing(of: label.licenses, edge.relation)
      }
      // Where the sources disagree about the base, whoever repeats one of its restricted licenses has not freed it.
      let kept = standings.contains(.admissible)
      return Self(edge: edge, base: strictest, standing: kept ? .admissible : standings[0])
    }
  }
}
