internal import ProvisoCore
internal import ProvisoText

/// Sentences of documentation that call something open source, or fully open.
///
/// Code blocks, inline code, quotations (`>`), text in quotation marks, link targets, tables' rules and HTML comments are no
/// claims of the author's; negations ("not open source", "isn't open-source", "rather than open source") claim the
/// opposite. Of a page of HTML, and of components written like one, the text counts. Which model a sentence speaks of is settled
/// when models are resolved.
struct OpennessClaims: Detector {
  let id = "openness-claims"
  let summary = "Sentences in Markdown and HTML that call something open source or fully open."
  let needles = ["open source", "open-source", "opensource", "fully open", "fully-open", "osaid"]

  /// "Fully open source" speaks of the license, as "open source" does.
  private static let phrases: [(claim: OpennessStatement.Claim, words: [String], isEndedBy: [String])] = [
    (.openSource, ["open source", "open-source", "opensource"], []),
    (.fullyOpen, ["fully open", "fully-open", "osaid"], [" source", "-source", "source", "ai", "ness"]),
  ]
  private static let negations = [
    "not ", "n't ", "isn’t ", "never ", "no longer ", "without being ", "rather than ", "instead of ", "neither ",
    "unlike ", "non-", "nor ", "called ", "so-called ", "claims to be ", "not an ", "not a ", "not truly ",
    "not really ",
  ].map { Array($0.utf8) }

  private static let only = Array("only ".utf8)

  var endings: Set<String> { Self.documents.union(Self.pages) }

  func wants(_ path: FilePath) -> Bool {
    Self.documents.contains(path.fileExtension) || Self.pages.contains(path.fileExtension)
  }

  private static let documents: Set<String> = ["md", "markdown", "mdx"]
  private static let pages: Set<String> = ["htm", "html", "svelte", "vue", "xhtml"]

  func detect(_ input: DetectionInput) -> Detections {
    let source = input.source
    let isPage = Self.pages.contains(input.path.fileExtension)
    var statements: [OpennessStatement] = []
    for sentence in isPage ? PageProse.sentences(of: source) : MarkdownProse(source).sentences() {
      for (claim, words, end) in Self.phrases {
        guard let (phrase, before) = Self.find(words, isEndedBy: end, in: sentence.bytes), !Self.isNegated(before)
        else {
          continue
        }
        let place = sentence.location(ofPhrase: phrase, in: source) ?? sentence.range
        statements.append(
          OpennessStatement(
            location: input.location(place), sentence: sentence.text, phrase: source.string(in: place),
            directory: input.path.directory, claim: claim))
      }
    }
    return Detections(statements: statements)
  }

  /// The phrase that stands first, and what precedes it.
  private static func find(
    _ phrases: [String], isEndedBy ends: [String], in text: [UInt8]
  ) -> (phrase: String, before: ArraySlice<UInt8>)? {
    let firsts = Set(phrases.compactMap(\.utf8.first))
    for start in text.indices where firsts.contains(text[start] | 0x20) {
      guard let phrase = phrases.first(where: { stands($0, in: text, at: start) }) else { continue }
      let after = start + phrase.utf8.count
      if !ends.contains(where: { stands($0, in: text, at: after) }) { return (phrase, text[..<start]) }
    }
    return nil
  }

  private static func stands(_ phrase: String, in text: [UInt8], at start: Int) -> Bool {
    guard start + phrase.utf8.count <= text.count else { return false }
    return zip(phrase.utf8, text[start...]).allSatisfy { letter, byte in
      letter == (ASCII.isUpper(byte) ? byte | 0x20 : byte)
    }
  }

  /// A negation within the six words before the phrase.
  private static func isNegated(_ before: ArraySlice<UInt8>) -> Bool {
    let words = before.split(separator: UInt8(ascii: " ")).suffix(6)
    let near = words.flatMap { $0.map { ASCII.isUpper($0) ? $0 | 0x20 : $0 } + [UInt8(ascii: " ")] }
    return negations.contains { negation in
      near.indices.contains { start in
        near[start] == negation[0] && near[start...].starts(with: negation)
          // `not only open source but fast` claims it.
          && !near[(start + negation.count)...].starts(with: only)
      }
    }
  }
}
