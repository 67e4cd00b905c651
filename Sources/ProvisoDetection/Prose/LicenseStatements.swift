internal import ProvisoCore
internal import ProvisoText

/// Sentences of a README that say under which license the weights stand, and under which the code.
///
/// `The code is MIT, the weights are released under the Llama 3.1 Community License.` Only what is said of weights or of code
/// by name counts: a sentence about "this project" says neither. In a model's card what stands behind a label (`License: …`), under
/// a heading about the license, or has no subject (`Released under …`) counts too, where the license restricts. Negations, conditions, questions, the past, quotations and
/// code are left out; see ``LicenseSentence``. A README without front matter, and terms of use, are read like a card for what
/// restricts: that counts where weights lie beside them.
struct LicenseStatements: Detector {
  let id = "license-statements"
  let summary = "Sentences of a README about the license of the weights and that of the code."
  let needles = [
    "weights", "checkpoint", "model license", "models are", "model is", "licen", "released under", "distributed under",
    "terms of use", "lizenz", "许可", "ライセンス", "라이선스", "商业", "商業", "僅供", "僅限研究", "коммерческ", "商用", "仅供", "仅限研究", "상업적",
    "kommerziell",
    "commercial", "comercial",
  ]

  func wants(_ path: FilePath) -> Bool {
    CardName.isCard(path) || Self.besides.contains(path.lowercasedName) || Self.isTerms(path)
  }

  /// What else speaks of the weights beside it: only where it restricts them.
  private static let besides: Set<String> = ["readme.rst", "notice", "notice.md", "notice.txt"]
  private static let readmes: Set<String> = ["readme.md", "model_card.md", "modelcard.md", "readme.markdown"]

  /// `USE_POLICY.md`, `TERMS_OF_USE.txt`: beside weights they are the model's terms, elsewhere a product's.
  private static func isTerms(_ path: FilePath) -> Bool {
    guard ["", "md", "markdown", "txt"].contains(path.fileExtension) else { return false }
    let name = path.lowercasedName.replacing("-", with: "_")
    return ["terms", "model_terms", "use_policy", "usage_policy", "acceptable_use", "use_restrictions"].contains {
      name.hasPrefix($0)
    }
  }

  private static let mostStatements = 20

  func detect(_ input: DetectionInput) -> Detections {
    let cards = ModelCard().detect(input).declarations
    let isNamedForModel = CardName.isNamedForModel(input.path)
    let isTerms = Self.isTerms(input.path)
    let isCard = !cards.isEmpty || isNamedForModel
    // The text of a known license or policy says what its record says.
    if isTerms, input.recognize(input.source) != nil { return Detections() }
    var licenses = isTerms ? [] : self.licenses(in: input, isCard: isCard, cards)
    if !Self.readmes.contains(input.path.lowercasedName) {
      licenses.removeAll { $0.subject != .model || !LicenseSentence.restricts($0.tag) }
    }
    var detections = Detections()
    // What is said of the code alone is no news of a model.
    if licenses.contains(where: { $0.subject == .model }) {
      let model = isNamedForModel ? CardName.model(of: input.path) : input.path.directory
      detections.declarations.append(Self.declaration(of: model, licenses, input))
    }
    // A README beside weights is their card without front matter, too; whether any lie there, resolution sees.
    if !isCard, isTerms || CardName.isCard(input.path) {
      let restrictions = self.licenses(in: input, isCard: true, cards).filter { license in
        license.subject == .model && LicenseSentence.restricts(license.tag)
          && !licenses.contains { $0.subject == .model && $0.tag == license.tag }
      }
      if !restrictions.isEmpty {
        var declaration = Self.declaration(of: input.path.directory, restrictions, input)
        declaration.isOfFolder = true
        detections.declarations.append(declaration)
      }
    }
    return detections
  }

  private static func declaration(
    of model: String, _ licenses: [DeclaredLicense], _ input: DetectionInput
  ) -> ModelDeclaration {
    ModelDeclaration(
      model: model, source: .readme, location: licenses[0].location, licenses: licenses, establishesModel: false,
      scope: input.path.scope)
  }

