package import ProvisoCore

/// Reads the words by which people license data sets: ids, titles, sentences.
///
/// A license whose terms are on file speaks for itself. Older editions of Creative Commons and sentences such as "for
/// non-commercial research only" are read by their words; what has none of the words is unstated, never free.
package struct DataLicense {
  private let library: LicenseLibrary

  package init(library: LicenseLibrary = .shared) {
    self.library = library
  }

  package func terms(_ words: String) -> DataTerms {
    if let license = library.license(words) { return terms(license) }
    let text = words.lowercased()
    let tokens = Set(text.split { !($0.isLetter || $0.isNumber) }.map(String.init))
    var terms = DataTerms(use: use(text, tokens), license: words)
    let isCC = Self.isCreativeCommons(text, tokens)
    terms.isShareAlike =
      text.contains("sharealike") || text.contains("share-alike") || (isCC && tokens.contains("sa"))
      || text.contains("cdla-sharing") || isGPL(tokens, text)
    terms.isNoDerivatives = text.contains("noderiv") || (isCC && tokens.contains("nd"))
    return terms
  }

  private func terms(_ license: License) -> DataTerms {
    let terms = license.terms
    let use: DataTerms.Use =
      switch license.category {
      case .researchOnly: .academic
      case .nonCommercial: .nonCommercial
      case .proprietary: .unstated
      default: terms.commercialUse.value == .no ? .nonCommercial : .any
      }
    let asksForItself = [.same, .sameOrCompatible].contains(terms.derivativeLicense.value)
    let isReciprocal = [.shareAlike, .copyleft, .networkCopyleft].contains(license.category)
    return DataTerms(
      use: use, isShareAlike: asksForItself && (isReciprocal || license.family == "cc-by-nc-sa"),
      isNoDerivatives: terms.derivativeLicense.value == Terms.DerivativeLicense.none
        && license.category != .proprietary,
      license: license.id,
      clause: use == .any ? terms.derivativeLicense.clause : terms.commercialUse.clause)
  }

  private func use(_ text: String, _ tokens: Set<String>) -> DataTerms.Use {
    let isResearch =
      (tokens.contains("academic") && !text.contains("academic free license")) || tokens.contains("educational")
      || (tokens.contains("research")
        && (tokens.contains("only") || tokens.contains("purposes") || text.contains("non")))
      || text.contains("request form") || text.contains("data licens")
    if isResearch { return .academic }
    let isCC = Self.isCreativeCommons(text, tokens)
    if text.contains("noncommercial") || text.contains("non-commercial") || text.contains("non commercial")
      || (isCC && tokens.contains("nc"))
    {
      return .nonCommercial
    }
    // Terms of services and of archives that bar commerce with what they hand out.
    if !tokens.isDisjoint(with: ["openai", "anthropic", "cslu", "ldc"]) || text.contains("translation api") {
      return .nonCommercial
    }
    let isFree =
      isCC || text.contains("public domain") || text.contains("open access")
      || text.contains("permission is hereby granted")
      || text.contains("for any purpose") || text.contains("all uses")
      || !tokens.isDisjoint(with: Self.freeNames)
    return isFree ? .any : .unstated
  }

  private func isGPL(_ tokens: Set<String>, _ text: String) -> Bool {
    !tokens.isDisjoint(with: ["gpl", "gplv3", "gplv2", "agpl"])
      || (text.contains("general public license") && !text.contains("lesser"))
  }

  private static func isCreativeCommons(_ text: String, _ tokens: Set<String>) -> Bool {
    tokens.contains("cc") || tokens.contains("cc0") || text.contains("creative common")
      || text.contains("licenses/by") || text.hasPrefix("attribution")
  }

  private static let freeNames: Set<String> = [
    "afl", "agpl", "apache", "artistic", "bsd", "cdla", "epl", "gpl", "gplv2", "gplv3", "impact", "isc", "lgpl", "mit",
    "mpl", "oanc", "odc", "ogl", "pddl",
  ]
}
