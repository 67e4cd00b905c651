import ProvisoCore

/// What the bills of materials say of a model's identity: its owner, its package URL and its addresses.
struct BOMModel {
  let name: ModelName
  /// The model that lies at the scan root.
  static let root = ModelName.local(".")
  /// What ``root`` is called; nil for any other model.
  private let rootName: String?
  /// The commit or content hash, lower case; nil where none is pinned. A branch or tag is no version: what it stands for changes.
  let version: String?
  /// The branch or tag, nil where none is named.
  let branch: String?

  /// - Parameter root: what the model at the scan root is called, if anything says so.
  init(_ name: ModelName, revision: String? = nil, root: String? = nil) {
    self.name = name
    rootName = name == Self.root ? root : nil
    switch revision.map(Revision.init(written:)) {
    case .commit(let commit):
      version = commit.lowercased()
      branch = nil
    case .named(let named):
      version = nil
      branch = named
    default:
      version = nil
      branch = nil
    }
  }

  /// A key that no other model has, with nothing in it that a reader of URIs could stumble over.
  var key: String {
    let parts = name.id.split(separator: "/", omittingEmptySubsequences: false)
    return "\(name.registry.rawValue)/"
      + parts.map { RelativeReference.percentEncoded(String($0)) }.joined(separator: "/")
  }

  /// Who publishes it, for `owner/name`.
  var owner: String? {
    let parts = name.id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    return name.registry == .huggingface && parts.count == 2 && !parts[0].isEmpty ? String(parts[0]) : nil
  }

  /// The name with the owner.
  var fullName: String { rootName ?? name.id }

  /// The name without the owner; of a path on somebody's disk the file's.
  var shortName: String {
    if Self.isOnDisk(fullName) { return fullName.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? fullName }
    guard let owner else { return fullName }
    return String(name.id.dropFirst(owner.count + 1))
  }

  /// Whether a name in a file is the path of something on somebody's disk: of it the file's name is what tells the model.
  static func isOnDisk(_ written: String) -> Bool {
    let text = written.utf8
    return text.first == UInt8(ascii: "/") || text.dropFirst().starts(with: ":\\".utf8)
  }

  /// A package URL. Registries that the specification has no type for are namespaces of `generic`.
  var purl: String {
    let path = segments.joined(separator: "/")
    let base =
      switch name.registry {
      case .huggingface where !isLine: "pkg:huggingface/\(path)"
      case .docker: "pkg:docker/\(path)"
      default: "pkg:generic/\(name.registry.rawValue)/\(path)"
      }
    return version.map { "\(base)@\(RelativeReference.percentEncoded($0))" } ?? base
  }

  /// The page about it, nil where there is none.
  var page: String? {
    let path = segments.joined(separator: "/")
    switch name.registry {
    case .huggingface where !isLine: return "https://huggingface.co/\(path)"
    case .ollama: return "https://ollama.com/\(name.id.contains("/") ? "" : "library/")\(path)"
    case .modelscope: return "https://modelscope.cn/models/\(path)"
    default: return nil
    }
  }

  /// Whether a line of models is meant, and not known which of them.
  private var isLine: Bool { name.id.hasSuffix("*") }

  /// The parts of the id, percent-encoded. Never empty.
  private var segments: [String] {
    let parts = fullName.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.isEmpty ? ["root"] : parts.map { RelativeReference.percentEncoded(String($0)) }
  }
}
