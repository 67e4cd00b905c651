/// The words of a model's name: `Llama-3.1-8B-Instruct-GGUF` has five.
struct ModelNameWords {
  /// Lower case, in order. A point between digits belongs to its word.
  let words: [String]

  init(_ name: some StringProtocol) {
    words = name.lowercased().utf8.split { "-_ ".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words but those at the end that say how the weights are stored.
  var withoutShape: [String] {
    var words = words[...]
    while words.count > 1, let last = words.last {
      if Self.isShape(last) || Self.isOfShape(last, behind: words.dropLast()) {
        words.removeLast()
      } else if let start = Self.quantization(atEndOf: Array(words)), start > 0 {
        words = words[..<start]
      } else {
        break
      }
    }
    return Array(words)
  }

  /// Where the words of a quantization begin that `words` end with: `q4 k m`, `iq2 xs`, `q8 0`.
  static func quantization(atEndOf words: [String]) -> Int? {
    guard let start = words.lastIndex(where: { !quantizationWords.contains($0) }), start < words.count - 1 else {
      return nil
    }
    let word = words[start]
    return (word.hasPrefix("q") || word.hasPrefix("iq")) && isShape(word) ? start : nil
  }

  private static let quantizationWords: Set<String> = ["k", "m", "s", "l", "xl", "xs", "xxs", "nl", "0", "1"]

  /// Words that say how the weights are stored or packed, not what they are.
  static func isShape(_ word: String) -> Bool {
    shapes.contains(word) || isBits(word)
  }

  /// Whether a word says how the weights are stored only because of what stands before it: `FP8-block`, `int4-gs128-sym`.
  static func isOfShape<Words: BidirectionalCollection<String>>(
    _ word: String, behind words: @autoclosure () -> Words
  ) -> Bool {
    isFollower(word) && words().last { !isFollower($0) }.map(isShape) == true
  }

  private static func isFollower(_ word: String) -> Bool {
    followers.contains(word)
      || word.hasPrefix("gs") && word.utf8.count > 2 && word.utf8.dropFirst(2).allSatisfy(ModelTableLayout.isDigit)
  }

  private static let followers: Set<String> = ["asym", "block", "channel", "channelwise", "cw", "static", "sym"]

  /// `4bit`, `4.65bpw`, `w8a8`, `q4`, `iq3`, `int4`, `fp8`, `float8bit`, `int8wo`.
  private static func isBits(_ word: String) -> Bool {
    // Most words have none.
    guard word.utf8.contains(where: ModelTableLayout.isDigit) else { return false }
    // `int8mix`: some layers so, others as the word before says.
    if word.hasSuffix("mix") { return isBits(String(word.dropLast(3))) }
    let digits = { (text: Substring) in !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." } }
    for suffix in ["bit", "bits", "bpw"] where word.hasSuffix(suffix) && digits(word.dropLast(suffix.count)) {
      return true
    }
    for suffix in ["bit", "wo"] where word.hasSuffix(suffix) {
      let stem = word.dropLast(suffix.utf8.count)
      for prefix in ["int", "float", "fp"] where stem.hasPrefix(prefix) && digits(stem.dropFirst(prefix.utf8.count)) {
        return true
      }
    }
    for prefix in ["q", "iq", "int", "float", "fp", "bf", "f"]
    where word.hasPrefix(prefix) && digits(word.dropFirst(prefix.count)) {
      return true
    }
    guard word.first == "w", let a = word.firstIndex(of: "a") else { return false }
    return digits(word[word.index(after: word.startIndex)..<a]) && digits(word[word.index(after: a)...])
  }

  private static let shapes: Set<String> = [
    "gguf", "ggml", "gptq", "awq", "exl2", "exl3", "mlx", "bnb", "hqq", "aqlm", "quip", "eetq", "squeezellm", "marlin",
    "onnx", "openvino", "ov", "coreml", "quant", "quants", "quantized", "quantised", "imatrix", "imat", "iq", "i1",
    "dynamic",
    "nf4", "nvfp4", "mxfp4", "dwq", "128g", "64g", "32g", "h6", "h8", "ct2", "safetensors", "llamafile", "executorch",
    "q4f16", "q4f32", "mlc", "autoround", "hf", "quanto", "smashed",
  ]
}
