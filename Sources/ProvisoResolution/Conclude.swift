internal import ProvisoCore
internal import ProvisoKnowledge

/// From claims to a conclusion. Claims that agree make it surer; claims that disagree are a conflict in which the strictest
/// candidate counts; nothing is ever made freer than its strictest claim.
struct Conclude {
  let library: LicenseLibrary

  /// - Parameter claims: the model's own claims, in any order.
  func conclusion(_ claims: [Claim], remark: String? = nil) -> LicenseConclusion {
    let claims = claims.sorted { ($0.source, $0.license) < ($1.source, $1.license) }
    let corrected = claims.filter { $0.source == .correction }
    let counted = corrected.isEmpty ? claims : corrected
    let known = counted.filter { $0.kind == .record }
    let candidates = self.candidates(known)
    guard let strictest = candidates.first else { return withoutTerms(claims, counted, remark) }
    var conclusion = LicenseConclusion(
      concluded: strictest.id, expression: strictest.spdx, category: strictest.category, state: .known,
      confidence: confidence(known), claims: claims, candidates: candidates, remark: remark)
    if candidates.count > 1 {
      if isDeclaredTogether(known) {
        conclusion.expression = candidates.map(\.spdx).sorted().joined(separator: " AND ")
      } else if !isOneFamily(candidates) {
        conclusion.state = .conflict
      }
    }
    // A claim that could not be read may be stricter than the one that could.
    let unread = counted.contains { $0.kind != .record && $0.kind != .empty && $0.source <= .modelfile }
    if unread, known.contains(where: { $0.source <= .modelfile }) { conclusion.state = .conflict }
    return conclusion
  }

  /// A name, a family tag or words nobody knows: there are no terms to evaluate.
  private func withoutTerms(_ claims: [Claim], _ counted: [Claim], _ remark: String?) -> LicenseConclusion {
    guard let first = counted.first(where: { $0.kind == .named }) ?? counted.first else {
      return LicenseConclusion(state: remark == nil ? .unknown : .absent, claims: claims, remark: remark)
    }
    let isNamed = first.kind == .named
    return LicenseConclusion(
      concluded: isNamed ? first.license : nil,
      expression: isNamed ? spdx(first.license) : nil, state: isNamed ? .custom : .unknown, confidence: .low,
      claims: claims, remark: remark)
  }

  /// The SPDX identifier of a listed license; `LicenseRef-` and the name for any other.
  private func spdx(_ name: String) -> String {
    if case .named(let id, _) = library.match(name) { return id }
    let allowed = name.utf8.map { byte in
      let isAllowed =
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: ".")
      return isAllowed ? byte : UInt8(ascii: "-")
    }
    return "LicenseRef-" + String(decoding: allowed.prefix(80), as: UTF8.self)
  }

  private func candidates(_ claims: [Claim]) -> [License] {
    let ids = Set(claims.map(\.license))
    return ids.compactMap(library.license).sorted { ($1.category, $0.id) < ($0.category, $1.id) }
  }

  private func isOneFamily(_ licenses: [License]) -> Bool {
    guard let family = licenses.first?.family else { return false }
    return licenses.allSatisfy { $0.family == family }
  }

  /// Several licenses in one manifest's list are no disagreement.
  private func isDeclaredTogether(_ claims: [Claim]) -> Bool {
    guard let path = claims.first?.location?.path else { return false }
    return claims.allSatisfy { $0.location?.path == path }
  }

  private func confidence(_ claims: [Claim]) -> Confidence {
    guard let strongest = claims.map(\.source).min() else { return .low }
    switch strongest {
    case .correction, .licenseFile, .weightMetadata, .modelCard, .modelfile, .modelConfig, .adapterConfig: return .high
    case .catalog: return .high
    case .family: return .medium
    case .base: return .low
    }
  }
}
