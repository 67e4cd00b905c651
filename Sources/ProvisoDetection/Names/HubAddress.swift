internal import ProvisoCore
internal import ProvisoText

/// An address of a model on the hub.
package struct HubAddress: Hashable, Sendable {
  package var id: String
  /// The revision of `/resolve/<revision>/…`, `/blob/…` or `/tree/…`.
  package var revision: String?
  /// The file in the repository, if the address goes on to one.
  package var file: String?

  static let hosts = [
    "https://huggingface.co/", "https://www.huggingface.co/", "http://huggingface.co/", "https://hf.co/",
    "https://hf-mirror.com/", "huggingface.co/", "hf.co/", "hf-mirror.com/", "hf://", "huggingface://",
    "https://api-inference.huggingface.co/models/", "https://api-inference.huggingface.co/pipeline/feature-extraction/",
    "https://router.huggingface.co/hf-inference/models/",
  ]
  /// First path components that are pages of the hub, not owners.
  private static let pages: Set<String> = [
    "api", "blog", "collections", "datasets", "docs", "inference-endpoints", "join", "learn", "login", "models", "new",
    "papers", "posts", "pricing", "settings", "spaces", "tasks", "transformers", "chat", "enterprise", "organizations",
    "support", "front", "avatars", "oauth", "inference", "subscribe", "brand", "security", "terms-of-service",
    "privacy", "jobs", "kernels", "course", "courses", "buckets", "changelog",
    "cli", "contact", "metrics", "search",
  ]
  /// Those behind which no model, data set or Space is ever named.
  private static let plainPages = WordTable("blog chat docs join learn login papers posts pricing settings tasks")
  private static let domain = NeedleSet(["huggingface.co/", "hf.co/"], ignoresCase: true)

  /// Whether an address of the hub in `bytes` may lead to a repository: not one of its documentation.
  static func leadToRepositories(in bytes: Span<UInt8>) -> Bool {
    var leads = false
    domain.forEachMatch(in: bytes) { needle, offset in
      let start = offset + (needle == 0 ? 15 : 6)
      var end = start
      while end < bytes.count, ASCII.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") { end += 1 }
      leads = !plainPages.contains(bytes, start..<end)
      return !leads
    }
    return leads
  }

  /// Second components that are pages of an owner.
  private static let ownersPages: Set<String> = [
    "activity", "collections", "datasets", "followers", "following", "likes", "models", "papers", "posts", "spaces",
  ]

  private static let revisionMarks: Set<String> = ["resolve", "blob", "raw", "tree"]

  /// The host or scheme of the hub that `text` begins with, in whatever case: `HF://`.
  static func host(of text: String) -> String? {
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return nil }
    guard first != UInt8(ascii: "h") || text.utf8.prefix(longestHost).contains(where: ASCII.isUpper) else {
      return hosts.first { text.hasPrefix($0) }
    }
    let start = ASCII.lowercased(String(decoding: text.utf8.prefix(longestHost), as: UTF8.self))
    return hosts.first { start.hasPrefix($0) }
  }

  private static let longestHost = 28

  /// Whether `text` begins with the hub's host.
  static func isHubHost(_ text: String) -> Bool {
    host(of: withoutUser(text)) != nil
  }

  /// `https://huggingface.co/…` of `https://user:token@huggingface.co/…`, as `git clone` takes it.
  private static func withoutUser(_ text: String) -> String {
    if let first = text.utf8.first, "ghs".utf8.contains(first), let host = remotes.first(where: text.hasPrefix) {
      return "https://huggingface.co/" + text.dropFirst(host.count)
    }
    guard text.utf8.first == UInt8(ascii: "h"), text.utf8.contains(UInt8(ascii: "@")),
      let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) })
    else { return text }
    let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = host.lastIndex(of: "@") else { return text }
    return scheme + text[text.index(after: at)...]
  }

  /// As `git clone` takes them, too: `git@hf.co:owner/name`, `hf.co:owner/name.git`.
  private static let remotes = [
    "git@hf.co:", "git@huggingface.co:", "hf.co:", "huggingface.co:", "ssh://git@hf.co/", "ssh://git@huggingface.co/",
    "ssh://git@hf.co:", "ssh://git@huggingface.co:",
  ]

  /// Whether the bytes begin with the hub's host.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    host(of: String(decoding: bytes.prefix(longestHost), as: UTF8.self)) != nil
  }

  /// Whether the address is one on the hub of an owner and a name that stand for "put yours here".
  static func isPlaceholder(_ text: String) -> Bool {
    let text = withoutUser(text)
    guard let host = host(of: text) else { return false }
    let parts = text.dropFirst(host.count).split(separator: "/", maxSplits: 2)
    guard parts.count >= 2 else { return false }
    return parts[0].allSatisfy { $0 == "." } || HubName.isPlaceholder("\(parts[0])/\(parts[1])")
  }

  package static func parse(_ text: String) -> Self? {
    let text = withoutUser(text)
    guard let host = host(of: text) else { return nil }
    let path = text.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
    var parts = path.split(separator: "/").map(String.init)
    // `https://huggingface.co/api/models/owner/name`: what the hub says of the model.
    if parts.count >= 4, parts[0] == "api", parts[1] == "models" { parts.removeFirst(2) }
    guard parts.count >= 2, !pages.contains(ASCII.lowercased(parts[0])), !ownersPages.contains(parts[1]) else {
      return nil
    }
    // `https://huggingface.co/bert-base-uncased/resolve/main/vocab.txt`, from before the hub had owners.
    if parts.count >= 3, revisionMarks.contains(parts[1]), HubName.isBareName(parts[0]) {
      let file = parts.count > 3 ? parts[3...].joined(separator: "/") : nil
      return HubName.isPlaceholder(parts[0]) ? nil : Self(id: parts[0], revision: parts[2], file: file)
    }
    let (name, revision) = atRevision(parts[1], parts.dropFirst(2))
    let id = "\(parts[0])/\(withoutTag(name))"
    // After the hub's host no file is meant: `ggerganov/whisper.cpp` is a model there.
    guard HubName.isID(id, mayEndLikeFile: true), !HubName.isPlaceholder(id),
      !FileEnding.isOne(of: Self.files, name)
    else { return nil }
    var address = Self(id: id, revision: revision)
    if parts.count >= 4, revisionMarks.contains(parts[2]) {
      address.revision = parts[3]
      if parts.count > 4 { address.file = parts[4...].joined(separator: "/") }
    }
    return address
  }

  /// `name` and `main` of `hf://owner/name@main/model.gguf`, as the hub's file system has it; `refs/pr/1` goes over several parts.
  private static func atRevision(_ part: String, _ rest: ArraySlice<String>) -> (name: String, revision: String?) {
    guard let at = part.firstIndex(of: "@"), at != part.startIndex else { return (part, nil) }
    let first = String(part[part.index(after: at)...])
    let revision = first == "refs" ? ([first] + rest.prefix(2)).joined(separator: "/") : first
    return (String(part[..<at]), revision.isEmpty ? nil : revision)
  }

  /// `owner/name` of the address of a data set on the hub.
  static func dataSet(of address: String) -> String? {
    guard let host = host(of: address) else { return nil }
    let parts = address.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard parts.count >= 3, parts[0] == "datasets", case let id = "\(parts[1])/\(parts[2])", HubName.isID(id),
      !HubName.isPlaceholder(id)
    else { return nil }
    return id
  }

  /// Whether the address is that of a picture, a sound or a text that lies in the model's repository.
  package var isDocument: Bool {
    guard let file else { return false }
    return FileEnding.isOne(of: Self.documents, file) || ASCII.lowercased(FilePath(file).name).hasPrefix("license")
      || isData(file)
  }

  /// `owner/bench/resolve/main/images.zip`: an archive, where something says what is in it.
  private func isData(_ file: String) -> Bool {
    FileEnding.isOne(of: Self.archives, file)
      && (Self.data.containsAny(in: id.utf8.span) || Self.data.containsAny(in: file.utf8.span))
  }

  private static let documents = WordTable(
    "arrow avif csv flac gif jpeg jpg jsonl md mp3 mp4 ogg parquet pdf png svg tsv txt wav webm webp")
  private static let archives = WordTable("gz tar tgz zip")
  /// What no repository is called: `https://huggingface.co/mlc-ai/tokenizer.json`, which a test makes up.
  private static let files = WordTable("jinja json jsonl md model txt yaml yml")
  private static let data = NeedleSet(["bench", "data", "images", "videos", "vqa"], ignoresCase: true)

  /// Ollama writes `hf.co/owner/name:Q4_K_M`.
  private static func withoutTag(_ name: String) -> Substring {
    let name = name.prefix { $0 != ":" }
    // As `git clone` takes it.
    return name.hasSuffix(".git") ? name.dropLast(4) : name
  }
}
