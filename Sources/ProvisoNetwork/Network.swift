package import ProvisoHub

#if Online
  internal import AsyncHTTPClient
  internal import NIOCore
  internal import NIOHTTP1

  /// The one place that reaches the network: async-http-client, kept from following redirects and from unpacking anything.
  package final class Network: HubTransport {
    package static let isAvailable = true
    private static let connectTimeout = TimeAmount.seconds(10)

    private let client: HTTPClient

    package init() {
      var configuration = HTTPClient.Configuration(
        redirectConfiguration: .disallow, timeout: .init(connect: Self.connectTimeout, read: nil),
        decompression: .disabled)
      configuration.httpVersion = .http1Only
      // Who asks decides what is tried again, and when.
      configuration.connectionPool.retryConnectionEstablishment = false
      configuration.networkFrameworkWaitForConnectivity = false
      client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends what is left of connections; nothing can be sent after that.
    package func close() async {
      try? await client.shutdown()
    }

    package func send(_ request: HubRequest) async throws(HubTransportError) -> HubResponse {
      var outgoing = HTTPClientRequest(url: request.url.description)
      for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
      let (seconds, attoseconds) = request.timeout.components
      let deadline = NIODeadline.now() + .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
      do {
        return try await Self.within(request.timeout) { [client, outgoing] in
          try await Self.receive(try await client.execute(outgoing, deadline: deadline), request.maximumBytes)
        }
      } catch let error as HubTransportError {
        throw error
      } catch {
        throw TransportTrouble.of(error)
      }
    }

    /// The client's deadline ends with the head of an answer; this one holds for the body, too.
    private static func within(
      _ timeout: Duration, _ work: @escaping @Sendable () async throws -> HubResponse
    ) async throws -> HubResponse {
      try await withThrowingTaskGroup(of: HubResponse.self) { group in
        group.addTask { try await work() }
        group.addTask {
          try await Task.sleep(for: timeout)
          throw HubTransportError.timedOut
        }
        defer { group.cancelAll() }
        guard let response = try await group.next() else { throw HubTransportError.closed }
        return response
      }
    }

    /// - Throws: also ``HubTransportError/tooLarge``, as soon as it is known: an announced length is believed where it is too long.
    private static func receive(_ response: HTTPClientResponse, _ limit: Int) async throws -> HubResponse {
      var headers: [String: String] = [:]
      for (name, value) in response.headers {
        let name = name.lowercased()
        if headers[name] == nil { headers[name] = value }
      }
      guard response.status.code == 200 else { return HubResponse(status: Int(response.status.code), headers: headers) }
      if let length = headers["content-length"].flatMap(Int.init), length > limit { throw HubTransportError.tooLarge }
      var body: [UInt8] = []
      for try await part in response.body {
        guard body.count + part.readableBytes <= limit else { throw HubTransportError.tooLarge }
        body += part.readableBytesView
      }
      return HubResponse(status: 200, headers: headers, body: body)
    }
  }
#else
  /// What stands in the place of the network in a build without the trait `Online`.
  package final class Network: HubTransport {
    package static let isAvailable = false

    package init() {}

    package func close() async {}

    package func send(_ request: HubRequest) async throws(HubTransportError) -> HubResponse {
      throw .notConnected("this build cannot reach the network")
    }
  }
#endif
