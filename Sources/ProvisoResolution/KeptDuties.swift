internal import ProvisoCore
internal import ProvisoKnowledge

/// What a card does that only a restricted license asks for, under a label that leaves the model free: who shows "Built with Llama",
/// gives Gemma's notice or lays Llama's use policy beside the weights keeps the terms of what the model was made from.
///
/// It only ever restricts.
struct KeptDuties: Sendable {
  /// The evidence that speaks of models, by the folder that it lies in.
  private let places: [Substring: [ObligationEvidence]]

  init(_ evidence: [ObligationEvidence]) {
    let told = evidence.filter { place in
      switch place.kind {
      case .display: Self.isSentence(place.subject)
      case .notice, .usePolicy: true
      case .licenseCopy, .licenseName: false
      }
    }
    places = Dictionary(grouping: told) { Self.folder($0.location.path) }
  }

  /// - Parameters:
  ///   - declarations: those of the model.
  ///   - claims: what they say of its license.
  ///   - bases: what it was made from.
  func claims(
    of declarations: [ModelDeclaration], beside claims: [Claim], _ bases: [LineageEdge], _ library: LicenseLibrary
  ) -> [Claim] {
    guard !places.isEmpty, !claims.isEmpty, claims.allSatisfy({ Self.isFree($0, library) }) else { return [] }
    let cards = Set(declarations.filter { $0.source == .modelCard }.map(\.location.path))
    let ofBases = Set(bases.flatMap(\.license.candidates).map(\.id))
    var told: Set<[String]> = []
    let beside = Set(cards.map(Self.folder)).flatMap { places[$0] ?? [] }.filter { place in
      let path = place.location.path
      return cards.contains(path) || (place.kind == .usePolicy && Self.isPolicy(path))
    }
    return beside.sorted { $0.location < $1.location }.compactMap { place in
      let ids = Self.licenses(place, library)
      guard !ids.isEmpty, ofBases.isDisjoint(with: ids), told.insert(ids).inserted else { return nil }
      return Self.claim(place, ids)
    }
  }

  /// Where several editions ask for the same words, nobody knows which is meant.
  private static func claim(_ place: ObligationEvidence, _ ids: [String]) -> Claim {
    let names = ids.joined(separator: ", ")
    let what = place.kind == .usePolicy ? "has the use policy of" : "has \"\(place.subject)\", as asked for by"
    return Claim(
      license: ids.count == 1 ? names : "one of \(names)", kind: ids.count == 1 ? .record : .unrecognized,
      source: .readme, evidence: "\(place.location.path):\(place.location.line) \(what) \(names)",
      location: place.location)
  }

  /// The restricted licenses that ask for what stands there, in order.
  private static func licenses(_ place: ObligationEvidence, _ library: LicenseLibrary) -> [String] {
    let ids = place.kind == .usePolicy ? [place.subject] : askers[place.subject] ?? []
    return ids.filter { library.category(of: $0)?.isRestricted == true }.sorted()
  }

  /// By the words that licenses ask to be shown or given along, which do.
  private static let askers: [String: [String]] = {
    var askers: [String: [String]] = [:]
    for license in LicenseLibrary.shared.ids.compactMap(LicenseLibrary.shared.license) {
      for words in [license.terms.display.value, license.terms.noticeText.value].compactMap(\.self) {
        askers[words, default: []].append(license.id)
      }
    }
    return askers
  }()

  private static func isFree(_ claim: Claim, _ library: LicenseLibrary) -> Bool {
    claim.kind == .record && claim.source != .correction
      && (claim.expression?.records ?? [claim.license]).allSatisfy { library.category(of: $0)?.isRestricted == false }
  }

  /// "Built with Llama" says something; the name of a model, which other licenses ask for, stands in any card.
  private static func isSentence(_ words: String) -> Bool {
    let words = words.lowercased().split(separator: " ")
    return words.count >= 3 && ["built", "powered", "improved"].contains(words[0])
  }

  private static func isPolicy(_ path: String) -> Bool {
    let name = path.lowercased().split(separator: "/").last ?? ""
    return name.contains("policy") || name.contains("acceptable")
  }

  private static func folder(_ path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }
}
