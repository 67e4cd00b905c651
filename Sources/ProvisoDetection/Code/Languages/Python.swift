extension CodeLanguage {
  static let python = Self(
    name: "python", extensions: ["py", "pyi", "pyx"], dialect: .python, calls: LoadingCall.python,
    aliases: ["py", "python", "python3", "ipython", "pycon"])
}

extension LoadingCall {
  /// transformers, diffusers, PEFT, sentence-transformers, huggingface_hub, vLLM, unsloth, MLX, llama.cpp, Whisper, timm,
  /// torch.hub, spaCy, Keras, OpenCLIP, Ultralytics, fastembed, GPT4All, LangChain, LlamaIndex, Haystack, Coqui.
  static let python: [LoadingCall] = [
    LoadingCall(
      "from_pretrained", labels: ["pretrained_model_name_or_path", "model_name", "model_id", "repo_id"],
      revision: "revision"),
    LoadingCall("from_single_file", labels: ["pretrained_model_link_or_path"]),
    LoadingCall("from_preset", labels: ["preset"], of: .keras),
    LoadingCall("from_hparams", labels: ["source"]),
    LoadingCall("from_model_id", labels: ["model_id"], first: false),
    LoadingCall("pipeline", labels: ["model"], at: 1...1, revision: "revision"),
    LoadingCall("SentenceTransformer", labels: ["model_name_or_path"], revision: "revision"),
    LoadingCall("SparseEncoder", labels: ["model_name_or_path"], revision: "revision"),
    LoadingCall("CrossEncoder", labels: ["model_name", "model_name_or_path"], revision: "revision"),
    LoadingCall("hf_hub_download", labels: ["repo_id"], revision: "revision"),
    LoadingCall("snapshot_download", labels: ["repo_id", "model_id"], revision: "revision"),
    LoadingCall("cached_download", labels: ["repo_id"], revision: "revision"),
    LoadingCall("LLM", labels: ["model"], revision: "revision"),
    LoadingCall("AsyncEngineArgs", labels: ["model"], first: false, revision: "revision"),
    LoadingCall("EngineArgs", labels: ["model"], first: false, revision: "revision"),
    LoadingCall("mlx_load", labels: ["path_or_hf_repo"]),
    LoadingCall("whisper.load_model", labels: ["name"], of: .whisper),
    LoadingCall("whisperx.load_model", labels: ["whisper_arch"], of: .fasterWhisper),
    LoadingCall("WhisperModel", labels: ["model_size_or_path"], of: .fasterWhisper),
    LoadingCall("hub.load", labels: ["repo_or_dir", "model"], at: 0...1, of: .torchHub),
    LoadingCall("timm.create_model", labels: ["model_name"], of: .timm),
    LoadingCall("spacy.load", labels: ["name"], of: .spacy),
    LoadingCall("create_model_and_transforms", labels: ["model_name", "pretrained"], of: .openCLIP),
    LoadingCall("YOLO", labels: ["model"], of: .ultralytics),
    LoadingCall("TextEmbedding", labels: ["model_name"]),
    LoadingCall("GPT4All", labels: ["model_name", "model"], of: .gpt4all),
    LoadingCall("TTS", labels: ["model_name"], of: .coqui),
    LoadingCall("ollama.pull", labels: ["model"], of: .ollama),
    LoadingCall("ollama.chat", labels: ["model"], of: .ollama),
    LoadingCall("ollama.generate", labels: ["model"], of: .ollama),
    LoadingCall("ollama.embed", labels: ["model"], of: .ollama),
    LoadingCall("ChatOllama", labels: ["model"], first: false, of: .ollama),
    LoadingCall("OllamaLLM", labels: ["model"], first: false, of: .ollama),
    LoadingCall("OllamaEmbeddings", labels: ["model"], first: false, of: .ollama),
    LoadingCall("Ollama", labels: ["model"], first: false, of: .ollama),
    LoadingCall("HuggingFaceEmbeddings", labels: ["model_name", "model"], first: false),
    LoadingCall("HuggingFaceEmbedding", labels: ["model_name"]),
    LoadingCall("HuggingFacePipeline", labels: ["model_id"], first: false),
    LoadingCall("HuggingFaceEndpoint", labels: ["repo_id", "model"], first: false),
    LoadingCall("HuggingFaceLocalGenerator", labels: ["model", "model_name_or_path"]),
    LoadingCall("InferenceClient", labels: ["model"]),
    LoadingCall("FlagModel", labels: ["model_name_or_path"]),
    LoadingCall("FlagReranker", labels: ["model_name_or_path"]),
  ]
}
