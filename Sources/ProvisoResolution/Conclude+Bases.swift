internal import ProvisoCore

extension Conclude {
  /// What is concluded of a model that is labeled freer than a base lets it be: the sources disagree, and the base's license is
  /// the stricter. What the label says stays what there is to evaluate of the model's own; the base's license is evaluated as
  /// the base's.
  ///
  /// - Parameters:
  ///   - conclusion: what the model's own claims come to.
  ///   - edges: its bases.
  func bound(_ conclusion: LicenseConclusion, by edges: [LineageEdge]) -> LicenseConclusion {
    guard let category = conclusion.category, !conclusion.claims.contains(where: { $0.source == .correction }) else {
      return conclusion
    }
    var bound = conclusion
    var strictest: (license: License, edge: LineageEdge)?
    for edge in edges {
      if let license = Self.reciprocal(of: edge, conclusion) {
        Self.add(license, edge, to: &bound)
        // What either asks for is not kept by the other: neither is simply the model's.
        bound.state = .conflict
        if license.category > category, strictest.map({ $0.license.category < license.category }) ?? true {
          strictest = (license, edge)
        }
        continue
      }
      guard let license = Self.demand(of: edge), license.category > category,
        // What a publisher has put under restricted terms of its own it has not freed.
        !category.isRestricted || !edge.isPublishersOwn
      else { continue }
      Self.add(license, edge, to: &bound)
      if strictest.map({ $0.license.category < license.category }) ?? true { strictest = (license, edge) }
    }
    guard let strictest else { return category.isRestricted ? bound : unsure(bound, edges) }
    bound.concluded = strictest.license.id
    bound.expression = strictest.license.spdx
    bound.category = strictest.license.category
    bound.state = .conflict
    let isOnlyNamed = strictest.license.isReadByNameOnly && strictest.license.family == nil
    bound.confidence = isOnlyNamed ? .low : min(conclusion.confidence, strictest.edge.confidence)
    return bound
  }

  private static func add(_ license: License, _ edge: LineageEdge, to conclusion: inout LicenseConclusion) {
    guard !conclusion.claims.contains(where: { $0.source == .base && $0.license == license.id }) else { return }
    conclusion.claims.append(Self.claim(license, edge))
  }

  /// The copyleft or share-alike license of a base, where the model stands under free ones that it does not lead to: CC BY-SA 4.0,
  /// 3(b)(1), and the GPL, 5(c), have what was made from the base stay under themselves. What the licensor makes of its own work it
  /// may put under other terms.
  private static func reciprocal(of edge: LineageEdge, _ conclusion: LicenseConclusion) -> License? {
    guard !edge.isSettled, !edge.isPublishersOwn, let own = conclusion.category, !own.isRestricted else { return nil }
    // Where the sources disagree about the base, whoever repeats one of its licenses has not freed it.
    let candidates = edge.license.candidates
    guard let base = candidates.first, !base.category.isRestricted, DerivativeTerms(base: base).demand == .reciprocity
    else { return nil }
    let isRelicensed = candidates.allSatisfy {
      DerivativeTerms(base: $0).demand != .notices
        && DerivativeTerms(base: $0).standing(of: conclusion.candidates, edge.relation) == .relicensed
    }
    return isRelicensed ? base : nil
  }

  /// What the strictest of the bases asks of what was made from it; nil where none asks anything.
  func demand(of edges: [LineageEdge]) -> Claim? {
    let demands = edges.compactMap { edge in Self.demand(of: edge).map { (license: $0, edge: edge) } }
    return demands.max { ($0.license.category, $1.edge.depth) < ($1.license.category, $0.edge.depth) }.map(Self.claim)
  }

  private static func claim(_ license: License, _ edge: LineageEdge) -> Claim {
    Claim(
      license: license.id, kind: .record, source: .base,
      evidence: "its base \(edge.base.id) is under \(license.id): \(edge.evidence)", location: edge.location)
  }

  /// A free label over a base under a license of which no terms are on file, or that nobody could read: it may be a stricter one.
  /// A base whose publisher grants nothing at all gives nobody anything to pass on.
  private func unsure(_ conclusion: LicenseConclusion, _ edges: [LineageEdge]) -> LicenseConclusion {
    let unread = edges.first { edge in
      !edge.isSettled && !edge.isPublishersOwn && edge.license.category == nil
        && !edge.relation.isTeaching
        && (edge.license.claims.contains { [.named, .unnamed, .unrecognized].contains($0.kind) }
          || Self.isUnlicensed(edge, edges))
    }
    guard let unread else { return conclusion }
    let lack =
      unread.license.claims.isEmpty
      ? "has no license that its publisher declares" : "is under a license of its own, whose terms are not on file"
    var unsure = conclusion
    unsure.claims.append(
      Claim(
        license: unread.license.concluded ?? "unknown", kind: .unrecognized, source: .base,
        evidence: "its base \(unread.base.id) \(lack): \(unread.evidence)", location: unread.location))
    unsure.concluded = nil
    unsure.expression = nil
    unsure.category = nil
    unsure.state = .conflict
    unsure.confidence = .low
    return unsure
  }

  /// Whether the base's publisher is known to declare no license, and nothing is known of what the base was made from in turn: a copy
  /// without a label is what its original is.
  private static func isUnlicensed(_ edge: LineageEdge, _ edges: [LineageEdge]) -> Bool {
    edge.license.state == .absent && edge.license.remark != nil && edge.license.claims.isEmpty
      && !edges.contains { $0.derivative == edge.base }
  }

  /// The base's license, where it is a restricted one that goes along to what was made so.
  private static func demand(of edge: LineageEdge) -> License? {
    guard !edge.isSettled else { return nil }
    return edge.license.candidates.first { license in
      license.category.isRestricted && license.reaches(by: edge.relation)
        && license.terms.derivativeLicense.value != .any
    }
  }
}
