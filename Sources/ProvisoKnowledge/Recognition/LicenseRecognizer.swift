package import ProvisoCore
package import ProvisoText

/// Recognizes license texts: candidates by shared runs of words, then the words themselves held against each other.
package struct LicenseRecognizer: Sendable {
  /// Over the texts inside the binary, unpacked when first asked for.
  package static let shared = LicenseRecognizer(
    index: LicenseIndex(packed: EmbeddedText.licenseIndex.copy(0..<EmbeddedText.licenseIndex.count)),
    display: { LicenseLibrary.shared.license($0)?.terms.display.value })

  private let index: LicenseIndex
  private let display: @Sendable (String) -> String?

  /// - Parameter display: The words that a license asks to be shown, by its id.
  package init(index: LicenseIndex, display: @escaping @Sendable (String) -> String? = { _ in nil }) {
    self.index = index
    self.display = display
  }

  private static let fewestWords = 20
  private static let smallestCoverage = 0.4
  private static let smallestSimilarity = 0.6
  private static let mostCandidates = 6

  /// The known text that `source` is a copy of, nil where it is none.
  package func recognize(_ source: SourceText) -> LicenseRecognition? {
    let words = LicenseWords(source.bytes)
    guard words.hashes.count >= Self.fewestWords else { return nil }
    var runs: RunTable?
    var best: (entry: LicenseIndex.Entry, alignment: Alignment, weight: Int)?
    for candidate in candidates(words.hashes) {
      let entry = index.entries[candidate]
      let alignment = Alignment(
        text: words.hashes, runs: &runs, reference: entry.words, below: best?.weight ?? .max)
      guard let alignment,
        Double(alignment.matched) >= Self.smallestSimilarity * Double(min(entry.words.count, entry.end))
      else { continue }
      best = (entry, alignment, alignment.weight)
      if alignment.differences.isEmpty { break }
    }
    guard let (found, alignment, _) = best else { return nil }
    let (entry, otherName) = named(found, in: source)
    let judge = DifferenceJudge(source: source, words: words, entry: entry)
    return LicenseRecognition(
      license: entry.license, isUsePolicy: entry.isUsePolicy,
      similarity: min(1, Double(alignment.matched) / Double(max(min(entry.words.count, entry.end), 1))),
      differences: alignment.differences.compactMap(judge.difference) + otherName)
  }

  /// The text of the same words whose display string stands in `source`, and a difference where there is none. A single digit is
  /// no word, so that the license of Kimi K2.6 has the words of that of K2.5.
  private func named(
    _ found: LicenseIndex.Entry, in source: SourceText
  ) -> (entry: LicenseIndex.Entry, difference: [LicenseRecognition.Difference]) {
    guard !found.isUsePolicy, let shown = display(found.license), VersionedName(shown).hasLoneDigit,
      !VersionedName(shown).stands(in: source.bytes)
    else { return (found, []) }
    let twin = index.entries.first { entry in
      entry.words == found.words && display(entry.license).map { VersionedName($0).stands(in: source.bytes) } == true
    }
    if let twin { return (twin, []) }
    return (
      found,
      [
        LicenseRecognition.Difference(
          kind: .changed, line: 1, addedWords: 1, removedWords: 1, excerpt: "another name than \(shown)")
      ]
    )
  }

  /// The texts that share the most sampled runs, best first.
  private func candidates(_ words: [UInt16]) -> [Int] {
    var hits = [Int](repeating: 0, count: index.entries.count)
    let owners = index.owners
    // One bit a slot: a run counts once.
    var seen = [UInt64](repeating: 0, count: owners.capacity / 64 + 1)
    var key: UInt64 = 0
    for position in words.indices {
      key = key << 16 | UInt64(words[position])
      guard LicenseIndex.isSampled(key), position >= LicenseIndex.runLength - 1 else { continue }
      let slot = owners.slot(of: key)
      let bit: UInt64 = 1 << UInt64(slot & 63)
      guard !owners.isFree(slot), seen[slot >> 6] & bit == 0 else { continue }
      seen[slot >> 6] |= bit
      owners.forEach(inSlot: slot) { hits[$0] += 1 }
    }
    let ranked = hits.indices.map {
      (entry: $0, coverage: Double(hits[$0]) / Double(max(index.entries[$0].samples, 1)))
    }
    .filter { $0.coverage >= Self.smallestCoverage }
    .sorted { ($1.coverage, $0.entry) < ($0.coverage, $1.entry) }
    guard let best = ranked.first?.coverage else { return [] }
    // What shares much less than the best cannot come nearer word by word.
    return ranked.prefix { $0.coverage >= best * 0.75 }.prefix(Self.mostCandidates).map(\.entry)
  }
}
