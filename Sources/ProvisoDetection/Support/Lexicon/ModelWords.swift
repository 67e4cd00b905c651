/// What the words of a name say: a family (`llama`, `bge`), a size (`7b`), a format (`gguf`, `4bit`), a variant (`instruct`).
package struct ModelWords {
  /// A family whose name is no other word.
  package private(set) var hasStrongFamily = false
  /// Any family; of those that are everyday words (`falcon`), too.
  package private(set) var hasFamily = false
  package private(set) var hasSize = false
  /// A count of parameters in billions, which few other names have.
  private(set) var hasBillions = false
  private(set) var hasFormat = false
  private(set) var hasVariant = false
  private(set) var hasDigit = false
  /// A data set of a publisher that has models, too.
  private(set) var isDataSet = false
  /// `Qwen3ForCausalLM`, `llama_model`: a class or a type of a library.
  private(set) var isArchitecture = false

  /// Whether the name alone says that it is a model's: `facenet-onnx`, `csm-1b`, `Qwen3-Next`, `x-7b-GGUF`.
  package var isModel: Bool {
    if isArchitecture { return false }
    if hasFamily { return hasDigit || hasSize || hasFormat || hasVariant }
    return hasSize && (hasFormat || hasVariant)
  }

  package init(_ name: String) {
    let words = ASCII.lowercased(name).utf8.split { !ASCII.isLetter($0) && !ASCII.isDigit($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    hasDigit = name.utf8.contains(where: ASCII.isDigit)
    isArchitecture = Self.isArchitecture(name)
    var previous = ""
    for word in words {
      let stem = String(word.prefix { !$0.isNumber })
      if Self.tools.contains(word) || (previous == "llama" && Self.afterLlama.contains(word)) {
        hasFamily = false
        hasStrongFamily = false
      } else if Self.isStrong(stem, word) || Self.pairs.contains("\(previous) \(word)") {
        hasStrongFamily = true
        hasFamily = true
      } else if Self.weak.contains(stem) || Self.weak.contains(word) {
        hasFamily = true
      }
      if Self.isSize(word) {
        hasSize = true
        hasBillions = hasBillions || word.hasSuffix("b")
      }
      if Self.formats.contains(word) || Self.isQuantization(word) { hasFormat = true }
      if Self.variants.contains(word) { hasVariant = true }
      if Self.dataSets.contains(word) { isDataSet = true }
      previous = word
    }
  }

  private static func isStrong(_ stem: String, _ word: String) -> Bool {
    if strong.contains(stem) || strong.contains(word) { return true }
    guard stem.utf8.count > 4 else { return false }
    return endings.contains { stem.hasSuffix($0) && !tools.contains(stem) }
  }

  /// `7b`, `8x7b`, `a3b`, `135m`, `1b5`, `e4b`.
  private static func isSize(_ word: String) -> Bool {
    var letters: [UInt8] = []
    var digits = 0
    for byte in word.utf8 { if ASCII.isDigit(byte) { digits += 1 } else { letters.append(byte) } }
    guard digits > 0, digits <= 6, let first = word.utf8.first, let last = word.utf8.last else { return false }
    switch letters.count {
    case 1:
      return ASCII.isDigit(first)
        && (letters[0] == UInt8(ascii: "b") || (letters[0] == UInt8(ascii: "m") && last == letters[0]))
    case 2:
      return last == UInt8(ascii: "b")
        && (letters[0] == UInt8(ascii: "x")
          || ((first == UInt8(ascii: "a") || first == UInt8(ascii: "e")) && letters[0] == first))
    default: return false
    }
  }

  /// `4bit`, `q4`, `iq2`, `int8`, `fp16`, `w4a16`.
  private static func isQuantization(_ word: String) -> Bool {
    let utf8 = Array(word.utf8)
    if word.hasSuffix("bit"), utf8.dropLast(3).allSatisfy(ASCII.isDigit), utf8.count > 3 { return true }
    for prefix in ["q", "iq", "int", "fp", "bf", "nvfp", "mxfp"] where word.hasPrefix(prefix) {
      let rest = utf8.dropFirst(prefix.utf8.count)
      if !rest.isEmpty, rest.count <= 2, rest.allSatisfy(ASCII.isDigit) { return true }
    }
    return utf8.count >= 4 && utf8[0] == UInt8(ascii: "w") && utf8.dropFirst().contains(UInt8(ascii: "a"))
      && utf8.filter(ASCII.isLetter).count == 2
  }

  /// `Qwen3ForCausalLM`, `LlamaModel`, `qwen2_vl`, `llama3_tokenizer`.
  private static func isArchitecture(_ name: String) -> Bool {
    guard !name.utf8.contains(UInt8(ascii: "-")), !name.utf8.contains(UInt8(ascii: ".")) else { return false }
    if name.utf8.contains(UInt8(ascii: "_")), !name.utf8.contains(where: ASCII.isUpper),
      !name.utf8.split(separator: UInt8(ascii: "_")).contains(where: { isSize(String(Substring($0))) })
    {
      return true
    }
    for ending in [
      "ForCausalLM", "LMHeadModel", "Model", "Config", "Tokenizer", "Processor", "_model", "_tokenizer", "_template",
    ]
    where name.hasSuffix(ending) { return true }
    return name.utf8.contains { $0 == UInt8(ascii: "F") }
      && ["ForConditionalGeneration", "ForSequenceClassification", "ForImageClassification"]
        .contains { name.hasSuffix($0) }
  }
}
