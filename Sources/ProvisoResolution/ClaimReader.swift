internal import ProvisoCore
internal import ProvisoKnowledge

/// Turns what a manifest or the catalog states into claims: looks the words up and says who said them.
struct ClaimReader {
  let library: LicenseLibrary

  /// The claim of a manifest of the scanned tree.
  func claim(_ declared: DeclaredLicense, source: ClaimSource) -> Claim {
    let place = "\(declared.location.path):\(declared.location.line)"
    var claim = self.claim(tag: declared.tag, name: declared.name, link: declared.link, source: source) { words in
      switch source {
      case .licenseFile: "the license text \(place) is headed \"\(words)\""
      case .weightMetadata: "the metadata of \(declared.location.path) says \"\(words)\""
      default: "\(place) says \"\(words)\""
      }
    }
    claim.location = declared.location
    return claim
  }

  /// The claim of a tag with the name and link beside it, where `evidence` puts the words in a sentence.
  func claim(
    tag: String, name: String?, link: String?, source: ClaimSource, evidence: (_ words: String) -> String
  ) -> Claim {
    let match = library.match(tag)
    if case .other = match { return ownLicense(tag: tag, name: name, link: link, source: source, evidence: evidence) }
    let (license, kind) = read(match, tag)
    return Claim(license: license, kind: kind, source: source, evidence: evidence(tag))
  }

  /// `license: other`: the name says which, else the link, else nothing does.
  private func ownLicense(
    tag: String, name: String?, link: String?, source: ClaimSource, evidence: (_ words: String) -> String
  ) -> Claim {
    if let name, !name.isEmpty {
      let match = library.match(name)
      switch match {
      case .record, .named:
        let (license, kind) = read(match, name)
        return Claim(license: license, kind: kind, source: source, evidence: evidence("\(tag), \(name)"))
      default:
        return Claim(license: name, kind: .named, source: source, evidence: evidence("\(tag), \(name)"))
      }
    }
    let words = link.map { "\(tag), \($0)" } ?? tag
    return Claim(license: link ?? tag, kind: link == nil ? .unnamed : .named, source: source, evidence: evidence(words))
  }

  private func read(_ match: LicenseMatch, _ words: String) -> (license: String, kind: ClaimKind) {
    switch match {
    case .record(let license): (license.id, .record)
    case .named(let id, _): (id, .named)
    case .familyTag: (words, .familyTag)
    case .other: (words, .unnamed)
    case .empty: (words, .empty)
    case .unrecognized: (words, .unrecognized)
    }
  }
}
