/// Where the hub is asked: `https://huggingface.co`, or a mirror that answers as it does.
package struct HubEndpoint: Sendable, Hashable, CustomStringConvertible {
  package static let standard = "https://huggingface.co"

  private static let hub = HubURL(scheme: .https, host: "huggingface.co")

  package let url: HubURL
  /// The path that a mirror lies under, without a slash at its end.
  private let prefix: String

  /// - Throws: ``HubEndpointError`` for what is no address, or has more than a scheme, a host, a port and a path. The message
  ///   does not repeat what may hold a password.
  package init(parsing text: String) throws(HubEndpointError) {
    guard !text.contains("@") else {
      throw HubEndpointError(message: "It must not hold a user name or password; the token is taken from HF_TOKEN.")
    }
    guard let url = HubURL(parsing: text), !text.contains("?"), !text.contains("#") else {
      throw HubEndpointError(
        message: "Expected http:// or https://, a host, and no more than a port and a path, such as \(Self.standard).")
    }
    self.url = url
    var prefix = url.target[...]
    while prefix.hasSuffix("/") { prefix = prefix.dropLast() }
    self.prefix = String(prefix)
  }

  package var description: String { "\(url)" }

  /// Whether a token may go there: nobody on the way can read it.
  package var isConfidential: Bool { url.scheme == .https || url.isLoopback }

  /// Whether what is answered there is the hub's word: by the endpoint, by the same host with or without `www.` or over https at last,
  /// or by the hub whose mirror it is. Anybody else may say anything of a model, the freest license above all.
  func isAnswered(at address: HubURL) -> Bool {
    if address.hasSameOrigin(as: url) || address.hasSameOrigin(as: Self.hub) { return true }
    guard address.scheme == .https, url.port == url.scheme.defaultPort, address.port == address.scheme.defaultPort
    else {
      return false
    }
    return [url.host, "www.\(url.host)"].contains(address.host) || "www.\(address.host)" == url.host
  }

  /// The address of what the hub has of a model.
  package func address(of question: HubQuestion) -> HubURL {
    var address = url
    address.target = "\(prefix)/api/models/\(question.id)"
    if let revision = question.revision { address.target += "/revision/\(Self.escaped(revision))" }
    return address
  }

  /// Everything but letters, digits, `-`, `.`, `_` and `~` (RFC 3986's unreserved) is written as `%` and two digits.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if HubQuestion.isPlain(byte) || byte == UInt8(ascii: "~") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += (digits.count == 1 ? "%0" : "%") + digits
      }
    }
    return result
  }
}

/// What is wrong with an endpoint.
package struct HubEndpointError: Error, Sendable {
  /// One sentence.
  package var message: String
}
