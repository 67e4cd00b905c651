internal import ProvisoCore
internal import ProvisoText

/// The sizes in `params.json` of weights in the form of Meta's own code (`consolidated.00.pth`), and of Mistral's, which took it over.
enum OriginalSizes {
  static func shape(of root: DataNode) -> ModelShape? {
    guard let width = size(root["dim"]), let layers = size(root["n_layers"]), size(root["n_heads"]) != nil,
      let vocabulary = root["vocab_size"]?.integer,
      let inside = size(root["hidden_dim"]) ?? computed(width, root)
    else { return nil }
    // `-1` stands for what the tokenizer knows: of the generations that have it, 32,000 tokens.
    return ModelShape(
      hidden: width, intermediate: inside, vocabulary: vocabulary == -1 ? 32_000 : vocabulary, layers: layers)
  }

  /// The width inside of the feed-forward layers, as Meta's code computes it: two thirds of four times the width, by a factor, up to
  /// the next multiple of a number.
  private static func computed(_ width: Int, _ root: DataNode) -> Int? {
    guard let multiple = size(root["multiple_of"]) else { return nil }
    let factor = root["ffn_dim_multiplier"].flatMap { $0.scalar.flatMap { Double($0.text) } } ?? 1
    guard factor > 0, factor < 100 else { return nil }
    let inside = Int(Double(width * 8 / 3) * factor)
    return (inside + multiple - 1) / multiple * multiple
  }

  /// No model is as wide as a million.
  private static func size(_ node: DataNode?) -> Int? {
    node?.integer.flatMap { (1...1_000_000).contains($0) ? $0 : nil }
  }
}
