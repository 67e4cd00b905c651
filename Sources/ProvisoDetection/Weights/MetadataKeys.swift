internal import ProvisoCore
internal import ProvisoText

/// The free-form keys under which exporters put a license and an origin: ONNX properties, `userDefined` of Core ML, the extra
/// files of TorchScript. Nobody has settled their names.
struct MetadataKeys {
  private var values: [String: String] = [:]

  init(_ pairs: [(key: String, value: String)]) {
    for (key, value) in pairs where !value.isEmpty {
      let key = ASCII.lowercased(key)
      values[key] = values[key] ?? value
    }
  }

  private static let licenseKeys = ["license", "licence", "model_license", "license_name", "modelspec.license"]
  private static let linkKeys = ["license_link", "license_url"]
  private static let nameKeys = ["model_name", "name", "title", "modelspec.title"]
  /// Their values are ids of the hub, or addresses.
  private static let baseKeys = [
    "base_model", "source_model", "model_id", "hf_model_id", "huggingface_id", "huggingface_repo_id", "repo_id",
    "pretrained_model_name_or_path", "_name_or_path",
  ]
  /// Only an address of the hub counts.
  private static let addressKeys = ["url", "source", "homepage", "repository", "comment", "model_url"]

  func metadata(_ input: WeightInput) -> WeightMetadata {
    let license = WeightLicense.read(first(Self.licenseKeys), link: first(Self.linkKeys), input)
    let ids = Self.baseKeys.compactMap { values[$0] }.filter { $0.contains("/") }
    let addresses = Self.addressKeys.compactMap { values[$0] }.filter { HubAddress.parse($0) != nil }
    return WeightMetadata(
      licenses: [license].compactMap { $0 }, name: first(Self.nameKeys), bases: Array((ids + addresses).prefix(1)),
      relation: .converted)
  }

  private func first(_ keys: [String]) -> String? {
    keys.lazy.compactMap { values[$0] }.first
  }
}
