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
      ("nvidia/parakeet_realtime_eou_120m-v1", "unknown - low"),
      // Two words in common say more than one.
      ("nvidia/parakeet-tdt_ctc-110m", "known cc-by-4.0 low"),
      // The code is Apache 2.0, the weights are not, whatever their copies are labeled.
      ("k2-fsa/OmniVoice", "known cc-by-nc high"), ("Serveurperso/OmniVoice-GGUF", "conflict cc-by-nc low"),
      ("mlx-community/OmniVoice-bf16", "known cc-by-nc low"),
    ])
  func line(id: String, words: String) {
    #expect(Resolver().resolve(.huggingFace(id)).words == words)
  }
}
