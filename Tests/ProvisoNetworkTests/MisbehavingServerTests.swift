#if Online
  import ProvisoHub
  import ProvisoNetwork
  import ProvisoTestSupport
  import Testing

  /// Requests over a real socket to a server that does everything wrong.
  @Suite("A server that misbehaves")
  struct MisbehavingServerTests {
    private func send(
      to server: LoopbackServer, timeout: Duration = .seconds(20), maximumBytes: Int = 1 << 20
    ) async throws -> HubResponse {
      let network = Network()
      var request = HubRequest(
        url: try #require(HubURL(parsing: server.address + "/a?b")), headers: [("X-Test", "1")], timeout: timeout)
      request.maximumBytes = maximumBytes
      do {
        let response = try await network.send(request)
        await network.close()
        return response
      } catch {
        await network.close()
        throw error
      }
    }

    private func trouble(
      _ steps: [LoopbackServer.Step], timeout: Duration = .seconds(20), maximumBytes: Int = 1 << 20
    ) async throws -> HubTransportError? {
      let server = try LoopbackServer { _ in steps }
      do {
        let response = try await send(to: server, timeout: timeout, maximumBytes: maximumBytes)
        Issue.record("answered with \(response.status), \(response.body.count) bytes")
        return nil
      } catch {
        return error as? HubTransportError
      }
    }

    @Test("one that behaves is understood")
    func well() async throws {
      let server = try LoopbackServer { _ in .answer(200, ["X-Error-Code": "None"], body: "{}") }
      let response = try await send(to: server)
      #expect(response.status == 200 && response.body == Array("{}".utf8))
      #expect(response.headers["x-error-code"] == "None" && response.headers["content-type"] == "application/json")
      #expect(server.requests.map(\.path) == ["/a?b"])
      #expect(server.requests[0].header("x-test") == "1")
      #expect(server.requests[0].header("host") == "127.0.0.1:\(server.port)")
      #expect(server.requests[0].header("authorization") == nil)
    }

    @Test("chunks are put together")
    func chunks() async throws {
      let server = try LoopbackServer { _ in
        [
          .text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n1\r\n{\r\n"),
          .wait(seconds: 0.05), .text("1\r\n}\r\n0\r\n\r\n"),
        ]
      }
      #expect(try await send(to: server).body == Array("{}".utf8))
    }

    @Test("slow is not too slow while it is in time")
    func slow() async throws {
      let server = try LoopbackServer { _ in
        [.wait(seconds: 0.3), .text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n"), .wait(seconds: 0.3), .text("\r\n{}")]
      }
      #expect(try await send(to: server).body.count == 2)
    }

    @Test("one that says nothing, or a word now and then, is left when the time is over")
    func hang() async throws {
      let start = ContinuousClock.now
      #expect(try await trouble([.wait(seconds: 8)], timeout: .milliseconds(300)) == .timedOut)
      let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"
      #expect(try await trouble([.text(head), .wait(seconds: 8)], timeout: .milliseconds(300)) == .timedOut)
      let drip = [LoopbackServer.Step](repeating: .text("x"), count: 80).flatMap { [$0, .wait(seconds: 0.1)] }
      #expect(try await trouble([.text(head)] + drip, timeout: .milliseconds(300)) == .timedOut)
      #expect(try await trouble(drip, timeout: .milliseconds(300)) != nil)
      #expect(ContinuousClock.now - start < .seconds(6))
    }

    @Test("an answer that ends before its end is no answer")
    func truncated() async throws {
      #expect(try await trouble([]) == .closed)
      for text in [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 2",
      ] {
        let found = try await trouble([.text(text)])
        #expect(found == .closed || found == .garbled, "\(text)")
      }
    }

    @Test("what is no HTTP is none")
    func garbled() async throws {
      for text in [
        "SSH-2.0-OpenSSH_9\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 1 << 20))\r\n\r\n",
      ] {
        let found = try await trouble([.text(text)])
        #expect(found == .garbled || found == .closed, "\(text.prefix(60)): \(String(describing: found))")
      }
    }

    @Test("an answer that is too long is dropped, announced or not")
    func huge() async throws {
      #expect(
        try await trouble([.text("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"), .wait(seconds: 1)])
          == .tooLarge)
      let megabyte = [UInt8](repeating: 0x20, count: 1 << 20)
      let endless = [LoopbackServer.Step](
        repeating: .send(Array("100000\r\n".utf8) + megabyte + Array("\r\n".utf8)), count: 200)
      let head = LoopbackServer.Step.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      #expect(try await trouble([head] + endless, maximumBytes: 3 << 20) == .tooLarge)
    }

    @Test("nothing is unpacked")
    func compressed() async throws {
      let server = try LoopbackServer { _ in .answer(200, ["Content-Encoding": "gzip"], body: "\u{1F}x") }
      #expect(try await send(to: server).body == Array("\u{1F}x".utf8))
    }

    @Test("of any status but 200 the head is enough")
    func heads() async throws {
      for status in [301, 401, 404, 429, 500] {
        let server = try LoopbackServer { _ in
          [
            .text("HTTP/1.1 \(status) X\r\nLocation: /b\r\nRetry-After: 3\r\nContent-Length: 999999999\r\n\r\n"),
            // Longer than the client has: it does not wait for the end of the answer.
            .wait(seconds: 60),
          ]
        }
        let response = try await send(to: server)
        #expect(response.status == status && response.headers["location"] == "/b" && response.body.isEmpty)
        #expect(server.requests.count == 1, "redirects are followed by whoever asked")
      }
    }

    @Test("nobody at home is no connection")
    func refused() async throws {
      let port = try LoopbackServer { _ in [] }.port
      let network = Network()
      let request = HubRequest(
        url: try #require(HubURL(parsing: "http://127.0.0.1:\(port)/")), headers: [], timeout: .seconds(20))
      await #expect { _ = try await network.send(request) } throws: { error in
        if case .notConnected? = error as? HubTransportError { true } else { false }
      }
      await network.close()
    }

    @Test("who speaks no TLS is not asked over https, whatever it says")
    func noTLS() async throws {
      let server = try LoopbackServer { _ in .model("acme/chat", license: "mit") }
      let network = Network()
      let request = HubRequest(
        url: try #require(HubURL(parsing: "https://127.0.0.1:\(server.port)/")),
        headers: [("Authorization", "Bearer x")],
        timeout: .seconds(2))
      await #expect { _ = try await network.send(request) } throws: { error in
        switch error as? HubTransportError {
        case .notConnected?, .timedOut?: true
        default: false
        }
      }
      await network.close()
      #expect(server.requests.isEmpty)
    }
  }
#else
  import ProvisoHub
  import ProvisoNetwork
  import Testing

  @Suite("A build without the trait Online")
  struct NoNetworkTests {
    @Test("has no network")
    func none() async throws {
      #expect(!Network.isAvailable)
      let request = HubRequest(
        url: try #require(HubURL(parsing: "http://127.0.0.1/")), headers: [], timeout: .seconds(1))
      await #expect(throws: HubTransportError.self) { _ = try await Network().send(request) }
    }
  }
#endif
