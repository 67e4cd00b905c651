internal import ProvisoCore

/// The base that a LoRA's header names by its architecture, as the trainers of image models write it: `modelspec.architecture`
/// of Stability's ModelSpec (`stable-diffusion-xl-v1-base/lora`) and `ss_base_model_version` of kohya's scripts
/// (`sdxl_base_v1-0`), with `ss_sd_model_name`, the file that it was trained on. A LoRA was trained on that model or on one made from it.
enum LoRABase {
  /// The hub model whose line `value` names.
  ///
  /// - Parameters:
  ///   - key: `modelspec.architecture`, `ss_base_model_version` or `ss_sd_model_name`.
  ///   - value: As written.
  /// - Returns: nil for a whole model, whose architecture says nothing of where it comes from, and for what is not known.
  static func model(_ key: String, _ value: String) -> String? {
    var value = ASCII.lowercased(value)
    if key == "modelspec.architecture" {
      guard value.hasSuffix("/lora") else { return nil }
      value = String(value.dropLast("/lora".count))
    }
    if key == "ss_sd_model_name" {
      let name = value.split(whereSeparator: { "/\\".contains($0) }).last ?? ""
      return files.first { name.hasPrefix($0.key) }?.value
    }
    return models[value]
  }

  /// The class of a line's own, as the libraries call it, where `modelspec.architecture` names a whole model of it; nil for others.
  static func shape(_ value: String) -> String? {
    ASCII.lowercased(value).hasPrefix("stable-diffusion-v3") && !value.hasSuffix("/lora") ? "StableDiffusion3" : nil
  }

  /// By what the names of the published files begin with.
  private static let files: KeyValuePairs = [
    "sd3.5_medium": "stabilityai/stable-diffusion-3.5-medium", "sd3.5_large": "stabilityai/stable-diffusion-3.5-large",
    "sd3_medium": "stabilityai/stable-diffusion-3-medium", "flux1-dev": "black-forest-labs/FLUX.1-dev",
    "flux.1-dev": "black-forest-labs/FLUX.1-dev", "flux2-dev": "black-forest-labs/FLUX.2-dev",
    "sd_xl_base_1.0": "stabilityai/stable-diffusion-xl-base-1.0", "sd_xl_turbo": "stabilityai/sdxl-turbo",
  ]

  private static let models = [
    "sd_v1": "stable-diffusion-v1-5/stable-diffusion-v1-5",
    "stable-diffusion-v1": "stable-diffusion-v1-5/stable-diffusion-v1-5",
    "sdxl_base_v1-0": "stabilityai/stable-diffusion-xl-base-1.0",
    "stable-diffusion-xl-v1-base": "stabilityai/stable-diffusion-xl-base-1.0",
    "stable-diffusion-v3.5-medium": "stabilityai/stable-diffusion-3.5-medium",
    "stable-diffusion-v3.5-large": "stabilityai/stable-diffusion-3.5-large",
    "sd3": "stabilityai/stable-diffusion-3-medium",
    "stable-diffusion-v3-medium": "stabilityai/stable-diffusion-3-medium",
    "flux-1-dev": "black-forest-labs/FLUX.1-dev",
    "flux.1-dev": "black-forest-labs/FLUX.1-dev",
    "flux1": "black-forest-labs/FLUX.1-dev",
    "flux.2-dev": "black-forest-labs/FLUX.2-dev",
  ]
}
