internal import ProvisoText

/// Repositories of code that a file gives the address of: where `github.com/owner/name` stands, `owner/name` with nothing of a
/// model in its name is that repository wherever else the file has it.
struct CodeRepositories: Sendable {
  /// In lower case.
  private let names: Set<String>

  private static let most = 1_000
  private static let longest = 140
  private static let hosts = NeedleSet(["github.com/", "github.com:", "gitlab.com/"], ignoresCase: true)

  init(_ source: SourceText) {
    let bytes = source.bytes
    var names: Set<String> = []
    Self.hosts.forEachMatch(in: bytes.span) { _, offset in
      let start = offset + 11
      let path = bytes[start..<min(bytes.count, start + Self.longest)].prefix { byte in
        ASCII.isWord(byte) || "-./".utf8.contains(byte)
      }
      let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 2)
      guard parts.count >= 2 else { return true }
      var name = String(decoding: parts[1], as: UTF8.self)
      while name.hasSuffix(".") { name.removeLast() }
      if name.hasSuffix(".git") { name.removeLast(4) }
      names.insert(ASCII.lowercased("\(String(decoding: parts[0], as: UTF8.self))/\(name)"))
      return names.count < Self.most
    }
    self.names = names
  }

  /// Asked for names that ``HubName/isPlain(_:)`` says nothing of a model in.
  func contains(_ text: String) -> Bool { !names.isEmpty && names.contains(ASCII.lowercased(text)) }
}
