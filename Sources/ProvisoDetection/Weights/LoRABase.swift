internal import ProvisoCore

/// The base that a LoRA's header names by its architecture, as the trainers of image models write it: `modelspec.architecture`
/// of Stability's ModelSpec (`stable-diffusion-xl-v1-base/lora`) and `ss_base_model_version` of kohya's scripts
/// (`sdxl_base_v1-0`). A LoRA was trained on that model or on one made from it.
enum LoRABase {
  /// The hub model whose line `value` names.
  ///
  /// - Parameters:
  ///   - key: `modelspec.architecture` or `ss_base_model_version`.
  ///   - value: As written.
  /// - Returns: nil for a whole model, whose architecture says nothing of where it comes from, and for what is not known.
  static func model(_ key: String, _ value: String) -> String? {
    var value = ASCII.lowercased(value)
    if key == "modelspec.architecture" {
      guard value.hasSuffix("/lora") else { return nil }
      value = String(value.dropLast("/lora".count))
    }
    return models[value]
  }

  private static let models = [
    "sd_v1": "stable-diffusion-v1-5/stable-diffusion-v1-5",
    "stable-diffusion-v1": "stable-diffusion-v1-5/stable-diffusion-v1-5",
    "sdxl_base_v1-0": "stabilityai/stable-diffusion-xl-base-1.0",
    "stable-diffusion-xl-v1-base": "stabilityai/stable-diffusion-xl-base-1.0",
    "stable-diffusion-v3-medium": "stabilityai/stable-diffusion-3-medium",
    "flux-1-dev": "black-forest-labs/FLUX.1-dev",
    "flux.1-dev": "black-forest-labs/FLUX.1-dev",
    "flux1": "black-forest-labs/FLUX.1-dev",
    "flux.2-dev": "black-forest-labs/FLUX.2-dev",
  ]
}
