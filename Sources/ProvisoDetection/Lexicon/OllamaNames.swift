/// The names in Ollama's own library (collected 2026-07).
enum OllamaNames {
  /// Whether `name`, without a tag, is one of the library's.
  static func contains(_ name: String) -> Bool { names.contains(name) }

  /// `gpt-oss:120b-cloud`: a name of the library with a tag.
  static func isTagged(_ name: String) -> Bool {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { contains(String(name[..<$0])) } == true
  }

  static var all: [String] { names.words }

  private static let names = WordTable(
    """
    all-minilm athene-v2 aya aya-expanse bakllava bespoke-minicheck bge-large bge-m3 codebooga codegeex4 codegemma
    codellama codeqwen codestral codeup cogito cogito-2.1 command-a command-r command-r-plus command-r7b
    command-r7b-arabic dbrx deepcoder deepscaler deepseek-coder deepseek-coder-v2 deepseek-llm deepseek-ocr
    deepseek-r1 deepseek-v2 deepseek-v2.5 deepseek-v3 deepseek-v3.1 deepseek-v3.2 deepseek-v4-flash deepseek-v4-pro
    devstral devstral-2 devstral-small-2 dolphin-llama3 dolphin-mistral dolphin-mixtral dolphin-phi dolphin3
    dolphincoder duckdb-nsql embeddinggemma everythinglm exaone-deep exaone3.5 falcon falcon2 falcon3
    firefunction-v2 functiongemma gemma gemma2 gemma3 gemma3n gemma4 glm-4.7 glm-4.7-flash glm-5 glm-5.1 glm-5.2
    glm-ocr glm4 gpt-oss gpt-oss-safeguard granite-code granite-embedding granite3-dense granite3-guardian
    granite3-moe granite3.1-dense granite3.1-moe granite3.2 granite3.2-vision granite3.3 granite4 granite4.1
    granite4.1-guardian hermes3 internlm2 kimi-k2.5 kimi-k2.6 kimi-k2.7-code laguna-xs-2.1 laguna-xs.2 lfm2 lfm2.5
    lfm2.5-thinking llama-guard3 llama-pro llama2 llama2-chinese llama2-uncensored llama3 llama3-chatqa
    llama3-gradient llama3-groq-tool-use llama3.1 llama3.2 llama3.2-vision llama3.3 llama4 llava llava-llama3
    llava-phi3 magicoder magistral marco-o1 mathstral medgemma medgemma1.5 meditron medllama2 megadolphin minicpm-v
    minicpm-v4.5 minicpm-v4.6 minimax-m2.1 minimax-m2.5 minimax-m2.7 minimax-m3 ministral-3 mistral mistral-large
    mistral-large-3 mistral-medium-3.5 mistral-nemo mistral-openorca mistral-small mistral-small3.1 mistral-small3.2
    mistrallite mixtral moondream mxbai-embed-large nemotron nemotron-3-nano nemotron-3-super nemotron-3-ultra
    nemotron-cascade-2 nemotron-mini nemotron3 neural-chat nexusraven nomic-embed-text nomic-embed-text-v2-moe
    north-mini-code-1.0 notus notux nous-hermes nous-hermes2 nous-hermes2-mixtral nuextract olmo-3 olmo-3.1 olmo2
    open-orca-platypus2 openchat opencoder openhermes openthinker orca-mini orca2 ornith paraphrase-multilingual phi
    phi3 phi3.5 phi4 phi4-mini phi4-mini-reasoning phi4-reasoning phind-codellama qwen qwen2 qwen2-math qwen2.5
    qwen2.5-coder qwen2.5vl qwen3 qwen3-coder qwen3-coder-next qwen3-embedding qwen3-next qwen3-vl qwen3.5 qwen3.6
    qwq r1-1776 reader-lm rnj-1 sailor2 samantha-mistral shieldgemma smallthinker smollm smollm2
    snowflake-arctic-embed snowflake-arctic-embed2 solar-pro sqlcoder stable-beluga stable-code stablelm-zephyr
    stablelm2 starcoder starcoder2 starling-lm tinydolphin tinyllama translategemma tulu3 vicuna wizard-math
    wizard-vicuna wizard-vicuna-uncensored wizardcoder wizardlm wizardlm-uncensored wizardlm2 xwinlm yarn-llama2
    yarn-mistral yi yi-coder zephyr
    """, ignoresCase: false)
}
