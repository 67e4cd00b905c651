internal import ProvisoCore
internal import ProvisoText

/// Tells differences of content from those every copy of a license has: the title, the holder, the year, the advice at the end.
struct DifferenceJudge {
  let source: SourceText
  let words: LicenseWords
  let entry: LicenseIndex.Entry

  private static let excerptBytes = 200
  /// A copyright line with several holders and years.
  private static let mostHolderWords = 30
  private static let mostNameWords = 12
  /// How far down a title and a copyright line can stand, in words of the known text.
  private static let topWords = 80

  /// nil for a difference that is none of content.
  func difference(_ difference: Alignment.Difference) -> LicenseRecognition.Difference? {
    guard !isOrdinary(difference) else { return nil }
    let kind: LicenseRecognition.Difference.Kind =
      difference.reference.isEmpty ? .added : difference.text.isEmpty ? .removed : .changed
    let offset = offset(of: difference.text.lowerBound)
    return LicenseRecognition.Difference(
      kind: kind, line: source.lineNumber(at: offset), addedWords: difference.text.count,
      removedWords: difference.reference.count, excerpt: excerpt(difference.text))
  }

  private func isOrdinary(_ difference: Alignment.Difference) -> Bool {
    let added = difference.text.map { words.hashes[$0] }
    let removed = Array(entry.words[difference.reference])
    if added.isEmpty, difference.reference.lowerBound >= entry.end, !hasRestrictionsAtEnd { return true }
    if added.contains(where: Self.tellingWords.contains) || removed.contains(where: Self.tellingWords.contains) {
      return false
    }
    if Self.placeholders.contains(removed) { return added.count <= Self.mostNameWords }
    // Holders and titles stand at the top, or where a license shows how to apply it.
    guard difference.reference.lowerBound <= Self.topWords || difference.reference.lowerBound >= entry.end else {
      return false
    }
    let isAtTop = difference.reference.lowerBound <= Self.topWords
    return (isHolder(added, at: difference.text.lowerBound, of: words.hashes) || (isAtTop && isTitle(added)))
      && (isHolder(removed, at: difference.reference.lowerBound, of: entry.words) || isTitle(removed))
  }

  /// Whether what follows the end of the terms is no advice but the restrictions of use that the terms speak of: Attachment A
  /// of the RAIL licenses.
  private var hasRestrictionsAtEnd: Bool {
    let attachment = entry.words[min(entry.end, entry.words.count)...]
    return Self.attachments.contains { words in
      attachment.indices.contains { attachment[$0...].starts(with: words) }
    }
  }

  private static let attachments = ["use restrictions", "use based restrictions", "you agree not to use"].map(hashes)

  /// Nothing, or "Copyright (c) 2024 Jane Doe and contributors. All rights reserved.", whole or what follows its first words.
  private func isHolder(_ run: [UInt16], at start: Int, of all: [UInt16]) -> Bool {
    guard run.count <= Self.mostHolderWords else { return false }
    if run.isEmpty || run.contains(Self.copyright) { return true }
    let before = max(start - 6, 0)..<min(start, all.count)
    return run.count <= Self.mostNameWords && before.contains { all[$0] == Self.copyright }
  }

  private func isTitle(_ run: [UInt16]) -> Bool {
    run.allSatisfy { Self.titleWords.contains($0) || nameWords.contains($0) }
  }

  /// The words of the license's own id.
  private var nameWords: Set<UInt16> {
    Set(LicenseWords(Array(entry.name.utf8)).hashes)
  }

  private static func hashes(_ text: String) -> [UInt16] { LicenseWords(Array(text.utf8)).hashes }

  private static let copyright = hashes("copyright").first ?? 0
  private static let titleWords = Set(
    hashes(
      "the license licence licensed under version text full terms agreement of and public general this software project is expat simplified new revised clause"
    ))
  /// Words that a clause is made of and a title or a holder's name is not.
  private static let tellingWords = Set(
    hashes(
      "shall must not may only except unless without commercial noncommercial prohibited permitted restricted revenue users million "
        + "royalty output outputs belong belongs model models trained training terminate terminates condition conditions provided grant granted grants sell use used using"
    ))
  /// What stands in the known texts where a name belongs.
  private static let placeholders: Set<[UInt16]> = Set(
    [
      "the copyright holder", "copyright holder", "copyright holders", "the copyright holders", "the author",
      "the authors",
      "organization", "the organization", "author", "authors", "owner", "name", "the name", "copyright owner",
      "the copyright owner",
      "copyright holder nor the names of its", "copyright holders and", "copyright holder or", "regents", "the regents",
    ].map(hashes))

  private func offset(of word: Int) -> Int {
    word < words.offsets.count ? Int(words.offsets[word]) : source.bytes.count
  }

  private func excerpt(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = offset(of: range.lowerBound)
    var end = min(offset(of: range.upperBound), start + Self.excerptBytes)
    while end > start, end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return source.string(in: start..<end).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
