internal import ProvisoCore

/// Weights that everybody can have, under the names of services that serve them: Cloudflare's `@cf/meta/llama-3.1-8b-instruct`,
/// Fireworks' `accounts/fireworks/models/llama-v3p1-70b-instruct`. They stay under their license, whoever runs them.
enum ServedName {
  /// Nil where the name is none of theirs; a model of the service's own where nothing says whose weights it serves.
  static func verdict(_ text: String) -> NameVerdict? {
    guard text.utf8.first == UInt8(ascii: "@") || text.hasPrefix(fireworks) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts[0] == "@cf", parts.count == 3 {
      let id = "\(owners[parts[1].lowercased()] ?? parts[1])/\(parts[2])"
      return HubName.isID(id)
        && (Publishers.contains(String(id.prefix { $0 != "/" })) || ModelWords(parts[2]).hasFamily)
        ? NameVerdict(.huggingface, id, confidence: .medium) : NameVerdict(.hosted, text)
    }
    guard text.hasPrefix(fireworks), parts.count == 4 else { return nil }
    let name = withPoints(parts[3])
    return HubName.isPart(name) && ModelWords(name).hasFamily
      ? NameVerdict(.huggingface, name, confidence: .medium) : NameVerdict(.hosted, text)
  }

  private static let fireworks = "accounts/fireworks/models/"

  /// Cloudflare's names for publishers of the hub, where they differ.
  private static let owners = ["meta": "meta-llama", "mistral": "mistralai"]

  /// `llama-3.1-8b` of `llama-v3p1-8b`, as the hub writes versions.
  private static func withPoints(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var written: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isBetweenDigits =
        index > 0 && index + 1 < bytes.count && ASCII.isDigit(bytes[index - 1]) && ASCII.isDigit(bytes[index + 1])
      if byte == UInt8(ascii: "p"), isBetweenDigits {
        written.append(UInt8(ascii: "."))
      } else if byte == UInt8(ascii: "v"), name.hasPrefix("llama-v"), index == 6 {
        continue
      } else {
        written.append(byte)
      }
    }
    return String(decoding: written, as: UTF8.self)
  }
}
