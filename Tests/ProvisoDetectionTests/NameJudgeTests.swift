import ProvisoCore
import Testing

@testable import ProvisoDetection

extension NameVerdict {
  /// `registry id`, then the revision and `partial` where there are any.
  var outline: String {
    ([model.registry.rawValue, model.id] + (revision.name.map { ["at \($0)"] } ?? []) + (isPartial ? ["partial"] : []))
      .joined(separator: " ")
  }
}

@Suite("The judge of names")
struct NameJudgeTests {
  @Test(
    "knows by themselves",
    arguments: [
      ("meta-llama/Llama-3.1-8B-Instruct", "huggingface meta-llama/Llama-3.1-8B-Instruct"),
      ("unheard-of/some-llama-7b", "huggingface unheard-of/some-llama-7b"),
      ("sesame/csm-1b", "huggingface sesame/csm-1b"),
      ("https://huggingface.co/acme/a/resolve/v1/m.bin", "huggingface acme/a at v1"),
      ("hf://acme/a", "huggingface acme/a"), ("huggingface://acme/a/b/c.gguf", "huggingface acme/a"),
      ("bartowski/X-GGUF/X-Q4_K_M.gguf", "huggingface bartowski/X-GGUF"),
      ("acme/tiny-GGUF/tiny-Q4_K_M.gguf", "huggingface acme/tiny-GGUF"),
      ("https://www.modelscope.cn/models/Qwen/Qwen3-8B/summary", "modelscope Qwen/Qwen3-8B"),
      ("modelscope://Qwen/Qwen3-8B", "modelscope Qwen/Qwen3-8B"), ("ollama://llama3.2:3b", "ollama llama3.2:3b"),
      ("llama3.2:3b", "ollama llama3.2:3b"), ("qwen3.5:4b", "ollama qwen3.5:4b"),
      ("ai/smollm2:360M", "docker ai/smollm2:360M"),
      ("oci://docker.io/ai/smollm2", "docker ai/smollm2"),
      ("facenet.tflite", "local facenet.tflite"), ("models/hand_landmarker.task", "local models/hand_landmarker.task"),
      ("https://host.net/a/efficientdet_lite0.tflite", "url https://host.net/a/efficientdet_lite0.tflite"),
      ("gs://acme-weights/a/gemma.gguf", "url gs://acme-weights/a/gemma.gguf"),
      ("gpt-4o", "hosted gpt-4o"), ("gpt-3.5-turbo-0125", "hosted gpt-3.5-turbo-0125"),
      ("claude-3-7-sonnet-20250219", "hosted claude-3-7-sonnet-20250219"),
      ("gemini-1.5-flash", "hosted gemini-1.5-flash"),
      ("text-embedding-3-small", "hosted text-embedding-3-small"), ("openai/gpt-4o", "hosted gpt-4o"),
      ("models/embedding-001", "hosted embedding-001"), ("ollama/llama3.2", "ollama llama3.2"),
      ("meta.llama3-1-8b-instruct-v1:0", "bedrock meta.llama3-1-8b-instruct-v1:0"),
      ("us.meta.llama3-1-8b-instruct-v1:0", "bedrock meta.llama3-1-8b-instruct-v1:0"),
      ("bedrock/us.amazon.nova-lite-v1:0", "hosted amazon.nova-lite-v1:0"),
      ("openai/gpt-oss-20b", "huggingface openai/gpt-oss-20b"), ("bert-base-uncased", "huggingface bert-base-uncased"),
      ("all-MiniLM-L6-v2", "huggingface sentence-transformers/all-MiniLM-L6-v2"),
      ("Qwen/Qwen3-${SIZE}", "huggingface Qwen/Qwen3-${SIZE} partial"),
      ("unsloth/{name}", "huggingface unsloth/{name} partial"),
      ("huggingface/meta-llama/Llama-3.1-8B", "huggingface meta-llama/Llama-3.1-8B"),
      ("local:BAAI/bge-m3", "huggingface BAAI/bge-m3"), ("hf-hub:acme/a", "huggingface acme/a"),
      ("https://huggingface.co/ggerganov/whisper.cpp/resolve/main/a.bin", "huggingface ggerganov/whisper.cpp at main"),
      ("https://huggingface.co/acme/a.git", "huggingface acme/a"),
      ("https://huggingface.co/acme/a/resolve/v1/m-${SIZE}.gguf", "huggingface acme/a at v1"),
      ("https://huggingface.co/acme/a/resolve/main/m-%model%.bin", "huggingface acme/a at main"),
      ("https://huggingface.co/acme/a/resolve/$REVISION/m.bin", "huggingface acme/a"),
      ("/Users/me/gemma-3-1b-it-Q4_K_M.gguf", "local /Users/me/gemma-3-1b-it-Q4_K_M.gguf"),
      ("Acme/SDXL-Lightning", "huggingface Acme/SDXL-Lightning"),
      ("djl://ai.djl.huggingface.pytorch/acme/a", "huggingface acme/a"),
      ("kaggle://google/gemma/keras/2b/3", "url https://www.kaggle.com/models/google/gemma/keras/2b at 3"),
      ("google/gemma/pax/2b-it/2", "url https://www.kaggle.com/models/google/gemma/pax/2b-it at 2"),
      ("acme/a/resolve/v1/m.zip", "huggingface acme/a at v1"), ("hugging_face://model/acme/a", "huggingface acme/a"),
      ("https://huggingface.co/api/models/acme/a/tree/v1", "huggingface acme/a at v1"),
      ("library/gemma:2b", "ollama gemma:2b"),
      ("o1-mini-2024-09-12", "hosted o1-mini-2024-09-12"), ("codestral-2405", "hosted codestral-2405"),
      ("openai/o1-preview-2024-09-12", "hosted o1-preview-2024-09-12"),
      ("mistral-small-2402", "hosted mistral-small-2402"),
      ("mistral-small-24b-instruct", "huggingface mistral-small-24b-instruct"),
      ("https://api-inference.huggingface.co/models/acme/a", "huggingface acme/a"),
      ("https://api-inference.huggingface.co/pipeline/feature-extraction/acme/a", "huggingface acme/a"),
      ("nvcr.io/nim/meta/llama-3.1-8b-instruct:1.8.0", "huggingface meta-llama/llama-3.1-8b-instruct"),
      ("H:/models/clip/chat_g.safetensors", "local H:/models/clip/chat_g.safetensors"),
      ("llama3_2.pte", "local llama3_2.pte"), ("gemma2-2b-it-sfp.sbs", "local gemma2-2b-it-sfp.sbs"),
      ("/models/qwen3_0.6b.safetensors", "local /models/qwen3_0.6b.safetensors"),
      ("s3://acme/models/Llama-3.1-8B-Instruct", "url s3://acme/models/Llama-3.1-8B-Instruct"),
      ("tos://acme/Qwen3-8B", "url tos://acme/Qwen3-8B"), ("pvc://disk?model=llama3.1:8b", "ollama llama3.1:8b"),
    ])
  func bare(text: String, expected: String) {
    #expect(NameJudge.judge(text, in: .bare)?.outline == expected)
  }

