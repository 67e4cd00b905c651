import Foundation
import ProvisoCore
import ProvisoKnowledge
import ProvisoResolution
import ProvisoTestSupport
import Testing

/// The three hundred models that are asked for most.
@Suite("The best-known models")
struct WellKnownModelsTests {
  /// An id and what is right to say of it: a license, `none` where the publisher declares none, `barred` where a card bars commerce
  /// and the text has not been read, or `unread` where no terms are on file of a license of the publisher's own, or no list says
  /// anything.
  static let answers: [(id: String, answer: String)] = table.split(separator: "\n").map { line in
    let words = line.split(separator: " ").map(String.init)
    return (words[0], words[1])
  }

  @Test("have the right answer, also where the publisher declares none", arguments: answers)
  func answer(id: String, expected: String) {
    let license = Resolver().resolve(.huggingFace(id)).license
    switch expected {
    case "none": #expect(license.state == .absent && license.concluded == nil && license.remark != nil)
    case "barred": #expect(license.category == .nonCommercial && license.state == .custom)
    case "unread": #expect(license.category == nil && [.unknown, .custom].contains(license.state))
    default: #expect(license.concluded == expected)
    }
  }

  @Test(
    "are three hundred, and each is answered as its label on the hub or stricter", .enabled(if: sharedFolder != nil))
  func labels() throws {
    #expect(Set(Self.answers.map { $0.id.lowercased() }).count == 300)
    let labels = try Self.labels()
    var compared = 0
    for (id, answer) in Self.answers {
      // That one label is a third party's, and contradicted by its own LICENSE and the cards of its copies.
      guard let label = labels[id.lowercased()], !label.isEmpty, id != "Qwen/Qwen3.6-27B" else { continue }
      compared += 1
      switch LicenseLibrary.shared.match(label) {
      case .record(let declared):
        let isStricter = LicenseLibrary.shared.license(answer).map { $0.category > declared.category } ?? false
        #expect(answer == declared.id || isStricter, "\(id): \(answer), and the hub says \(label)")
      case .other, .named, .unrecognized, .familyTag, .empty:
        let isFree = LicenseLibrary.shared.license(answer)?.category.isRestricted == false
        #expect(!isFree, "\(id): \(answer), and the hub says \(label)")
      }
    }
    #expect(compared > 270)
  }

