/// The words of a model's name: `Llama-3.1-8B-Instruct-GGUF` has five.
struct ModelNameWords {
  /// Lower case, in order. A point between digits belongs to its word.
  let words: [String]

  init(_ name: some StringProtocol) {
    words = name.lowercased().split { "-_ ".contains($0) }.map(String.init)
  }

  /// The words but those at either end that say how the weights are stored.
  var withoutShape: [String] {
    var words = words[...]
    while words.count > 1, let last = words.last, Self.isShape(last) { words.removeLast() }
    while words.count > 1, let first = words.first, Self.isShape(first) { words.removeFirst() }
    return Array(words)
  }

  /// Words that say how the weights are stored or packed, not what they are.
  static func isShape(_ word: String) -> Bool {
    shapes.contains(word) || isBits(word)
  }

  /// `4bit`, `4.65bpw`, `w8a8`, `q4`, `iq3`, `int4`, `fp8`.
  private static func isBits(_ word: String) -> Bool {
    let digits = { (text: Substring) in !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." } }
    for suffix in ["bit", "bits", "bpw"] where word.hasSuffix(suffix) && digits(word.dropLast(suffix.count)) {
      return true
    }
    for prefix in ["q", "iq", "int", "fp", "bf", "f"]
    where word.hasPrefix(prefix) && digits(word.dropFirst(prefix.count)) {
      return true
    }
    guard word.first == "w", let a = word.firstIndex(of: "a") else { return false }
    return digits(word[word.index(after: word.startIndex)..<a]) && digits(word[word.index(after: a)...])
  }

  private static let shapes: Set<String> = [
    "gguf", "ggml", "gptq", "awq", "exl2", "exl3", "mlx", "bnb", "hqq", "aqlm", "quip", "eetq", "squeezellm", "marlin",
    "onnx", "openvino", "ov", "coreml", "quant", "quants", "quantized", "quantised", "imatrix", "imat", "i1", "dynamic",
    "nf4", "nvfp4", "mxfp4", "dwq", "128g", "64g", "32g", "h6", "h8", "ct2", "safetensors", "llamafile", "executorch",
    "q4f16", "q4f32", "mlc", "autoround", "hf", "fp16", "k", "m", "s", "l", "xs",
  ]
}
