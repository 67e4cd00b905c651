internal import ProvisoCore
internal import ProvisoKnowledge

/// Computes the class of a release as the Model Openness Framework does.
///
/// A class is reached with all components of it and of those below, each under an open license: OSI-approved, or one of the
/// open licenses for data and documents. A component without a license has the one of its content type, else that of the
/// distribution. A research paper does for the technical report.
struct OpennessClasses {
  let library: LicenseLibrary

  func resolve(_ claims: [OpennessClassClaim], _ releases: [OpennessRelease]) -> [ResolvedClassClaim] {
    claims.compactMap { claim in
      guard let release = release(for: claim, releases) else { return nil }
      return ResolvedClassClaim(
        claim: claim, release: release, computed: computed(release), lacking: lacking(release, upTo: claim.value))
    }
  }

  /// The release of the claim's folder, else the only one there is.
  private func release(for claim: OpennessClassClaim, _ releases: [OpennessRelease]) -> OpennessRelease? {
    func folder(_ path: String) -> Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    let own = releases.first { folder($0.location.path) == folder(claim.location.path) }
    return own ?? (releases.count == 1 ? releases.first : nil)
  }

  /// nil where not even class 3 is reached.
  func computed(_ release: OpennessRelease) -> Int? {
    [1, 2, 3].first { lacking(release, upTo: $0).isEmpty }
  }

  func lacking(_ release: OpennessRelease, upTo value: Int) -> [String] {
    let open = Set(release.components.filter { isOpen($0, release) }.map(\.name))
    return Self.required.filter { $0.level >= value }.map(\.name).filter { name in
      !open.contains(name) && !(name == "Technical report" && open.contains("Research paper"))
    }
  }

  private func isOpen(_ component: OpennessRelease.Component, _ release: OpennessRelease) -> Bool {
    let type = Self.types[component.name].flatMap { release.licenses[$0] }
    guard let name = component.license ?? type ?? release.licenses["distribution"] else { return false }
    let folded = name.uppercased()
    if Self.openForContent.contains(where: { folded == $0 || folded.hasPrefix($0 + "-") }),
      !folded.contains("-NC"), !folded.contains("-ND")
    {
      return true
    }
    return library.isApproved(name)
  }

  /// The licenses for data and documents that the framework counts as open, by how their SPDX identifiers begin.
  private static let openForContent = [
    "CC0", "CC-BY", "CC-PDDC", "PDDL", "ODC-BY", "ODBL", "CDLA", "C-UDA", "GFDL-1.3", "OGL", "FREEBSD-DOC", "OPENMDW",
    "APACHE-1.0",
  ]

  private static let types: [String: String] = Dictionary(
    required.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })

  private static let required: [(name: String, type: String, level: Int)] = [
    ("Model architecture", "code", 3), ("Model parameters (Final)", "data", 3), ("Evaluation results", "document", 3),
    ("Model card", "document", 3), ("Data card", "document", 3), ("Technical report", "document", 3),
    ("Training code", "code", 2), ("Inference code", "code", 2), ("Evaluation code", "code", 2),
    ("Evaluation data", "data", 2), ("Datasets", "data", 1), ("Data preprocessing code", "code", 1),
    ("Model parameters (Intermediate)", "data", 1), ("Research paper", "document", 1),
  ]
}
