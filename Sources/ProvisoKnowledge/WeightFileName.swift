/// What the name of a weight file says: `Llama-3.2-1B-Instruct-Q4_K_M.gguf`, `flux1-dev.safetensors`, `codestral-22b.gguf`.
package struct WeightFileName: Sendable, Hashable {
  /// The file's name without what says how the weights are stored.
  package let stem: String

  /// Nil for what has no ending, and for vocabularies and tokenizers, which are named after the models that they fit.
  package init?(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard name.contains("."), name.utf8.count <= Self.maximumLength else { return nil }
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)
    // `Llama-3.2-11B-Vision` is a folder's name, and `SD3.5`.
    guard let ending = parts.popLast(), ending.first?.isLetter == true,
      ending.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    // `llama-2-7b.ggmlv3.q4_0.bin`; `1.1-2b` is a version.
    while parts.count > 1, let last = parts.last, last.first?.isNumber != true, Self.isShape(last) {
      parts.removeLast()
    }
    let words = ModelNameWords(parts.joined(separator: ".")).withoutShape
    guard !words.isEmpty, Self.notWeights.isDisjoint(with: words) else { return nil }
    stem = words.joined(separator: "-")
  }

  /// The restricted line in the name.
  package var line: NamedLine? { NamedLine.inName(of: "./\(stem)") }

  /// The one model of the hub that is called so.
  package var model: String? {
    guard stem.contains("-") else { return nil }
    let candidates = SpokenName.candidates(of: stem)
    return candidates.count == 1 ? candidates.first : nil
  }

  private static func isShape(_ part: Substring) -> Bool {
    let word = part.lowercased().prefix { $0 != "_" }
    return ModelNameWords.isShape(String(word)) || word.hasPrefix("ggmlv")
  }

  private static let notWeights: Set<String> = ["vocab", "vocabulary", "tokenizer", "vae", "mmproj"]
  private static let maximumLength = 200
}
