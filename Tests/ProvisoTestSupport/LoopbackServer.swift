import Foundation
import Synchronization

/// A server on 127.0.0.1 that answers byte for byte as a test wants it to, well or badly.
package final class LoopbackServer: Sendable {
  /// What came over one connection before the empty line, as sent.
  package struct Request: Sendable {
    package var head: String
    /// How many requests had this path before.
    package var earlier: Int

    package var path: String {
      let words = head.split(separator: " ")
      return words.count > 1 ? String(words[1]) : ""
    }

    /// The value of a header, nil where it was not sent.
    package func header(_ name: String) -> String? {
      for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix(name.lowercased() + ":") {
        return line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
      }
      return nil
    }
  }

  /// One step of an answer; the connection is closed after the last.
  package enum Step: Sendable {
    case send([UInt8])
    case wait(seconds: Double)

    package static func text(_ text: String) -> Self { .send(Array(text.utf8)) }
  }

  package let port: UInt16
  private let listener: Int32
  private let seen = Mutex<[Request]>([])
  private let answer: @Sendable (Request) -> [Step]

  package var address: String { "http://127.0.0.1:\(port)" }
  /// All that was asked, in the order in which it came.
  package var requests: [Request] { seen.withLock { $0 } }

  package init(_ answer: @escaping @Sendable (Request) -> [Step]) throws {
    self.answer = answer
    #if canImport(Darwin)
      let stream = SOCK_STREAM
    #else
      let stream = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    listener = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isListening else { throw SubprocessError(description: "no server on 127.0.0.1: errno \(errno)") }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        guard let server = self else {
          _ = close(connection)
          return
        }
        Thread.detachNewThread { server.serve(connection) }
      }
    }
  }

  deinit {
    // Wakes the thread that waits for connections.
    _ = shutdown(listener, Int32(SHUT_RDWR))
    _ = close(listener)
  }

  private func serve(_ connection: Int32) {
    defer { _ = close(connection) }
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      guard count > 0, head.count < 1 << 16 else { return }
      head += buffer.prefix(count)
    }
    var request = Request(head: String(decoding: head, as: UTF8.self), earlier: 0)
    seen.withLock { all in
      request.earlier = all.count { $0.path == request.path }
      all.append(request)
    }
    for step in answer(request) {
      switch step {
      case .wait(let seconds): Thread.sleep(forTimeInterval: seconds)
      case .send(let bytes):
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = unsafe rest.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, Self.noSignal) }
          guard count > 0 else { return }
          rest = rest.dropFirst(count)
        }
      }
    }
    // What is closed with something unread in it is reset, and the other side may lose the end of the answer.
    _ = shutdown(connection, Int32(SHUT_WR))
  }

  #if canImport(Darwin)
    private static let noSignal: Int32 = 0
  #else
    private static let noSignal = Int32(MSG_NOSIGNAL)
  #endif
}

extension [LoopbackServer.Step] {
  /// A whole answer.
  package static func answer(
    _ status: Int, _ headers: [String: String] = [:], type: String? = "application/json", body: String = ""
  ) -> Self {
    var lines = ["HTTP/1.1 \(status) Status", "Content-Length: \(body.utf8.count)", "Connection: close"]
    if let type { lines.append("Content-Type: \(type)") }
    lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return [.text(lines.map { $0 + "\r\n" }.joined() + "\r\n" + body)]
  }

  /// What the hub says of a model with a license.
  package static func model(_ id: String, license: String) -> Self {
    .answer(200, body: #"{"id": "\#(id)", "cardData": {"license": "\#(license)"}, "tags": []}"#)
  }
}
