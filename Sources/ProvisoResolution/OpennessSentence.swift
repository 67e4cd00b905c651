/// One sentence that holds "open source", taken apart around it.
struct OpennessSentence {
  /// Folded words before and after the claim.
  private let before: String
  private let after: String

  init(_ sentence: String, phrase: String) {
    let text = " " + Self.fold(sentence) + " "
    let phrase = Self.fold(phrase)
    guard let range = Self.find(phrase, in: text) else {
      before = text
      after = ""
      return
    }
    before = String(text[..<range.lowerBound])
    // "open-sourced" says what "open source" says.
    let rest = text[range.upperBound...]
    after = String(rest.hasPrefix("d ") ? rest.dropFirst() : rest)
  }

  /// The folded words around the claim, without the punctuation at their ends; each once.
  var words: Set<String> {
    Set((before + " " + after).split(separator: " ").map(Self.bare))
  }

  /// Whether the sentence says of `name` (folded) that it is open source.
  func claims(opennessOf name: String) -> Bool {
    !isReserved && (precedes(name) || follows(name))
  }

  /// A question, or what somebody doubts or only says: "Critics dispute that Llama 3.1 is open source".
  private var isReserved: Bool {
    after.hasSuffix("? ")
      || before.split(separator: " ").suffix(9).contains { Self.reservations.contains(Self.bare($0)) }
  }

  /// Whether `name` stands in `text` as a name of its own; both folded.
  static func names(_ name: String, in text: String) -> Bool {
    findWord(name, in: text, last: false) != nil
  }

  /// "Llama 3.1 is an open-source model", "Llama 3.1, the leading open source LLM", "Llama 3.1 (open source)".
  private func precedes(_ name: String) -> Bool {
    guard !saysSomethingElse, let range = Self.findWord(name, in: before, last: true) else { return false }
    let between = before[range.upperBound...]
    let words = between.split(separator: " ")
    guard words.count <= 9, !words.contains(where: { Self.denials.contains(Self.bare($0)) }) else { return false }
    // "The code for Llama 3.1 is open source", "Unlike Llama 3.1, ours is open source": said of something else.
    if isObject(before[..<range.lowerBound]), words.contains(where: { Self.copulas.contains(Self.bare($0)) }) {
      return false
    }
    if words.allSatisfy({ Self.fillers.contains(Self.bare($0)) }) { return true }
    return words.contains { Self.copulas.contains(Self.bare($0)) }
      && !words.contains { Self.breaks.contains(Self.bare($0)) }
  }

  /// "the open-source Llama 3.1 model", "open source models such as Llama 3.1".
  private func follows(_ name: String) -> Bool {
    guard let range = Self.findWord(name, in: after, last: false) else { return false }
    let parts = after[..<range.lowerBound].split(separator: " ")
    // "Mixtral, an open-source model, and Llama 3.1": said of the name before.
    if isApposition, parts.contains(where: { $0.hasSuffix(",") }) { return false }
    let words = parts.map(Self.bare)
    return words.count <= 6 && words.allSatisfy { Self.fillers.contains($0) || Self.modelNouns.contains($0) }
  }

  /// Whether the claim begins with an article after a comma.
  private var isApposition: Bool {
    let words = before.split(separator: " ")
    guard let article = words.last, ["a", "an", "the"].contains(article) else { return false }
    return words.dropLast().last?.hasSuffix(",") ?? false
  }

  /// "open source app", "open-source license": the claim is about that.
  private var saysSomethingElse: Bool {
    after.split(separator: " ").prefix(2).map(Self.bare).contains { Self.otherNouns.contains($0) }
  }

  /// Whether what stands after `words` is the object of a preposition, and not of "the weights of".
  private func isObject(_ words: Substring) -> Bool {
    var words = words.split(separator: " ").map(Self.bare)
    while let last = words.last, Self.fillers.contains(last), last != "of", last != "like" { words.removeLast() }
    guard let preposition = words.popLast(), Self.prepositions.contains(preposition) else { return false }
    return preposition != "of" || !(words.last.map { Self.modelNouns.contains($0) } ?? false)
  }