  /// What the lists of the hub say, by id in lower case.
  private static func labels() throws -> [String: String] {
    let folder = try #require(sharedFolder)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/model-catalog/merged-huggingface.tsv"))
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
    return Dictionary(
      lines.map { line in
        let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
        return (fields[0].lowercased(), fields.count > 2 ? String(fields[2]) : "")
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let table = """
    deepseek-ai/DeepSeek-R1 mit
    MIT/ast-finetuned-audioset-10-10-0.4593 bsd-3-clause
    Qwen/Qwen3-VL-2B-Instruct apache-2.0
    sentence-transformers/all-MiniLM-L6-v2 apache-2.0
    BAAI/bge-small-en-v1.5 mit
    black-forest-labs/FLUX.1-dev flux-1-dev-non-commercial-license
    Falconsai/nsfw_image_detection apache-2.0
    google-bert/bert-base-uncased apache-2.0
    openai-community/gpt2 mit
    Qwen/Qwen3-0.6B apache-2.0
    stabilityai/stable-diffusion-xl-base-1.0 openrail++
    CompVis/stable-diffusion-v1-4 creativeml-openrail-m
    dima806/fairface_age_image_detection apache-2.0
    distilbert/distilbert-base-uncased apache-2.0
    google/vit-base-patch16-224-in21k apache-2.0
    meta-llama/Meta-Llama-3-8B llama3
    nomic-ai/nomic-embed-text-v1.5 apache-2.0
    openai/clip-vit-base-patch32 mit
    openai/clip-vit-large-patch14 none
    sentence-transformers/all-mpnet-base-v2 apache-2.0
    amazon/chronos-t5-tiny apache-2.0
    BAAI/bge-large-en-v1.5 mit
    hexgrad/Kokoro-82M apache-2.0
    meta-llama/Llama-3.1-8B-Instruct llama3.1
    sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2 apache-2.0
    openai/whisper-large-v3 apache-2.0
    Qwen/Qwen2.5-7B-Instruct apache-2.0
    timm/mobilenetv3_small_100.lamb_in1k apache-2.0
    deepseek-ai/DeepSeek-V3.2 mit
    laion/clap-htsat-fused apache-2.0
    pyannote/speaker-diarization-community-1 cc-by-4.0
    bigscience/bloom bigscience-bloom-rail-1.0
    facebook/sam3 sam-license
    FacebookAI/roberta-large mit
    jonatasgrosman/wav2vec2-large-xlsr-53-english apache-2.0
    Qwen/Qwen2.5-1.5B-Instruct apache-2.0
    FacebookAI/xlm-roberta-large mit
    pyannote/speaker-diarization-3.1 mit
    Qwen/Qwen3-8B apache-2.0
    stabilityai/stable-diffusion-3-medium stabilityai-ai-community
    unsloth/Qwen3.8-27B-GGUF apache-2.0
    k2-fsa/OmniVoice cc-by-nc
    meta-llama/Llama-2-7b-chat-hf llama2
    openai/clip-vit-base-patch16 none
    Qwen/Qwen3-4B-Instruct-2507 apache-2.0
    black-forest-labs/FLUX.1-schnell apache-2.0
    magic-leap-community/superpoint none
    mixedbread-ai/mxbai-embed-large-v1 apache-2.0
    Qwen/Qwen3.8-27B apache-2.0
    google/gemma-4-31B-it apache-2.0
    meta-llama/Meta-Llama-3-8B-Instruct llama3
    MiniMaxAI/MiniMax-H3 minimax-h3-community
    Qwen/Qwen2.5-3B-Instruct qwen-research
    BAAI/bge-m3 mit
    openai/gpt-oss-120b apache-2.0
    Qwen/Qwen2.5-VL-7B-Instruct apache-2.0
    timm/resnet50.a1_in1k apache-2.0
    BAAI/bge-base-en-v1.5 mit
    FacebookAI/roberta-base mit
    openai/gpt-oss-20b apache-2.0
    facebook/opt-125m opt-175b
    FacebookAI/xlm-roberta-base mit
    mistralai/Mistral-7B-v0.1 apache-2.0
    deepseek-ai/DeepSeek-V3 deepseek
    pyannote/segmentation-3.0 mit
    Qwen/Qwen3.5-9B apache-2.0
    distilbert/distilbert-base-uncased-finetuned-sst-2-english apache-2.0
    intfloat/multilingual-e5-large mit
    WarriorMama777/OrangeMixs creativeml-openrail-m
    deepseek-ai/Janus-Pro-7B deepseek
    pyannote/wespeaker-voxceleb-resnet34-LM cc-by-4.0
    google/gemma-4-26B-A4B-it apache-2.0
    microsoft/phi-2 mit
    meta-llama/Llama-3.2-1B-Instruct llama3.2
    stabilityai/stable-diffusion-3.5-large stabilityai-ai-community
    jonatasgrosman/wav2vec2-large-xlsr-53-chinese-zh-cn apache-2.0
    Qwen/Qwen2.5-0.5B-Instruct apache-2.0
    sentence-transformers/all-MiniLM-L12-v2 apache-2.0
    Tongyi-MAI/Z-Image-Turbo apache-2.0
    coqui/XTTS-v2 coqui-public-model
    microsoft/layoutlmv2-base-uncased cc-by-nc-sa-4.0
    Qwen/Qwen3.5-4B apache-2.0
    cross-encoder/ms-marco-MiniLM-L6-v2 apache-2.0
    google/gemma-7b gemma
    owkin/phikon owkin-non-commercial
    Qwen/Qwen3-Embedding-0.6B apache-2.0
    google/gemma-4-E4B-it apache-2.0
    prompthero/openjourney creativeml-openrail-m
    deepseek-ai/DeepSeek-V3-0324 mit
    Qwen/Qwen3-VL-8B-Instruct apache-2.0
    sentence-transformers/paraphrase-multilingual-mpnet-base-v2 apache-2.0
    dphn/dolphin-2.9.1-yi-1.5-34b apache-2.0
    google-bert/bert-base-multilingual-uncased apache-2.0
    openai/clip-vit-large-patch14-336 none
    cardiffnlp/twitter-roberta-base-sentiment-latest cc-by-4.0
    jinaai/jina-embeddings-v3 cc-by-nc-4.0
    mistralai/Mistral-7B-Instruct-v0.2 apache-2.0
    Qwen/Qwen2-1.5B-Instruct apache-2.0
    deepseek-ai/DeepSeek-OCR mit
    Qwen/Qwen3-1.7B apache-2.0
    bigcode/starcoder bigcode-openrail-m
    jonatasgrosman/wav2vec2-large-xlsr-53-russian apache-2.0
    patrickjohncyh/fashion-clip mit
    google/vit-base-patch16-224 apache-2.0
    laion/CLIP-ViT-B-16-laion2B-s34B-b88K mit
    mistralai/Mistral-7B-Instruct-v0.3 apache-2.0
    Qwen/QwQ-32B apache-2.0
    google-t5/t5-small apache-2.0
    nari-labs/Dia-1.6B apache-2.0
    sentence-transformers/multi-qa-mpnet-base-dot-v1 none
    openai/whisper-large-v3-turbo mit
    Qwen/Qwen3.6-35B-A3B apache-2.0
    emilyalsentzer/Bio_ClinicalBERT mit
    google-bert/bert-base-multilingual-cased apache-2.0
    meta-llama/Llama-3.3-70B-Instruct llama3.3
    Qwen/Qwen2.5-VL-3B-Instruct qwen-research
    google-bert/bert-base-cased apache-2.0
    microsoft/resnet-50 apache-2.0
    Qwen/Qwen3.5-35B-A3B apache-2.0
    Qwen/Qwen2-VL-7B-Instruct apache-2.0
    stabilityai/sdxl-turbo sdxl-turbo-nc
    facebook/bart-large-cnn mit
    facebook/fasttext-language-identification cc-by-nc-4.0
    google/gemma-4-E2B-it apache-2.0
    hakurei/waifu-diffusion creativeml-openrail-m
    Qwen/Qwen3.5-27B apache-2.0
    tiiuae/falcon-40b apache-2.0
    Alibaba-NLP/gte-large-en-v1.5 apache-2.0
    allenai/longformer-base-4096 apache-2.0
    deepseek-ai/DeepSeek-R1-0528 mit
    iitolstykh/mivolo_v2 unread
    Qwen/Qwen3.6-35B-A3B-FP8 apache-2.0
    xai-org/grok-1 apache-2.0
    colbert-ir/colbertv2.0 mit
    facebook/w2v-bert-2.0 mit
    perplexity-ai/r1-1776 mit
    EleutherAI/pythia-160m apache-2.0
    openai/whisper-small apache-2.0
    Qwen/Qwen-Image apache-2.0
    almanach/camembert-base mit
    Qwen/Qwen3.6-27B-FP8 apache-2.0
    sesame/csm-1b llama3.2
    moonshotai/Kimi-K2-Instruct kimi-k2-modified-mit
    Qwen/Qwen3-32B apache-2.0
    Qwen/Qwen3.5-0.8B apache-2.0
    meta-llama/Llama-3.2-1B llama3.2
    microsoft/deberta-base mit
    TinyLlama/TinyLlama-1.1B-Chat-v1.0 apache-2.0
    facebook/bart-large-mnli mit
    meta-llama/Llama-2-7b-hf llama2
    sentence-transformers/paraphrase-MiniLM-L6-v2 apache-2.0
    distilbert/distilgpt2 apache-2.0
    microsoft/phi-4 mit
    pyannote/segmentation mit
    CIDAS/clipseg-rd64-refined apache-2.0
    meta-llama/Llama-2-70b-chat-hf llama2
    ByteDance/SDXL-Lightning openrail++
    myshell-ai/MeloTTS-English mit
    llava-hf/llava-1.5-7b-hf llama2
    microsoft/VibeVoice-1.5B mit
    nvidia/Llama-3.1-Nemotron-70B-Instruct-HF llama3.1
    google/electra-base-discriminator apache-2.0
    meta-llama/Llama-3.1-8B llama3.1
    Qwen/Qwen3-Coder-30B-A3B-Instruct apache-2.0
    jonatasgrosman/wav2vec2-large-xlsr-53-portuguese apache-2.0
    Qwen/Qwen2.5-Coder-32B-Instruct apache-2.0
    vikhyatk/moondream2 apache-2.0
    databricks/dolly-v2-12b mit
    meta-llama/Meta-Llama-3.1-8B-Instruct llama3.1
    Qwen/Qwen3-4B apache-2.0
    Qwen/Qwen3-VL-4B-Instruct apache-2.0
    avichr/heBERT_sentiment_analysis none
    briaai/RMBG-1.4 barred
    cyankiwi/gemma-4-26B-A4B-it-AWQ-4bit apache-2.0
    meta-llama/Llama-3.2-3B-Instruct llama3.2
    google/byt5-small apache-2.0
    mistralai/Mistral-7B-Instruct-v0.1 apache-2.0
    Qwen/Qwen3-0.6B-FP8 apache-2.0
    ctheodoris/Geneformer apache-2.0
    HuggingFaceH4/zephyr-7b-beta mit
    Qwen/Qwen2.5-Coder-7B-Instruct apache-2.0
    facebook/esmfold_v1 mit
    h94/IP-Adapter-FaceID none
    nvidia/Gemma-4-31B-IT-NVFP4 nvidia-open-model-license
    Qwen/Qwen3-Next-80B-A3B-Instruct apache-2.0
    openai/whisper-large-v2 apache-2.0
    pyannote/speaker-diarization mit
    Qwen/Qwen2.5-0.5B apache-2.0
    CohereLabs/c4ai-command-r-plus cc-by-nc-4.0
    Qwen/Qwen3Guard-Gen-0.6B apache-2.0
    facebook/dinov2-base apache-2.0
    google/gemma-3-27b-it gemma
    google/gemma-3-4b-it gemma
    BAAI/bge-reranker-v2-m3 apache-2.0
    Qwen/Qwen3.6-27B apache-2.0
    Qwen/QwQ-32B-Preview apache-2.0
    dreamlike-art/dreamlike-photoreal-2.0 unread
    ProsusAI/finbert none
    RedHatAI/Llama-3.2-1B-Instruct-FP8-dynamic llama3.2
    sentence-transformers/multi-qa-MiniLM-L6-cos-v1 apache-2.0
    microsoft/Phi-3-mini-128k-instruct mit
    openai-community/gpt2-large mit
    w11wo/indonesian-roberta-base-posp-tagger mit
    dslim/bert-base-NER mit
    Qwen/Qwen2.5-14B-Instruct-AWQ apache-2.0
    xinsir/controlnet-union-sdxl-1.0 openrail++
    docling-project/SmolDocling-256M-preview cdla-permissive-2.0
    EleutherAI/pythia-70m-deduped apache-2.0
    MahmoudAshraf/mms-300m-1130-forced-aligner cc-by-nc-4.0
    gsdf/Counterfeit-V2.5 creativeml-openrail-m
    microsoft/trocr-base-handwritten mit
    Qwen/Qwen2.5-7B apache-2.0
    timm/convnextv2_nano.fcmae_ft_in22k_in1k cc-by-nc-4.0
    cambridgeltl/SapBERT-from-PubMedBERT-fulltext apache-2.0
    nanonets/Nanonets-OCR-s qwen-research
    nlpaueb/legal-bert-base-uncased cc-by-sa-4.0
    prs-eth/marigold-normals-lcm-v0-1 openrail++
    microsoft/Phi-4-multimodal-instruct mit
    opensearch-project/opensearch-neural-sparse-encoding-doc-v2-distill apache-2.0
    Qwen/Qwen3.5-2B apache-2.0
    moonshotai/Kimi-K2-Thinking unread
    moonshotai/Kimi-K2.5 kimi-k2.5-modified-mit
    pyannote/speaker-diarization-3.0 mit
    google/fnet-base apache-2.0
    meta-llama/Llama-3.2-11B-Vision-Instruct llama3.2
    Qwen/Qwen3-4B-Base apache-2.0
    distilbert/distilroberta-base apache-2.0
    Qwen/Qwen3-Embedding-8B apache-2.0
    EleutherAI/gpt-j-6b apache-2.0
    google-t5/t5-base apache-2.0
    Qwen/Qwen2.5-7B-Instruct-AWQ apache-2.0
    jonatasgrosman/wav2vec2-large-xlsr-53-japanese apache-2.0
    papluca/xlm-roberta-base-language-detection mit
    Qwen/Qwen2-VL-7B-Instruct-AWQ apache-2.0
    deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B mit
    FacebookAI/xlm-roberta-large-finetuned-conll03-english none
    meta-llama/Meta-Llama-3-70B-Instruct llama3
    microsoft/deberta-xlarge-mnli mit
    suno/bark mit
    Qwen/Qwen3-VL-4B-Thinking apache-2.0
    deepseek-ai/DeepSeek-R1-Distill-Qwen-32B mit
    microsoft/Phi-3-mini-4k-instruct mit
    Qwen/Qwen3-8B-AWQ apache-2.0
    Qwen/Qwen3.5-27B-FP8 apache-2.0
    Salesforce/blip-image-captioning-large bsd-3-clause
    deepseek-ai/DeepSeek-OCR-2 apache-2.0
    grabbe-gymnasium-detmold/grabbe-ai gemma
    PaddlePaddle/PaddleOCR-VL apache-2.0
    timm/mobilenetv3_large_100.ra_in1k apache-2.0
    KB/bert-base-swedish-cased-ner none
    lxyuan/distilbert-base-multilingual-cased-sentiments-student apache-2.0
    MiniMaxAI/MiniMax-M2 minimax-m2-modified-mit
    Qwen/Qwen2.5-Coder-7B apache-2.0
    Babelscape/rebel-large cc-by-nc-sa-4.0
    DMetaSoul/sbert-chinese-general-v2 none
    nvidia/DeepSeek-R1-0528-NVFP4-v2 unread
    openbmb/MiniCPM-Llama3-V-2_5 none
    microsoft/Florence-2-base mit
    neuralmind/bert-base-portuguese-cased mit
    microsoft/deberta-v3-base mit
    Qwen/Qwen3.5-35B-A3B-FP8 apache-2.0
    zai-org/GLM-4.5 mit
    MattyB95/AST-VoxCelebSpoof-Synthetic-Voice-Detection mit
    nvidia/parakeet-tdt-0.6b-v2 cc-by-4.0
    HuggingFaceTB/SmolLM2-135M-Instruct apache-2.0
    Qwen/Qwen2.5-32B-Instruct-AWQ apache-2.0
    Rostlab/prot_t5_xl_uniref50 none
    CompVis/stable-diffusion-safety-checker none
    opendatalab/MinerU2.5-2509-1.2B agpl-3.0
    google-bert/bert-base-chinese apache-2.0
    microsoft/beit-base-patch16-224-pt22k-ft22k apache-2.0
    Qwen/Qwen3-VL-235B-A22B-Instruct apache-2.0
    microsoft/phi-1_5 mit
    Qwen/Qwen3-VL-32B-Instruct apache-2.0
    cyankiwi/gemma-4-31B-it-AWQ-4bit apache-2.0
    microsoft/table-transformer-detection mit
    ResembleAI/chatterbox mit
    shi-labs/oneformer_coco_swin_large mit
    google-bert/bert-large-cased apache-2.0
    google/embeddinggemma-300m gemma
    intfloat/multilingual-e5-large-instruct mit
    Xenova/segformer-b0-finetuned-ade-512-512 nvidia-source-code-license-nc
    microsoft/layoutlm-base-uncased mit
    stabilityai/stable-cascade stability-ai-nc
    albert/albert-base-v2 apache-2.0
    ByteDance/Hyper-SD none
    facebook/wav2vec2-base-960h apache-2.0
    ibm-research/PowerMoE-3b apache-2.0
    01-ai/Yi-34B apache-2.0
    Alibaba-NLP/gte-multilingual-base apache-2.0
    RedHatAI/Qwen2.5-1.5B-quantized.w8a8 apache-2.0
    finiteautomata/bertweet-base-sentiment-analysis none
    openbmb/MiniCPM-o-2_6 apache-2.0
    Qwen/Qwen2.5-Coder-14B-Instruct apache-2.0
    google/flan-t5-xxl apache-2.0
    moonshotai/Kimi-K2.6 kimi-k2.6-modified-mit
    stable-diffusion-v1-5/stable-diffusion-v1-5 creativeml-openrail-m
    BAAI/bge-reranker-large mit
    facebook/detr-resnet-50 apache-2.0
    Qwen/Qwen2-0.5B apache-2.0
    """
}
