internal import ProvisoCore
internal import ProvisoText

/// A sentence of a card that says that its files are another form of the base which the front matter names: `Quantized from a/b.`, `GGUF
/// conversion of B`, `These files were quantized with llama.cpp.` That is the statement of changes that licenses ask for; what the
/// model is to its base it leaves to the front matter.
enum ChangeSentence {
  static func states(_ source: SourceText, _ range: Range<Int>, of bases: Set<ModelName>) -> Bool {
    guard range.count <= maximumLength, needles.containsAny(in: source.bytes.span.extracting(range)) else {
      return false
    }
    let words = CardWord.words(of: source, range)
    guard
      !words.contains(where: { OriginSentence.refusals.contains($0.folded) || elsewhere.contains($0.folded) }),
      source.bytes[range].last != UInt8(ascii: "?")
    else { return false }
    return words.indices.contains { saysDone(at: $0, words) } || namesForm(words, bases)
  }

  /// `was quantized with`, `We converted it to GGUF`
  private static func saysDone(at index: Int, _ words: [CardWord]) -> Bool {
    guard done.contains(words[index].folded) else { return false }
    if words[index].folded == "converted", !words.contains(where: { forms.contains($0.folded) }) { return false }
    let before = index > 0 && !words[index - 1].isEnd ? words[index - 1].folded : ""
    let next = index + 1 < words.count ? words[index + 1].folded : ""
    let isSaid =
      acting.contains(before) || stuff.contains(before) && ways.contains(next) || index == 0 && ways.contains(next)
    return isSaid && !words[..<index].contains { others.contains($0.folded) }
  }

  /// `GGUF files for B`, `Imatrix quantizations of owner/B`
  private static func namesForm(_ words: [CardWord], _ bases: Set<ModelName>) -> Bool {
    let names = Set(
      bases.map { folded($0.id.split(separator: "/").last.map(String.init) ?? "") }.filter { $0.count > 3 })
    guard let form = words.firstIndex(where: { forms.contains($0.folded) || done.contains($0.folded) }) else {
      return false
    }
    for index in form + 1..<max(form + 1, min(form + reach, words.count))
    where ["of", "for", "from"].contains(words[index].folded) {
      for start in index + 1..<max(index + 1, min(index + 4, words.count)) {
        var name = ""
        for end in start..<min(start + 6, words.count) {
          name += folded(words[end].text.split(separator: "/").last.map(String.init) ?? "")
          if names.contains(name) { return true }
        }
      }
    }
    return false
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static let maximumLength = 1_000
  private static let reach = 8
  private static let needles = NeedleSet(["quant", "gguf", "ggml", "convert"], ignoresCase: true)
  private static let done: Set<String> = ["quantized", "quantised", "converted"]
  private static let forms: Set<String> = [
    "gguf", "ggml", "quantization", "quantizations", "quantisation", "quants", "imatrix", "k-quants", "ggufs",
  ]
  private static let acting: Set<String> = ["was", "were", "is", "are", "been", "we", "i", "have", "has"]
  private static let stuff: Set<String> = ["model", "models", "files", "weights", "version", "versions", "checkpoint"]
  private static let ways: Set<String> = ["with", "using", "by", "to", "from", "in", "into", "via"]
  /// What else is quantized or converted.
  private static let others: Set<String> = [
    "cache", "activations", "embeddings", "data", "dataset", "tokenizer", "images", "audio", "vectors", "you", "if",
    "when",
  ]
  private static let elsewhere: Set<String> = ["elsewhere", "instead", "looking"]
}
