internal import ProvisoCore

/// `pkg:huggingface/owner/name@revision`, as documents name hub models, and what our own call those of other registries:
/// `pkg:generic/ollama/llama3.2%3A1b`, `pkg:docker/ai/smollm2%3A360M`.
struct PackageURL: Hashable {
  var model: ModelName
  var revision: Revision

  /// Nil for a package of another kind, and for what is no address of a package.
  init?(_ text: String) {
    let prefix = "pkg:huggingface/"
    guard ASCII.lowercased(String(text.prefix(prefix.count))) == prefix else {
      guard let model = Self.ofRegistry(text) else { return nil }
      (self.model, revision) = (model, .notApplicable)
      return
    }
    let path = text.dropFirst(prefix.count).prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "@", maxSplits: 1)
    guard let id = parts.first.flatMap(Self.decoded), let model = HubName.model(in: id) else { return nil }
    self.model = model
    let version = parts.count == 2 ? Self.decoded(parts[1]) : nil
    revision = Self.revision(version)
  }

  /// What weights are called that lie on somebody's disk.
  static let onDisk = "pkg:generic/local/"

  private static func ofRegistry(_ text: String) -> ModelName? {
    // Images that hold models; any other is a program's.
    if text.hasPrefix("pkg:docker/ai/") {
      return decoded(text.dropFirst("pkg:docker/".count).prefix { $0 != "?" && $0 != "#" && $0 != "@" })
        .map { ModelName(registry: .docker, id: $0) }
    }
    let prefix = "pkg:generic/"
    guard text.hasPrefix(prefix) else { return nil }
    let parts = text.dropFirst(prefix.count).prefix { $0 != "?" && $0 != "#" && $0 != "@" }
      .split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let registry = Registry(rawValue: String(parts[0])),
      ![.huggingface, .local, .url].contains(registry), let id = decoded(parts[1]), !id.isEmpty
    else { return nil }
    return ModelName(registry: registry, id: id)
  }

  /// A document loads nothing, so a branch in it pins nothing and moves nothing.
  static func revision(_ version: String?) -> Revision {
    guard let version, case .commit = Revision(written: version) else { return .notApplicable }
    return .commit(version)
  }

  /// `%2F` as `/`; nil for what is no UTF-8 then.
  static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
