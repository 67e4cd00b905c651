/// A command that fetches, serves or runs models, and where in its words the model stands.
struct ModelCommand: Sendable {
  /// The command and its subcommands: `["ollama", "run"]`.
  var words: [String]
  /// Whether the first word that is no option names the model.
  var takesArgument: Bool
  /// Whether all such words do.
  var takesAll: Bool
  /// Options before the model.
  var options: Set<String>
  /// The option of the revision; nil where the command has none.
  var revision: String?
  /// Whose short names the model may have.
  var library: ModelLibrary?

  init(
    _ command: String, argument: Bool = false, _ options: Set<String> = [], revision: String? = nil,
    library: ModelLibrary? = nil, all: Bool = false
  ) {
    words = command.split(separator: " ").map(String.init)
    takesArgument = argument || all
    takesAll = all
    self.options = options
    self.revision = revision
    self.library = library
  }

  var context: NameContext { library.map(NameContext.library) ?? .command }
}

/// The commands that are known, and the words that are none of theirs. Data only.
enum CommandTable {
  static let commands: [ModelCommand] = [
    ModelCommand("ollama run", argument: true, library: .ollama),
    ModelCommand("ollama pull", argument: true, library: .ollama),
    ModelCommand("ollama show", argument: true, library: .ollama),
    ModelCommand("docker model run", argument: true),
    ModelCommand("docker model pull", argument: true),
    ModelCommand("ramalama run", argument: true),
    ModelCommand("ramalama pull", argument: true),
    ModelCommand("ramalama serve", argument: true),
    ModelCommand(
      "vllm serve", argument: true, ["--model", "--speculative-model"], revision: "--revision"),
    ModelCommand("vllm bench", ["--model"]),
    ModelCommand("vllm chat", ["--model"]),
    ModelCommand("vllm.entrypoints.openai.api_server", ["--model"], revision: "--revision"),
    ModelCommand("vllm.entrypoints.api_server", ["--model"], revision: "--revision"),
    ModelCommand("api_server", ["--model"], revision: "--revision"),
    ModelCommand("sglang.launch_server", ["--model-path", "--model"], revision: "--revision"),
    ModelCommand("aphrodite run", argument: true, ["--model"]),
    ModelCommand("lmdeploy serve api_server", argument: true),
    ModelCommand("lmdeploy chat", argument: true),
    ModelCommand("trtllm-serve", argument: true, ["--model"]),
    ModelCommand("text-generation-launcher", ["--model-id"], revision: "--revision"),
    ModelCommand("text-generation-server download-weights", argument: true, revision: "--revision"),
    ModelCommand("text-embeddings-router", ["--model-id"], revision: "--revision"),
    ModelCommand("infinity_emb", ["--model-id", "--model-name-or-path"], revision: "--revision"),
    ModelCommand("llama-server", llamaOptions),
    ModelCommand("llama-cli", llamaOptions),
    ModelCommand("llama-run", argument: true),
    ModelCommand("llama serve", llamaOptions),
    ModelCommand("llama cli", llamaOptions),
    ModelCommand("llama download", ["--model-id"]),
    ModelCommand("llama model download", ["--model-id"]),
    ModelCommand("llama-bench", llamaOptions),
    ModelCommand("llama-embedding", llamaOptions),
    ModelCommand("llama-perplexity", llamaOptions),
    ModelCommand("llama-quantize", argument: true),
    ModelCommand("llama-mtmd-cli", llamaOptions),
    ModelCommand("llama_cpp.server", ["--model", "--hf_model_repo_id"]),
    ModelCommand("main", ["-m"]),
    ModelCommand("server", ["-m", "-hf"]),
    ModelCommand("whisper-cli", ["-m", "--model"]),
    ModelCommand("whisper-server", ["-m", "--model"]),
    ModelCommand("convert_hf_to_gguf", argument: true),
    ModelCommand("ngc registry model download-version", argument: true),
    ModelCommand("lms get", argument: true),
    ModelCommand("lms load", argument: true),
    ModelCommand("hf download", argument: true, revision: "--revision"),
    ModelCommand("huggingface-cli download", argument: true, revision: "--revision"),
    ModelCommand("huggingface-cli repo-files", argument: true),
    ModelCommand("modelscope download", ["--model"], revision: "--revision"),
    ModelCommand("mlx_lm.generate", ["--model"]),
    ModelCommand("mlx_lm.chat", ["--model"]),
    ModelCommand("mlx_lm.server", ["--model"]),
    ModelCommand("mlx_lm.lora", ["--model"]),
    ModelCommand("mlx_lm.fuse", ["--model"]),
    ModelCommand("mlx_lm.convert", ["--hf-path"]),
    ModelCommand("mlx_vlm.generate", ["--model"]),
    ModelCommand("mlx_vlm.server", ["--model"]),
    ModelCommand("mlx_vlm.convert", ["--hf-path"]),
    ModelCommand("mlx_whisper", ["--model"]),
    ModelCommand("mlc_llm chat", argument: true),
    ModelCommand("mlc_llm serve", argument: true),
    ModelCommand("mlc_llm convert_weight", argument: true),
    ModelCommand("mlc_llm gen_config", argument: true),
    ModelCommand("litellm", ["--model", "-m"]),
    ModelCommand("aider", ["--model"]),
    ModelCommand("llm", ["-m", "--model"]),
    ModelCommand("llm chat", ["-m", "--model"]),
    ModelCommand("local-ai run", all: true),
    ModelCommand("local-ai models install", argument: true),
    ModelCommand("litgpt download", argument: true),
    ModelCommand("litgpt finetune", argument: true),
    ModelCommand("litgpt serve", argument: true),
    ModelCommand("litgpt chat", argument: true),
    ModelCommand("tune download", argument: true),
    ModelCommand("transformers chat", argument: true, ["--model_name_or_path"], revision: "--model_revision"),
    ModelCommand("transformers serve", argument: true, ["--force-model"]),
    ModelCommand("xinference launch", ["--model-name", "-n"]),
    ModelCommand("optimum-cli export", ["--model", "-m"]),
    ModelCommand("ct2-transformers-converter", ["--model"]),
    ModelCommand("whisper", ["--model"], library: .whisper),
    ModelCommand("whisperx", ["--model"], library: .fasterWhisper),
    ModelCommand("faster-whisper", ["--model"], library: .fasterWhisper),
    ModelCommand("download-ggml-model", argument: true, library: .whisper),
    ModelCommand("whisperkit-cli transcribe", ["--model"], library: .whisperKit),
    ModelCommand("whisperkit-cli serve", ["--model"], library: .whisperKit),
    ModelCommand("argmax-cli transcribe", ["--model"], library: .whisperKit),
    ModelCommand("argmax-cli serve", ["--model"], library: .whisperKit),
    ModelCommand("foundry model", argument: true),
    ModelCommand("foundry model run", argument: true),
    ModelCommand("foundry model download", argument: true),
    ModelCommand("tts", ["--model_name", "--vocoder_name"], library: .coqui),
    ModelCommand("spacy download", argument: true, library: .spacy),
    ModelCommand("gaianet init", ["--model"]),
    ModelCommand("bentoml serve", argument: true),
    ModelCommand("openllm start", argument: true),
    ModelCommand("openllm serve", argument: true),
    ModelCommand("openllm run", argument: true),
    ModelCommand("openllm deploy", argument: true),
    ModelCommand("openllm model get", argument: true),
    ModelCommand("swift sft", ["--model", "--model_id_or_path"]),
    ModelCommand("swift infer", ["--model", "--ckpt_dir"]),
    ModelCommand("trl sft", ["--model_name_or_path"]),
    ModelCommand("trl dpo", ["--model_name_or_path"]),
    ModelCommand("trl chat", ["--model_name_or_path"]),
    ModelCommand("llamafactory-cli", ["--model_name_or_path"]),
    ModelCommand("mistralrs serve", ["-m", "--model-id"]),
    ModelCommand("mistralrs run", ["-m", "--model-id"]),
    ModelCommand("mistralrs bench", ["-m", "--model-id"]),
    ModelCommand("koboldcpp", argument: true, ["--model"]),
    ModelCommand("lorax-launcher", ["--model-id", "--adapter-id"], revision: "--revision"),
    ModelCommand("ilab model", ["--repository", "--model", "-rp", "-m"], revision: "--release"),
  ]

