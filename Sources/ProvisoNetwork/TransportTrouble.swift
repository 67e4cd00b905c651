#if Online
  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #elseif canImport(Darwin)
    internal import Darwin
  #endif
  internal import AsyncHTTPClient
  internal import NIOCore
  internal import NIOPosix
  internal import ProvisoHub

  /// What an error of the client's means. No text of it goes on: that may hold what the other side has sent.
  enum TransportTrouble {
    static func of(_ error: any Error) -> HubTransportError {
      switch error {
      case let error as HTTPClientError: of(error)
      case is NIOConnectionError: .notConnected("nobody answers at that address")
      case let error as IOError where error.errnoCode == ECONNRESET: .closed
      case is IOError: .notConnected("the network failed")
      // NIOSSL's errors, by name: the module is not ours to depend on.
      case _ where String(reflecting: type(of: error)).contains("SSL"):
        .notConnected("the server could not prove who it is over TLS")
      default: .garbled
      }
    }

    private static func of(_ error: HTTPClientError) -> HubTransportError {
      switch error {
      case .connectTimeout, .tlsHandshakeTimeout: .notConnected("nobody answered in time")
      case .readTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout, .cancelled: .timedOut
      case .remoteConnectionClosed: .closed
      default: .garbled
      }
    }
  }
#endif
