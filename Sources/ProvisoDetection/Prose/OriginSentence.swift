internal import ProvisoCore
internal import ProvisoText

/// One sentence of a card, read for the models that the model was made from, or whose outputs it, or the data set, learns from.
///
/// `A fine-tuned version of a/b.`, `Finetuned from model: a/b`, `Base model: a/b`, `Quantized version of a/b`, `LoRA adapter for a/b`.
/// `Distilled from a/b.`, `Fine-tuned on conversations generated with a/b.`, `Trained on outputs of Llama 3 70B.`, `Teacher: a/b`.
/// Negations, questions, and sentences about tests and judges say nothing.
struct OriginSentence {
  struct Origin: Hashable {
    var model: ModelName
    /// nil where the sentence does not say how.
    var relation: Relation?
    /// Of the name in the file.
    var range: Range<Int>
  }

  private(set) var origins: [Origin] = []

  private struct Word {
    /// Without marks around it.
    var text: String
    var folded: String
    var range: Range<Int>
    /// Whether a mark behind the word ends a clause.
    var isEnd: Bool
  }

  private let words: [Word]
  private let isOfData: Bool
  private let readsBases: Bool

  /// - Parameters:
  ///   - range: of the sentence.
  ///   - isOfData: whether the card is one of a data set, which need not say that anything is trained.
  ///   - readsBases: whether the card leaves it to its prose what the model was made from.
  init(_ source: SourceText, _ range: Range<Int>, isOfData: Bool, readsBases: Bool) {
    self.isOfData = isOfData
    self.readsBases = readsBases
    guard range.count <= Self.maximumLength, source.bytes[range].last != UInt8(ascii: "?") else {
      words = []
      return
    }
    words = Self.words(source, range)
    guard !words.contains(where: { Self.refusals.contains($0.folded) || $0.folded.hasSuffix("n't") }) else { return }
    for index in words.indices {
      read(at: index)
      if readsBases { readBase(at: index) }
    }
  }

  private static let maximumLength = 1_000

  private mutating func read(at index: Int) {
    let word = words[index].folded
    let next = index + 1 < words.count ? words[index + 1].folded : ""
    switch word {
    case "distilled", "distillation", "distil", "distill":
      if ["from", "of"].contains(next) { take(from: index + 2, .distilled) }
    case "teacher":
      // `Teacher: a/b`, `the teacher model is a/b`
      let isNamed = words[index].isEnd || ["model", "is", "was"].contains(next)
      if isNamed { take(from: index + 1, .distilled) }
    case "outputs", "output", "responses", "answers", "completions", "generations":
      if ["of", "from", "by"].contains(next), isTraining { take(from: index + 2, .trainedOnOutputs) }
      // `GPT-4 outputs`
      if isTraining, let name = name(endingAt: index) { add(name, .trainedOnOutputs) }
    case _ where Self.making.contains(word):
      guard ["by", "with", "using", "from"].contains(next) else { return }
      let isOfOutputs =
        words[..<index].contains { Self.data.contains($0.folded) } && (isTraining || speaksOfTrainingData)
      if isOfOutputs || isOfData { take(from: index + 2, .trainedOnOutputs) }
    default: return
    }
  }

