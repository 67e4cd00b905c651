import ProvisoCore

/// A license as a bill of materials names it.
struct BOMLicense: Hashable {
  enum Form: Hashable {
    /// An identifier of the SPDX list.
    case listed(String)
    /// A `LicenseRef-`.
    case reference(String)
    /// An SPDX expression of several licenses.
    case expression(String)
    case unknown
  }

  var form: Form
  var url: String?
  /// What stands for the text where there is no address of it.
  var note: String

  static func unknown(_ note: String) -> Self {
    Self(form: .unknown, note: note)
  }

  /// The license as an SPDX expression; nil where it is unknown.
  var expression: String? {
    switch form {
    case .listed(let text), .reference(let text), .expression(let text): text
    case .unknown: nil
    }
  }
}

/// Names the licenses of a report's models.
struct BOMLicenses {
  private let records: [String: License]

  init(_ report: ScanReport) {
    records = Dictionary(report.licenses.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What is held of a model's license. In a conflict this is the strictest candidate.
  func concluded(_ conclusion: LicenseConclusion) -> BOMLicense {
    if let expression = conclusion.expression {
      let record = conclusion.concluded.flatMap { records[$0] }
      return license(expression, record: record)
    }
    if let record = conclusion.concluded.flatMap({ records[$0] }) { return license(record.spdx, record: record) }
    switch conclusion.state {
    case .custom:
      let name = conclusion.claims.first.map(\.license) ?? "custom"
      return BOMLicense(
        form: .reference(Self.reference(name)), note: "The publisher's own license; its terms are not on file.")
    default: return .unknown("No license could be concluded: \(conclusion.words).")
    }
  }

  /// What the model's own files say: the strongest of them first, each license once. What a hub's page says is not declared in
  /// the artifact and does not count.
  func declared(_ conclusion: LicenseConclusion) -> [BOMLicense] {
    let own = conclusion.claims.filter { Self.ownSources.contains($0.source) }
    return unique(own.compactMap(claimed))
  }

  /// Every license that anything claims for the model.
  func observed(_ conclusion: LicenseConclusion) -> [BOMLicense] {
    unique(conclusion.claims.compactMap(claimed))
  }

  private static let ownSources: Set<ClaimSource> = [
    .licenseFile, .weightMetadata, .modelCard, .modelConfig, .adapterConfig, .modelfile,
  ]

  private func claimed(_ claim: Claim) -> BOMLicense? {
    if claim.expression != nil { return license(claim.license, record: nil) }
    switch claim.kind {
    case .record:
      guard let record = records[claim.license] else { return reference(claim) }
      return license(record.spdx, record: record)
    case .named, .familyTag, .unrecognized: return reference(claim)
    case .unnamed, .empty: return nil
    }
  }

  /// Words that are no identifier, or not one that is sure to be on the SPDX list.
  private func reference(_ claim: Claim) -> BOMLicense {
    BOMLicense(form: .reference(Self.reference(claim.license)), note: claim.evidence)
  }

  private func license(_ expression: String, record: License?) -> BOMLicense {
    let note = record.map { "\($0.name); its terms are on file under \($0.id)." } ?? "\(expression)."
    let form: BOMLicense.Form =
      if expression.contains(" ") || expression.contains("(") {
        .expression(expression)
      } else if expression.hasPrefix("LicenseRef-") {
        .reference(expression)
      } else if record == nil, expression == expression.lowercased() {
        // A name that is known without terms, in a hub's spelling: nothing says that it is on the SPDX list.
        .reference(Self.reference(expression))
      } else {
        .listed(expression)
      }
    return BOMLicense(form: form, url: record?.url, note: note)
  }

  private func unique(_ licenses: [BOMLicense]) -> [BOMLicense] {
    var seen: Set<BOMLicense.Form> = []
    return licenses.filter { seen.insert($0.form).inserted }
  }

  /// Words as a `LicenseRef-`, in which letters, digits, dots and hyphens may stand.
  private static func reference(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars.prefix(80) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".": result.unicodeScalars.append(scalar)
      default: if !result.hasSuffix("-") { result += "-" }
      }
    }
    let name = result.drop { $0 == "-" }
    return "LicenseRef-"
      + (name.hasPrefix("LicenseRef-") ? String(name.dropFirst(11)) : name.isEmpty ? "unnamed" : String(name))
  }
}
