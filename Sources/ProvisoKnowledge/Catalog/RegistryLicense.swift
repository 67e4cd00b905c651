/// Licenses as registries beside the hub write them, by the hub's ids.
enum RegistryLicense {
  /// The id of what a list has as license or, where it has none, as its address; empty where it has neither.
  ///
  /// What could mean several texts stays as it is written, and is told as such.
  static func id(_ written: String, link: String) -> String {
    if written.isEmpty { return link.isEmpty ? "" : links[link] ?? "other" }
    // Some cards have a hyphen that does not break.
    let key = LicenseName.normalize(written.replacing("\u{2011}", with: "-"))
    if let id = ids[key] { return id }
    return key == "custom" || key.hasPrefix("custom-") ? "other" : key
  }

  private static let ids = [
    "cc-by-4.0": "cc-by-4.0", "cc-by-sa": "cc", "gemma-terms": "gemma", "gnu-gpl-3.0": "gpl-3.0",
    "llama-3.1-community-license": "llama3.1", "llama-3.2-community-license": "llama3.2",
    "llama-3.3-community-license": "llama3.3",
  ]

  /// The texts of the zoo's own models, read as Apache-2.0.
  private static let links = [
    "https://raw.githubusercontent.com/openvinotoolkit/open_model_zoo/master/LICENSE": "apache-2.0",
    "https://raw.githubusercontent.com/opencv/open_model_zoo/master/LICENSE": "apache-2.0",
  ]
}
