/// An absolute `http` or `https` address, no more of it than asking a hub takes: no user, no fragment.
///
/// It is put together again from what was read, so that whoever sends the request cannot read another host out of it.
package struct HubURL: Hashable, Sendable, CustomStringConvertible {
  package enum Scheme: String, Sendable, Hashable {
    case http, https

    var defaultPort: Int { self == .https ? 443 : 80 }
  }

  package var scheme: Scheme
  /// In lower case; an IPv6 address with its brackets.
  package var host: String
  package var port: Int
  /// The path, which begins with a slash, and the query.
  package var target: String

  private static let longest = 4096

  /// The root of a host, at the port of its scheme.
  init(scheme: Scheme, host: String) {
    self.scheme = scheme
    self.host = host
    port = scheme.defaultPort
    target = "/"
  }

  /// - Returns: nil for what is no such address. Only visible ASCII counts, and of it only what may stand there.
  package init?(parsing text: String) {
    guard text.utf8.count <= Self.longest, let colon = text.firstIndex(of: ":"),
      let scheme = Scheme(rawValue: text[..<colon].lowercased()), text[colon...].hasPrefix("://")
    else { return nil }
    let rest = text[colon...].dropFirst(3)
    let authority = rest.prefix { !"/?#".contains($0) }
    guard let (host, port) = Self.authority(authority, scheme) else { return nil }
    var target = String(rest[authority.endIndex...].prefix { $0 != "#" })
    if !target.hasPrefix("/") { target = "/" + target }
    guard target.utf8.allSatisfy(Self.mayStandInTarget) else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port
    self.target = target
  }

  private static func authority(_ text: Substring, _ scheme: Scheme) -> (host: String, port: Int)? {
    let host: Substring
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[...end]
      let inside = host.dropFirst().dropLast().utf8
      guard
        !inside.isEmpty,
        inside.allSatisfy({ ASCII.isHexadecimal($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
      else { return nil }
    } else {
      host = text.prefix { $0 != ":" }
      guard !host.isEmpty, !host.hasPrefix("."), !host.hasPrefix("-"), host.utf8.count <= 253,
        host.utf8.allSatisfy({
          ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        })
      else { return nil }
    }
    let tail = text[host.endIndex...]
    if tail.isEmpty { return (host.lowercased(), scheme.defaultPort) }
    let digits = tail.dropFirst()
    guard tail.hasPrefix(":"), (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(ASCII.isDigit),
      let port = Int(digits), (1...65_535).contains(port)
    else { return nil }
    return (host.lowercased(), port)
  }

  /// RFC 3986's `pchar`, `/`, `?` and the percent sign.
  private static func mayStandInTarget(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || "-.~!$&'()*+,;=:@/?%".utf8.contains(byte)
  }

  package var description: String { origin + target }

  /// Without the path.
  var origin: String { "\(scheme.rawValue)://\(host)\(port == scheme.defaultPort ? "" : ":\(port)")" }

  /// Whether the two lead to the same server, by the same scheme.
  package func hasSameOrigin(as other: Self) -> Bool {
    (scheme, host, port) == (other.scheme, other.host, other.port)
  }

  /// Whether the host is this machine.
  package var isLoopback: Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return host == "localhost" || host == "[::1]"
      || (numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil })
  }

  /// Where a `Location` header of an answer from here leads; nil for what leads nowhere that is asked.
  package func following(_ location: String) -> HubURL? {
    if location.hasPrefix("//") { return HubURL(parsing: "\(scheme.rawValue):\(location)") }
    var next = self
    if location.hasPrefix("/") {
      next.target = location
    } else if let mark = location.first(where: { ":/?#".contains($0) }), mark == ":" {
      return HubURL(parsing: location)
    } else {
      let path = target.prefix { $0 != "?" }
      next.target =
        location.hasPrefix("?") ? path + location : path[...(path.lastIndex(of: "/") ?? path.startIndex)] + location
    }
    return HubURL(parsing: next.description)
  }
}
