internal import ProvisoText

/// What the place of a sentence in a card says that it is about, where the sentence does not: the section's heading and the sentence
/// before it in the same paragraph.
struct PlaceInCard {
  /// Whether a sentence without a subject speaks of something else than what may be done with the model.
  private(set) var isOfOther = false

  private var isOtherSection = false
  private var isOtherBefore = false
  private var end: Int?

  /// - Parameter heading: the words of the sentence where it is one.
  mutating func enter(_ sentence: MarkdownProse.Sentence, heading: String?, in source: SourceText) {
    if let heading {
      isOtherSection = Self.words(heading).contains { Self.otherSections.contains($0) }
      (isOtherBefore, end) = (false, nil)
    } else {
      if let end, source.lineNumber(at: sentence.range.lowerBound) - source.lineNumber(at: end) > 1 {
        isOtherBefore = false
      }
      isOfOther = isOtherSection || isOtherBefore
      let words = Self.needles.containsAny(in: sentence.text.utf8.span) ? Self.words(sentence.text) : []
      if words.contains(where: { Self.model.contains($0) }) { isOtherBefore = false }
      if words.contains(where: { Self.others.contains($0) }) { isOtherBefore = true }
      end = sentence.range.upperBound - 1
      return
    }
    isOfOther = isOtherSection
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map { ASCII.lowercased(String($0)) }
  }

  private static let model: Set<String> = ["model", "models", "weights", "checkpoint", "checkpoints"]
  private static let others: Set<String> = [
    "code", "repository", "software", "data", "dataset", "datasets", "paper", "demo", "benchmark", "library", "images",
    "audio",
  ]
  /// To look for before a sentence is split.
  private static let needles = NeedleSet((model.union(others)).sorted(), ignoresCase: true)
  /// Of sections about something else, and of those that say what a model is good for.
  private static let otherSections: Set<String> = [
    "data", "dataset", "datasets", "code", "intended", "scope", "benchmark", "benchmarks", "comparison", "related",
    "citation", "evaluation", "results", "demo", "requirements", "dependencies", "paper", "uses", "faq", "alternatives",
    "acknowledgements", "acknowledgments", "credits", "competitors",
  ]
}
