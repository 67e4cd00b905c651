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
  private var countsRows = false
  /// `Qwen3ForCausalLM`, `llama_model`: a class or a type of a library.
  private(set) var isArchitecture = false

  /// Whether the name alone says that it is a model's: `facenet-onnx`, `csm-1b`, `Qwen3-Next`, `x-7b-GGUF`.
  package var isModel: Bool {
    if isArchitecture { return false }
    if hasFamily { return hasDigit || hasSize || hasFormat || hasVariant }
    return hasSize && (hasFormat || hasVariant)
  }

  package init(_ name: String) {
    isArchitecture = Self.isArchitecture(name)
    let text = name.utf8.span
    var previous = 0..<0
    var start = 0
    for offset in 0...text.count {
      if offset < text.count, ASCII.isLetter(text[offset]) || ASCII.isDigit(text[offset]) {
        hasDigit = hasDigit || ASCII.isDigit(text[offset])
        continue
      }
      if start < offset {
        read(text, start..<offset, after: previous)
        previous = start..<offset
      }
      start = offset + 1
    }
  }

  private mutating func read(_ text: Span<UInt8>, _ word: Range<Int>, after previous: Range<Int>) {
    let stem = word.lowerBound..<(word.first { ASCII.isDigit(text[$0]) } ?? word.upperBound)
    if Self.tools.contains(text, word) || (Self.isLlama(text, previous) && Self.afterLlama.contains(text, word)) {
      hasFamily = false
      hasStrongFamily = false
    } else if Self.isStrong(text, stem, word) || Self.isPair(text, previous, word) {
      hasStrongFamily = true
      hasFamily = true
    } else if Self.weak.contains(text, stem) || Self.weak.contains(text, word) {
      hasFamily = true
    }
    if Self.isSize(text, word) {
      hasSize = true
      hasBillions = hasBillions || text[word.upperBound - 1] | 0x20 == UInt8(ascii: "b")
    }
    if Self.isMLC(text, word) { (hasSize, hasFormat) = (true, true) }
    if !hasFormat { hasFormat = Self.formats.contains(text, word) || Self.isQuantization(text, word) }
    if !hasVariant { hasVariant = Self.variants.contains(text, word) }
    if !isDataSet { isDataSet = Self.dataSets.contains(text, word) }
    if Self.isCountOfRows(text, word), Self.rows.contains(text, previous) { countsRows = true }
  }

  /// `150K` of `LLaVA-Instruct-150K`: how many rows a data set has; `128k` is how much a model reads at once.
  private static func isCountOfRows(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > 1, text[word.upperBound - 1] | 0x20 == UInt8(ascii: "k") else { return false }
    var count = 0
    for offset in word.dropLast() {
      guard ASCII.isDigit(text[offset]), count < 100_000 else { return false }
      count = count * 10 + Int(text[offset] - UInt8(ascii: "0"))
    }
    return count > 2 && count & (count - 1) != 0 && count % 32 != 0
  }

  private static let rows = WordTable(
    "caption captions conv conversation conversations instruct instructions pairs preference pretrain sft")

  /// Whether the whole name is that of software: `llama.cpp`, `litellm`.
  static func isTool(_ name: String) -> Bool { software.contains(name) || tools.contains(name) }

  private static let software = WordTable(
    """
    candle ctranslate2 diffusers exllamav2 ggml llama-cpp-python llama-factory llama.cpp llama_index litellm lmdeploy open-webui
    peft sentence-transformers sglang tensorrt-llm text-generation-inference text-generation-webui trl
    """)

  /// `orpo-dpo-mix-40k` is a data set, `llama3-70b-orpo` was trained with one.
  var isNoModel: Bool { isDataSet && !(hasFamily && (hasSize || hasVariant)) || countsRows && !hasSize }

  private static let llama = WordTable("llama")

  private static func isLlama(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool { llama.contains(text, word) }

  private static func isPair(_ text: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard pairStarts.contains(text, first), pairEnds.contains(text, second) else { return false }
    return pairs.contains("\(lowercased(text, first)) \(lowercased(text, second))")
  }

  private static func lowercased(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { ASCII.lowercased(text[$0]) }, as: UTF8.self)
  }

  private static func isStrong(_ text: Span<UInt8>, _ stem: Range<Int>, _ word: Range<Int>) -> Bool {
    if strong.contains(text, stem) || strong.contains(text, word) { return true }
    guard stem.count > 4, !tools.contains(text, stem) else { return false }
    return endingBytes.contains { ending in
      stem.count >= ending.count
        && ending.indices.allSatisfy {
          ASCII.lowercased(text[stem.upperBound - ending.count + $0]) == ending[$0]
        }
    }
  }

  private static let endingBytes = endings.map { Array($0.utf8) }

  /// `7b`, `8x7b`, `a3b`, `135m`, `1b5`, `e4b`.
  private static func isSize(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var (digits, letters) = (0, 0)
    var letter: UInt8 = 0
    for offset in word {
      if ASCII.isDigit(text[offset]) {
        digits += 1
      } else {
        if letters == 0 { letter = text[offset] | 0x20 }
        letters += 1
      }
    }
    guard digits > 0, digits <= 6, letters == 1 || letters == 2 else { return false }
    let (first, last) = (text[word.lowerBound], text[word.upperBound - 1] | 0x20)
    if letters == 1 {
      return ASCII.isDigit(first) && (letter == UInt8(ascii: "b") || (letter == UInt8(ascii: "m") && last == letter))
    }
    return last == UInt8(ascii: "b")
      && (letter == UInt8(ascii: "x")
        || ((letter == UInt8(ascii: "a") || letter == UInt8(ascii: "e")) && letter == first | 0x20))
  }

  /// `q4f16`: the weights' and the activations' bits, which nothing but a model has in its name.
  private static func isMLC(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count == 5, text[word.lowerBound] | 0x20 == UInt8(ascii: "q"),
      text[word.lowerBound + 2] | 0x20 == UInt8(ascii: "f")
    else { return false }
    return [1, 3, 4].allSatisfy { ASCII.isDigit(text[word.lowerBound + $0]) }
  }

  /// `4bit`, `q4`, `iq2`, `int8`, `fp16`, `w4a16`.
  private static func isQuantization(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.contains(where: { ASCII.isDigit(text[$0]) }) else { return false }
    let letters = word.filter { ASCII.isLetter(text[$0]) }.map { ASCII.lowercased(text[$0]) }
    let start = word.prefix { ASCII.isLetter(text[$0]) }
    if start.isEmpty { return letters == bit && !ASCII.isDigit(text[word.upperBound - 1]) }
    let digits = word.count - start.count
    if letters.count == start.count, digits <= 2, depths.contains(text, start.startIndex..<start.endIndex) {
      return true
    }
    return word.count >= 4 && letters == weights && text[word.lowerBound] | 0x20 == UInt8(ascii: "w")
  }

  private static let bit = Array("bit".utf8)
  private static let weights = Array("wa".utf8)
  private static let depths = WordTable("q iq int fp bf nvfp mxfp")

  /// `Qwen3ForCausalLM`, `LlamaModel`, `qwen2_vl`, `llama3_tokenizer`.
  private static func isArchitecture(_ name: String) -> Bool {
    guard !name.utf8.contains(UInt8(ascii: "-")), !name.utf8.contains(UInt8(ascii: ".")) else { return false }
    if name.utf8.contains(UInt8(ascii: "_")), !name.utf8.contains(where: ASCII.isUpper),
      !hasSize(betweenMarks: name.utf8.span)
    {
      return true
    }
    guard name.utf8.contains(where: ASCII.isUpper) || name.utf8.contains(UInt8(ascii: "_")) else { return false }
    for ending in ["ForCausalLM", "LMHeadModel", "Model", "Config", "_model", "_tokenizer", "_template"]
    where name.hasSuffix(ending) { return true }
    return isTaskClass(name) || isPreparingClass(name)
  }

  /// `Qwen2TokenizerFast`, `CLIPImageProcessor`: a class for what a model is given.
  static func isPreparingClass(_ name: String) -> Bool {
    name.utf8.first.map(ASCII.isUpper) == true
      && ["Tokenizer", "TokenizerFast", "Processor", "ProcessorFast", "FeatureExtractor"].contains(
        where: name.hasSuffix)
      && name.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) }
  }

  /// `SpeechT5ForTextToSpeech`: a class for a task, as transformers name theirs.
  static func isTaskClass(_ name: String) -> Bool {
    let text = name.utf8.span
    guard text.count > 8, ASCII.isUpper(text[0]) else { return false }
    // What follows `For` is letters and digits to the end, the first of them a capital.
    var start = text.count
    while start > 1, ASCII.isLetter(text[start - 1]) || ASCII.isDigit(text[start - 1]) {
      start -= 1
      guard start + 5 < text.count, text[start] == UInt8(ascii: "F"), text[start + 1] == UInt8(ascii: "o"),
        text[start + 2] == UInt8(ascii: "r"), ASCII.isUpper(text[start + 3])
      else { continue }
      return ASCII.isLetter(text[start - 1]) || ASCII.isDigit(text[start - 1])
    }
    return false
  }

  /// Whether one of the words that `_` parts is a size.
  private static func hasSize(betweenMarks text: Span<UInt8>) -> Bool {
    var start = 0
    for offset in 0...text.count where offset == text.count || text[offset] == UInt8(ascii: "_") {
      if start < offset, isSize(text, start..<offset) { return true }
      start = offset + 1
    }
    return false
  }
}
