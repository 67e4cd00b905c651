internal import ProvisoText

/// What the prompt and the fields of a gate ask whoever wants the files to agree to.
enum GateWords {
  private static let words = [
    "non-commercial", "noncommercial", "non commercial", "not for commercial", "no commercial use",
    "commercial use is prohibited", "commercial use is not allowed", "research purposes only", "research use only",
    "only for research", "academic use only", "academic purposes only",
  ]

  /// The words that keep the model from commerce, as they are searched for; nil without any.
  ///
  /// - Parameter node: text, a list of them, or a mapping whose keys are questions.
  static func barringCommerce(in node: DataNode) -> String? {
    let texts =
      [node.text] + node.items.map(\.text) + node.entries.map(\.key) + node.entries.map(\.value.text)
    for text in texts {
      guard let text else { continue }
      let folded = ASCII.lowercased(String(text.prefix(8_192)))
      if let found = words.first(where: { folded.contains($0) }) { return found }
    }
    return nil
  }
}
