internal import ProvisoText

/// Names of models that are reached through their makers' services only.
enum HostedModels {
  /// `gpt-4o-mini`, `claude-3-7-sonnet-20250219`, `gemini-2.0-flash`: lower case, as the services take them.
  /// - Parameter owner: What stands before the name and a slash; of an owner who is no service, a name with a day is one of
  /// published weights: `mistralai/mistral-small-2501`.
  static func contains(_ name: String, of owner: String? = nil) -> Bool {
    guard name.utf8.count <= 64,
      name.utf8.allSatisfy({ ASCII.isWord($0) && !ASCII.isUpper($0) || "-.:@".utf8.contains($0) })
    else { return false }
    let base = base(of: name)
    if exact.contains(base) || isLatest(base) || owner.map({ MakersService.serves(name, under: $0) }) == true {
      return true
    }
    if let plain = withoutDate(base),
      exact.contains(plain) || reasoners.contains(plain) || (owner.map(isProvider) != false && dated.contains(plain))
    {
      return true
    }
    guard let first = base.utf8.first else { return false }
    return startsByFirst[Int(first)].contains { start in
      base.hasPrefix(start.text) && isEnd(base.utf8.dropFirst(start.text.utf8.count), start)
    } && !isOpen(base)
  }

  /// Whether `name`, in a place that asks for a model, is somebody's name for one of OpenAI's: `GPT-4o`, `gpt4t`,
  /// `azure-gpt-4`. Weights under such names (`gpt2`, `gpt-oss`) are not meant.
  static func isNamedGPT(_ name: String) -> Bool {
    let name = ASCII.lowercased(name)
    if contains(name) { return true }
    // GPT4All runs weights on the machine: `gpt4all_llama`.
    guard gpt.containsAny(in: name.utf8.span), let start = name.firstRange(of: "gpt"), !name.contains("gpt4all"),
      !name.utf8.contains(UInt8(ascii: "/"))
    else { return false }
    if start.lowerBound > name.startIndex, name[name.index(before: start.lowerBound)].isLetter { return false }
    let rest = name[start.upperBound...].utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return rest.first.map { $0 >= UInt8(ascii: "3") && $0 <= UInt8(ascii: "9") } == true
      && !isCount(rest)
  }

  /// `voxtral-mini-tts-latest`: what Mistral's service calls the newest of a line; weights have a number.
  private static func isLatest(_ name: String) -> Bool {
    name.hasSuffix("-latest") && mistralLines.contains(name.prefix { $0 != "-" })
  }

  private static let mistralLines = WordTable(
    "codestral devstral magistral ministral mistral pixtral voxtral", ignoresCase: false)

  private static let gpt = NeedleSet(["gpt"])

  /// A name without the day of its release: `o1-mini` of `o1-mini-2024-09-12`, `codestral` of `codestral-2405`; nil for a
  /// name without one.
  private static func withoutDate(_ name: String) -> String? {
    guard name.utf8.last.map(ASCII.isDigit) == true else { return nil }
    var parts = name.utf8.split(separator: UInt8(ascii: "-"))
    var lengths: [Int] = []
    while parts.count > 1, let last = parts.last, last.allSatisfy(ASCII.isDigit) {
      lengths.insert(last.count, at: 0)
      parts.removeLast()
    }
    guard let end = parts.last?.endIndex, [[4], [8], [4, 2, 2]].contains(lengths) else { return nil }
    return String(name[..<end])
  }

