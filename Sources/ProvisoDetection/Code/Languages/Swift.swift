extension CodeLanguage {
  static let swift = Self(
    name: "swift", extensions: ["swift"], dialect: .swift, calls: LoadingCall.swift,
    finders: [LibraryConstants.mlx], aliases: ["swift"])
}

extension LoadingCall {
  /// swift-transformers, MLX Swift, WhisperKit and the names applications give their own configurations.
  static let swift: [LoadingCall] = [
    LoadingCall("from", labels: ["pretrained"], first: false, revision: "revision"),
    LoadingCall("snapshot", labels: ["from"], first: false, revision: "revision"),
    LoadingCall("Repo", labels: ["id"], first: false),
    LoadingCall("ModelConfiguration", labels: ["id"], first: false, revision: "revision"),
    LoadingCall("loadModelContainer", labels: ["id"], first: false),
    LoadingCall("loadModel", labels: ["id"], first: false),
    LoadingCall("LanguageModelConfigurationFromHub", labels: ["modelName"], first: false, revision: "revision"),
    LoadingCall("getFilenames", labels: ["from"], first: false),
    LoadingCall("WhisperKitConfig", labels: ["modelRepo"], first: false),
    LoadingCall("WhisperKit", labels: ["modelRepo"], first: false),
    LoadingCall("WhisperKitConfig", labels: ["model"], first: false, of: .whisperKit),
    LoadingCall("WhisperKit", labels: ["model"], first: false, of: .whisperKit),
    LoadingCall("HuggingFaceModel", labels: ["id", "name"]),
  ]
}
