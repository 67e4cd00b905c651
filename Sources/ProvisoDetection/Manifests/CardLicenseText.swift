internal import ProvisoCore
internal import ProvisoText

/// A whole license text in the body of a model card.
struct CardLicenseText {
  let input: DetectionInput
  /// The offset of the line after the front matter.
  let bodyStart: Int

  private static let shortestText = 500
  private static let mostSections = 8
  /// Several times the longest license. A section that is longer is read once, with the whole body, and not again from each heading.
  private static let longestSection = 256 << 10
  private static let words = ["license", "licence", "agreement", "terms of use"]

  /// The declaration of the text; nil where there is none.
  func find() -> ModelDeclaration? {
    let source = input.source
    guard source.bytes.count - bodyStart >= Self.shortestText, speaksLikeALicense else { return nil }
    var best: LicenseRecognition?
    for range in sections() where range.count >= Self.shortestText {
      // Line ends before the section keep its lines where they are in the card.
      let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: source.lineNumber(at: range.lowerBound) - 1)
      let text = SourceText(path: source.path, bytes: lines + source.bytes[range])
      guard let found = input.recognize(text), !found.isUsePolicy else { continue }
      if found.differences.isEmpty { return declaration(found, line: source.lineNumber(at: range.lowerBound)) }
      if found.differences.count < best?.differences.count ?? .max { best = found }
    }
    return best.map { declaration($0, line: $0.differences.first?.line ?? 1) }
  }

  private func declaration(_ found: LicenseRecognition, line: Int) -> ModelDeclaration {
    let location = input.location(input.source.lineRange(line))
    let tag = found.differences.isEmpty ? found.license : "\(found.license), with changes"
    return ModelDeclaration(
      model: input.path.directory, source: .licenseFile, location: location,
      licenses: [DeclaredLicense(tag: tag, location: location, recognition: found, isWithin: true)],
      establishesModel: false, scope: input.path.scope)
  }

  /// From each heading that speaks of a license to the next heading of its level, and to the end; then the whole body.
  private func sections() -> [Range<Int>] {
    let source = input.source
    let end = source.bytes.count
    var headings: [(level: Int, start: Int, isLicense: Bool)] = []
    for number in source.lineNumber(at: bodyStart)...source.lineCount {
      let range = source.lineRange(number)
      let level = source.bytes[range].prefix { $0 == UInt8(ascii: "#") }.count
      guard range.lowerBound >= bodyStart, (1...6).contains(level) else { continue }
      let title = ASCII.lowercased(source.string(in: range))
      headings.append((level, range.lowerBound, Self.words.contains { title.contains($0) }))
    }
    var sections: [Range<Int>] = []
    for (index, heading) in headings.enumerated() where heading.isLicense && sections.count < Self.mostSections {
      let next = headings[(index + 1)...].first { $0.level <= heading.level }?.start ?? end
      sections.append(heading.start..<next)
      if next < end { sections.append(heading.start..<end) }
    }
    sections.removeAll { $0.count > Self.longestSection }
    return sections + [bodyStart..<end]
  }

  private static let signs = NeedleSet(
    [
      "hereby grant", "licensor", "licensee", "permission is hereby", "you agree to", "redistributions of source",
      "terms and conditions for use",
    ], ignoresCase: true)

  /// Most cards hold no text: one quick look spares the words of all of them.
  private var speaksLikeALicense: Bool {
    var isFound = false
    Self.signs.forEachMatch(in: input.source.bytes.span) { _, _ in
      isFound = true
      return false
    }
    return isFound
  }
}
