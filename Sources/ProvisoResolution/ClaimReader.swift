internal import ProvisoCore
internal import ProvisoKnowledge

/// Turns what a manifest or the catalog states into claims: looks the words up and says who said them.
struct ClaimReader {
  let library: LicenseLibrary
  private let listed = ListedModels()

  init(library: LicenseLibrary) { self.library = library }

  /// What lists and rules say of a model of the hub, and the restricted line that its name carries.
  func listed(_ id: String) -> ListedModels.Listed { listed.model(id, self) }

  /// The claims of a manifest of the scanned tree: one, or more where its tag, name and link do not agree.
  func claims(_ declared: DeclaredLicense, source: ClaimSource) -> [Claim] {
    let store =
      switch source {
      case .hubCache: "in the hub cache, "
      case .ollamaStore: "in the Ollama store, "
      default: ""
      }
    let place = "\(store)\(declared.location.path):\(declared.location.line)"
    var described: [Claim] = []
    if let own = declared.sha256.flatMap(library.ownLicense) {
      let evidence = "\(store)\(declared.location.path) is the text that the policy describes as \(own.id)"
      var claim = claim(.record(own), declared.tag, source, evidence)
      claim.location = source.isOutside ? nil : declared.location
      described = [claim]
      // Word for word the text of a stricter license on file is that license's, too, whatever the policy calls it.
      guard let known = declared.recognition, known.differences.isEmpty, let record = library.license(known.license),
        own.category < record.category
      else { return described }
    }
    let claims = self.claims(tag: declared.tag, name: declared.name, link: declared.link, source: source) { words in
      switch source {
      case _ where declared.recognition != nil || source == .licenseFile:
        store + Self.evidence(of: declared, words, place)
      case .readme: "\(place) says \"\(words)\" of the weights"
      case .hub: "the hub has it as \"\(words)\" (\(declared.location.path))"
      case .weightMetadata: "the metadata of \(declared.location.path) says \"\(words)\""
      default: "\(place) says \"\(words)\""
      }
    }
    return described
      + claims.map { claim in
        var claim = claim
        // Reports point into the scanned tree.
        claim.location = source.isOutside ? nil : declared.location
        claim.contradicts = declared.contradicts
        return claim
      }
  }

  /// The claims of a model's declarations, in order.
  ///
  /// `license: other` with the name of a license of the hub's list is a contradiction, until that license's text lies beside it,
  /// word for word. So is a name of which nothing is on file, unless the link beside it leads to a text that restricts.
  func claims(of declarations: [ModelDeclaration]) -> [Claim] {
    let texts = Set(
      declarations.flatMap(\.licenses).compactMap(\.recognition).filter(\.differences.isEmpty).map(\.license))
    return declarations.flatMap { declaration in
      declaration.licenses.flatMap { license in
        var claims = claims(license, source: declaration.source)
        if let linked = linkedText(license, declaration.source, declarations) {
          claims.removeAll { library.license($0.license) == nil }
          if claims.isEmpty { claims = [linked] }
        }
        guard claims.contains(where: { $0.kind == .record && texts.contains($0.license) }) else { return claims }
        return claims.filter { $0.kind != .unnamed }
      }
    }
  }

  /// What a label under `other` says whose link leads to the restricting text of a license on file: its name is somebody's word for that.
  private func linkedText(
    _ label: DeclaredLicense, _ source: ClaimSource, _ declarations: [ModelDeclaration]
  ) -> Claim? {
    guard case .other = library.match(label.tag), let link = label.link, !link.contains("://"),
      let folder = RelativePath.resolved("..", from: label.location.path),
      let path = RelativePath.resolved(link, from: folder),
      let text = declarations.lazy.flatMap(\.licenses).first(where: { $0.location.path == path && !$0.isWithin }),
      let recognition = text.recognition, recognition.differences.isEmpty,
      let license = library.license(recognition.license), license.category.isRestricted,
      label.name.map({ isWord($0, for: license) }) != false
    else { return nil }
    let words = label.name.map { "\(label.tag), \($0)" } ?? label.tag
    var claim = claim(
      .record(license), link, source,
      "\(label.location.path):\(label.location.line) says \"\(words)\" and links \(path), the text of \(license.id)")
    claim.location = source.isOutside ? nil : label.location
    return claim
  }

