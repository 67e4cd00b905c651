internal import ProvisoCore
import ProvisoText

extension PolicyReading {
  /// The globs of a `model` key. An address of the hub would match no model, so that what it was to deny went through.
  func modelPatterns(_ key: String, _ node: DataNode?) -> PathPatterns? {
    let addresses = (node.map { $0.isSequence ? $0.items : [$0] } ?? []).filter { item in
      item.string.map { isAddress(key, $0, item) } ?? false
    }
    return addresses.isEmpty ? patterns(key, node) : nil
  }

  /// Whether `text` is an address of the hub where a model's name is meant, which is reported.
  func isAddress(_ key: String, _ text: String, _ node: DataNode) -> Bool {
    let folded = text.lowercased()
    guard let prefix = Self.prefixes.first(where: folded.hasPrefix) else { return false }
    let parts = text.dropFirst(prefix.count).prefix { !"?#@".contains($0) }.split(separator: "/").prefix(2)
    error(
      "`\(key)`: expected the name of a model, found the address \(Quoted.text(text))", at: node.range,
      hint: parts.isEmpty ? nil : "write \(Quoted.text(parts.joined(separator: "/")))")
    return true
  }

  /// The longer before those that they begin with.
  private static let prefixes = [
    "https://huggingface.co/", "http://huggingface.co/", "https://www.huggingface.co/", "https://hf.co/", "hf://",
    "hf:", "huggingface:", "huggingface.co/", "pkg:huggingface/",
  ]
}
