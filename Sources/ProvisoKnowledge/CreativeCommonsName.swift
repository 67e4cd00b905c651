package import ProvisoCore

/// A license of Creative Commons whose text is not on file, by what its name says: `cc-by-nc-sa-3.0`, `CC BY-NC`.
///
/// The elements are the license's own summary of itself and mean the same in each version: NonCommercial, NoDerivatives,
/// ShareAlike. Nothing else is claimed. A name with none of them (`cc-by-3.0`) says nothing that would be held against
/// anyone, and stays a name.
package struct CreativeCommonsName: Sendable, Hashable {
  enum Element: String, Sendable, Hashable, CaseIterable {
    case nonCommercial = "nc"
    case noDerivatives = "nd"
    case shareAlike = "sa"

    var title: String {
      switch self {
      case .nonCommercial: "NonCommercial"
      case .noDerivatives: "NoDerivatives"
      case .shareAlike: "ShareAlike"
      }
    }
  }

  var elements: Set<Element>
  /// `3.0`; nil where the name has none.
  var version: String?
  /// What stands behind the version, a country or `igo`: `de`.
  var port: String?

  /// - Parameter key: a normalized name (``LicenseName/normalize(_:)``), or the address of a license without its scheme; nil
  ///   for what is no such name, and for one that no element restricts.
  package init?(key: String) {
    let isAddress = key.hasPrefix(Self.address)
    let words = key.dropFirst(isAddress ? Self.address.count : 0).split { "-/ ,()".contains($0) }.map(String.init)
    var rest = words[...]
    if !isAddress {
      if rest.first == "cc" {
        rest.removeFirst()
      } else if rest.prefix(2).elementsEqual(["creative", "commons"]) {
        rest.removeFirst(2)
      } else {
        return nil
      }
    }
    guard let attribution = rest.popFirst(), ["by", "attribution"].contains(attribution) else { return nil }
    elements = []
    while let element = Self.element(&rest) { elements.insert(element) }
    guard !elements.isEmpty, !elements.isSuperset(of: [.noDerivatives, .shareAlike]) else { return nil }
    if let word = rest.first, Self.versions.contains(word) {
      version = word
      rest.removeFirst()
    }
    rest = rest.drop { Self.fillers.contains($0) }
    if !isAddress, version != nil, rest.count == 1, let word = rest.first, word == "igo" || word.utf8.count == 2 {
      port = word
      rest.removeFirst()
    }
    // An address goes on with the country and the page: `/de/legalcode`.
    guard isAddress || rest.isEmpty else { return nil }
  }

  private static func element(_ words: inout ArraySlice<String>) -> Element? {
    for (spelling, element) in spellings where words.starts(with: spelling) {
      words.removeFirst(spelling.count)
      return element
    }
    return nil
  }

  private static let spellings: [([String], Element)] = [
    (["nc"], .nonCommercial), (["noncommercial"], .nonCommercial), (["non", "commercial"], .nonCommercial),
    (["nd"], .noDerivatives), (["noderivatives"], .noDerivatives), (["noderivs"], .noDerivatives),
    (["no", "derivatives"], .noDerivatives), (["no", "derivs"], .noDerivatives),
    (["sa"], .shareAlike), (["sharealike"], .shareAlike), (["share", "alike"], .shareAlike),
  ]
  private static let address = "creativecommons.org/licenses/"
  /// Those before 4.0, whose texts are on file.
  private static let versions: Set<String> = ["1.0", "2.0", "2.1", "2.5", "3.0"]
  private static let fillers: Set<String> = ["international", "unported", "generic", "public", "license", "deed"]
}

extension CreativeCommonsName {
  /// Without a version and in any, the same: `cc-by-nc-sa`.
  private var family: String {
    "cc-by" + Element.allCases.filter(elements.contains).map { "-\($0.rawValue)" }.joined()
  }

  /// The record of what the name says; every statement's clause is the element.
  package var record: License {
    let id = [family, version, port].compactMap { $0 }.joined(separator: "-")
    let title = (["Attribution"] + Element.allCases.filter(elements.contains).map(\.title)).joined(separator: "-")
    var terms = Terms()
    if elements.contains(.nonCommercial) { terms.commercialUse = Term(.no, clause: clause(.nonCommercial)) }
    if elements.contains(.noDerivatives) {
      terms.derivativeLicense = Term(Terms.DerivativeLicense.none, clause: clause(.noDerivatives))
    } else if elements.contains(.shareAlike) {
      terms.derivativeLicense = Term(.sameOrCompatible, clause: clause(.shareAlike))
    }
    var license = License(
      id: id, name: ["Creative Commons", title, version, port?.uppercased()].compactMap { $0 }.joined(separator: " "),
      family: family, edition: version, publisher: "Creative Commons", released: nil,
      spdx: version == nil ? "LicenseRef-\(family)" : id.uppercased(), aliases: [], url: nil, category: category,
      osiApproved: false, openness: openness, terms: terms, sources: [])
    license.isReadByNameOnly = true
    return license
  }

  private var category: LicenseCategory {
    if elements.contains(.nonCommercial) { return .nonCommercial }
    return elements.contains(.noDerivatives) ? .noDerivatives : .shareAlike
  }

  private var openness: License.Openness {
    var criteria: [License.Criterion] = []
    if elements.contains(.noDerivatives) {
      criteria.append(.init(criterion: 3, clause: clause(.noDerivatives), because: "adaptations may not be shared"))
    }
    if elements.contains(.nonCommercial) {
      criteria.append(.init(criterion: 6, clause: clause(.nonCommercial), because: "no commercial use"))
    }
    return License.Openness(
      osd: criteria.isEmpty ? .notReviewed : .fail, failedCriteria: criteria,
      osaidLicenseGate: criteria.isEmpty ? nil : .fail)
  }

  private func clause(_ element: Element) -> String { "the name: \(element.title)" }
}
