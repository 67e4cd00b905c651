package import ProvisoCore

/// A line of models, under a restricted license, that has weights of sizes of its own: who has weights of these sizes has most likely
/// trained the line's further.
///
/// Sizes that other lines have as well, as those of LLaMA 7B, are left out: that a model has them says nothing.
package struct ShapedLine: Sendable, Hashable {
  /// A model of the line, or what stands for its models: `meta-llama/Llama-3-*`.
  package let id: String
  package let license: String
  /// The month that the sizes were read in.
  package let checked: String

  /// The line of which `shape` is; nil for a shape that says nothing.
  package static func of(_ shape: ModelShape) -> ShapedLine? {
    rows.first { row in
      row.hidden == shape.hidden && row.intermediate == shape.intermediate
        && (row.layers.map { $0 == shape.layers } ?? true)
        && (row.vocabulary - tokensLess...row.vocabulary + tokensMore).contains(shape.vocabulary)
    }?.line
  }

  private struct Row {
    var hidden: Int
    var intermediate: Int
    var layers: Int?
    var vocabulary: Int
    var line: ShapedLine
  }

  /// Tokenizers know some tokens less than the rows that the weights have for them.
  private static let tokensLess = 512
  private static let tokensMore = 1024

  private static let rows: [Row] = EmbeddedText.shapes.allFields().compactMap { fields in
    guard fields.count == 8, let hidden = Int(fields[0]), let intermediate = Int(fields[1]),
      let vocabulary = Int(fields[3])
    else { return nil }
    return Row(
      hidden: hidden, intermediate: intermediate, layers: Int(fields[2]), vocabulary: vocabulary,
      line: ShapedLine(id: fields[4], license: fields[5], checked: fields[6]))
  }
}