  /// Whether a name may be somebody's word for the license: nothing is on file under it, and it bars no commerce that the license lets be.
  private func isWord(_ name: String, for license: License) -> Bool {
    guard case .unrecognized = library.match(name) else { return false }
    return license.terms.commercialUse.value == .no
      || RestrictiveName.record(of: name) == nil && !NonCommercialModelName.says(name)
  }

  private static func evidence(of text: DeclaredLicense, _ words: String, _ place: String) -> String {
    guard let recognition = text.recognition else { return "the license text \(place) is headed \"\(words)\"" }
    guard let first = recognition.differences.first else {
      return "\(text.location.path) \(verb(text)) the text of \(recognition.license)"
    }
    let more = recognition.differences.count > 1 ? ", and \(recognition.differences.count - 1) more differences" : ""
    let what = "\(text.location.path) \(verb(text)) the text of \(recognition.license)"
    return "\(what) with changes: \(first.words)\(more)"
  }

  /// A license file is the text; a card and the metadata of weights hold it among other things.
  private static func verb(_ text: DeclaredLicense) -> String {
    text.isWithin ? "holds" : "is"
  }

  /// The claims of a tag with the name and link beside it, where `evidence` puts the words in a sentence.
  ///
  /// The hub reads a name only beside `other`. Publishers do not: `mit` with the name `deepseek` is a label for the code and
  /// another for the weights, so a name or link that says something else is a claim of its own.
  func claims(
    tag: String, name: String?, link: String?, source: ClaimSource, evidence: (_ words: String) -> String
  ) -> [Claim] {
    let match = library.match(tag)
    if case .other = match { return ownLicense(tag: tag, name: name, link: link, source: source, evidence: evidence) }
    var claims =
      expression(match, tag, source, evidence(tag))
      ?? restrictedParts(match, tag, source, evidence) + [claim(match, tag, source, evidence(tag))]
    if let name, let named = self.named(name, source, evidence("\(tag), \(name)")) { claims.append(named) }
    if let link, let license = library.record(at: link) ?? linkedModel(link, source) {
      claims.append(claim(.record(license), link, source, evidence("\(tag), \(link)")))
    }
    var seen: Set<String> = []
    return claims.filter { seen.insert($0.license).inserted }
  }

  /// The claims of an SPDX license expression; nil where `match` is something else, or the words are no expression.
  ///
  /// One that cannot be read whole is an unread claim, with the restricted licenses that bind in any case beside it. The title
  /// of a text is no expression.
  private func expression(
    _ match: LicenseMatch, _ words: String, _ source: ClaimSource, _ evidence: String
  ) -> [Claim]? {
    guard case .unrecognized = match, source != .licenseFile, let reading = library.expression(words) else {
      return nil
    }
    if reading.isRead {
      let expression = ClaimedExpression(
        records: reading.records.map(\.id), others: reading.others.map(\.id), isDoubtful: reading.isDoubtful)
      return [
        Claim(license: reading.text, kind: .record, source: source, evidence: evidence, expression: expression)
      ]
    }
    let unread = reading.unread.prefix(3).joined(separator: ", ")
    let missing = unread.isEmpty ? "too many choices to read" : "no terms on file for \(unread)"
    return reading.records.map { claim(.record($0), words, source, evidence) } + [
      Claim(license: words, kind: .unrecognized, source: source, evidence: "\(evidence) (\(missing))")
    ]
  }