  private static let denials: Set<String> = [
    "not", "never", "no", "neither", "nor", "hardly", "isn't", "isn’t", "aren't", "aren’t", "wasn't", "wasn’t",
    "cannot", "without",
  ]
  private static let reservations: Set<String> = [
    "dispute", "disputes", "disputed", "deny", "denies", "denied", "doubt", "doubts", "doubted", "whether", "nobody",
    "claims", "claimed", "alleged", "allegedly", "supposedly", "pretends", "myth", "misconception", "debate", "debates",
    "refutes", "questions",
  ]
  private static let prepositions: Set<String> = [
    "for", "with", "of", "unlike", "than", "to", "on", "using", "by", "from", "in", "via", "around", "against", "over",
    "beside", "besides", "versus", "vs",
  ]
  private static let copulas: Set<String> = [
    "is", "are", "was", "were", "being", "been", "remains", "as", "became", "go", "went", "made",
  ]
  private static let breaks: Set<String> = [
    "with", "using", "on", "via", "by", "and", "which", "that", "inside", "from", "for", "while", "but", "in",
    "compared",
  ]
  private static let fillers: Set<String> = [
    "", "a", "an", "the", "is", "are", "fully", "truly", "completely", "new", "latest", "powerful", "large", "small",
    "leading", "best", "popular", "state", "of", "art", "meta's", "google's", "meta", "google", "such", "like", "e.g",
    "called", "named", "family", "s",
  ]
  private static let modelNouns: Set<String> = [
    "model", "models", "llm", "llms", "language", "weights", "foundation", "ai", "and", "open-weight", "vision",
    "multimodal",
    "including", "as", "ai-models", "checkpoint", "base",
  ]
  private static let otherNouns: Set<String> = [
    "app", "application", "applications", "project", "projects", "library", "libraries", "tool", "tools", "framework",
    "frameworks", "code", "sdk", "software", "community", "repository", "implementation", "implementations", "license",
    "licenses", "contributors", "contributions", "package", "packages", "platform", "server", "engine", "toolkit",
    "initiative", "definition", "ecosystem", "alternative", "data", "dataset", "datasets", "client", "runtime",
  ]

  /// Lower case; `-` and `_` become blanks; runs of blanks one; Markdown emphasis and link brackets gone.
  static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "*"), UInt8(ascii: "`"): continue
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        if bytes.last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
      default: bytes.append(byte)
      }
    }
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Without the punctuation around it.
  private static func bare(_ word: Substring) -> String {
    let marks: Set<Character> = [",", ".", "!", "?", ":", ";", "(", ")", "—", "–", "\"", "'", "“", "”", "|", "#"]
    var word = word
    while let first = word.first, marks.contains(first) { word = word.dropFirst() }
    while let last = word.last, marks.contains(last) { word = word.dropLast() }
    return String(word)
  }

  private static func find(_ words: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(words) { return start..<text.index(start, offsetBy: words.count) }
      start = text.index(after: start)
    }
    return nil
  }

  /// `name` where it is not a part of a longer name: "llama 3" is not in "llama 3.1" nor in "tinyllama 3".
  private static func findWord(_ name: String, in text: String, last: Bool) -> Range<String.Index>? {
    var found: Range<String.Index>?
    let words = Array(name.utf8)
    let bytes = Array(text.utf8)
    guard let first = words.first, bytes.count >= words.count else { return nil }
    for offset in 0...(bytes.count - words.count)
    where bytes[offset] == first && bytes[offset..<(offset + words.count)].elementsEqual(words) {
      let start = text.utf8.index(text.startIndex, offsetBy: offset)
      let end = text.utf8.index(start, offsetBy: words.count)
      let previous = start == text.startIndex ? " " : text[text.index(before: start)]
      guard !(previous.isLetter || previous.isNumber || previous == "/"), !continues(text[end...]) else { continue }
      found = start..<end
      if !last { return found }
    }
    return found
  }

  /// Whether what follows a name makes it another name: a letter, a digit, or a point and a digit.
  private static func continues(_ rest: Substring) -> Bool {
    guard let next = rest.first else { return false }
    if next.isLetter || next.isNumber || next == "/" { return true }
    return next == "." && rest.dropFirst().first?.isNumber == true
  }
}
