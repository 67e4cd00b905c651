internal import ProvisoCore
internal import ProvisoText

/// Docker's own models: `ai/llama3.2:1B-Q8_0`.
enum DockerName {
  /// - Parameter isSure: Whether the place says that it is a model; `ai/react` is a package of JavaScript.
  static func verdict(_ text: String, isSure: Bool = true) -> NameVerdict? {
    var name = text[...]
    for host in ["docker.io/", "index.docker.io/", "registry-1.docker.io/"] where name.hasPrefix(host) {
      name = name.dropFirst(host.count)
    }
    guard name.hasPrefix("ai/") else { return nil }
    let rest = name.dropFirst(3)
    guard !rest.isEmpty, rest.utf8.allSatisfy({ ASCII.isWord($0) || "-.:@".utf8.contains($0) }),
      isSure || ModelWords(String(rest)).hasFamily
    else { return nil }
    let digest = rest.firstIndex(of: "@")
    let revision = digest.map { Revision(written: String(rest[rest.index(after: $0)...])) } ?? .notApplicable
    return NameVerdict(.docker, "ai/\(rest[..<(digest ?? rest.endIndex)])", revision: revision)
  }
}
