extension CodeLanguage {
  static let rust = Self(
    name: "rust", extensions: ["rs"], dialect: .rust,
    calls: [
      // hf-hub, candle, tokenizers, mistral.rs
      LoadingCall("model"), LoadingCall("Repo.new"), LoadingCall("Repo.model"), LoadingCall("Repo.with_revision"),
      LoadingCall("from_pretrained"), LoadingCall("TextModelBuilder.new"), LoadingCall("GgufModelBuilder.new"),
      LoadingCall("VisionModelBuilder.new"),
    ],
    finders: [LibraryConstants.rust, LibraryConstants.rustBert], aliases: ["rs", "rust"])
}
