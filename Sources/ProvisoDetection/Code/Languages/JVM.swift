extension CodeLanguage {
  static let kotlin = Self(
    name: "kotlin", extensions: ["kt", "kts"], dialect: .kotlin, calls: jvmCalls,
    finders: [LibraryConstants.langChain4j],
    aliases: ["kotlin", "kt", "kts"])
  static let java = Self(
    name: "java", extensions: ["java"], dialect: .java, calls: jvmCalls, finders: [LibraryConstants.langChain4j],
    aliases: ["java"])
  static let scala = Self(
    name: "scala", extensions: ["sc", "scala"], dialect: .scala, calls: jvmCalls,
    finders: [LibraryConstants.langChain4j],
    aliases: ["scala", "sc"])
  /// In documents only: build scripts have a detector of their own.
  static let groovy = Self(
    name: "groovy", extensions: [],
    dialect: .groovy, calls: jvmCalls, finders: [LibraryConstants.langChain4j], aliases: ["gradle", "groovy"])

  /// DJL, LangChain4j, Spring AI, MediaPipe.
  private static let jvmCalls: [LoadingCall] = [
    LoadingCall("optModelUrls"), LoadingCall("setModelPath"), LoadingCall("setModelAssetPath"),
    LoadingCall("modelName"), LoadingCall("modelId"), LoadingCall("pullModel", of: .ollama),
  ]
}
