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
  /// The data sets of the hub that the model was trained on, by their ids.
  private(set) var dataSets: [(id: String, range: Range<Int>)] = []
  /// The line over whose weights the model is no more than a difference, where the sentence says no more of it: `These are delta
  /// weights over the original LLaMA.` Which model of the line is meant, nobody knows.
  private(set) var minuend: (name: String, range: Range<Int>)?
  /// A line with its size or version that the model was made from, whose owner is not said and by which alone nobody can look up a
  /// license: `a fine-tune of Falcon 180B`.
  private(set) var unowned: (name: String, range: Range<Int>)?

  let words: [CardWord]
  private let isOfData: Bool
  private let readsBases: Bool

  /// - Parameters:
  ///   - range: of the sentence.
  ///   - isOfData: whether the card is one of a data set, which need not say that anything is trained.
  ///   - readsBases: whether the card leaves it to its prose what the model was made from.
  init(_ source: SourceText, _ range: Range<Int>, isOfData: Bool, readsBases: Bool) {
    self.isOfData = isOfData
    self.readsBases = readsBases
    guard range.count <= Self.maximumLength, source.bytes[range].last != UInt8(ascii: "?"),
      Self.mayName(source.bytes, range)
        || readsBases
          && (NameNeedles.shared.mayName(source.bytes.span, range)
            || Self.unownedNeedles.containsAny(in: source.bytes.span.extracting(range)))
    else {
      words = []
      return
    }
    words = CardWord.words(of: source, range)
    guard !words.contains(where: { Self.refusals.contains($0.folded) || $0.folded.hasSuffix("n't") }) else { return }
    if readsBases, OtherLanguages.saysWhatItWasMadeFrom(source.string(in: range)) {
      for index in words.indices where words[index].text.contains("/") || isOfLine(index) { takeIDs(from: index, nil) }
    }
    let readsDataSets = !isOfData && isTraining
    for index in words.indices {
      read(at: index)
      if readsBases { readBase(at: index) }
      if readsDataSets { readDataSet(at: index) }
    }
    if readsBases, origins.isEmpty { minuend = lineOfDelta }
  }

  private static let maximumLength = 1_000

  /// Whether the bytes have what every name has that counts here: most sentences have nothing of it, and are not split into words.
  private static func mayName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let sentence = bytes.span.extracting(range)
    for offset in sentence.indices where sentence[offset] == UInt8(ascii: "/") || isOfSeries(sentence, offset) {
      return true
    }
    return nameNeedles.containsAny(in: sentence)
  }

  /// `o1`, `o3`: too short to be searched for.
  private static func isOfSeries(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    offset > 0 && ASCII.isDigit(bytes[offset]) && bytes[offset - 1] | 0x20 == UInt8(ascii: "o")
  }

  private static let nameNeedles = NeedleSet(
    lines + ["gpt"] + HostedModels.words.filter { $0.utf8.count > 2 }, ignoresCase: true)

  private mutating func read(at index: Int) {
    let word = words[index].folded
    let next = index + 1 < words.count ? words[index + 1].folded : ""
    switch word {
    case "distilled", "distillation", "distil", "distill":
      if ["from", "of"].contains(next) {
        take(from: index + 2, .distilled)
        if readsBases, origins.isEmpty { unowned = unowned ?? unownedLine(from: skippingArticles(index + 2)) }
      }
    case "teacher":
      // `Teacher: a/b`, `the teacher model is a/b`
      let isNamed = words[index].isEnd || ["model", "is", "was"].contains(next)
      if isNamed { take(from: index + 1, .distilled) }
    case "student":
      if next == "of" { take(from: index + 2, .distilled) }
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
    let next = folded(index + 1)
    switch word.folded {
    case "version" where next == "of":
      let kind = folded(index - 1)
      takeIDs(from: index + 2, Self.made[kind] ?? Self.kinds[kind])
    case _ where Self.labels.contains(word.folded) && next != "from": if readLabel(at: index) { return }
    case "quantization", "quantizations", "quants": if next == "of" { takeIDs(from: index + 2, .quantized) }
    case "export", "exports", "conversion", "conversions", "port":
      if next == "of" { takeIDs(from: index + 2, .converted) }
    case "files", "weights": readFiles(at: index, next)
    case "adapter", "lora": if ["for", "of"].contains(next) { takeIDs(from: index + 2, .adapter) }
    case "merge": if next == "of" { takeIDs(from: index + 2, .merge) }
    case "fine-tune", "finetune", "variant", "derivative": if next == "of" { takeIDs(from: index + 2, .finetune) }
    case "top" where next == "of" && ["built", "trained", "tuned", "fine-tuned"].contains(folded(index - 2)):
      takeIDs(from: index + 2, .finetune)
    case "as" where ["a", "the", "its", "our"].contains(next) && Self.parts.contains(folded(index + 2)):
      // `using a/b as a base`, `uses Llama 3.1 8B as its backbone`
      if let found = name(endingAt: index), found.model.registry == .huggingface { add(found, nil) }
    case "start", "starts", "started", "starting":
      if next == "from", words.contains(where: { Self.learning.contains($0.folded) }) {
        takeIDs(from: index + 2, .finetune)
      }
    case "based" where ["on", "upon"].contains(next), "built" where ["on", "upon"].contains(next):
      if let basis = basis(at: index) { takeIDs(from: basis.start, basis.relation) }
    case "fine-tuned", "finetuned", "fine-tuning", "finetuning":
      if isOwnWork(at: index), next != "from" { takeIDs(from: index + 1, .finetune) }
    case _ where word.text.contains("/") && index == 0 && next == "with":
      // `https://huggingface.co/a/b with ONNX weights to be compatible with Transformers.js.`
      if folded(index + 2) == "onnx", folded(index + 3) == "weights" { takeIDs(from: 0, .converted) }
    default: break
    }
    if let relation = Self.made[word.folded], !isOfOther(index), let from = source(of: index) {
      takeIDs(from: from + 1, relation)
    }
  }

  /// `The tokenizer is derived from a/b`: what stands before the word was made from it, and not the model.
  private func isOfOther(_ index: Int) -> Bool {
    let nearest = words[..<index].last { Self.others.contains($0.folded) || ["model", "models"].contains($0.folded) }
    return nearest.map { Self.others.contains($0.folded) } ?? false
  }

  /// The nearest line to a word for differences, in a sentence about weights.
  private var lineOfDelta: (name: String, range: Range<Int>)? {
    guard let delta = words.firstIndex(where: { ["delta", "deltas"].contains($0.folded) }),
      words.contains(where: { ["weight", "weights", "checkpoint", "checkpoints"].contains($0.folded) })
    else { return nil }
    let near = words.indices.filter { abs($0 - delta) <= Self.reachOfDelta && isOfLine($0) }
    return near.min { abs($0 - delta) < abs($1 - delta) }.map { (words[$0].text, words[$0].range) }
  }

  private static let reachOfDelta = 10

  func folded(_ index: Int) -> String { words.indices.contains(index) ? words[index].folded : "" }

  /// `Base model: a/b`, `Backbone: a/b`, `| Base | a/b |`, `The language model is a/b`.
  private mutating func readLabel(at index: Int) -> Bool {
    let word = words[index]
    if folded(index + 1) == "model" {
      let isNamed = index == 0 || words[index + 1].isEnd || ["is", "was"].contains(folded(index + 2))
      guard isNamed else { return false }
      takeIDs(from: index + 2, nil)
      return true
    }
    guard Self.loneLabels.contains(word.folded), index == 0, index + 1 < words.count,
      word.isEnd || words[1].text.contains("/")
    else { return false }
    takeIDs(from: index + 1, nil)
    return true
  }

  /// `GGUF format model files for a/b`, `LoRA adaption weights for a/b`, `controlnet weights trained on a/b`.
  private mutating func readFiles(at index: Int, _ next: String) {
    let kinds = words[..<index].suffix(6).compactMap { Self.kinds[$0.folded] }
    guard let relation = kinds.last else { return }
    if ["for", "of"].contains(next) { takeIDs(from: index + 2, relation) }
    if next == "trained", folded(index + 2) == "on" { takeIDs(from: index + 3, relation) }
  }

  /// Where `from` stands behind the word for what was done: right behind it, or `converted to MLX format from`.
  private func source(of index: Int) -> Int? {
    if folded(index + 1) == "from" { return index + 1 }
    guard Self.formats.contains(words[index].folded) else { return nil }
    var next = index + 1
    while next < words.count, next <= index + 5, !words[next - 1].isEnd || next == index + 1 {
      if words[next].folded == "from" { return next }
      next += 1
    }
    return nil
  }

  /// `We fine-tuned a/b`, `obtained by fine-tuning a/b`, `This is a fine-tuned a/b`: no advice to others.
  private func isOwnWork(at index: Int) -> Bool {
    guard index > 0 else { return words[index].folded.hasSuffix("tuned") }
    return ["we", "by", "a", "is"].contains(words[index - 1].folded) || words[index - 1].isEnd
  }

  /// `on the a/b dataset`, `on [Alpaca](https://huggingface.co/datasets/a/b)`.
  private mutating func readDataSet(at index: Int) {
    if let id = words[index].dataSet { return addDataSet(id, words[index].range) }
    guard words[index].folded == "on" else { return }
    let named = index + (["the", "a", "an"].contains(folded(index + 1)) ? 2 : 1)
    guard ["dataset", "datasets"].contains(folded(named + 1)), !words[named].isEnd, words[named].dataSet == nil,
      case let id = words[named].text, id.utf8.filter({ $0 == UInt8(ascii: "/") }).count == 1, HubName.isID(id),
      !HubName.isPlaceholder(id)
    else { return }
    addDataSet(id, words[named].range)
  }

  private mutating func addDataSet(_ id: String, _ range: Range<Int>) {
    if !dataSets.contains(where: { $0.id == id }) { dataSets.append((id, range)) }
  }

  /// Bases by their ids, or by the name of a line with its size or version: of a line alone nobody knows which model is meant.
  private mutating func takeIDs(from start: Int, _ relation: Relation?) {
    var index = skippingArticles(start)
    if index < words.count, name(from: index) == nil, let line = unownedLine(from: index) {
      unowned = unowned ?? line
      return
    }
    while index < words.count, !Self.noIDs.contains(words[index].folded),
      let (found, end) = name(from: index), found.model.registry == .huggingface
    {
      add(found, relation)
      index = end
      guard index < words.count, ["and", "&"].contains(words[index].folded) || words[index - 1].isEnd else { return }
      if ["and", "&"].contains(words[index].folded) { index += 1 }
    }
  }

  /// Where a name begins behind articles and the like.
  private func skippingArticles(_ start: Int) -> Int {
    var index = start
    while index < words.count, index < start + 4, Self.articles.contains(words[index].folded) { index += 1 }
    return index
  }

  /// `un fine-tuning de Llama-3.1-8B`; with what it was made, `LLaMA-Factory 0.9`, is no base.
  private func isOfLine(_ index: Int) -> Bool {
    let word = words[index].folded
    return Self.lines.contains(where: word.hasPrefix) && !Self.tools.contains(where: word.hasPrefix)
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
    var index = skippingArticles(start)
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
  func name(from start: Int) -> (name: (model: ModelName, range: Range<Int>), end: Int)? {
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

  private static let articles: Set<String> = [
    "the", "a", "an", "of", "from", "model", "models", "outputs", "is", "was", "optional",
  ]
  private static let made: [String: Relation] = [
    "fine-tuned": .finetune, "finetuned": .finetune, "tuned": .finetune, "adapted": .finetune, "derived": .finetune,
    "pretraining": .finetune, "pre-training": .finetune, "initialized": .finetune, "initialised": .finetune,
    "pruned": .finetune, "developed": .finetune, "uncensored": .finetune, "abliterated": .finetune,
    "quantized": .quantized, "quantised": .quantized, "converted": .converted, "exported": .converted,
    "merged": .merge,
  ]
  /// Of these a format is said before what was the source.
  private static let formats: Set<String> = ["converted", "exported", "quantized", "quantised"]
  /// What has a source of its own beside the model.
  static let others: Set<String> = [
    "tokenizer", "vocabulary", "template", "code", "script", "scripts", "config", "configuration", "architecture",
    "implementation", "prompts", "recipe",
  ]
  /// What weights are called that were made for, or from, others.
  private static let kinds: [String: Relation] = [
    "lora": .adapter, "controlnet": .adapter, "adapter": .adapter, "gguf": .quantized, "ggml": .quantized,
    "gptq": .quantized, "awq": .quantized, "exl2": .quantized, "quantized": .quantized, "onnx": .converted,
    "mlx": .converted, "ml": .converted, "openvino": .converted,
  ]
  private static let labels: Set<String> = [
    "base", "backbone", "foundation", "parent", "original", "source", "starting", "pretrained", "language",
  ]
  private static let loneLabels: Set<String> = ["base", "backbone", "parent"]
  private static let parts: Set<String> = ["base", "backbone", "foundation", "initialization", "starting"]
  private static let learning: Set<String> = [
    "pretraining", "pre-training", "training", "trained", "train", "fine-tuning", "finetuning", "fine-tuned",
    "finetuned", "fine-tune", "finetune",
  ]
  static let noIDs: Set<String> = ["and/or", "w/o"]
  private static let training: Set<String> = [
    "trained", "training", "fine-tuned", "finetuned", "tuned", "fine-tuning", "finetuning", "learns", "sft",
    "distilled",
  ]
  private static let making: Set<String> = [
    "generated", "synthesized", "synthesised", "produced", "created", "written", "collected", "distilled", "sampled",
  ]
  private static let data: Set<String> = [
    "data", "dataset", "datasets", "set", "conversations", "instructions", "dialogues", "dialogs", "examples",
    "samples",
    "pairs", "corpus", "traces", "outputs", "responses", "answers", "completions", "questions", "reasoning",
  ]
  /// What makes of a sentence another: a denial, or a test.
  static let refusals: Set<String> = [
    "not", "no", "never", "without", "neither", "nor", "unlike", "cannot", "evaluated", "evaluation", "judge", "judged",
    "judges", "compared", "comparison", "benchmark", "benchmarks", "scored", "rated", "could", "should", "would", "may",
    "baseline", "baselines", "separately", "supports", "mmlu",
  ]
  /// Lines whose licenses speak of outputs.
  private static let lines = ["llama", "meta-llama", "codellama", "qwen", "gemma", "hunyuan"]
  /// Programs that are called like those.
  private static let tools = [
    "llama.cpp", "llama-cpp", "llama_cpp", "llamacpp", "llamafile", "llama-factory", "llamafactory", "llama-index",
    "llamaindex", "llama-stack", "llama-cookbook", "llama-recipes", "qwen-agent", "qwen-code", "gemma.cpp",
  ]
}
