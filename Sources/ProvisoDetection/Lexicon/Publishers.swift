/// Owners on the hub whose `owner/name` in quotes is a model wherever it stands.
enum Publishers {
  static func contains(_ owner: String) -> Bool { owners.contains(owner) }

  static func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool { owners.contains(text, range) }

  /// Every one of them, in lower case.
  static var all: [String] { owners.words }
  static var allMakers: [String] { makers.words }

  /// Owners of models who have as many repositories of code, images and packages: their names must say what they are.
  static func isMaker(_ owner: String) -> Bool { makers.contains(owner) }

  private static let makers = WordTable(
    """
    amazon apple baidu bytedance facebook google huggingface ibm intel meta microsoft mit nvidia openai salesforce tencent
    """)

  /// Repositories that look like models and have no weights: of code (`openai/whisper`, `SYSTRAN/faster-whisper`), and those in which
  /// an owner keeps nothing but the settings of a device for models of others (`Habana/llama`), whose license is that of the settings.
  static func isCode(_ id: String) -> Bool {
    code.contains(id) || configurations.contains(id.utf8.span, 0..<id.utf8.prefix { $0 != UInt8(ascii: "/") }.count)
  }

  private static let configurations = WordTable("habana")

  /// Left out are owners whose repositories elsewhere (code, images, packages) are named as often as their models: of
  /// those, the name itself must say that it is a model's.
  private static let owners = WordTable(
    """
    01-ai abacaj abacusai ai-forever ai-mo ai21labs aidc-ai aisingapore albert alibaba-nlp alibaba-pai allenai
    almanach answerdotai anthracite-org arcee-ai argmaxinc axolotl-ai-co baai baichuan-inc bartowski bee-spoke-data
    bigcode bigscience biomistral black-forest-labs briaai bytedance-research bytedance-seed camembert cardiffnlp
    casperhansen castorini cerebras chatdb christianazinn codellama cognitivecomputations cohereforai coherelabs
    compvis coqui coreml-projects cross-encoder csukuangfj databricks dbmdz deci deepcogito deepfloyd deepmount00
    deepseek-ai deepset diffusers distil-whisper distilbert dphn dreamgen ehartford eleutherai emilyalsentzer espnet
    facebookai fireworks-ai fixie-ai flair gaianet georgesung google-bert google-t5 gradientai gritlm guillaumekln
    h2oai h94 helsinki-nlp hexgrad hf-internal-testing hfl hkunlp hpcai-tech huggingfacem4 huggingfacetb huggyllama
    hustvl ibm-granite ibm-nasa-geospatial idea-ccnl idea-research ikala inceptionai indobenchmark internlm intfloat
    jackfram jinaai jondurbin keras kimang18 koboldai kyutai laion lckr lgai-exaone lightonai lightricks liquidai
    liuhaotian llamafactory llava-hf lmms-lab lmqg lmstudio-community lmsys lmz mattshumer maziyarpanahi menlo
    meta-llama migtissera minimaxai mistral-community mistralai mixedbread-ai mlabonne mlc-ai mlx-community
    moonshotai mosaicml mradermacher mungert mustafaaljadery nbailab neuml neuralmagic neversleep nexaaidev
    nexusflow nomic-ai nousresearch numind onnx-community open-orca open-r1 openaccess-ai-collective
    openai-community openassistant openbmb openbuddy openchat opengvlab openlm-research openvino openvla parler-tts
    patrickjohncyr pleias pocketdoc prajjwal1 princeton-nlp prithivmlmods prompthero prosusai protectai prunaai
    pyannote qdrant quantfactory quanttrio qwen radicalnumerics redhatai rednote-hilab rinna rlhflow runwayml rwkv
    samlowe sao10k sapienzanlp second-state sentence-transformers seopbo sesame sg161222 shenzhi-wang skywork
    snorkelai snowflake speechbrain sshleifer stabilityai stable-diffusion-v1-5 stanfordaimi state-spaces
    sugoitoolkit suno systran teknium tencent-hunyuan tensorblock textattack thebloke thedrummer thenlper thudm
    tiger-lab tiiuae timm tinyllama togethercomputer tokyotech-llm trl-internal-testing tuner007 turboderp uclanlp
    uer unbabel undi95 unsloth upstage urchade utter-project vagosolutions vicgalle vikp vinai voidful wan-ai weyaxi
    whereisai winglian wizardlm wizardlmteam xai-org xenova xlnet xtuner yentinglin yorickvp yuntian-deng zai-org
    zhipuai zyphra
    afrideva ai-sweden-models ai4bharat aubmindlab beomi brittlewis12 bullerwins canopylabs cl-tohoku ckiplab cointegrated
    cyberagent davidau dslim echarlaix elyza felladrin finiteautomata fishaudio gabriellarson ggml-org grimjim
    hugging-quants huihui-ai huggingtweets impira inclusionai j-hartmann joeddav jonatasgrosman kakaocorp katuni4ka
    koichiyasuoka kwaipilot legraphista lllyasviel locutusque lonestriker meituan-longcat mergekit-community mmnga
    monologg moritzlaurer mrm8488 nari-labs naver-clova-ix nbeerbower nlpaueb nm-testing noctrex onnxmodelzoo openerotica
    peft-internal-testing primeintellect pszemraj qnguyen3 readyart richarderkhov sanctumai savasy siebert solidrust
    speakleash stepfun-ai stockmark swiss-ai tencentarc thinkingmachines tner tohoku-nlp triangle104 valhalla
    vikhrmodels vilm xiaomimimo ybelkada
    ahmed-masry alvdansen artificialguybr bghira cagliostrolab circulus dataautogpt3 digiplay dreamlike-art fremycompany isotonic
    kblueleaf latent-consistency linaqruf lykon m-a-p meina michalmlodawski nitrosocke persiannlp pritamdeka redstonehero
    rundiffusion stablediffusionapi unfilteredai yntec
    ajibawa-2023 aifunover artigenz bartouno blink7630 blueapple8259 bosonai cartinoe5930 changgil comfy-org depth-anything
    dopeornope e-n-v-y edentns elnaggarlab emilianjr fblgit finetrainers fluently gai-llm garage-baind gryphe hyeogi icefog72
    itt-af knutjaegersberg kyujinpy maywell mbzuai megastudyedu mii-llm mu0gum nerijs nitral-ai openfree openmoss-team
    pankajmathur practicellm seallms shakker-labs spow12 steelskull taide tlphams xwin-lm yodayo-ai zarakiquemparte
    """)

  private static let code = WordTable(
    """
    argmaxinc/whisperkit artidoro/qlora black-forest-labs/flux eleutherai/lm-evaluation-harness
    eleutherai/gpt-neox facebookresearch/dinov2 facebookresearch/llama facebookresearch/segment-anything
    guillaumekln/faster-whisper huggingfacetb/smollm lm-sys/fastchat lmsys/fastchat liuhaotian/llava meta-llama/llama
    meta-llama/llama3 meta-llama/llama-models meta-llama/llama-recipes meta-llama/llama-cookbook mistralai/mistral-common
    mistralai/mistral-inference mistralai/mistral-src nomic-ai/gpt4all openai/clip openai/gpt-2 openai/whisper
    openbmb/minicpm qwen/qwen-agent rwkv/rwkv.cpp stability-ai/stablediffusion systran/faster-whisper unsloth/unsloth
    thudm/chatglm-6b-code xenova/transformers.js xenova/transformers.js-docs deepset/haystack deepset-ai/haystack
    """)
}
