/// Names under which others republish a publisher's models: quantized, converted, mirrored.
///
/// `unsloth/Meta-Llama-3.1-8B-bnb-4bit` is Meta's model in another shape. Only names that are nothing but the model's own name
/// and words about shape count: whatever else stands in a name may be a fine-tune under terms of its own.
package enum RepackagedName {
  /// The model that the hub model `id` repackages, as its name says; nil where the name says nothing that is known.
  package static func base(of id: String) -> String? {
    let parts = id.lowercased().split(separator: "/")
    guard parts.count == 2, owners.contains(String(parts[0])) else { return nil }
    let name = withoutShape(String(parts[1]))
    for publisher in publishers {
      let candidate = "\(publisher)/\(name)"
      if let entry = ModelCatalog.entry(for: candidate) { return entry.id }
      if let rule = ModelCatalog.familyRule(for: candidate), isOnlyVariant(candidate, of: rule) { return candidate }
    }
    return nil
  }

  /// Whether what the rule's `*` stands for is only words for variants of one model.
  private static func isOnlyVariant(_ id: String, of rule: FamilyRule) -> Bool {
    let literal = rule.pattern.prefix { $0 != "*" }
    let rest = id.dropFirst(literal.count)
    return rest.split(separator: "-").allSatisfy { word in
      variants.contains(String(word)) || isVersion(word)
    }
  }

  /// `v0.3`, `2407`, `7b`.
  private static func isVersion(_ word: Substring) -> Bool {
    let digits = word.hasPrefix("v") ? word.dropFirst() : word.hasSuffix("b") ? word.dropLast() : word
    return !digits.isEmpty && digits.allSatisfy { $0.isNumber || $0 == "." }
  }

  private static func withoutShape(_ name: String) -> String {
    var words = name.split(separator: "-", omittingEmptySubsequences: false)
    while let last = words.last, words.count > 1, shapes.contains(String(last)) { words.removeLast() }
    return words.joined(separator: "-")
  }

  private static let owners: Set<String> = [
    "bartowski", "casperhansen", "ggml-org", "lmstudio-community", "maziyarpanahi", "mlx-community", "mradermacher",
    "neuralmagic", "nousresearch", "quantfactory", "redhatai", "second-state", "thebloke", "unsloth",
  ]
  private static let publishers = [
    "meta-llama", "google", "qwen", "mistralai", "deepseek-ai", "microsoft", "stabilityai", "black-forest-labs",
    "openai",
    "codellama", "huggingfacetb",
  ]
  private static let shapes: Set<String> = [
    "gguf", "gptq", "awq", "exl2", "mlx", "bnb", "2bit", "3bit", "4bit", "6bit", "8bit", "bf16", "fp16", "fp8", "f16",
    "int4",
    "int8", "q4", "q8", "hf", "i1", "dynamic", "unsloth", "quantized", "w4a16", "w8a8", "nvfp4", "dwq", "ggml",
  ]
  private static let variants: Set<String> = [
    "instruct", "it", "chat", "base", "pt", "hf", "thinking", "qat", "vision", "text", "preview", "mini", "medium",
    "small",
    "large", "4k", "8k", "128k", "reasoning", "turbo",
  ]
}
