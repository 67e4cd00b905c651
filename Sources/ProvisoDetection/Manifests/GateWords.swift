internal import ProvisoCore
internal import ProvisoText

/// What the prompt, the heading, the description and the fields of a gate ask whoever wants the files to agree to.
enum GateWords {
  private static let words = [
    "non-commercial", "noncommercial", "non commercial", "not for commercial", "no commercial use",
    "commercial use is prohibited", "commercial use is not allowed", "research purposes only", "research use only",
    "only for research", "academic use only", "academic purposes only",
  ]
  private static let mostRead = 8_192
  /// Of words between a denial and "commercial".
  private static let mostBetween = 10

  /// The words that keep the model from commerce, as they are searched for; nil without any.
  ///
  /// - Parameter node: text, a list of them, or a mapping whose keys are questions.
  static func barringCommerce(in node: DataNode) -> String? {
    for text in texts(of: node) {
      let folded = ASCII.lowercased(String(text.prefix(mostRead)))
      if let found = words.first(where: { folded.contains($0) }) { return found }
      if deniesCommerce(folded) { return "not for commercial use" }
    }
    return nil
  }

  /// The licenses that a gate asks to be accepted: by name where the name restricts, and by their whole text.
  static func licenses(in node: DataNode, _ input: DetectionInput) -> [DeclaredLicense] {
    let location = input.location(node.range)
    return texts(of: node).prefix(mostTexts).flatMap { text -> [DeclaredLicense] in
      if text.utf8.count >= shortestText,
        let found = input.recognize(SourceText(path: input.path.string, bytes: Array(text.utf8.prefix(mostText)))),
        !found.isUsePolicy, found.differences.isEmpty
      {
        return [
          DeclaredLicense(tag: found.license, location: location, recognition: found, subject: .model, isWithin: true)
        ]
      }
      let sentences = sentences(of: String(text.prefix(mostRead)))
      // `To access Gemma, you are required to review and agree to Google’s usage license.` TxGemma has other terms.
      let isGemma = sentences.contains { asksToAccept($0) && words(of: $0).contains("gemma") }
      return (sentences.flatMap { CardTerms($0, isOfOther: false).restrictions } + (isGemma ? ["gemma"] : []))
        .filter { $0 != CardTerms.noncommercialUse }
        .map { DeclaredLicense(tag: $0, location: location, subject: .model) }
    }
  }

  /// The line of models that a gate speaks of which asks to accept a license without naming it: `To access Llama 3.1,
  /// agree to our license.`
  static func line(of nodes: [DataNode]) -> String? {
    let texts = nodes.prefix(mostTexts).flatMap(texts(of:)).map { String($0.prefix(mostRead)) }
    guard texts.flatMap(sentences(of:)).contains(where: asksToAccept) else { return nil }
    for text in texts {
      let words = text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }.map(String.init)
      for (index, word) in words.enumerated() {
        let word = ASCII.lowercased(word)
        if NamedKeys.isLine(word) { return word }
        // `Llama 3.1`
        if index + 1 < words.count, NamedKeys.isLine("\(word)-\(words[index + 1])") {
          return "\(word)-\(words[index + 1])"
        }
      }
    }
    return nil
  }

  private static func asksToAccept(_ sentence: String) -> Bool {
    let words = words(of: sentence)
    return !words.isDisjoint(with: acceptances) && !words.isDisjoint(with: contracts)
  }

  private static func words(of sentence: String) -> Set<String> {
    Set(sentence.split { !$0.isLetter }.map { ASCII.lowercased(String($0)) })
  }

  private static let acceptances: Set<String> = ["agree", "accept", "acknowledge", "agreeing", "accepting"]
  private static let contracts: Set<String> = ["license", "licence", "terms", "agreement", "policy"]

  private static let shortestText = 500
  private static let mostTexts = 16
  private static let mostText = 1 << 20

  private static func texts(of node: DataNode) -> [String] {
    ([node.text] + node.items.map(\.text) + node.entries.map(\.key) + node.entries.map(\.value.text)).compactMap(\.self)
  }

  private static func sentences(of text: String) -> [String] {
    text.split(separator: "\n").flatMap { $0.split(separator: ". ") }.prefix(64).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// `You agree to not use the model for commercial purposes`: a denial, and commerce behind it in the same sentence.
  private static func deniesCommerce(_ text: String) -> Bool {
    text.split { ".;\n".contains($0) }.contains { sentence in
      let words = sentence.split { !$0.isLetter && $0 != "-" && $0 != "'" }
      guard let denial = words.firstIndex(where: { denials.contains($0) }) else { return false }
      let rest = words[denial...].prefix(mostBetween)
      return rest.contains { $0 == "use" || $0 == "used" || $0 == "using" || $0 == "sell" }
        && rest.contains { $0 == "commercial" || $0 == "commercially" }
    }
  }

  private static let denials: Set<Substring> = ["not", "never", "don't", "won't", "cannot", "refrain"]
}
