import ProvisoCore
import ProvisoResolution
import ProvisoTestSupport
import Testing

@Suite("Models for images, sound, space, robots and biology that came out late")
struct LateMediaReleasesTests {
  @Test(
    "what a line's elder models are under does not free the next",
    arguments: [
      // CC BY-NC-SA, where Hibiki is CC BY.
      ("kyutai/hibiki-zero-3b-pytorch-bf16", "known cc-by-nc-sa-4.0 high"),
      // NVIDIA's own license, where the Parakeets of before are CC BY.
      ("nvidia/parakeet-unified-en-0.6b", "known nvidia-open-model-license high"),
      ("nvidia/parakeet-meeting-en-0.7b", "unknown - low"),
      // Those on file are labeled Apache 2.0 and made for Stable Diffusion 1: conflicts that free nothing.
      ("TencentARC/t2iadapter_canny_sd14v1", "unknown - low"),
      // Nor where two words are in common: most of the publisher's models are under licenses of its own.
      ("nvidia/parakeet-tdt_ctc-110m", "unknown - low"),
      // The code is Apache 2.0, the weights are not, whatever their copies are labeled.
      ("k2-fsa/OmniVoice", "known cc-by-nc high"), ("Serveurperso/OmniVoice-GGUF", "conflict cc-by-nc low"),
      ("mlx-community/OmniVoice-bf16", "known cc-by-nc low"),
    ])
  func line(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }

  @Test(
    "restricted ones are known as such",
    arguments: [
      // The texts of Hunyuan 3D 2.0 and HunyuanWorld-1.0 under other names and dates.
      ("tencent/HY-World-2.0", "known tencent-hunyuanworld-1.0 medium"),
      ("tencent/Hunyuan3D-Part", "known tencent-hunyuanworld-1.0 medium"),
      ("tencent/HY-Motion-1.0", "known tencent-hunyuan-3d-2.0 medium"),
      ("tencent/HY-WorldPlay", "known tencent-hunyuan-3d-2.0 medium"),
      ("tencent/Hunyuan3D-Omni", "known tencent-hunyuan-3d-2.0 medium"),
      // Their code is free, their weights are not.
      ("yyfz233/Pi3X", "known cc-by-nc-4.0 medium"), ("apple/Sharp", "known apple-amlr medium"),
      ("apple/SimpleFold", "known apple-amlr medium"),
      ("unitreerobotics/UnifoLM-WMA-0-Base", "known cc-by-nc-sa-4.0 medium"),
      ("Profluent-Bio/progen3-3b", "known cc-by-nc-sa-4.0 medium"),
      ("stabilityai/stable-audio-3-medium", "known stabilityai-ai-community medium"),
      ("NX-AI/TiRex", "known nxai-community medium"),
      ("IndexTeam/IndexTTS-2.5", "known bilibili-model-ula medium"),
      ("InternRobotics/InternVLA-A1.5-base", "known cc-by-nc-sa-4.0 medium"),
      ("facebook/sapiens2-pose-1b", "known sapiens2-license medium"),
      ("Skywork/SkyReels-V3-R2V-14B", "known skywork-community medium"),
      ("mlx-community/Voxtral-4B-TTS-2603-mlx-bf16", "known cc-by-nc-4.0 low"),
      ("nvidia/parakeet_realtime_eou_120m-v1", "known nvidia-open-model-license medium"),
      ("nvidia/diar_streaming_sortformer_4spk-v2.1", "known nvidia-open-model-license medium"),
      ("lerobot/pi0_base", "known gemma high"), ("HumeAI/tada-1b", "known llama3.2 high"),
      // Apache 2.0 by its card, on Qwen's research license.
      ("AutoArk-AI/ARK-ASR-3B", "conflict qwen-research high"),
      // Served only, where the rest of Qwen 3.5 is Apache 2.0.
      ("Qwen/Qwen3.5-Omni-Flash", "absent - low"),
    ])
  func restricted(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }

  @Test(
    "licenses without a record are named",
    arguments: [
      ("black-forest-labs/flux-3-action-base", "flux-kommunity-license, non-commercial"),
      ("google/alphagenome-all-folds", "AlphaGenome non-commercial model terms"),
      ("tencent/SongGeneration", "academic, research and education purposes only, non-commercial"),
      ("nvidia/audio-flamingo-3-hf", "NVIDIA OneWay Noncommercial License"),
      ("OpenGalaxea/G05", "G0.5 Community License (non-commercial)"),
      ("neuphonic/neutts-nano-q8-gguf", "NeuTTS Open License 1.0"),
    ])
  func named(id: String, license: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == "custom \(license) low")
  }

  @Test(
    "free ones, too",
    arguments: [
      ("HiDream-ai/HiDream-O1-Image", "known mit medium"), ("nvidia/Cosmos3-Nano", "known openmdw-1.1 medium"),
      ("nvidia/diar_streaming_sortformer_4spk-v2", "known cc-by-4.0 medium"),
      ("OpenMOSS-Team/MOSS-TTS", "known apache-2.0 medium"), ("zai-org/GLM-OCR", "known mit medium"),
      ("Qwen/Qwen3-TTS-12Hz-1.7B-Base", "known apache-2.0 medium"), ("amazon/chronos-2", "known apache-2.0 medium"),
      ("boltz-community/boltz-2", "known mit medium"), ("microsoft/TRELLIS-image-large", "known mit medium"),
      ("biohub/ESMC-6B", "known mit medium"),
      ("kyutai/pocket-tts", "known cc-by-4.0 medium"), ("lerobot/smolvla_base", "known apache-2.0 medium"),
    ])
  func free(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }
}