  @Test(
    "knows what only services call so, wherever the place asks for a model",
    arguments: [
      ("us/o3-2025-04-16", "o3-2025-04-16"), ("azure/us/o3-2025-04-16", "o3-2025-04-16"),
      ("eu/gpt-4o-2024-08-06", "gpt-4o-2024-08-06"), ("groq/compound-beta", "compound-beta"),
      ("groq/compound", "compound"), ("compound-beta-mini", "compound-beta-mini"),
      ("mixtral-8x7b-32768", "mixtral-8x7b-32768"), ("groq/mixtral-8x7b-32768", "mixtral-8x7b-32768"),
      ("mistral-medium", "mistral-medium"), ("codestral-embed", "codestral-embed"),
      ("eleven_turbo_v2_5", "eleven_turbo_v2_5"), ("eleven_v3", "eleven_v3"), ("flux-general-en", "flux-general-en"),
    ])
  func services(text: String, name: String) {
    for context in [NameContext.modelKey, .loadingCall, .command] {
      #expect(NameJudge.judge(text, in: context)?.outline == "hosted \(name)")
    }
  }

  @Test(
    "tells a count of rows from what a model reads at once",
    arguments: [
      "LargeWorldModel/LWM-Text-Chat-128K", "acme/mistral-instruct-32k", "acme/llama-2-7b-sft-150k",
      "croissantllm/base_105k", "Groq/Llama-3-Groq-8B-Tool-Use", "mistralai/Mistral-Medium-3.5-128B", "us/llama-7b",
    ])
  func counts(text: String) {
    #expect(NameJudge.judge(text, in: .modelKey)?.outline == "huggingface \(text)")
  }

