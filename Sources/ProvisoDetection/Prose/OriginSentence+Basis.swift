internal import ProvisoCore
internal import ProvisoText

/// `This model is based on a/b.`, `Acme 8B, built upon Llama 3.1 8B`: weaker words than those for what was done, which papers, code and
/// numbers are "based on", too. What stands before them must speak of the model, and what stands behind them be a model's name and no
/// more than that.
extension OriginSentence {
  /// Where the names begin, and what they are to the model; nil where something else is based on something.
  func basis(at index: Int) -> (start: Int, relation: Relation?)? {
    guard
      index < Self.longestSubject || index > 0 && words[..<index].contains(where: { Self.models.contains($0.folded) })
    else { return nil }
    let clause = words[..<index].lastIndex { $0.isEnd }.map { $0 + 1 } ?? 0
    let isAside = clause == index && index > 0
    let subject = words[(isAside ? 0 : clause)..<index]
    let nearest = subject.last {
      Self.models.contains($0.folded) || Self.parts(of: $0.folded) || Self.isNoModel($0.folded)
    }
    if let nearest, Self.isNoModel(nearest.folded) { return nil }
    // `a reward model based on a/b`
    if let last = subject.lastIndex(where: { Self.models.contains($0.folded) }), last > subject.startIndex,
      Self.isNoModel(words[last - 1].folded) || Self.helpers.contains(words[last - 1].folded)
    {
      return nil
    }
    var start = index + 2
    while start < words.count, start < index + 7, name(from: start) == nil, unownedEnd(from: start) == nil,
      Self.isFiller(words[start].folded)
    {
      start += 1
    }
    guard start < words.count, isModelName(start) else { return nil }
    let end = name(from: start)?.end ?? unownedEnd(from: start) ?? start + 1
    if end < words.count, !words[end - 1].isEnd, Self.isNoModel(words[end].folded) || Self.parts(of: words[end].folded)
    {
      return nil
    }
    return (start, nearest.map { Self.parts(of: $0.folded) } == true ? .component : nil)
  }

  /// A line of models by its name with a size or a version, where the name of no owner stands before it.
  func unownedLine(from start: Int) -> (name: String, range: Range<Int>)? {
    guard let end = unownedEnd(from: start) else { return nil }
    let name = words[start..<end].map(\.text).joined(separator: "-").replacing("+", with: "-Plus")
    return (name, words[start].range.lowerBound..<words[end - 1].range.upperBound)
  }

  private func unownedEnd(from start: Int) -> Int? {
    guard words.indices.contains(start), !words[start].text.contains("/") else { return nil }
    if let end = endOfCommand(from: start) { return end }
    var end = start + 1
    // Where the name ends by what was read so far: `Coder` alone says nothing, and `Coder 33B` much.
    var said = end
    while end < words.count, end < start + 6, !words[end - 1].isEnd {
      let word = words[end].folded
      let isPair =
        end == start + 1 && !ModelWords(words[start].text).hasFamily
        && ModelWords("\(words[start].text)-\(words[end].text)").hasFamily
      let ends = isPair || Self.isVersion(word) || Self.endings.contains(word) || word.hasPrefix("large-v")
      guard ends || Self.middles.contains(word) else { break }
      end += 1
      if ends { said = end }
    }
    let name = words[start..<said].map(\.text).joined(separator: "-")
    let read = ModelWords(name)
    let isName =
      (read.hasFamily || Self.shortFamilies.contains(words[start].folded))
      && (read.hasDigit || read.hasSize || Self.endings.contains(words[said - 1].folded))
      && (ModelWords(words[start].text).hasFamily || said > start + 1) && HubName.isPart(name)
    if !isName { return Self.wholeNames.contains(words[start].folded) ? start + 1 : nil }
    return said
  }

  /// `Command R+`, whose parts are everyday words.
  private func endOfCommand(from start: Int) -> Int? {
    guard words[start].text == "Command", !words[start].isEnd, start + 1 < words.count,
      ["R", "R+", "A"].contains(words[start + 1].text)
    else { return nil }
    return folded(start + 2) == "plus" && !words[start + 1].isEnd ? start + 3 : start + 2
  }

