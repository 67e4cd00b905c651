/// A call by which a library loads a model, and where in it the model and its revision stand.
struct LoadingCall: Sendable {
  /// The function, method or type: the word before the bracket.
  var callee: String
  /// Labels under which the model stands. Empty: the first argument without a label.
  var labels: [String]
  /// Whether the first unlabelled argument names the model, too.
  var takesFirstArgument: Bool
  /// The label of the revision; nil where the call has none.
  var revisionLabel: String?

  init(_ callee: String, labels: [String] = [], first: Bool = true, revision: String? = nil) {
    self.callee = callee
    self.labels = labels
    takesFirstArgument = first
    revisionLabel = revision
  }
}

extension LoadingCall {
  /// transformers, diffusers, PEFT, sentence-transformers, huggingface_hub, vLLM, unsloth, MLX, llama.cpp, faster-whisper.
  static let python: [LoadingCall] = [
    LoadingCall(
      "from_pretrained", labels: ["pretrained_model_name_or_path", "model_name", "model_id"], revision: "revision"),
    LoadingCall("from_single_file", labels: ["pretrained_model_link_or_path"]),
    LoadingCall("pipeline", labels: ["model"], first: false, revision: "revision"),
    LoadingCall("SentenceTransformer", labels: ["model_name_or_path"], revision: "revision"),
    LoadingCall("CrossEncoder", labels: ["model_name", "model_name_or_path"], revision: "revision"),
    LoadingCall("hf_hub_download", labels: ["repo_id"], revision: "revision"),
    LoadingCall("snapshot_download", labels: ["repo_id"], revision: "revision"),
    LoadingCall("cached_download", labels: ["repo_id"], revision: "revision"),
    LoadingCall("LLM", labels: ["model"], revision: "revision"),
    LoadingCall("AsyncEngineArgs", labels: ["model"], first: false, revision: "revision"),
    LoadingCall("EngineArgs", labels: ["model"], first: false, revision: "revision"),
    LoadingCall("mlx_load", labels: ["path_or_hf_repo"]),
    LoadingCall("WhisperModel", labels: ["model_size_or_path"]),
    LoadingCall("HuggingFaceEmbeddings", labels: ["model_name"], first: false),
    LoadingCall("HuggingFaceEmbedding", labels: ["model_name"], first: false),
    LoadingCall("HuggingFacePipeline", labels: ["model_id"], first: false),
    LoadingCall("from_model_id", labels: ["model_id"], first: false),
    LoadingCall("InferenceClient", labels: ["model"]),
  ]

  /// swift-transformers, MLX Swift, WhisperKit and the names applications give their own configurations.
  static let swift: [LoadingCall] = [
    LoadingCall("from", labels: ["pretrained"], first: false, revision: "revision"),
    LoadingCall("snapshot", labels: ["from"], revision: "revision"),
    LoadingCall("Repo", labels: ["id"], first: false),
    LoadingCall("ModelConfiguration", labels: ["id"], first: false, revision: "revision"),
    LoadingCall("loadModelContainer", labels: ["id"], first: false),
    LoadingCall("loadModel", labels: ["id"], first: false),
    LoadingCall("WhisperKitConfig", labels: ["modelRepo"], first: false),
    LoadingCall("WhisperKit", labels: ["modelRepo"], first: false),
    LoadingCall("HuggingFaceModel", labels: ["id", "name"]),
  ]
}