  private func licenses(
    in input: DetectionInput, isCard: Bool, _ cards: [ModelDeclaration]
  ) -> [DeclaredLicense] {
    var licenses: [DeclaredLicense] = []
    let source = input.path.fileExtension == "rst" ? RestructuredText.withoutMarks(input.source) : input.source
    var isInSection = false
    var place = PlaceInCard()
    var isLicenseOfBase: Location?
    for sentence in MarkdownProse(source, readsNotes: isCard).sentences()
    where licenses.count < Self.mostStatements {
      let heading = Self.heading(sentence.text)
      if let heading { isInSection = Self.isLicenseHeading(heading) }
      let text = LicenseSentence.withoutReasons(Self.withoutTags(sentence.text))
      var statements = LicenseSentence(text).statements
      if isCard {
        place.enter(sentence, heading: heading, in: source)
        if statements.isEmpty { statements = Self.restrictions(text, isInSection: isInSection) }
        // `Apache 2.0, but commercial use is not permitted`
        if !statements.contains(where: { $0.subjects.contains(.model) && LicenseSentence.restricts($0.license) }) {
          let terms = CardTerms(text, isOfOther: place.isOfOther)
          statements += terms.restrictions.map { LicenseSentence.Statement(subjects: [.model], license: $0) }
          if terms.isLicenseOfBase { isLicenseOfBase = isLicenseOfBase ?? input.location(sentence.range) }
        }
      }
      for statement in statements {
        let phrase = ASCII.lowercased(statement.license)
        let place = sentence.location(ofPhrase: phrase, in: source) ?? sentence.range
        for subject in statement.subjects.sorted(by: { $0.rawValue < $1.rawValue }) {
          licenses.append(
            DeclaredLicense(tag: statement.license, location: input.location(place), subject: subject))
        }
      }
    }
    if isCard { licenses += Self.badges(input) }
    // A base that a file names has its license looked at; of one that nothing names nobody knows which it is.
    if let location = isLicenseOfBase, cards.allSatisfy({ $0.bases.isEmpty && $0.pathBases.isEmpty }),
      Origins().detect(input).declarations.allSatisfy(\.bases.isEmpty)
    {
      licenses.append(DeclaredLicense(tag: "the license of its base", location: location, subject: .model))
    }
    return licenses
  }

  /// `This work is licensed under a <a href=…>Creative Commons …</a>`: the sentence without what a page makes of it.
  private static func withoutTags(_ text: String) -> String {
    let bytes = Array(text.utf8)
    // Behind the last mark that closes, nothing is a tag.
    guard bytes.contains(UInt8(ascii: "<")), let last = bytes.lastIndex(of: UInt8(ascii: ">")) else { return text }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isTag =
        bytes[index] == UInt8(ascii: "<") && index < last
        && bytes[(index + 1)...].first { $0 != UInt8(ascii: "/") }.map(ASCII.isLetter) == true
      if isTag, let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
        index = end
      } else {
        plain.append(bytes[index])
      }
      index += 1
    }
    return String(decoding: plain, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }

  /// The words of a heading, be it one of Markdown's, of HTML's (`<summary>License</summary>`), a line above `---` or a line in bold
  /// type; nil for prose.
  private static func heading(_ text: String) -> String? {
    guard text.utf8.count <= 200 else { return nil }
    if text.hasPrefix("#") { return text }
    if text.hasPrefix("<"), let tag = text.firstRange(of: "<summary>") { return String(text[tag.upperBound...]) }
    if text.hasSuffix("</details>") { return "" }
    let isUnderlined = text.hasSuffix("----") || text.hasSuffix("====")
    let isBold = text.hasPrefix("**") && (text.hasSuffix("**") || text.hasSuffix("**:")) && !text.contains(" ")
    return isUnderlined || isBold ? text : nil
  }

  /// The restricted licenses that a card's badges show.
  private static func badges(_ input: DetectionInput) -> [DeclaredLicense] {
    guard LicenseBadges.stand(in: input.source.bytes.span) else { return [] }
    let lines = 1...min(input.source.lineCount, 200)
    return lines.flatMap { number -> [DeclaredLicense] in
      let line = input.source.lineRange(number)
      guard line.count <= 4_000 else { return [] }
      return LicenseBadges.badges(input.source.string(in: line)).filter(LicenseSentence.restricts).map {
        DeclaredLicense(tag: $0, location: input.location(line), subject: .model)
      }
    }
  }

  /// What a sentence of a card says of the model's license without naming its weights. Free licenses add nothing to the card.
  private static func restrictions(_ text: String, isInSection: Bool) -> [LicenseSentence.Statement] {
    var names = [LicenseLabel.restrictedName(in: text)].compactMap { $0 }
    if names.isEmpty, isInSection, !text.hasPrefix("#"), let name = LicenseLabel.name(in: text[...]) { names = [name] }
    if names.isEmpty, isInSection || speaksOfItself(text) {
      names = LicenseSentence(text, isOfModel: true).statements.filter { $0.subjects == [.model] }.map(\.license)
        .filter(LicenseSentence.restricts)
    }
    if names.isEmpty, OtherLanguages.barsCommerce(text) { names = ["non-commercial use only"] }
    return names.map { LicenseSentence.Statement(subjects: [.model], license: $0) }
  }

  /// `Released under …`, `This work is licensed under …`
  private static func speaksOfItself(_ text: String) -> Bool {
    let text = ASCII.lowercased(text)
    return ["released under", "licensed under", "distributed under", "published under", "this work is licensed"]
      .contains { text.hasPrefix($0) }
  }

  private static func isLicenseHeading(_ text: String) -> Bool {
    let text = ASCII.lowercased(text)
    return !text.contains("data") && !text.contains("code") && headings.contains { text.contains($0) }
  }

  private static let headings = [
    "licens", "licence", "terms of use", "lizenz", "licencia", "licença", "许可", "ライセンス", "라이선스",
  ]
}
