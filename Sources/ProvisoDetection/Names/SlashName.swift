internal import ProvisoCore

/// Names with a slash: `owner/name`, a provider before a name (`ollama/llama3`), a file, an id of a service (`models/…`).
enum SlashName {
  static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    if let docker = DockerName.verdict(text, isSure: context.asksForModel) ?? CarriedModel.verdict(text) {
      return docker
    }
    if let routed = routed(text, context) { return routed }
    if WeightNames.isFile(text) { return file(text, context) }
    if let copy = LocalCopy.verdict(text, context) { return copy }
    if let carried = behindService(text, context) { return carried }
    var id = text
    // LlamaIndex and timm say where a name is to be looked for.
    for prefix in hubPrefixes where text.hasPrefix(prefix) { id = String(text.dropFirst(prefix.utf8.count)) }
    let isPrefixed = id.utf8.count < text.utf8.count
    var revision = Revision.notApplicable
    if let at = id.firstIndex(of: "@"), at != id.startIndex {
      revision = Revision(written: String(id[id.index(after: at)...]))
      id = String(id[..<at])
    }
    var hasTag = false
    if let colon = id.firstIndex(of: ":") {
      guard id[id.index(after: colon)...].utf8.allSatisfy({ ASCII.isWord($0) || "-.".utf8.contains($0) }) else {
        return nil
      }
      id = String(id[..<colon])
      hasTag = true
    }
    guard HubName.isID(id),
      let confidence = confidence(id, isPrefixed ? .loadingCall : context, hasTag: hasTag)
    else { return nil }
    return NameVerdict(.huggingface, id, revision: revision, confidence: confidence)
  }

  /// `owner/name#main`, `owner/name?revision=main`: a model that is known, and a word of the revision that is asked for. Of code the
  /// number of an issue stands there.
  static func atMark(_ text: String, _ context: NameContext) -> NameVerdict? {
    let bytes = text.utf8
    guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }),
      bytes[..<mark].contains(UInt8(ascii: "/")), case let id = String(text[..<mark]), HubName.isKnownModel(id),
      case let rest = text[bytes.index(after: mark)...], rest.utf8.contains(where: ASCII.isLetter),
      rest.utf8.allSatisfy({ ASCII.isWord($0) || "-./=&".utf8.contains($0) })
    else { return nil }
    var revision: Substring? = rest
    if bytes[mark] == UInt8(ascii: "?") {
      revision =
        rest.split(separator: "&").lazy.compactMap { part in
          ["revision=", "rev=", "ref="].first { part.hasPrefix($0) }.map { part.dropFirst($0.utf8.count) }
        }.first
    }
    return NameVerdict(
      .huggingface, id, revision: revision.map { Revision(written: String($0)) } ?? .notApplicable,
      confidence: context.asksForModel ? .high : .medium)
  }

  /// `vllm:owner/name`, `vllm:owner/name:tag`: what serves a model that is known, before its name.
  private static func behindService(_ text: String, _ context: NameContext) -> NameVerdict? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
      colon < slash, colon != text.utf8.startIndex, case let service = text[..<colon],
      service.utf8.allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: "-") }),
      !hubPrefixes.contains("\(service):"), !hostsOfCode.contains(ASCII.lowercased(String(service)))
    else { return nil }
    let id = String(text[text.utf8.index(after: colon)...].prefix { $0 != ":" && $0 != "@" })
    guard HubName.isKnownModel(id), ModelWords(id).hasFamily else { return nil }
    return NameVerdict(.huggingface, id, confidence: context.asksForModel ? .high : .medium)
  }

  /// What stands before `owner/name` of code, of a package or of an image.
  private static let hostsOfCode = WordTable(
    "bitbucket dataset datasets docker gh git github gitlab image npm oci pkg pypi space spaces ssh")

  private static let hubPrefixes = ["local:", "hf-hub:", "hf_hub:", "hf:", "huggingface:"]

  /// `owner/name` of `hf:owner/name:Q4_K_M`.
  static func withoutPrefix(_ text: String) -> String {
    guard let prefix = hubPrefixes.first(where: text.hasPrefix) else { return text }
    return String(text.dropFirst(prefix.utf8.count).prefix { $0 != ":" })
  }

  /// How sure it is that `owner/name` is a model; nil when it is none.
  private static func confidence(_ id: String, _ context: NameContext, hasTag: Bool) -> Confidence? {
    let parts = id.split(separator: "/").map(String.init)
    guard context.isSure || !HubName.isNumbered(parts[0]) else { return nil }
    let words = ModelWords(parts[1])
    let isKnown = Publishers.contains(parts[0])
    // `RATE_LIMIT_MODEL = "1/second"`
    let isRate = !isKnown && !words.isModel && parts[0].utf8.allSatisfy(ASCII.isDigit)
    // `huggingface/models` is a folder.
    guard !HubName.isFolder(parts[1]), !Publishers.isCode(id), context.isSure || !ModelWords.isTool(parts[1]),
      !(words.isNoModel && !context.isSure)
    else { return nil }
    // `stable-diffusion-v1/lora`: a part of a family's architecture.
    if !context.isSure, !isKnown, components.contains(parts[1]) { return nil }
    // `model.acme.ai/service`, `acme.org/cache-eviction`, `replicaset.apps/chat-7b`: a domain or a group, as Kubernetes has them.
    if !context.isSure, !isKnown, isDomain(parts[0]) { return nil }
    // `qdrant/qdrant`: an image of a container, though the owner publishes models, too; `v1/listen`: a path of a service.
    if !context.isSure, !words.hasFamily, ASCII.lowercased(parts[0]) == ASCII.lowercased(parts[1]) { return nil }
    if !context.isSure, isVersion(parts[0]) { return nil }
    // `musicgen/musicgen_base_32khz`: a family's folder, and a file or a configuration in it.
    if !context.isSure, !isKnown, HubName.isSnakeCase(parts[1]), ModelWords(parts[0]).hasStrongFamily { return nil }
    // `history_roundtrip/blocking_ministral_3b`: names of files or cases.
    if !context.isSure, !isKnown, HubName.isSnakeCase(parts[0]), HubName.isSnakeCase(parts[1]) { return nil }
    switch context {
    case .loadingCall, .command, .library: return .high
    case .modelKey:
      // `image: owner/name:tag` is a container wherever it stands.
      if hasTag, !isKnown, !words.isModel { return nil }
      // `mlx_models/tiny` is a folder.
      if !isKnown, HubName.isNoOwner(parts[0]) { return nil }
      return isKnown || words.isModel ? .high : isRate ? nil : .medium
    case .repositoryKey: return isKnown || words.isModel ? .high : isRate ? nil : .medium
    case .bare:
      if isKnown || MakerLines.contain(id) { return .high }
      guard !HubName.isNoOwner(parts[0]) else { return nil }
      return words.isModel ? .medium : words.hasBillions ? .low : nil
    case .prose:
      return (isKnown || Publishers.isMaker(parts[0]) && words.isModel) && words.hasFamily || MakerLines.contain(id)
        || words.isModel && (isKnown || words.hasSize)
        ? .medium : nil
    }
  }

  /// `v1`, `v2`
  private static func isVersion(_ owner: String) -> Bool {
    owner.utf8.first == UInt8(ascii: "v") && owner.utf8.count > 1 && owner.utf8.dropFirst().allSatisfy(ASCII.isDigit)
  }

  private static func isDomain(_ owner: String) -> Bool {
    owner.utf8.count { $0 == UInt8(ascii: ".") } > 1 || FileEnding.isOne(of: domains, owner)
  }

  private static let domains = WordTable("apps autoscaling batch com dev io net org sh")

  private static let components = WordTable(
    """
    controlnet embedding ip_adapter lora refiner scheduler t2i_adapter text_encoder textual_inversion tokenizer transformer
    unet vae
    """)

  /// `openai/gpt-4o`, `bedrock/meta.llama3-…`, `ollama/llama3.2`, `models/gemini-1.5-pro`, `accounts/…/models/…`,
  /// `huggingface/owner/name`.
  private static func routed(_ text: String, _ context: NameContext) -> NameVerdict? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last.map(String.init), let first = parts.first.map(String.init) else {
      return nil
    }
    // `local/mistral-small-4`: weights on a machine of one's own, whoever serves others of that name.
    if parts.count == 2, first == "local" || first == "localhost" {
      guard HubName.isPart(last), ModelWords(last).isModel, context != .prose else { return nil }
      return NameVerdict(.huggingface, last, confidence: context.asksForModel ? .medium : .low)
    }
    if parts.count == 2 || HostedModels.isProvider(first), HostedModels.contains(last, of: first),
      parts.count > 3 || isServed(last, String(parts[parts.count - 2]), parts.count == 2 ? context : .modelKey)
    {
      return NameVerdict(.hosted, last)
    }
    if parts.count == 2 || parts.count == 3 && HostedModels.isProvider(first),
      ServiceLine.contains(String(last.prefix { $0 != ":" }), of: String(parts[parts.count - 2]))
    {
      return NameVerdict(.hosted, last)
    }
    // `deepgram/nova-3`, as agents that speak write it.
    if parts.count == 2, HostedModels.isSpeechService(first), HubName.isPart(last) { return NameVerdict(.hosted, last) }
    // `bedrock/converse/us.meta.llama3-…` says by which of the service's ways.
    let isBedrock = parts.count == 2 || text.hasPrefix("arn:") || first == "bedrock" && parts.count == 3
    if isBedrock, let bedrock = BedrockName.verdict(last) { return bedrock }
    // `library/gemma:2b`, as Ollama's registry has it. So Docker's has its images.
    if parts.count == 2, first == "library", case let name = String(last.prefix { $0 != ":" }),
      OllamaNames.contains(name), context.asksForModel || OllamaNames.isTagged(last)
    {
      return NameVerdict(.ollama, last)
    }
    // `owner/name/resolve/main/model.zip`, which a program puts behind the hub's host.
    if parts.count >= 5, parts[2] == "resolve", !HubName.isNoOwner(first),
      let address = HubAddress.parse("hf.co/\(text)")
    {
      guard !address.isDocument else { return nil }
      return NameVerdict(
        .huggingface, address.id, revision: address.revision.map(Revision.init(written:)) ?? .notApplicable)
    }
    if (4...5).contains(parts.count), KaggleName.isHandle(parts, context) { return KaggleName.verdict(text) }
    if parts.count == 2, first == "ollama" || first == "ollama_chat" {
      return PlainName.isOllamaName(last) && last != "ollama" ? NameVerdict(.ollama, last) : nil
    }
    if parts.count == 3, HostedModels.isProvider(first), let colon = last.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(last[..<colon])
      // `openrouter/meta-llama/llama-3.1-8b-instruct:free`: a publisher's model, and how the router serves it.
      let id = "\(parts[1])/\(name)"
      let owner = String(parts[1])
      if Publishers.contains(owner) || Publishers.isMaker(owner), HubName.isKnownModel(id) {
        return NameVerdict(.huggingface, id)
      }
      // `openai/ollama-openai/llama3.2:3b`: the name behind a router's own name for the service.
      return PlainName.isOllamaName(last) && (OllamaNames.contains(name) || ModelWords(name).hasFamily)
        ? NameVerdict(.ollama, last) : nil
    }
    if parts.count == 3, HostedModels.isProvider(first) || first == "huggingface" {
      let inner = "\(parts[1])/\(parts[2])"
      // `openai/resources/chat` is a path; where nothing asks for a model, the name must say that it is one.
      let isSure = context.asksForModel || first == "huggingface" || Publishers.contains(String(parts[1]))
      return HubName.isID(inner) && !HubName.isNoOwner(String(parts[1]))
        && (isSure || ModelWords(String(parts[2])).isModel)
        ? NameVerdict(.huggingface, inner) : nil
    }
    if parts.count == 3, let routed = behind(parts, last, context) { return routed }
    // Cloudflare serves models of the hub as well: `@hf/thebloke/codellama-7b-instruct-awq`.
    if first == "@hf", parts.count == 3 {
      let id = "\(parts[1])/\(parts[2])"
      return HubName.isID(id) ? NameVerdict(.huggingface, id) : nil
    }
    if let garden = garden(parts) { return garden }
    if let served = ServedName.verdict(text) { return served }
    // `fireworks_ai/accounts/fireworks/models/llama-v3p1-8b-instruct`
    if parts.count == 5, HostedModels.isProvider(first) {
      return ServedName.verdict(parts.dropFirst().joined(separator: "/"))
    }
    // What fal's service runs is called after the weights, and by no name of the hub: `fal-ai/flux/dev`.
    if first == "fal-ai", parts.count >= 2, parts.dropFirst().allSatisfy({ HubName.isPart(String($0)) }),
      context.asksForModel || parts.count > 2 && ModelWords(String(parts[1])).hasFamily || ModelWords(last).isModel
    {
      return NameVerdict(.hosted, text)
    }
    if ["tts_models", "vocoder_models", "voice_conversion_models"].contains(first), parts.count == 4 {
      return NameVerdict(.coqui, text)
    }
    return nil
  }

  /// Whether `owner/name` can be how somebody calls a service's model. Weights on the hub are named after such models as well
  /// (`acme/claude-3-distill`), and their makers publish some under the same names (`xai-org/grok-2`): what is fetched by that
  /// name, a publisher's own, and a name with a word of its own behind the service's are no service's.
  private static func isServed(_ name: String, _ owner: String, _ context: NameContext) -> Bool {
    if HostedModels.isProvider(owner) || HostedModels.isRoute(owner) || MakersService.serves(name, under: owner) {
      return true
    }
    return !context.isSure && !Publishers.contains(owner) && HostedModels.isPlain(name)
  }

  /// `local-infinity/mixedbread-ai/mxbai-rerank-xsmall-v1`, `gateway/openai-main/gpt-4o-mini`: what somebody calls a service, before
  /// the name of a model that is known or of one whose maker is.
  private static func behind(_ parts: [Substring], _ last: String, _ context: NameContext) -> NameVerdict? {
    guard HubName.isPart(String(parts[0])), !HubName.isNoOwner(String(parts[0])) else { return nil }
    let service = String(parts[1].prefix { $0 != "-" })
    if HostedModels.isProvider(service), HostedModels.isUnmistakable(last), HostedModels.contains(last) {
      return NameVerdict(.hosted, last)
    }
    // `hf-inference-providers/owner/name:provider`
    let id = "\(parts[1])/\(last.prefix { $0 != ":" })"
    guard Publishers.contains(String(parts[1])) || Publishers.isMaker(String(parts[1])), HubName.isKnownModel(id),
      !HubName.isSnakeCase(String(parts[0]))
    else {
      return nil
    }
    return NameVerdict(.huggingface, id, confidence: context.asksForModel ? .high : .medium)
  }

  /// `publishers/meta/models/llama-3.1-8b-instruct-maas` of Vertex AI, with a project before it or not: an open model by its name,
  /// without what says how it is served.
  static func garden(_ parts: [Substring]) -> NameVerdict? {
    guard parts.count >= 4, parts[parts.count - 4] == "publishers", parts[parts.count - 2] == "models",
      let last = parts.last?.prefix(while: { $0 != "@" })
    else { return nil }
    if HostedModels.contains(String(last)) { return NameVerdict(.hosted, String(last)) }
    let name = last.hasSuffix("-maas") ? String(last.dropLast(5)) : String(last)
    guard HubName.isPart(name), ModelWords(name).hasFamily else { return nil }
    return NameVerdict(.huggingface, name, confidence: .medium)
  }

  /// A file of a hub repository with its owner and name before it, or a file of the tree.
  private static func file(_ text: String, _ context: NameContext) -> NameVerdict? {
    // `huggingface:owner/name/file.gguf`
    if let prefix = hubPrefixes.first(where: { text.hasPrefix($0) && $0 != "local:" }) {
      let parts = text.dropFirst(prefix.utf8.count).split(separator: "/", maxSplits: 2)
      let id = parts.prefix(2).joined(separator: "/")
      return parts.count == 3 && HubName.isID(id) && !HubName.isPlaceholder(id) ? NameVerdict(.huggingface, id) : nil
    }
    return repository(ofFile: text).map { NameVerdict(.huggingface, $0) } ?? WeightNames.verdict(text, context)
  }

  /// `owner/name` of `owner/name/file.gguf`, where the owner publishes models or the name says that it is one in that format.
  static func repository(ofFile path: String) -> String? {
    let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let id = "\(parts[0])/\(parts[1])"
    guard HubName.isID(id), !HubName.isNoOwner(String(parts[0])),
      Publishers.contains(String(parts[0])) || parts[1].lowercased().hasSuffix("-gguf")
    else { return nil }
    return id
  }
}
