extension Terms {
  /// Whether the words to be shown are a model's mere name, which stands in many a document: the licenses that ask for one want it in
  /// the user interface (Kimi K2 and MiniMax M2, paragraph 4). What a derivative is labeled with stands in its description (Skywork
  /// V.15, 16).
  package var isDisplayOfInterface: Bool {
    guard let words = display.value, displayAppliesTo != .derivatives else { return false }
    return words.split(separator: " ").allSatisfy { word in
      !Self.claims.contains(word.lowercased()) && word.first?.isLowercase == false
    }
  }

  /// Words of a sentence about the product: `Built with Llama`, `Powered by xAI`.
  private static let claims: Set<String> = ["built", "powered", "based", "made", "improved", "licensed", "inside"]
}
