/// Where a model's name is looked up.
package enum Registry: String, Sendable, Hashable, CaseIterable {
  case huggingface, ollama, docker, modelscope, torchhub, timm, keras, spacy, openvino, tfhub, coqui, bedrock
  /// A model that is reached through its maker's service only: there are terms of service, no weights.
  case hosted
  case local, url
}

/// A model as the outside world knows it: a registry and an id in it.
package struct ModelName: Hashable, Comparable, Sendable {
  package var registry: Registry
  /// Canonical spelling once resolved; as written before. For `local`, the directory (or file) relative to the scan root.
  package var id: String

  package init(registry: Registry, id: String) {
    self.registry = registry
    self.id = id
  }

  package static func huggingFace(_ id: String) -> Self { Self(registry: .huggingface, id: id) }
  package static func local(_ path: String) -> Self { Self(registry: .local, id: path) }

  package static func < (one: Self, other: Self) -> Bool {
    one.id == other.id ? one.registry.rawValue < other.registry.rawValue : one.id < other.id
  }

  /// Few ids are known in two registries: the id alone tells names apart well enough.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The version of a model that a reference asks for.
package enum Revision: Hashable, Sendable {
  /// The place has no notion of a revision.
  case notApplicable
  /// The place could name a revision and does not.
  case unpinned
  /// A branch or tag: what it stands for can change.
  case named(String)
  /// A commit or content hash.
  case commit(String)

  /// A revision as somebody wrote it; 40 or 64 hexadecimal digits (or a `sha256:` digest) are a commit.
  package init(written: String) {
    let digest = written.hasPrefix("sha256:") ? written.dropFirst("sha256:".count) : written[...]
    let isHexadecimal = digest.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
    self = isHexadecimal && [40, 64].contains(digest.utf8.count) ? .commit(written) : .named(written)
  }

  /// The revision's name, nil where none is named.
  package var name: String? {
    switch self {
    case .named(let name), .commit(let name): name
    case .notApplicable, .unpinned: nil
    }
  }
}
