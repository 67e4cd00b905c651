/// The families, by the letters their names begin with, and the other words that names of models are made of.
extension ModelWords {
  static let strong = WordTable(
    WordList.set(
      """
      albert alpaca anyloc arcface audioldm autoglm aya baichuan bakllava bark barthez bge biobert biogpt biomedclip
      biomistral birefnet blazeface blenderbot blip bloomz bert camembert canary chatglm chatts chinchilla clap clinicalbert
      clipseg codebert codegemma codegen codegeex codellama codeqwen codestral codet cogagent cogvideo cogvideox cogview
      cogvlm colbert colpali colqwen colsmol controlnet convnext cosyvoice csm dbrx deberta deepcoder deepfloyd deeplabv
      deepseek deit demucs detr devstral diffutoon dinov dino distilbert distilgpt distilroberta distilwhisper docling
      dolly donut dreamshaper ecapa efficientdet efficientformer efficientnet efficientvit electra embeddinggemma encodec
      ernie esmfold esm exaone facenet finbert flan flaubert florence fuyu gemma glm gpt gptj gptneo graphcodebert guanaco
      gte hermes hifigan hubert hunyuan hyperclova idefics indictrans insightface instructblip instructor internlm internvl
      janus jamba jina kandinsky kokoro kosmos latentsync layoutlm layoutlmv ldm led lfm lightglue llama llamaguard llava
      longformer longt loftr magistral mamba marian mathstral maskformer matcha mbart mdeberta medgemma medsam meditron
      melotts metricgan midas minicpm minilm ministral mistral mixtral mms mobilebert mobileclip mobilenet mobilenetv
      mobilesam mobilevit modernbert mobilellm moondream moonshine mpnet mpt musicgen mxbai nemotron nllb nomic nougat
      nuextract olmo olmoe omniparser openchat openelm openhermes openllama openvla optimus orca ovis owlvit owlv
      paddleocr paligemma parakeet parler patchtst pegasus phi phind pixart pixtral playground prometheus prophetnet
      pygmalion pythia qvq qwen qwq realesrgan rembert resnet retinaface rfdetr rmbg roberta roformer rugpt rwkv sapiens
      sauerkraut sauerkrautlm scibert sdxl segformer seamlessm securebert sentencet sgpt shieldgemma siglip silero
      skywork slimsam smollm smolvlm smolvla sqlcoder speecht splade squeezenet stablecode stablelm starchat starcoder
      starcoderbase starling styletts swinir swin tapas tinyllama tinybert tokenizer t togethercomputer trellis trocr
      tulu ultravox umt unixcoder univnet upernet vgg vicuna videomae vilt visualbert vitmatte vitpose vit vits vocos
      voxtral wav wavlm whisper wizard wizardcoder wizardlm wizardmath xclip xglm xlm xlnet xtts xwin yi yolo yolov yolos
      yolonas zamba zephyr zipformer cosmos glmocr colsmolvlm granite bitnet kimi minimax stablediffusion animagine
      openorca nous efficientsam gptq mobileone timesfm chronos moirai tirex unet vae fastvlm fastsam
      """
    ).subtracting([
      "tokenizer", "t", "togethercomputer", "gptq", "unet", "vae", "optimus", "nous", "led", "ldm", "wizard",
    ]))

  /// Everyday words and abbreviations: a family only with more beside them, or in a place that asks for a model.
  static let weak = WordTable(
    WordList.set(
      """
      animatediff arctic bart bloom canary claude clip codex cohere command dolphin dpt e falcon flux
      fuyu goliath hermes inception karlo laguna led lama ltx mimi mochi nova opt orpheus perceiver platypus raven reflection
      reranker sam samantha sentence solar spkrec sst titan t tts vila wan wizard nous u2net unet unidepth upscaler vae
      hand_landmarker landmarker gesture zoedepth marigold ocr asr deci efficient facedet locate embedder voxpopuli
      """
    ).subtracting(["e", "t", "sentence", "sst", "efficient", "ocr", "asr", "tts", "claude"]))

  /// Families of two words.
  static let pairs: Set<String> = WordList.set(
    """
    stable_diffusion depth_anything segment_anything command_r gpt_oss gpt_neo gpt_neox gpt_j opus_mt all_minilm ip_adapter
    stable_audio stable_video sd_turbo sd_v1 grounding_dino table_transformer nous_hermes wizard_vicuna open_llama
    paraphrase_multilingual distil_whisper smol_llama snowflake_arctic kwaipilot_kat table_detection hand_landmarker
    face_landmarker pose_landmarker gesture_recognizer anything_3b multilingual_e5 ms_marco text_embedding
    """
  ).reduce(into: Set<String>()) { pairs, pair in pairs.insert(pair.split(separator: "_").joined(separator: " ")) }

  /// The first and the second words of ``pairs``.
  static let pairStarts = WordTable(pairs.compactMap { $0.split(separator: " ").first.map(String.init) })
  static let pairEnds = WordTable(pairs.compactMap { $0.split(separator: " ").last.map(String.init) })

  /// `tinyllama`, `openhermes`, `medgemma`, `rubert`.
  static let endings = WordList.set(
    "bert diffusion gemma gpt hermes llama llava mistral mixtral qwen roberta whisper")

  /// Software that is named after a family.
  static let tools = WordTable(
    """
    autogpt chatgpt chatllama comfyui fastchat factory gpt4all gptcache gptme helm huggingface koboldcpp langchain llamacpp
    llamafactory llamafile llamaindex llamaparse llamasharp localai localgpt mistralrs nanogpt ollama openllama-ui
    privategpt qwenlm sharegpt transformers vllm whisperkit whispercpp whisperx xformers fastwhisper mergekit webgpu
    langchaingo langchain4j autoawq autogptq axolotl
    """)

  static let afterLlama = WordTable(
    "agents api bench cli cloud cookbook cpp deploy factory hub index parse recipes server stack swap")

  static let formats = WordTable(
    "awq bnb coreml ct2 exl2 exl3 ggml gguf gptq hqq int4 int8 litertlm litert mlc mlx mlpackage nf4 onnx openvino tflite trt"
  )

  static let variants = WordTable(
    """
    aligned base beta cased chat code coder distill distilled dpo embed embedding embeddings finetuned flash ft guard hf lightning
    inpainting instruct instruction it large lite lora math medium mini mix nano ov pretrained pt reasoning rerank reranker
    rlhf safeguard schnell sft small thinking tiny turbo uncased uncensored vision vl vlm xl xs xxl landmarker quant quantized
    ggufs e2e multilingual en english patch14 patch16 patch32
    """)

  /// Words of data sets, which publishers of models have as well.
  static let dataSets = WordTable(
    """
    audiofolder benchmark benchmarks c4 cc corpora corpus dataset datasets dolma evals fineweb gsm8k hellaswag imdb
    instructions leaderboard mmlu orpo preferences prompts sharegpt slimpajama smoltalk squad ultrachat ultrafeedback
    wikipedia wikitext winogrande dolly15k tinystories capybara data openorca skypile wit
    """)
}