  @Test(
    "knows lines of makers whose names say neither family nor size",
    arguments: [
      "facebook/magnet-small-10secs", "facebook/multiband-diffusion", "facebook/mms-tts-fin", "facebook/encodec_32khz",
      "facebook/seamless-m4t-v2-large", "nvidia/NV-Embed-v2", "nvidia/mit-b0", "google/medsiglip-448",
      "tencent/HunyuanVideo", "apple/MobileCLIP-B-OpenCLIP", "MahmoodLab/UNI", "SWivid/F5-TTS", "Yntec/RealLife",
    ])
  func makers(text: String) {
    #expect(NameJudge.judge(text, in: .bare)?.outline == "huggingface \(text)")
  }

  @Test(
    "knows none of the same makers' code, packages and images",
    arguments: [
      "facebook/react", "nvidia/cuda", "google/guava", "tencent/rapidjson", "apple/swift", "microsoft/unilm",
      "naver/egjs", "krea-ai/app", "mahmoodlab/CLAM", "facebook/hermes-engine",
    ])
  func makersCode(text: String) {
    #expect(NameJudge.judge(text, in: .bare) == nil)
  }

  @Test(
    "knows where the place asks for a model",
    arguments: [
      ("acme/a", .modelKey, "huggingface acme/a"), ("mistral", .modelKey, "ollama mistral"),
      ("nomic-embed-text", .modelKey, "ollama nomic-embed-text"), ("o1", .modelKey, "hosted o1"),
      ("gemma-4-12B-it-GGUF", .modelKey, "huggingface gemma-4-12B-it-GGUF"), ("gpt2", .loadingCall, "huggingface gpt2"),
      ("acme/a", .repositoryKey, "huggingface acme/a"), ("acme/a", .command, "huggingface acme/a"),
      ("ggml-org/gemma-3-1b-it-GGUF:Q4_K_M", .command, "huggingface ggml-org/gemma-3-1b-it-GGUF"),
      ("acme/a@v1", .loadingCall, "huggingface acme/a at v1"),
      ("llama-{size}", .modelKey, "huggingface llama-{size} partial"),
      ("{dir}/gemma-2-{size}.gguf", .loadingCall, "local {dir}/gemma-2-{size}.gguf partial"),
      ("gs://kfserving/models/sklearn/1.0/model", .modelKey, "url gs://kfserving/models/sklearn/1.0/model"),
      ("base", .library(.whisper), "huggingface openai/whisper-base"),
      ("large-v3", .library(.fasterWhisper), "huggingface Systran/faster-whisper-large-v3"),
      ("en_core_web_sm", .library(.spacy), "spacy en_core_web_sm"),
      ("resnet50.a1_in1k", .library(.timm), "timm resnet50.a1_in1k"),
      ("facebookresearch/dinov2", .library(.torchHub), "torchhub facebookresearch/dinov2"),
      ("phi", .library(.ollama), "ollama phi"),
      ("mario/thing:latest", .library(.ollama), "ollama mario/thing:latest"),
      ("acme/a", .library(.timm), "huggingface acme/a"), ("yolov8n.pt", .library(.ultralytics), "local yolov8n.pt"),
      ("local/mistral-small-4", .modelKey, "huggingface mistral-small-4"),
      ("local/qwen3.5-9b", .loadingCall, "huggingface qwen3.5-9b"),
      ("gpt4t", .modelKey, "hosted gpt4t"), ("GPT-4o", .modelKey, "hosted GPT-4o"),
      ("gpt2-large", .modelKey, "huggingface gpt2-large"),
      ("VOXPOPULI_ASR_BASE_10K_DE", .modelKey, "huggingface facebook/wav2vec2-base-10k-voxpopuli-ft-de"),
      ("stabilityai.co/some-llama-7b", .modelKey, "huggingface stabilityai.co/some-llama-7b"),
      ("large-v3-v20240930_626MB", .library(.whisperKit), "huggingface argmaxinc/whisperkit-coreml"),
      ("openai_whisper-tiny.en", .library(.whisperKit), "huggingface argmaxinc/whisperkit-coreml"),
    ] as [(String, NameContext, String)])
  func asked(text: String, context: NameContext, expected: String) {
    #expect(NameJudge.judge(text, in: context)?.outline == expected)
  }

