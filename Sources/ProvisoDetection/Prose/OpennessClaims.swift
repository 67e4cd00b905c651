internal import ProvisoCore
internal import ProvisoText

/// Sentences of documentation that call something open source.
///
/// Code blocks, inline code, quotations (`>`), text in quotation marks, link targets, tables' rules and HTML comments are no
/// claims of the author's; negations ("not open source", "isn't open-source", "rather than open source") claim the
/// opposite. Which model a sentence speaks of is settled when models are resolved.
struct OpennessClaims: Detector {
  let id = "openness-claims"
  let summary = "Sentences in Markdown that call something open source."
  let needles = ["open source", "open-source", "opensource"]

  private static let phrases = ["open source", "open-source", "opensource"]
  private static let negations = [
    "not ", "n't ", "isn’t ", "never ", "no longer ", "without being ", "rather than ", "instead of ", "neither ",
    "non-", "nor ", "called ", "so-called ", "claims to be ", "not an ", "not a ", "not truly ", "not really ",
  ]

  func wants(_ path: FilePath) -> Bool {
    ["md", "markdown", "mdx"].contains(path.fileExtension)
  }

  func detect(_ input: DetectionInput) -> Detections {
    let source = input.source
    let prose = MarkdownProse(source)
    var statements: [OpennessStatement] = []
    for sentence in prose.sentences() {
      let text = ASCII.lowercased(sentence.text)
      guard let (phrase, before) = claim(in: text) else { continue }
      guard !Self.isNegated(before) else { continue }
      let place = sentence.location(ofPhrase: phrase, in: source) ?? sentence.range
      statements.append(
        OpennessStatement(
          location: input.location(place), sentence: sentence.text, phrase: source.string(in: place),
          directory: input.path.directory))
    }
    return Detections(statements: statements)
  }

  /// The phrase that stands first, and what precedes it.
  private func claim(in text: String) -> (phrase: String, before: Substring)? {
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if let phrase = Self.phrases.first(where: { rest.hasPrefix($0) }) { return (phrase, text[..<index]) }
      index = text.index(after: index)
    }
    return nil
  }

  /// A negation within the six words before the phrase.
  private static func isNegated(_ before: Substring) -> Bool {
    let near = before.split(separator: " ").suffix(6).joined(separator: " ") + " "
    return negations.contains { near.contains($0) }
  }
}
