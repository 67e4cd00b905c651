/// Images whose entry point is a command that serves a model: `docker run vllm/vllm-openai --model owner/name`.
enum ServerImages {
  /// The command that runs in a container of `image`, a reference with or without registry, tag and digest.
  static func command(of image: String) -> ModelCommand? {
    let name = image.split(separator: "/").last?.prefix { $0 != ":" && $0 != "@" } ?? ""
    return servers[String(name)].flatMap { CommandTable.byName[$0]?.first }
  }

  private static let servers = [
    "vllm-openai": "vllm.entrypoints.openai.api_server", "text-generation-inference": "text-generation-launcher",
    "text-embeddings-inference": "text-embeddings-router", "localai": "local-ai", "local-ai": "local-ai",
  ]
}
