internal import ProvisoCore

/// AIL209: a model is named after somebody else's mark, and the license gives no right to it.
struct TrademarkUse: Rule {
  let description = RuleDescription(
    id: "AIL209", name: "trademark-use", title: "Trademark use",
    summary:
      "A model that was made from another bears the name of the other's publisher or line, and the license says that it grants no right to marks.",
    help: """
      Apache 2.0 grants no use of the licensor's names except to say where something comes from (clause 6); the Llama licenses allow the word "Llama" only as far as they ask for it (5.a), \
      and "Meta" not at all. Gemma's terms grant no right to Google's marks and trade names (4.2).

      Saying what a model was made from is fine: in the card, or as "based on". A copy in another shape keeps its name.

      **Fix**: give the model a name of your own, and say in the card what it was made from.

      Violation: `# Mistral Acme 7B` over `mistralai/Mistral-7B-v0.3`.

      Cure: `# Acme Support 7B`, with `base_model: mistralai/Mistral-7B-v0.3`.
      """,
    level: .note)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.mode == .scan, subject.model.isLocal, let name = subject.model.declaredNames.first else {
      return [.notApplicable]
    }
    let edges = subject.model.lineage.filter { edge in
      edge.depth == 1 && ![.quantized, .converted, .adapter].contains(edge.relation)
    }
    // Who passes the model on under its own name has named nothing after it: Apache 2.0, 6, leaves the description of the origin.
    if edges.contains(where: { Self.isSameName(name.name, $0.base.id) }) { return [.satisfied] }
    let marks = edges.flatMap { edge in edge.license.candidates.compactMap { mark(of: edge, $0) } }
    guard !marks.isEmpty else { return [.notApplicable] }
    guard let used = marks.first(where: { Self.words(name.name).first == $0.word }) else { return [.satisfied] }
    return [
      .violated(
        Violation(
          .bearsMark(name.name, used.display, Wording.license(used.applicable, clause: used.clause)),
          fix: "Name the model as your own, and say in the card what it was made from.",
          license: used.applicable.license.id, clause: used.clause, location: name.location))
    ]
  }

  private struct Mark {
    var display: String
    var word: String
    var applicable: ApplicableLicense
    var clause: String
  }

  /// The first word of the base's name, under a license that says that it grants no marks: those whose text has been read for it.
  private func mark(of edge: LineageEdge, _ license: License) -> Mark? {
    let applicable = ApplicableLicense(license: license, edge: edge)
    switch license.family {
    case "apache":
      let short = edge.base.id.split(separator: "/").last.map(String.init) ?? edge.base.id
      guard let word = Self.words(short).first, word.utf8.count >= 4, !Self.common.contains(word) else { return nil }
      let display = String(short.prefix { $0.isLetter })
      return Mark(display: display, word: word, applicable: applicable, clause: "6")
    case "llama":
      // Where the license asks for a prefix, it grants that word with it.
      let word = license.terms.namePrefix.value == nil && license.id == "llama2" ? "Llama" : "Meta"
      return Mark(display: word, word: word.lowercased(), applicable: applicable, clause: "5.a")
    case "gemma": return Mark(display: "Gemma", word: "gemma", applicable: applicable, clause: "4.2")
    default: return nil
    }
  }

  /// Whether a name is the base's own and words for its shape: `Qwen3-8B-GGUF`, `gemma-2-9b-it AWQ 4bit`.
  private static func isSameName(_ name: String, _ base: String) -> Bool {
    func parts(_ name: String) -> [String] {
      (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
        .split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    }
    let (own, original) = (parts(name), parts(base))
    guard own.starts(with: original), own.count > original.count else { return false }
    return own.dropFirst(original.count).allSatisfy { word in
      shapes.contains(word) || bits.contains { word.hasPrefix($0) && word.dropFirst($0.count).allSatisfy(\.isNumber) }
    }
  }

  private static let shapes: Set<String> = [
    "gguf", "ggml", "awq", "gptq", "exl2", "exl3", "mlx", "onnx", "openvino", "coreml", "quantized", "quant", "quants",
    "4bit", "8bit", "6bit", "3bit", "5bit", "2bit", "4", "8", "bit", "nf4", "bnb", "k", "m", "s", "l", "xs", "imatrix",
    "i1",
    "int", "dynamic", "static", "w4a16", "w8a8", "w8a16", "safetensors", "litert", "tflite", "mxfp4", "nvfp4",
  ]
  private static let bits = ["q", "iq", "int", "fp", "bf"]

  /// Words that describe a model and belong to nobody.
  private static let common: Set<String> = [
    "bert", "roberta", "distilbert", "deberta", "gpt", "whisper", "vit", "tiny", "small", "base", "large",
    "multilingual",
    "sentence", "model", "instruct", "chat", "code", "text", "image", "speech", "clip", "wav", "xlm", "albert",
    "electra",
  ]

  /// In lower case, digits left out: `Qwen2.5-7B` begins with `qwen`.
  private static func words(_ name: String) -> [String] {
    let short = name.split(separator: "/").last.map(String.init) ?? name
    return short.split { !$0.isLetter }.map { $0.lowercased() }
  }
}

extension String {
  fileprivate static func bearsMark(_ name: String, _ mark: String, _ license: String) -> String {
    "The name \"\(name)\" begins with \"\(mark)\", and \(license) grants no use of the publisher's names for models made from it."
  }
}
