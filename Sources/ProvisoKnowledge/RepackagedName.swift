internal import ProvisoCore
internal import ProvisoText

/// Names under which others republish a model: quantized, converted, mirrored.
///
/// `unsloth/Meta-Llama-3.1-8B-bnb-4bit` is Meta's model in another shape. Only names that are nothing but a model's own name and
/// words about shape count: whatever else stands in a name may be a fine-tune under terms of its own.
package enum RepackagedName {
  /// The model that the hub model `id` repackages, as its name says; nil where the name says nothing that is known, or could mean
  /// models under different licenses.
  package static func base(of id: String) -> String? {
    let parts = id.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard parts.count == 2 else { return nil }
    let name = withoutShape(parts[1])
    let isRepackager = ModelPublishers.repackagers.contains(parts[0].lowercased())
    // Somebody's model of the same name may be a model of its own.
    guard isRepackager || name != parts[1] else { return nil }
    // A publisher's own copy in another shape.
    if name != parts[1], let own = ModelCatalog.entry(for: "\(parts[0])/\(name)") { return own.id }
    return named(name, butOf: parts[0]) ?? ownerAndName(name)
      ?? (isRepackager ? ownerAndNameOfOneMark(name) : nil) ?? ofFamily(name)
      ?? (isRepackager ? ModelCatalog.madeModel(named: name) : nil)
  }

  /// Whether `id` is named after the model `base` and its shape alone, with or without the name of its publisher.
  package static func isCopy(_ id: String, of base: String) -> Bool { Original(base).isCopied(by: id) }

  /// A model that others may be named after.
  private struct Original {
    private let name: [String]
    private let withOwner: [String]

    init(_ id: String) {
      name = Self.words(Self.withoutOwner(id))
      withOwner = Self.words(id.replacing("/", with: "_"))
    }

    func isCopied(by id: String) -> Bool {
      let words = Self.words(Self.withoutOwner(id))
      return words == name || words == withOwner
    }

    private static func withoutOwner(_ id: String) -> Substring {
      let parts = id.utf8.split(separator: UInt8(ascii: "/"))
      return parts.last.map(Substring.init) ?? ""
    }

    private static func words(_ name: some StringProtocol) -> [String] {
      NamedLine.words(ModelNameWords(name).withoutShape.joined(separator: "-")).filter { $0 != "meta" }
    }
  }

  /// The license that the same owner's other copies of the model in other shapes have on file, where at least two have the same
  /// one, and how many. Of several such licenses the one of the most copies.
  package static func sisters(of id: String) -> (license: String, count: Int)? {
    guard let slash = id.firstIndex(of: "/"), let table = HubModels.table else { return nil }
    let original = id[...slash] + withoutShape(String(id[id.index(after: slash)...]))
    guard original.utf8.count < id.utf8.count else { return nil }
    let others = table.labels(startingWith: original + "-", limit: 64).filter { !$0.license.isEmpty }
    guard others.count > 1 else { return nil }
    var counts: [String: Int] = [:]
    let model = Original(String(original))
    for other in others where other.id.lowercased() != id.lowercased() && model.isCopied(by: other.id) {
      counts[other.license, default: 0] += 1
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 1 else { return nil }
    return (most.key, most.value)
  }

  /// The one model of that name, or the publisher's own where others mirror it.
  private static func named(_ name: String, butOf owner: String) -> String? {
    // A letter or two are anybody's.
    guard name.utf8.count > 2, !commonWords.contains(name.lowercased()) else { return nil }
    let all = HubModels.table?.rows(named: name, limit: maximumNamesakes) ?? []
    let rows = all.filter { $0.owner != owner.lowercased() }
    if let own = rows.first(where: { publishers.contains($0.owner) }) { return own.id }
    guard all.count < maximumNamesakes else { return nil }
    let labeled = rows.filter { !["", "none-declared"].contains($0.statement.license) }
    // What nobody has labeled is known by what it was made from, and that frees no copy.
    guard !labeled.isEmpty else { return rows.first { $0.bases.contains(where: restricts) }?.id }
    let licenses = Set(labeled.map(\.statement.license))
    guard licenses.count == 1, let row = labeled.first else { return nil }
    // The copy may be one of a namesake that nobody has labeled: where that one was made from a restricted model, the free label of
    // another says nothing of it.
    if !restricts(row.id), rows.contains(where: { $0.id != row.id && isOfRestricted($0.bases) }) { return nil }
    // `medical-chatbot`, `merged_model`: many have one of that name, and the one on file frees none of the others.
    let isKnown = isTelling(name) || ModelCatalog.familyRule(for: row.id) != nil
    return isKnown || restricts(row.id) || row.bases.contains(where: restricts) ? row.id : nil
  }

  /// More models than this of one name are nobody's in particular.
  private static let maximumNamesakes = 64

  /// Whether one of the models is restricted, or was made from such a one, by its name or as far as the lists know.
  private static func isOfRestricted(_ ids: [String]) -> Bool {
    var seen: Set<String> = []
    var level = ids
    for _ in 0..<maximumSteps {
      let next = level.filter { seen.count < maximumNamesakes && seen.insert($0.lowercased()).inserted }
      if next.contains(where: { restricts($0) || NamedLine.inName(of: $0) != nil }) { return true }
      level = next.flatMap { ModelCatalog.entry(for: $0)?.bases ?? [] }
      if level.isEmpty { break }
    }
    return false
  }

  private static let maximumSteps = 6

  /// Whether the license on file of the model restricts.
  private static func restricts(_ id: String) -> Bool {
    let entry = ModelCatalog.entry(for: id)
    return [entry?.license, entry?.licenseName, ModelCatalog.familyRule(for: id)?.license].contains { name in
      name.flatMap(LicenseLibrary.shared.category)?.isRestricted == true
    }
  }

  /// Whether a word of the name is not one that anybody gives to any model.
  private static func isTelling(_ name: String) -> Bool {
    NamedLine.words(name.replacing(".", with: " ")).contains { word in
      let letters = word.prefix { $0.isLetter }
      return letters.count >= 4 && !everybodysWords.contains(String(letters)) && !everybodysWords.contains(word)
    }
  }

  private static let everybodysWords: Set<String> = [
    "abliterated", "adapter", "agent", "alpha", "assistant", "audio", "base", "best", "beta", "bits", "calling", "chat",
    "chatbot", "checkpoint", "checkpoints", "classification", "classifier", "code", "coder", "coding", "custom", "data",
    "dataset", "demo", "domain", "dpo", "emotion", "english", "epoch", "epochs", "example", "exp", "experiment",
    "experiments", "expert", "final", "finetune", "finetuned", "finetuning", "first", "full", "function", "functions",
    "generation", "generator", "grpo", "hello", "image", "instruct", "instruction", "instructions", "large", "latest",
    "legal", "lite", "llms", "local", "lora", "math", "medical", "medium", "merge", "merged", "mini", "mixture",
    "model", "modelname", "models", "multi", "multilingual", "name", "orpo", "output", "outputs", "plus", "preview",
    "pretrained", "qlora",
    "question", "reasoning", "result", "results", "rlhf", "roleplay", "sample", "sentiment", "series", "small",
    "speech", "step", "steps",
    "story", "summarization", "summarizer", "summary", "task", "temp", "test", "testmodel", "tests", "testing", "text",
    "think",
    "thinker", "thinking", "tiny", "tool", "tools", "train", "trained", "training", "translation", "translator", "tune",
    "tuned", "tuning", "ultra", "uncensored", "version", "vision", "world", "writer", "your",
  ]

  /// `Qwen_Qwen3-8B` of `Qwen/Qwen3-8B`.
  private static func ownerAndName(_ name: String) -> String? {
    guard let mark = name.firstIndex(of: "_") else { return nil }
    let id = name[..<mark] + "/" + name[name.index(after: mark)...]
    if let entry = ModelCatalog.entry(for: String(id)) { return entry.id }
    return ModelCatalog.familyRule(for: String(id)).flatMap {
      isOnlyVariant(id.lowercased(), of: $0) ? String(id) : nil
    }
  }

  /// `mistralai-Mistral-7B-v0.1` of `mistralai/Mistral-7B-v0.1`, a model on file: of a line of which only the rule is known, nobody
  /// knows where the owner's name ends.
  private static func ownerAndNameOfOneMark(_ name: String) -> String? {
    let marks = name.indices.lazy.filter { name[$0] == "-" }.prefix(maximumMarks)
    return marks.compactMap { mark in
      ModelCatalog.entry(for: "\(name[..<mark])/\(name[name.index(after: mark)...])")?.id
    }.first
  }

  /// More than an owner's name has.
  private static let maximumMarks = 6

  /// A model of a publisher's line that the catalog does not list.
  private static func ofFamily(_ name: String) -> String? {
    let name = name.lowercased()
    let start = Array(name.utf8.prefix(startLength))
    for (publisher, starts) in ruleStarts where starts.contains(start) || starts.contains([]) {
      let candidate = "\(publisher)/\(name)"
      if let rule = ModelCatalog.familyRule(for: candidate), isOnlyVariant(candidate, of: rule) { return candidate }
    }
    return nil
  }

  /// By publisher how the names begin that its rules speak of; empty where a rule may speak of any name.
  private static let ruleStarts = publishers.map { publisher in
    (
      publisher: publisher,
      starts: Set(
        ModelCatalog.familyPatterns(ofOwner: publisher).map { pattern in
          let literal = pattern.utf8.dropFirst(publisher.utf8.count + 1).prefix { $0 != UInt8(ascii: "*") }
          return literal.count < startLength ? [] : Array(literal.prefix(startLength))
        })
    )
  }
  private static let startLength = 3

  /// Whether what the rule's `*` stands for is only words for variants of one model.
  private static func isOnlyVariant(_ id: String, of rule: FamilyRule) -> Bool {
    let literal = rule.pattern.prefix { $0 != "*" }
    let rest = id.dropFirst(literal.count)
    return rest.split(separator: "-").allSatisfy { word in
      variants.contains(String(word)) || isVersion(word)
    }
  }

  /// `v0.3`, `2407`, `7b`, `a3b`.
  private static func isVersion(_ word: Substring) -> Bool {
    let isSize = word.hasSuffix("b")
    let number = isSize ? word.dropLast() : word
    let digits = number.hasPrefix(isSize ? "a" : "v") ? number.dropFirst() : number
    return !digits.isEmpty && digits.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// Words about shape stand at the end.
  private static func withoutShape(_ name: String) -> String {
    var name = name[...]
    var isShaped = false
    while let mark = name.utf8.lastIndex(where: isMark) {
      // `4.65bpw`: a point before a digit is the number's.
      let rest = name.utf8[mark...]
      let isInNumber =
        rest.first == UInt8(ascii: ".") && rest.dropFirst().first.map(ModelTableLayout.isDigit) == true
      let start = isInNumber ? name[..<mark].utf8.lastIndex { "-_".utf8.contains($0) } : mark
      let word = start.map { name[name.index(after: $0)...].lowercased() }
      // `-GGUF-IQ-ARM-Imatrix`: what it is built for, between words about shape.
      if let start, let word,
        isShape(word) || isShaped && word == "arm"
          || ModelNameWords.isOfShape(word, behind: ModelNameWords(name[..<start]).words)
      {
        name = name[..<start]
        isShaped = true
      } else if let start = quantization(in: name) {
        name = name[..<start]
      } else {
        break
      }
    }
    return String(name)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private static func isShape(_ word: String) -> Bool { ModelNameWords.isShape(word) || word == "unsloth" }

  /// The mark before a quantization that the name ends with: `-Q4_K_M`.
  private static func quantization(in name: Substring) -> String.Index? {
    guard name.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "q") }) else { return nil }
    guard let mark = name.utf8.lastIndex(where: { "-.".utf8.contains($0) }) else { return nil }
    let words = ModelNameWords(name[name.index(after: mark)...]).words
    return ModelNameWords.quantization(atEndOf: words) == 0 ? mark : nil
  }

  /// Everybody's words for several models, or for none, which are the names of somebody's repositories, too.
  private static let commonWords: Set<String> = [
    "flux", "model", "models", "llama", "mistral", "qwen", "gemma", "phi", "sd", "sdxl", "stable-diffusion",
    "stable_diffusion", "whisper", "gpt", "bert", "clip", "yolo", "lora", "adapter", "checkpoint", "base", "test",
    "llm", "modelname",
  ]

  private static let publishers = [
    "meta-llama", "google", "qwen", "mistralai", "deepseek-ai", "microsoft", "stabilityai", "black-forest-labs",
    "openai",
    "codellama", "huggingfacetb", "ibm-granite", "tiiuae", "01-ai", "coherelabs", "nvidia", "zai-org", "allenai",
  ]
  private static let variants: Set<String> = [
    "instruct", "it", "chat", "base", "pt", "hf", "thinking", "qat", "vision", "text", "preview", "mini", "medium",
    "small", "large", "4k", "8k", "128k", "reasoning", "turbo",
  ]
}
