import ProvisoHub
import Testing

@Suite("Addresses of the hub")
struct HubAddressTests {
  @Test(
    "an endpoint is a scheme, a host, and no more than a port and a path",
    arguments: [
      ("https://huggingface.co", "https://huggingface.co/api/models/acme/chat"),
      ("HTTPS://Hub.Example:443/", "https://hub.example/api/models/acme/chat"),
      ("http://127.0.0.1:8080/hf/", "http://127.0.0.1:8080/hf/api/models/acme/chat"),
      ("http://[::1]:8080", "http://[::1]:8080/api/models/acme/chat"),
    ])
  func endpoint(_ text: String, address: String) throws {
    #expect(try HubEndpoint(parsing: text).address(of: try question()).description == address)
  }

  @Test(
    "anything else is none, and a password in it is not repeated",
    arguments: [
      "", "huggingface.co", "ftp://hub.example", "https://", "https:///x", "https://user:pass@hub.example",
      "https://hub.example?x=1", "https://hub.example#x", "https://hub.example:0", "https://hub.example:99999",
      "https://hub.example:8x", "https://hub example", "https://hub.example/\n", "https://hub.example\\@evil.example",
      "https://[::1", "https://[]", "https://-hub.example", "https://.hub", "https://hüb.example",
      "https://hub%2eexample",
    ])
  func noEndpoint(_ text: String) {
    #expect { _ = try HubEndpoint(parsing: text) } throws: { error in
      guard let error = error as? HubEndpointError else { return false }
      return !error.message.isEmpty && !error.message.contains("pass")
        || error.message == "It must not hold a user name or password; the token is taken from HF_TOKEN."
    }
  }

  @Test("a token may go over https, and within the machine")
  func confidential() throws {
    for text in ["https://hub.example", "http://127.0.0.1", "http://localhost:80", "http://[::1]"] {
      #expect(try HubEndpoint(parsing: text).isConfidential, "\(text)")
    }
    for text in ["http://hub.example", "http://127.0.0.1.evil.example", "http://127.1.evil", "http://10.0.0.1"] {
      #expect(try !HubEndpoint(parsing: text).isConfidential, "\(text)")
    }
  }

  @Test(
    "only what can be an id is asked for",
    arguments: [
      ("gpt2", true), ("acme/chat", true), ("Acme_1/Chat-2.5", true), ("a/b/c", false), ("acme/", false),
      ("/chat", false), ("", false), ("..", false), ("acme/..", false), ("../acme", false), ("acme/ch at", false),
      ("acme/chat?x", false), ("acme/chat#x", false), ("acme/%2e%2e", false), ("acme/{name}", false),
      ("acme/\u{1F4A5}", false), ("acme/" + String(repeating: "x", count: 97), false), ("mixtral 8x7b", false),
    ])
  func ids(_ id: String, isOne: Bool) {
    #expect((HubQuestion(id: id) != nil) == isOne)
  }

  @Test("a revision is one part of the path, whatever stands in it")
  func revisions() throws {
    let endpoint = try HubEndpoint(parsing: "https://hub.example")
    let question = try question("acme/chat", "a/../../b?c#d%2eä")
    #expect(
      endpoint.address(of: question).description
        == "https://hub.example/api/models/acme/chat/revision/a%2F..%2F..%2Fb%3Fc%23d%252e%C3%A4")
    for revision in ["", ".", "..", "a b", "a\nb", String(repeating: "x", count: 201)] {
      #expect(HubQuestion(id: "acme/chat", revision: revision) == nil, "\(revision)")
    }
  }

  @Test(
    "redirects lead where a browser would go",
    arguments: [
      ("/b", "https://hub.example/b"), ("b", "https://hub.example/a/b"), ("?q", "https://hub.example/a/x?q"),
      ("//c.example/b", "https://c.example/b"), ("http://c.example", "http://c.example/"),
      ("https://c.example/b?q#f", "https://c.example/b?q"),
    ])
  func following(_ location: String, target: String) throws {
    let url = try #require(HubURL(parsing: "https://hub.example/a/x?old"))
    #expect(url.following(location)?.description == target)
  }
}
