/// Owners on the hub whose `owner/name` in quotes is a model wherever it stands.
enum KnownPublishers {
  static func owns(_ id: String) -> Bool {
    guard let slash = id.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
    let owner = ASCII.lowercased(String(id[..<slash]))
    return owners.contains(owner) && !notModels.contains(ASCII.lowercased(id))
  }

  /// Left out are owners whose repositories elsewhere (code, images, packages) are named as often as their models.
  private static let owners: Set<String> = [
    "01-ai", "ai21labs", "albert", "alibaba-nlp", "allenai", "answerdotai", "argmaxinc", "baai", "bartowski", "bigcode",
    "bigscience", "black-forest-labs", "bytedance-seed", "casperhansen", "codellama", "coherelabs", "cohereforai",
    "compvis",
    "coqui", "cross-encoder", "databricks", "deepseek-ai", "distilbert", "eleutherai", "facebookai", "google-bert",
    "google-t5", "h2oai", "helsinki-nlp", "huggingfacem4", "huggingfacetb", "huggyllama", "ibm-granite", "intfloat",
    "jinaai", "laion", "lgai-exaone", "liquidai", "liuhaotian", "llava-hf", "lmstudio-community", "lmsys",
    "maziyarpanahi", "meta-llama", "minimaxai", "mistralai", "mixedbread-ai", "mlabonne", "mlx-community", "moonshotai",
    "mosaicml", "mradermacher", "nomic-ai", "nousresearch", "openai-community", "openlm-research", "opengvlab",
    "openvla",
    "pyannote", "quantfactory", "qwen", "redhatai", "runwayml", "segmind", "sentence-transformers", "stabilityai",
    "stable-diffusion-v1-5", "state-spaces", "suno", "thebloke", "thenlper", "tiiuae", "tinyllama", "thudm", "unsloth",
    "upstage", "xai-org", "xenova", "xlnet", "zai-org",
  ]

  /// Code repositories of those owners.
  private static let notModels: Set<String> = [
    "argmaxinc/whisperkit", "eleutherai/lm-evaluation-harness", "huggingfacetb/smollm", "mistralai/mistral-common",
    "nomic-ai/gpt4all", "thudm/chatglm2-6b-int4-code", "unsloth/unsloth", "qwen/qwen-agent", "lmsys/fastchat",
  ]
}
