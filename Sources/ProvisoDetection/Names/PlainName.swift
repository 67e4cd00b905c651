internal import ProvisoCore

/// Names without a slash: of hosted models, `name:tag`, weight files, hub models from before it had owners.
enum PlainName {
  static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    if HostedModels.contains(text), !isRun(text), context != .prose || HostedModels.isUnmistakable(text),
      !(context.isSure && HostedModels.isOfWeights(text))
    {
      return NameVerdict(.hosted, text)
    }
    if context.asksForModel, HostedModels.isShortName(text) { return NameVerdict(.hosted, text, confidence: .medium) }
    if let bedrock = BedrockName.verdict(text) { return bedrock }
    if WeightNames.isFile(text) { return WeightNames.verdict(text, context) }
    if let cached = LocalCopy.cached(text) { return cached }
    if text.utf8.contains(UInt8(ascii: ":")) { return ServicePrefix.verdict(text) ?? tagged(text, context) }
    guard text.utf8.allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    if let id = LegacyNames.id(text), context != .prose, context != .bare || text.utf8.contains(UInt8(ascii: "-")) {
      return NameVerdict(.huggingface, id)
    }
    guard HubName.isPart(text), !HubName.hasFileExtension(text), !isDottedIdentifier(text), !isTensor(text),
      !isVariable(text)
    else { return nil }
    return named(text, context)
  }

  /// `gpt-4o-mini-summarization-run`: what somebody calls a run with it.
  private static func isRun(_ text: String) -> Bool {
    text.utf8.lastIndex(of: UInt8(ascii: "-")).map { runs.contains(text.utf8[$0...].dropFirst().map { $0 }) } == true
  }

  private static let runs: Set<[UInt8]> = Set(["run", "runs", "experiment", "experiments"].map { Array($0.utf8) })

  /// `QWEN3_MODEL_PATH`: a variable of the environment, whose last word says what it holds.
  private static func isVariable(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "_")),
      bytes.allSatisfy({ ASCII.isUpper($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "_") })
    else { return false }
    let start = bytes.distance(from: bytes.startIndex, to: mark) + 1
    let end = bytes.count - bytes.reversed().prefix(while: ASCII.isDigit).count
    return start < end && held.contains(bytes.span, start..<end)
  }

  private static let held = WordTable(
    "address checkpoint dir endpoint file folder home host id key model models name path port repo root token url version"
  )

  /// `t_embedder.mlp.0.weight`: a tensor in a model.
  private static func isTensor(_ text: String) -> Bool { FileEnding.isOne(of: tensors, text) }

  private static let tensors = WordTable("bias weight")

  private static func named(_ text: String, _ context: NameContext) -> NameVerdict? {
    let words = ModelWords(text)
    switch context {
    case .loadingCall, .command, .library:
      if OllamaNames.contains(text) { return NameVerdict(.ollama, text, confidence: .medium) }
      if HostedModels.isNamedGPT(text), !HostedModels.isOfWeights(text) {
        return NameVerdict(.hosted, text, confidence: .medium)
      }
      return (HubName.isBareName(text) || isSpeech(text)) && !isClass(text) ? NameVerdict(.huggingface, text) : nil
    case .modelKey, .bare:
      if isResource(text) { return nil }
      return context == .bare ? bare(text, words) : keyed(text, words)
    case .repositoryKey, .prose:
      return nil
    }
  }

  /// Names of NeMo's: `stt_en_conformer_transducer_small`, `titanet_large`.
  private static func isSpeech(_ text: String) -> Bool {
    let span = text.utf8.span
    let first = text.utf8.prefix { $0 != UInt8(ascii: "_") }.count
    return first < span.count && speech.contains(span, 0..<first)
  }

  private static let speech = WordTable("asr diar mtts nmt punctuation slu ssl stt titanet tts vad")

  /// `Phi3ForCausalLM`
  private static func isClass(_ text: String) -> Bool {
    text.hasSuffix("LMHeadModel") || ModelWords.isTaskClass(text) || ModelWords.isPreparingClass(text)
  }

  /// Names of what runs a model, tests it or was made with it: `qwen-7b-svc`, `kvc_qwen2-7b`, `model-llama-3`.
  private static func isResource(_ text: String) -> Bool {
    let bytes = text.utf8
    let first = bytes.prefix(while: ASCII.isLetter)
    let last = bytes.reversed().prefix(while: ASCII.isLetter)
    let span = text.utf8.span
    // `hf_pipeline_llama2_13b`: what a program calls its own way to one.
    if !bytes.contains(UInt8(ascii: "-")), HubName.isSnakeCase(text),
      bytes.split(separator: UInt8(ascii: "_")).dropLast().contains(where: {
        ways.contains(String(Substring($0)))
      })
    {
      return true
    }
    return first.count < bytes.count
      && (starts.contains(span, 0..<first.count)
        || ends.contains(span, bytes.count - last.count..<bytes.count))
  }

  private static let starts = WordTable("kvc model")
  private static let ways: Set<String> = ["backend", "client", "engine", "handler", "pipeline", "provider", "wrapper"]
  private static let ends = WordTable(
    """
    agent app backend cache chart configmap deployment docs endpoint epp experiment experiments gateway hash hpa index
    ingress isvc job namespace owner pipeline pod pods pool predictor pvc replica replicas route router run runs secret
    server service statefulset svc test worker workload
    """)

  private static func keyed(_ text: String, _ words: ModelWords) -> NameVerdict? {
    guard !words.isArchitecture, !words.isNoModel, !isKind(text), !HostedModels.isSelector(text) else { return nil }
    if OllamaNames.contains(text) { return NameVerdict(.ollama, text, confidence: .medium) }
    guard words.isModel || (words.hasFamily && HubName.isBareName(text)) else { return nil }
    if HostedModels.isNamedGPT(text) { return NameVerdict(.hosted, text, confidence: .medium) }
    return NameVerdict(.huggingface, text, confidence: .medium)
  }

  /// `ViT-H`: a kind of encoder, without what one was trained on.
  private static func isKind(_ text: String) -> Bool {
    text.utf8.count == 5 && (text.hasPrefix("ViT-") || text.hasPrefix("vit-"))
  }

  private static func bare(_ text: String, _ words: ModelWords) -> NameVerdict? {
    guard words.hasStrongFamily, words.hasSize, text.utf8.contains(UInt8(ascii: "-")), !isMember(text) else {
      return nil
    }
    return NameVerdict(.huggingface, text, confidence: .low)
  }

  /// `llama-7b.embed`: what a program calls a part of one.
  private static func isMember(_ text: String) -> Bool {
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return text.utf8[dot...].dropFirst().allSatisfy { ASCII.isLetter($0) || $0 == UInt8(ascii: "_") }
  }

  /// `llama3.2:3b`, `qwen3.5:4b-instruct`. Containers are written the same way, so the name must be a model's.
  private static func tagged(_ text: String, _ context: NameContext) -> NameVerdict? {
    guard isOllamaName(text), let colon = text.firstIndex(of: ":") else { return nil }
    let name = String(text[..<colon])
    let tag = String(text[text.index(after: colon)...])
    if isPort(tag) { return nil }
    if case .library = context { return NameVerdict(.ollama, text) }
    let isKnown = OllamaNames.contains(name)
    let words = ModelWords(name)
    // `acme.gemma:load`: a module of a program and what to call in it.
    if isDottedIdentifier(name), !isTag(tag) { return nil }
    guard isKnown || (words.hasFamily && (ModelWords(tag).hasSize || context.asksForModel)) else { return nil }
    // `ingest("zephyr:doc", …)`: where nothing asks for a model, what follows must be a tag.
    guard context.asksForModel || isTag(tag) else { return nil }
    return NameVerdict(.ollama, text, confidence: isKnown ? .high : .medium)
  }

  /// `8000` of `nim-llm-mixtral-8x22b:8000`: where a machine answers. The numbers of tags are days, of years that are below.
  private static func isPort(_ tag: String) -> Bool {
    tag.utf8.allSatisfy(ASCII.isDigit) && (4...5).contains(tag.utf8.count)
      && tag.utf8.first.map { $0 > UInt8(ascii: "2") } == true
  }

  /// `7b`, `latest`, `instruct-q4_0`, `v1.5`.
  private static func isTag(_ text: String) -> Bool {
    if text.utf8.contains(where: ASCII.isDigit) { return true }
    return text.utf8.split { !ASCII.isLetter($0) }.contains { word in
      let word = String(Substring(word))
      return tags.contains(word) || ModelWords(word).hasVariant
    }
  }

  private static let tags = WordTable("cloud latest maverick preview scout text")

  /// What Ollama takes for a name, with or without a tag.
  static func isOllamaName(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = text.utf8.first, ASCII.isWord(first), text.utf8.count <= 200 else {
      return false
    }
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { ASCII.isWord($0) || "-./".utf8.contains($0) }
    }
  }

  /// `torch.onnx`, `self.task`, `com.google.ai`: words joined by full stops, none of them a number.
  static func isDottedIdentifier(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."))
    return parts.count > 1
      && parts.allSatisfy { part in
        part.first.map { ASCII.isLetter($0) || $0 == UInt8(ascii: "_") } == true && !part.contains(UInt8(ascii: "-"))
      }
  }
}
