internal import ProvisoCore

/// AIL110: a model's name says that it was made from another, and nothing names the other.
struct BaseNotDeclared: Rule {
  let description = RuleDescription(
    id: "AIL110", name: "base-not-declared", title: "Base not declared",
    summary:
      "A model of the tree is named like a derivative (a quantization, an adapter, a fine-tune, a member of a known line), is an adapter, or has the architecture of a line under a license of its own (Llama, Gemma, Command R, EXAONE and others), and no file names a base; or a file states a base that names no model. Whatever the base's license asks for cannot be looked at.",
    help: """
      `base_model` in the card is how the hub and everyone downstream learn what a model was made from. A name such as `acme-7b-GGUF` or `Llama-3-acme` says that there is \
      a base; only the card can say which. A folder of somebody's machine (`base_model_name_or_path: /data/llama`) or a title says it to nobody else: that is a warning, and a note where a trainer has left it (`_name_or_path`).

      **Fix**: name the base in the card.

      Violation: `# Acme-7B-GGUF` and no `base_model`.

      Cure:

      ```yaml
      base_model: acme/Acme-7B
      base_model_relation: quantized
      ```
      """,
    level: .note)

  /// Words for what is done to a model that is there already.
  private static let changes: Set<String> = [
    "adapter", "awq", "bnb", "distill", "distilled", "dpo", "exl2", "finetune", "finetuned", "gguf", "gptq", "lora",
    "merge", "merged", "orpo", "qlora", "quantized", "sft",
  ]
  /// Those of ``changes`` that are another form of the same weights.
  fileprivate static let forms: Set<String> = ["awq", "bnb", "exl2", "gguf", "gptq", "quantized"]
  /// Lines of models that others build on, by the word that names them.
  private static let lines: Set<String> = ["gemma", "llama", "mistral", "mixtral", "qwen", "sdxl"]

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.model.isLocal else { return [.notApplicable] }
    let hasBase = subject.model.lineage.contains { $0.relation != .trainedOnOutputs }
    if let unread = subject.model.unreadBases.first(where: { !hasBase || !$0.isLeftByTrainer }) {
      return [
        .violated(
          Violation(
            .unread(subject.name, unread.name),
            fix: "Write the hub's id of the base, `owner/name`, there or as `base_model` in the card.",
            license: subject.model.license.concluded, level: unread.isLeftByTrainer ? nil : .warning,
            location: unread.location))
      ]
    }
    // Nobody can load an adapter without the model that it changes.
    if !hasBase, let config = subject.model.references.first(where: { $0.kind == .adapterConfig }) {
      return [
        .violated(
          Violation(
            .adapter(subject.name), fix: "Name the base as `base_model` in the card.",
            license: subject.model.license.concluded, level: .warning, location: config.location))
      ]
    }
    let name = name(of: subject.model)
    let words = name.map { Self.words($0.name) } ?? []
    guard let name, let telling = words.first(where: { Self.changes.contains($0) || Self.lines.contains($0) }) else {
      return [ofArchitecture(subject)]
    }
    if subject.model.lineage.contains(where: { $0.relation != .trainedOnOutputs }) { return [.satisfied] }
    return [
      .violated(
        Violation(
          .noBase(subject.name, name.name, telling), fix: "Name the base as `base_model` in the card.",
          license: subject.model.license.concluded, location: name.location))
    ]
  }

  /// The classes of a restricted line's models, without a base and under another license: most weights of these shapes were made
  /// from the line's.
  private func ofArchitecture(_ subject: Subject) -> Outcome {
    let model = subject.model
    for architecture in model.architectures {
      guard let line = LineShape(architecture) else { continue }
      if model.lineage.contains(where: { $0.relation != .trainedOnOutputs }) { return .satisfied }
      if model.license.candidates.contains(where: { $0.family.map(line.families.contains) == true }) {
        return .satisfied
      }
      return .violated(
        Violation(
          .noBase(subject.name, architecture),
          fix: "Name the base as `base_model` in the card, or say there that the model was trained from scratch.",
          license: model.license.concluded))
    }
    return .notApplicable
  }

  /// The name that the card gives the model, else its folder's or file's.
  private func name(of model: ResolvedModel) -> (name: String, location: Location?)? {
    if let declared = model.declaredNames.first { return (declared.name, declared.location) }
    guard model.name.id != ".", let last = model.name.id.split(separator: "/").last else { return nil }
    return (String(last), nil)
  }

  /// The words of a name in lower case, without the numbers at their ends: `Llama3-acme.gguf` has llama, acme and gguf.
  private static func words(_ name: String) -> [String] {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return wordsBeyondASCII(name) }
    return name.utf8.split { !isLetter($0) && !isDigit($0) }.flatMap { word in
      let word = word.map { isLetter($0) ? $0 | 0x20 : $0 }
      let stem = word.prefix { !isDigit($0) }
      let words = stem.isEmpty || stem.count == word.count ? [word[...]] : [word[...], stem]
      return words.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  private static func wordsBeyondASCII(_ name: String) -> [String] {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }.flatMap { word in
      let stem = word.prefix { !$0.isNumber }
      return stem.isEmpty || stem == word ? [String(word)] : [String(word), String(stem)]
    }
  }
}

extension String {
  fileprivate static func adapter(_ model: String) -> String {
    "An adapter changes another model, and nothing says which one \(model) was made for. What that one's license asks is not known."
  }

  fileprivate static func unread(_ model: String, _ base: String) -> String {
    "What \(model) was made from is stated as \(base.isEmpty ? "something" : "\"\(base)\""), which names no model, so what the base's license asks is not known."
  }

  fileprivate static func noBase(_ model: String, _ architecture: String) -> String {
    "The weights of \(model) have the shape of a line under a license of its own (\(architecture)), and no file names a base."
  }

  fileprivate static func noBase(_ model: String, _ name: String, _ word: String) -> String {
    BaseNotDeclared.forms.contains(word)
      ? "The name \"\(name)\" says that \(model) is another form (\"\(word)\") of weights that somebody published, and no file names these."
      : "The name \"\(name)\" says that \(model) was made from another model (\"\(word)\"), and no file names a base."
  }
}
