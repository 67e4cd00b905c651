/// What the files of a git repository say of it, without git being there.
package struct GitRepository: Sendable {
  /// Absolute, without links.
  package let root: String
  /// Where `HEAD` is.
  private let directory: [UInt8]
  /// Where the references and the configuration are: another folder than ``directory`` in a worktree.
  private let commonDirectory: [UInt8]

  /// The repository or worktree around `path`; nil outside of any.
  package init?(around path: String) {
    guard let real = try? SystemPath.real(Array(path.utf8)), let root = FileSystem.gitRoot(above: real),
      let name = String(validating: root, as: UTF8.self)
    else { return nil }
    self.root = name
    var directory = root + Array("/.git".utf8)
    if let pointer = Self.text(directory) {
      // A worktree or a submodule: `gitdir: <path>`.
      guard let target = Self.value("gitdir: ", in: pointer) else { return nil }
      directory = Self.joined(root, target)
    }
    self.directory = directory
    let common = Self.text(directory + Array("/commondir".utf8)).flatMap { Self.value("", in: $0) }
    commonDirectory = common.map { Self.joined(directory, $0) } ?? directory
  }

  /// `path`, absolute and without links, as seen from the root; nil where it lies outside, "" for the root itself.
  package func relative(_ path: String) -> String? {
    if path == root { return "" }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.utf8.starts(with: prefix.utf8)
      ? String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
  }

  /// The commit that is checked out; nil before the first, and where the files say nothing that can be read.
  package var revision: String? {
    guard let head = Self.text(directory + Array("/HEAD".utf8)) else { return nil }
    guard let name = Self.value("ref: ", in: head) else { return Self.commit(head) }
    guard !name.contains(".."), name.hasPrefix("refs/") else { return nil }
    if let loose = Self.text(commonDirectory + Array("/\(name)".utf8)) { return Self.commit(loose) }
    let packed = Self.text(commonDirectory + Array("/packed-refs".utf8), limit: 16 << 20) ?? ""
    let line = packed.split(separator: "\n").first { $0.hasSuffix(" " + name) }
    return line.flatMap { Self.commit(String($0.prefix { $0 != " " })) }
  }

  /// The web address of the remote `origin`, without credentials; nil where it has none.
  package var address: String? {
    let configuration = Self.text(commonDirectory + Array("/config".utf8), limit: 1 << 20) ?? ""
    var isOrigin = false
    for line in configuration.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("[") {
        isOrigin = line.hasPrefix("[remote \"origin\"]")
      } else if isOrigin, line.hasPrefix("url") {
        let value = line.dropFirst("url".count).drop { $0 == " " || $0 == "\t" }
        guard value.first == "=" else { continue }
        return Self.webAddress(String(value.dropFirst().drop { $0 == " " || $0 == "\t" }))
      }
    }
    return nil
  }

  /// `git@host:owner/name` and `ssh://…` as `https://host/owner/name`; nil for a path of this machine.
  static func webAddress(_ remote: String) -> String? {
    var rest = remote[...]
    if let scheme = ["https://", "http://", "ssh://", "git://"].first(where: rest.hasPrefix) {
      rest = rest.dropFirst(scheme.count)
    } else if rest.contains("://") || rest.hasPrefix("/") || rest.hasPrefix(".") {
      return nil
    } else if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      rest = rest[..<colon] + "/" + rest[rest.index(after: colon)...].drop { $0 == "/" }
    } else {
      return nil
    }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    // What stands before the host may be a password, and a port is that of another protocol.
    var host = rest[..<slash]
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    if !remote.hasPrefix("http"), let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    // What follows the path may be a token, and so may what stands before an `@` in it.
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    guard !rest[slash...].contains("@") else { return nil }
    let address = (remote.hasPrefix("http://") ? "http://" : "https://") + host + rest[slash...]
    let isPlain = address.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}[]%".utf8.contains(byte)
    }
    return host.isEmpty || !isPlain ? nil : address
  }

  private static func commit(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isHexDigit }
    return [40, 64].contains(digits.utf8.count) ? String(digits) : nil
  }

  /// The first line after `key`, nil where the text does not begin with it.
  private static func value(_ key: String, in text: String) -> String? {
    guard text.hasPrefix(key) else { return nil }
    let value = text.dropFirst(key.count).prefix { !$0.isNewline }
    return value.isEmpty ? nil : String(value)
  }

  private static func joined(_ directory: [UInt8], _ path: String) -> [UInt8] {
    path.hasPrefix("/") ? Array(path.utf8) : directory + [SystemPath.slash] + Array(path.utf8)
  }

  /// A small regular file as text; nil for anything else.
  private static func text(_ path: [UInt8], limit: Int = 1 << 13) -> String? {
    guard let name = String(validating: path, as: UTF8.self),
      let bytes = try? FileReader.readAbsolute(path: name, limit: limit)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