  @Test(
    "traps",
    arguments: [
      "tasks/bert/pytorch/run", "acme/gemma/docs/2b/2", "library/redis:7", "library/mistral",
      "acme/a/resolve/main/plot.png", "models/a/resolve/main/m.zip", "ggml-org/llama.vim",
      "https://huggingface.co/api/models/acme", "hugging_face://docs/acme/a",
      "actions/checkout", "actions/setup-python", "nvidia/cuda:12.0-base", "ollama/ollama", "vllm/vllm-openai:latest",
      "onerahmet/openai-whisper-asr-webservice:latest", "kserve/huggingfaceserver:v0.14", "golang:1.20-alpine",
      "python:3.11-slim", "@huggingface/transformers", "react-dom/client", "application/json", "text/html", "image/png",
      "text/x-python", "openai/whisper", "SYSTRAN/faster-whisper", "ggml-org/llama.cpp", "facebookresearch/dinov2",
      "Apache-2.0", "2024-05-13", "2024/05/13", "md:text-5xl", "sm:text-base", "disabled:text-gray-400", "foo/bar",
      "encoding/json", "net/http", "gopkg.in/yaml.v3", "self.task", "torch.onnx", "self.safetensors",
      "com.google.ai.edge.litertlm", "Qwen3ForCausalLM", "llama", "qwen2_vl", "glm4_moe", "llama3_tokenizer",
      "your-model", "path/to/model.gguf", "HF_USERNAME/my-model", "your-org/llama-7b", "outputs/llama-7b",
      "saves/llama3-8b", "resolve/main", "examples/llama", "Intel/AMD", "model.safetensors", "pytorch_model.bin",
      "https://huggingface.co/docs/transformers", "https://huggingface.co/datasets/acme/a", "hf://datasets/acme/a",
      "https://github.com/openai/whisper", "https://example.com/model.gguf", "s3://bucket-name/path/to/file.jsonl",
      "llama.cpp", "llama-server", "llama-cpp", "ollama", "faster-whisper", "langchain-openai",
      "sha256:0123456789abcdef", "qdrant/qdrant", "v1/listen", "nim-llm-mixtral-8x22b:8000",
      "{owner}/{name}", "${MODEL}", "%s/%s", "hashicorp/aws", "a", "", "gpt", "claude", "GPT-4", "Claude-3",
      "mlabonne/orpo-dpo-mix-dataset", "tatsu-lab/alpaca", "ghcr.io/acme/app:1.0", "nvidia.com/gpu", "*.gguf",
      "ai/react", "ai/rsc", "https://news.example.org/xml/rss/HomePage.xml", "my-gpt-model",
      "llama3-8b model", "docs/llama-3.md", "mistral-common", "openai-gpt-wrapper", "refs/heads/main",
      "musicgen/musicgen_base_32khz", "compression/encodec_music_32khz", "whisper/whisper_7b_en", "q4k-0.uqff",
      "legacy.uqff",
    ])
  func traps(text: String) {
    #expect(NameJudge.judge(text, in: .bare) == nil)
  }

