/// What a license text was recognized as, word by word.
package struct LicenseRecognition: Sendable, Hashable {
  /// Where the text departs from the known one.
  package struct Difference: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case added, removed, changed }

    package var kind: Kind
    /// The line of the text, from 1, where the difference begins.
    package var line: Int
    /// How many words were added or took the place of others.
    package var addedWords: Int
    /// How many words of the known text are missing.
    package var removedWords: Int
    /// The start of what was added, as it stands in the text.
    package var excerpt: String

    package init(kind: Kind, line: Int, addedWords: Int, removedWords: Int, excerpt: String) {
      self.kind = kind
      self.line = line
      self.addedWords = addedWords
      self.removedWords = removedWords
      self.excerpt = excerpt
    }
  }

  /// The license's id.
  package var license: String
  /// True for a use policy that belongs to the license and is not its text.
  package var isUsePolicy: Bool
  /// The share of the known text's words that stand in the text, from 0 to 1.
  package var similarity: Double
  /// Empty where the text is the known one but for layout, holders and years.
  package var differences: [Difference]

  package init(license: String, isUsePolicy: Bool, similarity: Double, differences: [Difference]) {
    self.license = license
    self.isUsePolicy = isUsePolicy
    self.similarity = similarity
    self.differences = differences
  }

  /// High only for the known text itself.
  package var confidence: Confidence {
    if differences.isEmpty { return .high }
    return similarity >= 0.95 ? .medium : .low
  }
}

extension LicenseRecognition.Difference {
  /// `87 words added at line 25: "Note on Third-Party Components …"`.
  package var words: String {
    let quoted = excerpt.isEmpty ? "" : ": \"\(excerpt)\""
    return switch kind {
    case .added: "\(addedWords) words added at line \(line)\(quoted)"
    case .removed: "\(removedWords) words missing at line \(line)"
    case .changed: "\(removedWords) words replaced by \(addedWords) at line \(line)\(quoted)"
    }
  }
}
