/// The sizes of a language model's weights, which it keeps whatever it is called and whoever trains it further.
package struct ModelShape: Sendable, Hashable {
  /// The width of its states (`hidden_size`).
  package var hidden: Int
  /// The width inside its feed-forward layers (`intermediate_size`).
  package var intermediate: Int
  /// The tokens that it knows (`vocab_size`); a few are often added or left out.
  package var vocabulary: Int
  /// nil where only a part of the weights is seen.
  package var layers: Int?

  package init(hidden: Int, intermediate: Int, vocabulary: Int, layers: Int?) {
    self.hidden = hidden
    self.intermediate = intermediate
    self.vocabulary = vocabulary
    self.layers = layers
  }

  /// `32 layers of 4096, 14336 inside, 128256 tokens`
  package var words: String {
    "\(layers.map { "\($0) layers" } ?? "layers") of \(hidden), \(intermediate) inside, \(vocabulary) tokens"
  }
}