  @Test(
    "what no place makes a model of",
    arguments: [
      "your-model", "org/name", "path/to/model", "foo/bar", "<model>", "...", "text/html", "./", "/", "true", "None",
      "auto", "t_embedder.mlp.0.weight", "cap_embedder.1.bias",
      "acme.org/cache-eviction", "kaito.sh/model-cleanup", "acme.azurecr.io/phi-4-mini-instruct", "acme.com/phi-4-mini",
      "InferenceSet/phi-4-mini", "replicaset.apps/llama3-8b-instruct-6cdf47d6f6",
      "/content/tuned.gguf", "https://huggingface.co/acme/{name}/resolve/main/a.bin",
      "https://huggingface.co/acme/a/resolve/main/{name}.png", "Qwen3ForCausalLM", "https://huggingface.co/docs/peft",
      "models/a", "é", "a b", "tree/main", "guides/intro", "tutorials/whisper-tiny", "providers/gemma-7b", "h2oai/ggml",
      "proxy/litellm", "acme/llama.cpp", "Qwen2TokenizerFast", "Qwen2VLImageProcessorFast", "WhisperFeatureExtractor",
      "acme.gemma2:load", "mock12345.safetensors", "fake1/llama-7b", "llama-7b-predictor",
      "QWEN3_MODEL_PATH", "MODEL_URL2", "hf_pipeline_llama2_13b", "liuhaotian/LLaVA-Instruct-150K",
      "liuhaotian/LLaVA-CC3M-Pretrain-595K", "mistral-ai", "bedrock-titan", "google-genai", "vertex-ai-gemini",
    ])
  func nowhere(text: String) {
    for context in [NameContext.bare, .modelKey, .repositoryKey, .prose] {
      #expect(NameJudge.judge(text, in: context) == nil)
    }
  }

  @Test("hostile strings end quickly and name nothing")
  func hostile() {
    for character in ["a", "/", "-", ":", "{", "$", "%", ".", "\u{0}", "😀", "<"] {
      for count in [1, 2, 95, 511, 512, 100_000] {
        let text = String(repeating: character, count: count)
        for context in [NameContext.bare, .modelKey, .loadingCall, .prose, .library(.torchHub), .library(.spacy)] {
          _ = NameJudge.judge(text, in: context)
          _ = NameJudge.judge("acme/" + text, in: context)
        }
      }
    }
  }

  @Test(
    "takes addresses on the web for pages where nothing stands in them that those of models have",
    arguments: [
      ("https://example.com/acme/a", true), ("HTTP://example.com/", true), ("https://docs.example.com/a/b?c=d#e", true),
      ("https://huggingface.co/acme/a", false), ("https://user:t@hf.co/acme/a", false),
      ("https://example.com/a.gguf", false), ("https://example.com/a.pt?download", false),
      ("https://${HOST}/acme/a", false), ("https://modelscope.cn/models/acme/a", false), ("hf://acme/a", false),
      ("acme/https", false), ("https:", false), ("://", false), ("", false),
    ])
  func pages(address: String, isPage: Bool) {
    #expect(AddressName.isPage(address.utf8.span, 0..<address.utf8.count) == isPage)
    if isPage { #expect(NameJudge.judge(address, in: .loadingCall) == nil) }
  }
}
