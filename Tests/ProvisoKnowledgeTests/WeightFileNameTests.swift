import ProvisoKnowledge
import Testing

@Suite("Names of weight files")
struct WeightFileNameTests {
  @Test(
    "carry a restricted line, or are a model's own; look-alikes and vocabularies carry none",
    arguments: [
      ("assets/Llama-3.2-1B-Instruct-Q4_K_M.gguf", "meta-llama/Llama-3.2-1B-Instruct"),
      ("flux1-dev.safetensors", "black-forest-labs/FLUX.1-dev"),
      ("sd_xl_turbo_1.0.safetensors", "stabilityai/sdxl-turbo"), ("aya-23-8B.gguf", "CohereLabs/aya-23-8B"),
      ("gemma-2b-it-cpu-int4.bin", "google/gemma-2b-it"), ("gemma-1.1-2b-it.task", "google/gemma-1.1-2b-it"),
      ("llama-2-7b.ggmlv3.q4_0.bin", "meta-llama/Llama-2-7b"), ("codestral-22b.gguf", "mistralai/Codestral-22B-v0.1"),
      ("v1-5-pruned-emaonly.safetensors", "stable-diffusion-v1-5/stable-diffusion-v1-"),
      ("TinyLlama-1.1B-Chat-Q4_K_M.gguf", nil), ("open_llama_3b.gguf", "openlm-research/open_llama_3b"),
      ("VideoLLaMA-7b.gguf", nil),
      ("ggml-vocab-llama-3.gguf", nil), ("sdxl_vae.safetensors", nil), ("model.gguf", nil), ("llama-3", nil),
      ("Llama-3.2-11B-Vision-Acme", nil), ("Llama-3.2", nil), ("llama-2-7b.v2", "meta-llama/Llama-2-7b"),
      ("", nil), (".gguf", nil),
    ] as [(String, String?)])
  func names(path: String, model: String?) {
    let name = WeightFileName(path)
    let line = name?.line
    let found = line.map { $0.base ?? $0.id } ?? name?.model
    #expect(found == model || model != nil && found?.hasPrefix(model ?? "") == true, "\(path): \(found ?? "nothing")")
  }
}
