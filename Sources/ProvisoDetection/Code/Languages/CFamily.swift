extension CodeLanguage {
  static let csharp = Self(
    name: "csharp", extensions: ["cs", "csx", "fs", "fsi", "fsx", "razor"], dialect: .csharp,
    calls: [
      // Semantic Kernel, OllamaSharp, ONNX Runtime GenAI
      LoadingCall("AddOllamaChatCompletion", labels: ["modelId"], of: .ollama),
      LoadingCall("AddOllamaTextEmbeddingGeneration", labels: ["modelId"], of: .ollama),
      LoadingCall("AddHuggingFaceChatCompletion", labels: ["model"]),
      LoadingCall("AddHuggingFaceTextGeneration", labels: ["model"]),
      LoadingCall("AddOpenAIChatCompletion", labels: ["modelId"]),
      LoadingCall("AddOpenAIEmbeddingGenerator", labels: ["modelId"]),
      LoadingCall("AddBedrockChatCompletionService", labels: ["modelId"]),
    ],
    aliases: ["c#", "cs", "csharp", "csx", "dotnet-interactive", "f#", "fs", "fsharp", "razor"])
  static let cpp = Self(
    name: "cpp",
    extensions: [
      "c", "cc", "cpp", "cu", "cxx", "h", "hh", "hpp", "hxx", "ino", "m", "mm", "pbtxt", "strings", "zig", "zon",
    ],
    dialect: .cpp,
    calls: [],
    aliases: [
      "c", "arduino", "c++", "cc", "cpp", "cuda", "cxx", "h", "hpp", "objc", "objective-c", "objectivec", "zig",
    ])
  static let dart = Self(
    name: "dart", extensions: ["dart"], dialect: .dart, calls: [], aliases: ["dart"])
}