  /// The restricted licenses among several that a value names at once (`apache-2.0, cc-by-nc-4.0`; `MIT (code), CC-BY-NC-4.0
  /// (weights)`), or whose address it is. They bind until somebody says which is for what; the free ones free nothing.
  private func restrictedParts(
    _ match: LicenseMatch, _ words: String, _ source: ClaimSource, _ evidence: (_ words: String) -> String
  ) -> [Claim] {
    guard case .unrecognized = match, source != .licenseFile, words.utf8.count <= Self.maximumValue else { return [] }
    if words.contains("://") {
      return words.split(whereSeparator: { " ,;()<>".contains($0) }).map(String.init).compactMap { address in
        library.record(at: address).map { (address, $0) }
      }.filter(\.1.category.isRestricted).map { claim(.record($0.1), $0.0, source, evidence($0.0)) }
    }
    var text = words
    for mark in [" and ", " AND ", " or ", " OR ", " + ", " & ", " for "] { text = text.replacing(mark, with: ",") }
    return text.split { ",;/|()".contains($0) }.compactMap { part in
      guard case .record(let license) = library.match(String(part)), license.category.isRestricted else { return nil }
      let name = String(part).split(separator: " ").joined(separator: " ")
      return claim(.record(license), name, source, evidence(name))
    }
  }

  /// What is longer is no list of licenses.
  private static let maximumValue = 300

  /// `license: other`: the name says which, else the link, else nothing does.
  private func ownLicense(
    tag: String, name: String?, link: String?, source: ClaimSource, evidence: (_ words: String) -> String
  ) -> [Claim] {
    let unnamed = Claim(license: tag, kind: .unnamed, source: source, evidence: evidence(tag))
    let words = name.map { "\(tag), \($0)" }
    var claims: [Claim] = []
    if let name, let words, let named = self.named(name, source, evidence(words)) { claims.append(named) }
    if let link {
      let words = "\(tag), \(link)"
      if let license = library.record(at: link) ?? linkedModel(link, source) {
        claims.append(claim(.record(license), link, source, evidence(words)))
      } else if claims.isEmpty, link.hasPrefix("http") {
        // An address names a text; `LICENSE` only says that there is one.
        claims.append(Claim(license: link, kind: .named, source: source, evidence: evidence(words)))
      }
    }
    // A license of the hub's own list under `other` is a contradiction, and seldom the name is right: both are kept, but where
    // the link is to that license's own text.
    let isFree = claims.contains { library.license($0.license).map { !$0.category.isRestricted } ?? false }
    let isConfirmed = claims.count == 2 && Set(claims.map(\.license)).count == 1
    if claims.isEmpty || (isFree && !isConfirmed) { claims.append(unnamed) }
    var seen: Set<String> = []
    return claims.filter { seen.insert($0.license).inserted }
  }

  /// The restricted license of the model of the hub whose file the link leads to (`…/meta-llama/Llama-3.1-8B/blob/main/LICENSE`).
  /// Of a list's link nobody is asked again: lists lead to one another.
  private func linkedModel(_ link: String, _ source: ClaimSource) -> License? {
    guard source < .catalog, let address = LicenseName.address(link) else { return nil }
    let parts = address.split(separator: "/", maxSplits: 4)
    guard parts.count == 5, ["huggingface.co", "hf.co"].contains(parts[0]),
      ["blob", "resolve", "raw"].contains(parts[3])
    else { return nil }
    let known = listed(ModelCatalog.canonicalID(of: "\(parts[1])/\(parts[2])")).claims
    return known.claims.first { $0.kind == .record && $0.source <= .family && isRestricted($0) }
      .flatMap { library.license($0.license) }
  }

  /// The claim of a `license_name`; nil where it says nothing.
  private func named(_ name: String, _ source: ClaimSource, _ evidence: String) -> Claim? {
    let match = library.match(name)
    switch match {
    case .empty, .other: return nil
    case .unrecognized: return Claim(license: name, kind: .named, source: source, evidence: evidence)
    case .record, .named, .familyTag: return claim(match, name, source, evidence)
    }
  }

  private func claim(_ match: LicenseMatch, _ words: String, _ source: ClaimSource, _ evidence: String) -> Claim {
    let (license, kind): (String, ClaimKind) =
      switch match {
      case .record(let license): (license.id, .record)
      case .named(let id, _): (id, .named)
      case .familyTag: (words, .familyTag)
      case .other: (words, .unnamed)
      case .empty: (words, .empty)
      case .unrecognized: (words, .unrecognized)
      }
    return Claim(license: license, kind: kind, source: source, evidence: evidence)
  }
}