  /// `1.5`, `34B`, `v1.5`
  private static func isVersion(_ word: String) -> Bool {
    let bytes = word.utf8
    guard let first = bytes.first else { return false }
    return ASCII.isDigit(first)
      || first == UInt8(ascii: "v") && bytes.dropFirst().first.map(ASCII.isDigit) == true
  }

  /// Bytes that are looked for in sentences beside the needles of names, of the lines that have none.
  static let unownedNeedles = NeedleSet(wholeNames.sorted() + ["command ", "sd ", "yi "], ignoresCase: true)

  /// A link to the hub, a name that says that it is a model's, or a line with its size.
  private func isModelName(_ index: Int) -> Bool {
    let word = words[index]
    guard word.text.contains("/") else { return name(from: index) != nil || unownedEnd(from: index) != nil }
    guard !Self.noIDs.contains(word.folded) else { return false }
    return word.isLinked || HubName.isKnownModel(word.text)
      || ModelWords(String(word.text.split(separator: "/").last ?? "")).hasSize
  }

  private static let longestSubject = 9

  private static func isFiller(_ word: String) -> Bool {
    word.hasSuffix("'s") || word.hasSuffix("’s") || fillers.contains(word)
  }

  private static func isNoModel(_ word: String) -> Bool { others.contains(word) || things.contains(word) }

  private static func parts(of word: String) -> Bool { components.contains(word) }

  private static let models: Set<String> = [
    "model", "models", "version", "checkpoint", "checkpoints", "adapter", "lora", "finetune", "fine-tune", "merge",
    "weights", "it", "llm", "vlm",
  ]
  /// Models beside the model.
  private static let helpers: Set<String> = [
    "draft", "critic", "reference", "guard", "safety", "embedding", "judge", "teacher", "other",
  ]
  private static let components: Set<String> = ["encoder", "decoder", "vocoder", "backbone", "tower"]
  private static let fillers: Set<String> = [
    "the", "a", "an", "model", "models", "pretrained", "pre-trained", "base", "foundation", "original", "official",
    "latest", "open-source", "open-weight", "instruction-tuned", "llm", "meta", "google", "alibaba", "mistral", "ai",
    "tii", "powerful", "open", "family", "series", "of", "weights", "checkpoint",
  ]
  /// What else is based on something, and what of a model is not the model.
  private static let things: Set<String> = [
    "paper", "work", "results", "result", "score", "scores", "metrics", "numbers", "data", "dataset", "datasets",
    "corpus", "method", "approach", "pipeline", "demo", "space", "app", "application", "framework", "library", "repo",
    "repository", "codebase", "project", "server", "api", "license", "licence", "format", "prompt", "loss", "reward",
    "rewards", "transformer", "architectures", "design", "structure", "style", "notebook", "tutorial", "example",
    "implementations", "quantization", "calibration", "evaluations", "leaderboard", "tokenizers", "family", "technique",
    "algorithm", "training", "inference", "engine", "runtime", "tool", "tools", "agent", "name",
  ]
  /// Lines that are called by a name without a size or a version.
  private static let wholeNames: Set<String> = ["sdxl", "codestral", "dbrx", "musicgen", "xtts", "seamlessm4t"]
  /// Lines whose names are too short to be known without a version or a size.
  private static let shortFamilies: Set<String> = ["sd", "yi", "opt", "aya"]
  /// What stands between the name of a line and its size: `DeepSeek Coder 33B`.
  private static let middles: Set<String> = [
    "coder", "code", "math", "vl", "llm", "moe", "omni", "audio", "vision", "next", "nano", "expanse", "large",
  ]
  private static let endings: Set<String> = [
    "instruct", "chat", "it", "base", "xl", "large", "turbo", "dev", "schnell", "mini", "small", "medium", "plus", "v1",
    "v2", "v3", "pro",
  ]
}
