internal import ProvisoCore
internal import ProvisoKnowledge

/// From claims to a conclusion. Claims that agree make it surer; claims that disagree are a conflict in which the strictest
/// candidate counts; nothing is ever made freer than its strictest claim.
struct Conclude {
  let library: LicenseLibrary
  /// The candidates by their ids: thousands of models are under the same few licenses, and a license is large.
  private let kept = Remembered<Set<String>, [License]>(limit: 1_024)

  init(library: LicenseLibrary) { self.library = library }

  /// - Parameter claims: the model's own claims, in any order.
  func conclusion(_ claims: [Claim], remark: String? = nil) -> LicenseConclusion {
    let claims = claims.sorted { ($0.source, $0.license) < ($1.source, $1.license) }
    let corrected = claims.filter { $0.source == .correction }
    let counted = corrected.isEmpty ? claims : corrected + contradictions(of: corrected, claims)
    let known = counted.filter { $0.kind == .record }
    let candidates = self.candidates(known)
    let named = restrictions(counted)
    guard let strictest = candidates.first else {
      var conclusion = withoutTerms(claims, counted, remark)
      // What the license is nobody knows; what its name bars it bars.
      conclusion.candidates = named
      conclusion.category = named.first?.category
      return conclusion
    }
    var conclusion = LicenseConclusion(
      concluded: strictest.id, expression: strictest.spdx, category: strictest.category, state: .known,
      confidence: confidence(known), claims: claims, candidates: candidates, remark: remark)
    if isDeclaredTogether(known), candidates.count > 1 {
      conclusion.expression = together(known)
    } else if let whole = agreedExpression(known) {
      conclusion.expression = whole.license
    } else if candidates.count > 1, !License.areEditions(candidates) {
      conclusion.state = .conflict
    }
    if known.contains(where: { $0.expression?.isDoubtful == true }) { conclusion.confidence = .low }
    // A claim that could not be read may be stricter than the one that could.
    if counted.contains(where: { !agrees($0, with: candidates) }) {
      conclusion.state = .conflict
      conclusion.confidence = .low
      if !strictest.category.isRestricted {
        conclusion.concluded = nil
        conclusion.expression = nil
        conclusion.category = named.first?.category
      }
      conclusion.candidates = Self.strictestFirst(candidates + named)
    }
    return conclusion
  }

  /// What the names bar of licenses whose terms are not on file.
  private func restrictions(_ claims: [Claim]) -> [License] {
    var seen: Set<String> = []
    return Self.strictestFirst(
      claims.filter { [.named, .unrecognized].contains($0.kind) }.compactMap { RestrictiveName.record(of: $0.license) }
        .filter { seen.insert($0.id).inserted })
  }

  private static func strictestFirst(_ licenses: [License]) -> [License] {
    licenses.sorted { ($1.category, $0.id) < ($0.category, $1.id) }
  }

  /// The texts beside the weights that are stricter than a correction which nothing binds to a text: whoever wrote it may have
  /// read another one.
  private func contradictions(of corrected: [Claim], _ claims: [Claim]) -> [Claim] {
    guard corrected.allSatisfy(\.isUnbound) else { return [] }
    let category = candidates(corrected).map(\.category).max() ?? .publicDomain
    return claims.filter { claim in
      claim.source == .licenseFile && claim.kind == .record
        && library.license(claim.license).map { category < $0.category } ?? false
    }
  }

  /// Whether a claim leaves what was read of the others standing. `candidates` are the strictest first.
  private func agrees(_ claim: Claim, with candidates: [License]) -> Bool {
    switch claim.kind {
    case .record, .empty: true
    case .familyTag: candidates.contains { LicenseName.isTag(claim.license, ofFamily: $0.family) }
    // `other` says that it is none of the licenses that everybody knows.
    case .unnamed: candidates.first?.category.isRestricted == true
    case .named, .unrecognized: false
    }
  }

  /// A name, a family tag or words nobody knows: there are no terms to evaluate.
  private func withoutTerms(_ claims: [Claim], _ counted: [Claim], _ remark: String?) -> LicenseConclusion {
    guard let first = counted.first(where: { $0.kind == .named }) ?? counted.first else {
      return LicenseConclusion(state: remark == nil ? .unknown : .absent, claims: claims, remark: remark)
    }
    guard first.kind == .named else {
      return LicenseConclusion(state: .unknown, claims: claims, remark: remark)
    }
    let isListed = if case .named = library.match(first.license) { true } else { false }
    let disagree = counted.contains {
      ![.empty, .unnamed].contains($0.kind) && $0.license != first.license
        // A text that nobody has read, beside a name that no list has, is what the name stands for.
        && (isListed || $0.kind != .unrecognized || $0.source != .licenseFile)
    }
    return LicenseConclusion(
      concluded: disagree ? nil : first.license, expression: disagree ? nil : spdx(first.license),
      state: disagree ? .conflict : isListed ? .known : .custom,
      confidence: disagree || !isListed ? .low : confidence(counted), claims: claims, remark: remark)
  }

  /// The SPDX identifier of a listed license; `LicenseRef-` and the name for any other.
  private func spdx(_ name: String) -> String {
    if case .named(let id, _) = library.match(name) { return id }
    return LicenseName.reference(to: name)
  }

  private func candidates(_ claims: [Claim]) -> [License] {
    let ids = Set(claims.flatMap(Self.records))
    return kept.value(of: ids) { Self.strictestFirst(ids.compactMap(library.license)) }
  }

  /// The records that a claim binds to.
  private static func records(_ claim: Claim) -> [String] {
    claim.expression?.records ?? [claim.license]
  }

  /// The expression that speaks of every license that was claimed: a text beside it belongs to one of its licenses. All that
  /// was claimed stays a candidate.
  private func agreedExpression(_ claims: [Claim]) -> Claim? {
    claims.first { claim in
      guard let expression = claim.expression else { return false }
      let all = Set(expression.records + expression.others)
      return claims.allSatisfy { all.isSuperset(of: Self.records($0)) }
    }
  }

  /// What a manifest's list adds up to.
  private func together(_ claims: [Claim]) -> String {
    let words = Set(
      claims.map { $0.expression == nil ? library.license($0.license)?.spdx ?? $0.license : $0.license })
    guard words.count > 1 else { return words.first ?? "" }
    return words.sorted().map { $0.contains(" OR ") ? "(\($0))" : $0 }.joined(separator: " AND ")
  }

  /// Several licenses in one manifest's list are no disagreement; two in one place, a tag and a name, are.
  private func isDeclaredTogether(_ claims: [Claim]) -> Bool {
    // A text or a sentence further down is another voice.
    guard let first = claims.first, let path = first.location?.path,
      claims.allSatisfy({ $0.location?.path == path && $0.source == first.source && !$0.contradicts })
    else {
      return false
    }
    return Set(claims.compactMap(\.location)).count == claims.count
  }

  private func confidence(_ claims: [Claim]) -> Confidence {
    guard let strongest = claims.lazy.filter({ !$0.isOfDoubtfulState }).map(\.source).min() else { return .low }
    switch strongest {
    case .correction, .lock, .licenseFile, .weightMetadata, .modelCard, .modelfile, .modelConfig, .adapterConfig,
      .hubCache, .ollamaStore, .hub:
      return .high
    case .readme, .bom: return .medium
    case .catalog: return .high
    case .family: return .medium
    case .publisher, .thirdParty, .base: return .low
    }
  }
}
