/// Sends one request. Redirects, retries and meaning are ``HubClient``'s.
package protocol HubTransport: Sendable {
  /// - Throws: ``HubTransportError`` where no whole answer arrived within the request's limits.
  func send(_ request: HubRequest) async throws(HubTransportError) -> HubResponse
}

/// A GET.
package struct HubRequest: Sendable {
  package var url: HubURL
  package var headers: [(name: String, value: String)]
  /// From the first packet to the last byte.
  package var timeout: Duration
  /// A longer body is not read.
  package var maximumBytes: Int

  package init(
    url: HubURL, headers: [(name: String, value: String)], timeout: Duration,
    maximumBytes: Int = HubAnswerReader.maximumBytes
  ) {
    self.url = url
    self.headers = headers
    self.timeout = timeout
    self.maximumBytes = maximumBytes
  }
}

package struct HubResponse: Sendable {
  package var status: Int
  /// By names in lower case; of several of one name the first.
  package var headers: [String: String]
  /// Empty for any status but 200: nothing else is read.
  package var body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

package enum HubTransportError: Error, Hashable, Sendable {
  case timedOut
  /// No connection; the words say why, without the address.
  case notConnected(String)
  /// The connection ended before the answer did.
  case closed
  /// What came is no HTTP.
  case garbled
  case tooLarge
}