  private static let llamaOptions: Set<String> = [
    "-m", "--model", "-hf", "-hfr", "--hf-repo", "-hfv", "--hf-repo-v", "-hfd", "-hfrd",
    "--hf-repo-draft", "-md",
    "--model-draft", "-mu", "--model-url", "--mmproj", "-mm", "--mmproj-url",
  ]

  /// By the first word.
  static let byName: [String: [ModelCommand]] = Dictionary(grouping: commands) { $0.words[0] }

  /// Options without a value: what follows them may be the model.
  static let flags: Set<String> = [
    "--verbose", "-v", "--quiet", "-q", "--insecure", "--trust-remote-code", "--force", "-f", "-it",
    "-i", "-t", "-d",
    "--detach", "--json", "--keepalive", "--nowordwrap", "--resume", "--local-dir-use-symlinks",
    "--rm", "--yes", "-y",
    "--debug", "--ignore-runtime-memory-check", "--exact", "--direct",
  ]

  /// What LocalAI does where it is given no models.
  static let subcommands: Set<String> = [
    "agent", "backends", "explorer", "federated", "models", "sound-generation", "transcript", "tts", "util", "worker",
  ]

  /// Docker, and what is called like it.
  static let containers: Set<String> = ["docker", "nerdctl", "podman"]
  /// Commands of Docker that are given an image, or the name of a container.
  static let imageCommands: Set<String> = ["create", "exec", "inspect", "pull", "push", "rmi", "run", "save", "tag"]
  /// Their options without a value.
  static let containerFlags: Set<String> = [
    "--detach", "--init", "--interactive", "--privileged", "--quiet", "--read-only", "--rm", "--tty", "-P", "-a", "-d",
    "-dit", "-dt", "-i", "-it", "-itd", "-q", "-t", "-ti", "-tid",
  ]

  /// Commands that are given files and folders: `cd custom-server/ultravox-0.5-8b`.
  static let fileCommands: Set<String> = [
    "cat", "cd", "chmod", "chown", "cp", "du", "find", "head", "less", "ln", "ls", "mkdir", "mv", "pushd", "rm",
    "rmdir",
    "tail", "tar", "test", "touch", "unzip", "wc",
  ]

  /// Commands that take files away.
  static let removers: Set<String> = ["del", "erase", "rd", "remove-item", "rm", "rmdir", "unlink"]

  /// Commands that only say something.
  static let speakers: Set<String> = [
    "echo", "printf", "write-host", "write-output", "log", "info", "warn", "error", "grep", "sed",
    "awk", "rem",
    "title",
    "console.log", "print",
  ]
}
