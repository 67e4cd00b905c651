extension CodeLanguage {
  static let go = Self(
    name: "go", extensions: ["go"], dialect: .go,
    calls: [
      // langchaingo, and the clients of the services
      LoadingCall("ollama.WithModel", of: .ollama), LoadingCall("WithModel"), LoadingCall("WithDefaultModel"),
      LoadingCall("huggingface.New"), LoadingCall("WithEmbeddingModel"), LoadingCall("WithDefaultEmbeddingModel"),
    ],
    aliases: ["go", "golang"])
}