  /// `24b`: a count of parameters, which those who publish weights put into their names.
  private static func isCount(_ rest: Substring.UTF8View) -> Bool {
    let end = rest.drop { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    return end.first == UInt8(ascii: "b") && end.dropFirst().first.map(ASCII.isWord) != true
  }

  /// `ft:gpt-4o:acme`, `textembedding-gecko@003`
  private static func base(of name: String) -> String {
    let plain = name.hasPrefix("ft:") ? String(name.dropFirst(3).prefix { $0 != ":" }) : name
    guard plain.utf8.contains(UInt8(ascii: "@")), plain.hasPrefix("textembedding") || plain.contains("bison") else {
      return plain
    }
    return String(plain.prefix { $0 != "@" })
  }

  /// A name that is no word of running text: `gpt-4o` is, `o1` is not.
  static func isUnmistakable(_ name: String) -> Bool {
    name.utf8.contains(where: ASCII.isDigit) && name.utf8.contains(UInt8(ascii: "-"))
  }

  /// Names so short that only a place that asks for a model gives them a meaning.
  static func isShortName(_ name: String) -> Bool { short.contains(name) }

  static func isShortName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool { short.contains(text, range) }

  /// What LiteLLM and routers write before a model: `openai/gpt-4o`, `azure/…`.
  static func isProvider(_ name: String) -> Bool { providers.contains(name) }

  /// `mistral-ai`, `bedrock-titan`, `google-genai`: whose service is asked, as settings of Spring AI say it, and no model.
  static func isSelector(_ name: String) -> Bool {
    let words = name.split(separator: "-")
    guard words.count > 1, let first = words.first, isProvider(String(first)) else { return false }
    return words.dropFirst().allSatisfy { selected.contains($0) }
  }

  private static let selected = WordTable(
    "ai anthropic cohere converse gemini genai jurassic llama openai titan", ignoresCase: false)

  /// Makers of whom routers write services' models as the hub writes their weights: `qwen/qwen-max`, `mistralai/mistral-embed`.
  static func isRoute(_ owner: String) -> Bool { routes.contains(owner) }

  /// The last four are regions, in which a service may be asked to run: `us/gpt-4o-2024-08-06`.
  private static let routes = WordTable("01-ai mistralai moonshotai qwen us eu apac global")

  /// Whether nothing stands in `name` but what services put behind a line's name: a version, a day, a tier. `gpt-4o-mini` is plain,
  /// `claude-3-opus-distill` and `gpt-4-llama3-8b` are not.
  static func isPlain(_ name: String) -> Bool {
    let words = name.utf8.split { !ASCII.isLetter($0) && !ASCII.isDigit($0) }
    return !ModelWords(name).hasSize
      && words.dropFirst().allSatisfy { word in
        let text = String(decoding: word, as: UTF8.self)
        return tiers.contains(text) || exactWords.contains(text)
          // `4o`, `2024`, `v2`, `001`
          || word.contains(where: ASCII.isDigit) && word.count { ASCII.isLetter($0) } < 3
      }
  }

  /// Whether `name` has a word that only weights have, whatever it begins with: `claude-4-distill-llama-3.1-8b`. What a service is
  /// known to call a model is its own, sizes and all: `open-mistral-7b`.
  static func isOfWeights(_ name: String) -> Bool {
    guard !exact.contains(name) else { return false }
    let words = ModelWords(name)
    return words.hasSize || words.hasFormat
      || name.utf8.split { !ASCII.isLetter($0) }.contains { madeWords.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private static let madeWords = WordTable("distill distilled finetune finetuned lora merge merged sft tuned weights")

  private static let tiers = WordTable(
    """
    air audio batch beta chat code computer deep edit embedding exp experimental fast flash haiku hd high image instruct
    large latest light lite live long low max medium micro mini multilingual nano non nightly omni opus plus preview pro
    reasoner reasoning realtime research rerank search small sonnet think thinking transcribe tts turbo ultra use version
    vision x
    """)

  /// The words of the names that ``exact`` has.
  private static let exactWords: Set<String> = Set(
    exact.words.flatMap { $0.split { "-._".contains($0) }.map(String.init) })

  /// Services of speech that publish no weights, whatever their models are called.
  static func isSpeechService(_ name: String) -> Bool { speechServices.contains(name) }

  private static let speechServices = WordTable("deepgram elevenlabs inworld rime", ignoresCase: false)

  /// What is looked for before a file is read: the beginnings of the names.
  static var words: Set<String> {
    Set(starts.map(\.text)).union(exact.words).union(short.words).union([
      "claude", "titan", "nova", "palmyra", "jurassic", "anthropic.", "amazon.",
    ])
  }

  private struct Start {
    let text: String
    /// What must follow: a digit, one of a few words, or anything.
    let words: Set<String>?
    let takesDigit: Bool
  }

  /// The rest of a name after its start. Names end where letters, digits, `-`, `.`, `:` and `@` do, which was checked.
  private static func isEnd(_ rest: Substring.UTF8View, _ start: Start) -> Bool {
    guard let first = rest.first else { return false }
    if start.takesDigit, ASCII.isDigit(first) { return !isCount(rest) }
    guard let words = start.words else { return ASCII.isWord(first) }
    return words.contains(String(Substring(rest).prefix { $0.isLetter }))
  }

  /// Published weights under names that begin alike.
  private static func isOpen(_ name: String) -> Bool {
    ["gpt-oss", "gpt-neo", "gpt-j", "gpt-2", "gpt2"].contains { name.hasPrefix($0) }
  }

  /// ``starts`` by their first byte.
  private static let startsByFirst: [[Start]] = (0..<256).map { byte in
    starts.filter { $0.text.utf8.first == UInt8(byte) }
  }

  private static let starts: [Start] = [
    Start(text: "gpt-", words: ["image", "audio", "chat", "realtime", "live", "transcribe"], takesDigit: true),
    Start(text: "chatgpt-", words: ["latest", "image"], takesDigit: true),
    Start(text: "text-embedding-", words: ["ada", "preview", "large"], takesDigit: true),
    Start(text: "text-davinci-", words: nil, takesDigit: true),
    Start(text: "text-similarity-", words: nil, takesDigit: true),
    Start(text: "text-search-", words: nil, takesDigit: true),
    Start(text: "code-davinci-", words: nil, takesDigit: true),
    Start(text: "code-cushman-", words: nil, takesDigit: true),
    Start(text: "dall-e-", words: [], takesDigit: true),
    Start(text: "sora-", words: [], takesDigit: true),
    Start(text: "omni-moderation-", words: nil, takesDigit: true),
    Start(text: "text-moderation-", words: nil, takesDigit: true),
    Start(text: "claude-", words: ["instant", "opus", "sonnet", "haiku", "fable", "mythos", "v"], takesDigit: true),
    Start(
      text: "gemini-", words: ["pro", "flash", "ultra", "embedding", "exp", "live", "omni", "robotics"],
      takesDigit: true),
    Start(text: "textembedding-gecko", words: [], takesDigit: true),
    Start(text: "text-multilingual-embedding-", words: nil, takesDigit: true),
    Start(text: "multimodalembedding@", words: nil, takesDigit: true),
    Start(text: "text-bison", words: [], takesDigit: true),
    Start(text: "chat-bison", words: [], takesDigit: true),
    Start(text: "imagen-", words: [], takesDigit: true),
    Start(text: "imagegeneration@", words: [], takesDigit: true),
    Start(text: "veo-", words: [], takesDigit: true),
    Start(text: "learnlm-", words: [], takesDigit: true),
    Start(text: "mistral-large-", words: ["latest"], takesDigit: true),
    Start(text: "mistral-medium-", words: ["latest"], takesDigit: true),
    Start(text: "mistral-small-", words: ["latest"], takesDigit: true),
    Start(text: "embed-english-", words: nil, takesDigit: true),
    Start(text: "embed-multilingual-", words: nil, takesDigit: true),
    Start(text: "rerank-english-", words: nil, takesDigit: true),
    Start(text: "rerank-multilingual-", words: nil, takesDigit: true),
    Start(text: "rerank-v", words: [], takesDigit: true),
    Start(text: "embed-v", words: [], takesDigit: true),
    Start(text: "grok-", words: ["beta", "vision", "code"], takesDigit: true),
    Start(text: "voyage-", words: ["large", "code", "law", "finance", "multilingual", "lite"], takesDigit: true),
    Start(text: "moonshot-v", words: [], takesDigit: true),
    Start(text: "abab", words: [], takesDigit: true),
    Start(text: "doubao-", words: nil, takesDigit: true),
    Start(text: "qwen-", words: ["max", "plus", "turbo", "flash", "long", "omni"], takesDigit: false),
    Start(text: "qwen-vl-", words: ["max", "plus"], takesDigit: false),
    Start(text: "luminous-", words: ["base", "extended", "supreme"], takesDigit: false),
    Start(text: "j2-", words: ["light", "mid", "ultra"], takesDigit: false),
    Start(text: "palmyra-", words: nil, takesDigit: false),
    Start(text: "titan-embed-", words: ["g", "image", "text"], takesDigit: false),
    Start(text: "titan-text-", words: ["express", "lite", "premier"], takesDigit: false),
    Start(
      text: "nova-2-", words: ["general", "meeting", "phonecall", "voicemail", "finance", "medical"], takesDigit: false),
    Start(text: "nova-3-", words: ["general", "medical"], takesDigit: false),
    Start(text: "flux-general-", words: ["en", "multi"], takesDigit: false),
    Start(text: "eleven_", words: ["english", "flash", "monolingual", "multilingual", "turbo"], takesDigit: false),
    Start(text: "llama-3-sonar-", words: nil, takesDigit: false),
    Start(text: "llama-3.1-sonar-", words: nil, takesDigit: false),
    Start(text: "sonar-", words: ["pro", "reasoning", "deep", "small", "medium", "large"], takesDigit: false),
  ]

  private static let exact = WordTable(
    """
    ada-002 babbage-002 chat-latest codestral-latest codex-mini-latest command-a-03-2025 command-light command-nightly
    computer-use-preview davinci-002 deepseek-chat deepseek-reasoner devstral-medium-latest embedding-001 embedding-002
    gemini-embedding-001 glm-4-plus glm-4-air glm-4-flash magistral-medium-latest ministral-3b-latest ministral-8b-latest
    mistral-embed mistral-moderation-latest mistral-ocr-latest mistral-tiny o1-mini o1-preview o1-pro o3-mini o3-pro
    o4-mini o1-2024-12-17 o3-mini-2025-01-31 o3-deep-research o4-mini-deep-research open-mistral-7b open-mistral-nemo
    open-mixtral-8x7b open-mixtral-8x22b palm-2 pixtral-12b-2409 pixtral-large-latest text-ada-001 text-babbage-001
    text-curie-001 tts-1 tts-1-hd whisper-1 yi-large chat-bison code-bison text-bison codechat-bison textembedding-gecko
    text-unicorn amazon-nova-lite codestral-embed eleven_v3 ink-whisper scribe_v1 scribe_v2 nova-2 nova-3 nova-reel rerank-2 rerank-2-lite text-embedding-v1
    text-embedding-v2 text-embedding-v3 text-embedding-v4 paraformer-v2 cosyvoice-v1 wanx-v1 gemini-pro
    open-codestral-mamba nv-embed-qa nvolveqa_40k compound-beta compound-beta-mini mistral-medium
    mixtral-8x7b-32768
    """)

  /// Names that a service takes with the day of a release behind them; without it they are those of published weights.
  private static let dated = WordTable(
    """
    codestral codestral-embed devstral-medium magistral-medium ministral-3b ministral-8b mistral-embed mistral-large
    mistral-medium mistral-moderation mistral-ocr mistral-saba mistral-small mistral-tiny pixtral-large voxtral-mini
    voxtral-mini-transcribe voxtral-mini-tts voxtral-small
    """)

  /// Names too short to stand alone, which with a day are nobody else's: `o3-2025-04-16`.
  private static let reasoners = WordTable("o1 o3 o4", ignoresCase: false)

  private static let short = WordTable(
    "ada babbage command curie davinci gemini o1 o3 o4 sonar gpt-4 grok", ignoresCase: false)

  private static let providers = WordTable(
    """
    ai21 anthropic anyscale azure azure_ai azure_openai bedrock bedrock_converse cerebras cohere cohere_chat databricks
    deepinfra deepseek fireworks fireworks_ai gemini github github_copilot google google-ai google_genai groq hosted_vllm
    huggingface_hub lm_studio mistral nebius novita nvidia_nim openai openrouter perplexity replicate sagemaker sambanova
    text-completion-openai together together_ai vertex_ai vertexai vllm voyage watsonx x-ai xai xinference zhipu models
    """, ignoresCase: false)
}