  private mutating func readBase(at index: Int) {
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1].folded : ""
    switch word.folded {
    case "version" where next == "of" && index > 0:
      if let relation = Self.made[words[index - 1].folded] { takeIDs(from: index + 2, relation) }
    case "base" where next == "model" && (index == 0 || words[index + 1].isEnd): takeIDs(from: index + 2, nil)
    case "quantization", "quantizations", "quants": if next == "of" { takeIDs(from: index + 2, .quantized) }
    case "adapter", "lora": if ["for", "of"].contains(next) { takeIDs(from: index + 2, .adapter) }
    case "merge": if next == "of" { takeIDs(from: index + 2, .merge) }
    case "fine-tune", "finetune", "variant", "derivative": if next == "of" { takeIDs(from: index + 2, .finetune) }
    case "top" where next == "of" && index > 1 && words[index - 2].folded == "built":
      takeIDs(from: index + 2, .finetune)
    case _ where next == "from": if let relation = Self.made[word.folded] { takeIDs(from: index + 2, relation) }
    default: return
    }
  }

  /// Bases by their ids, or by the name of a line with its size or version: of a line alone nobody knows which model is meant.
  private mutating func takeIDs(from start: Int, _ relation: Relation?) {
    var index = start
    while index < words.count, index < start + 4, Self.articles.contains(words[index].folded) { index += 1 }
    while index < words.count, !Self.noIDs.contains(words[index].folded),
      let (found, end) = name(from: index), found.model.registry == .huggingface
    {
      add(found, relation)
      index = end
      guard index < words.count, ["and", "&"].contains(words[index].folded) || words[index - 1].isEnd else { return }
      if ["and", "&"].contains(words[index].folded) { index += 1 }
    }
  }

  private var isTraining: Bool { isOfData || words.contains { Self.training.contains($0.folded) } }

  /// `The training data was generated with …`
  private var speaksOfTrainingData: Bool {
    words.indices.dropLast().contains {
      ["training", "instruction", "synthetic", "sft"].contains(words[$0].folded)
        && Self.data.contains(words[$0 + 1].folded)
    }
  }

  /// The names that stand from `start` on: `a/b`, `the model a/b`, `a/b and c/d`.
  private mutating func take(from start: Int, _ relation: Relation) {
    var index = start
    while index < words.count, index < start + 4, Self.articles.contains(words[index].folded) { index += 1 }
    while index < words.count, let (name, end) = name(from: index) {
      add(name, relation)
      index = end
      guard index < words.count, ["and", "or", "&"].contains(words[index].folded) || words[index - 1].isEnd else {
        return
      }
      if ["and", "or", "&"].contains(words[index].folded) { index += 1 }
    }
  }

  private mutating func add(_ name: (model: ModelName, range: Range<Int>), _ relation: Relation?) {
    let origin = Origin(model: name.model, relation: relation, range: name.range)
    if !origins.contains(where: { $0.model == name.model }) { origins.append(origin) }
  }

  /// The model that the words from `start` on name, and the index behind them.
  private func name(from start: Int) -> (name: (model: ModelName, range: Range<Int>), end: Int)? {
    let first = words[start]
    if let model = BaseName.model(in: first.text), model.id.contains("/") { return ((model, first.range), start + 1) }
    if HostedModels.isNamedGPT(first.folded) || first.folded == "chatgpt" {
      return ((ModelName(registry: .hosted, id: first.folded), first.range), start + 1)
    }
    guard Self.lines.contains(where: first.folded.hasPrefix) else { return nil }
    var end = start + 1
    while end < words.count, end < start + 4, !words[end - 1].isEnd, Self.isOfName(words[end].folded) { end += 1 }
    let id = words[start..<end].map(\.text).joined(separator: "-")
    guard id.utf8.contains(where: ASCII.isDigit), HubName.isPart(id) else { return nil }
    return ((.huggingFace(id), first.range.lowerBound..<words[end - 1].range.upperBound), end)
  }

  /// The model that the words right before `end` name.
  private func name(endingAt end: Int) -> (model: ModelName, range: Range<Int>)? {
    for start in stride(from: end - 1, through: max(0, end - 4), by: -1) {
      if let (name, last) = name(from: start), last == end { return name }
    }
    return nil
  }

  /// `70B`, `3.1`, `Instruct`
  private static func isOfName(_ word: String) -> Bool {
    word.utf8.first.map(ASCII.isDigit) == true || ["instruct", "chat", "it", "base", "v2"].contains(word)
  }

  private static func words(_ source: SourceText, _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    for part in source.bytes[range].split(whereSeparator: { ASCII.isBlank($0) || $0 == UInt8(ascii: "\n") }) {
      // Of `[a/b](address)` the text.
      var part = part
      if let close = part.firstRange(of: Array("](".utf8)) {
        let isEnd = part.last.map { ".,;:".utf8.contains($0) } ?? false
        words.append(contentsOf: word(part[..<close.lowerBound], isEnd: isEnd).map { [$0] } ?? [])
        continue
      }
      var isEnd = false
      while let last = part.last, marks.contains(last) {
        if ".,;:!)".utf8.contains(last) { isEnd = true }
        part = part.dropLast()
      }
      words.append(contentsOf: word(part, isEnd: isEnd).map { [$0] } ?? [])
    }
    return words
  }

  private static func word(_ part: ArraySlice<UInt8>, isEnd: Bool) -> Word? {
    let part = part.drop(while: marks.contains)
    guard !part.isEmpty else { return nil }
    let text = String(decoding: part, as: UTF8.self)
    return Word(text: text, folded: ASCII.lowercased(text), range: part.startIndex..<part.endIndex, isEnd: isEnd)
  }

  private static let marks = Set("()[]*_|<>,;:.!`'\"#".utf8)
  private static let articles: Set<String> = [
    "the", "a", "an", "of", "from", "model", "models", "outputs", "is", "was", "optional",
  ]
  private static let made: [String: Relation] = [
    "fine-tuned": .finetune, "finetuned": .finetune, "tuned": .finetune, "adapted": .finetune, "derived": .finetune,
    "pretraining": .finetune, "pre-training": .finetune, "quantized": .quantized, "quantised": .quantized,
    "gguf": .quantized, "converted": .converted, "merged": .merge,
  ]
  private static let noIDs: Set<String> = ["and/or", "w/o"]
  private static let training: Set<String> = [
    "trained", "training", "fine-tuned", "finetuned", "tuned", "fine-tuning", "finetuning", "learns", "sft",
    "distilled",
  ]
  private static let making: Set<String> = [
    "generated", "synthesized", "synthesised", "produced", "created", "written", "collected", "distilled",
  ]
  private static let data: Set<String> = [
    "data", "dataset", "datasets", "conversations", "instructions", "dialogues", "dialogs", "examples", "samples",
    "pairs", "corpus", "traces", "outputs", "responses", "answers", "completions", "questions", "reasoning",
  ]
  /// What makes of a sentence another: a denial, or a test.
  private static let refusals: Set<String> = [
    "not", "no", "never", "without", "neither", "nor", "unlike", "cannot", "evaluated", "evaluation", "judge", "judged",
    "judges", "compared", "comparison", "benchmark", "benchmarks", "scored", "rated", "could", "should", "would", "may",
  ]
  /// Lines whose licenses speak of outputs.
  private static let lines = ["llama", "meta-llama", "codellama", "qwen", "gemma", "hunyuan"]
}
