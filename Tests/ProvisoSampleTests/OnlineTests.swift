import Foundation
import ProvisoTestSupport
import Testing

@Suite("--online at the command line")
struct OnlineTests {
  private static let model = "zq-nobody/vh-7-chat"

  private func tree() throws -> Folder {
    let tree = try Folder()
    try tree.write("m = AutoModel.from_pretrained('\(Self.model)')\n", to: "app/a.py")
    return tree
  }

  @Test("what goes with it needs it, and it does not go with --locked")
  func usage() throws {
    for arguments in [["--endpoint", "https://hub.example"], ["--cache-directory", "x"]] {
      let answer = try Tool.run(["check", Self.model] + arguments)
      #expect(answer.status == 2 && answer.error.contains("add --online"), "\(answer.error)")
    }
    for verb in ["explain", "what-if", "notice"] {
      #expect(try Tool.run([verb, "--online"]).status == 2)
    }
  }

  #if Online
    private func run(
      _ server: LoopbackServer, _ arguments: [String], cache: Folder, token: String? = nil, now: String = "2026-11-26"
    ) throws -> Tool.Answer {
      let environment = [
        "HF_ENDPOINT": server.address, "PROVISO_CACHE": cache.path, "HF_TOKEN": token ?? "",
      ]
      return try Tool.run(arguments + ["--online", "--now", now], environment: environment)
    }

    @Test("an answer of the hub becomes a claim with its address and settles the license; it is asked once")
    func answer() throws {
      let (tree, cache) = (try tree(), try Folder())
      let server = try LoopbackServer { _ in .model(Self.model, license: "gemma") }
      let first = try run(server, ["scan", tree.path, "--format", "json"], cache: cache)
      #expect(first.output.contains(#""concluded": "gemma""#) && first.output.contains(#""source": "hub""#))
      #expect(
        first.output.contains(#"the hub has it as \"gemma\" (\#(server.address)/api/models/\#(Self.model))"#)
          || first.output.contains(server.address.replacingOccurrences(of: "/", with: "\\/")))
      #expect(first.error == "" && first.status < 2)
      let again = try run(server, ["scan", tree.path, "--format", "json"], cache: cache)
      #expect(again.bytes == first.bytes)
      #expect(server.requests.count == 1)
    }

    @Test("a revision that is pinned is the one that is asked for; a base that is named is asked for, too")
    func bases() throws {
      let (tree, cache) = (try Folder(), try Folder())
      try tree.write("m = AutoModel.from_pretrained('\(Self.model)', revision='v1')\n", to: "app/a.py")
      let server = try LoopbackServer { request in
        switch request.path {
        case "/api/models/\(Self.model)/revision/v1":
          .answer(
            200,
            body:
              #"{"id": "\#(Self.model)", "cardData": {"license": "mit", "base_model": "zq-other/vh-7-base"}, "tags": []}"#
          )
        case "/api/models/zq-other/vh-7-base": .model("zq-other/vh-7-base", license: "llama3.1")
        default: .answer(404)
        }
      }
      let answer = try run(server, ["scan", tree.path, "--fail-on", "never"], cache: cache)
      #expect(answer.status == 0 && answer.output.contains("AIL102"), "\(answer.output) \(answer.error)")
      #expect(server.requests.count == 2)
    }

    @Test("a look-up that fails is in every report and on standard error, and the run is incomplete")
    func failure() throws {
      let (tree, cache) = (try tree(), try Folder())
      let server = try LoopbackServer { _ in .answer(418) }
      for format in ["text", "json", "sarif", "markdown", "html", "junit", "github"] {
        let answer = try run(server, ["scan", tree.path, "--format", format], cache: cache)
        #expect(answer.status == 3, "\(format)")
        #expect(answer.output.contains("answered with the status 418"), "\(format)")
        #expect(answer.error.contains("answered with the status 418"), "\(format)")
      }
      let lock = try run(server, ["lock", tree.path], cache: cache)
      #expect(lock.status == 3 && lock.error.contains("Nothing was written"))
    }

    @Test("check and lock ask, too")
    func otherVerbs() throws {
      let (tree, cache) = (try tree(), try Folder())
      let server = try LoopbackServer { _ in .model(Self.model, license: "gemma") }
      #expect(try run(server, ["check", Self.model], cache: cache).output.contains("(gemma)"))
      #expect(try run(server, ["lock", tree.path], cache: cache).status == 0)
      let lock = String(decoding: try tree.contents("proviso.lock"), as: UTF8.self)
      #expect(lock.contains("license: \"gemma\"") && lock.contains("source: hub"))
      #expect(try run(server, ["scan", "--locked", tree.path], cache: cache).status == 2)
    }

    @Test("what local sources settle is not asked")
    func settled() throws {
      let cache = try Folder()
      let server = try LoopbackServer { _ in .answer(500) }
      let answer = try run(server, ["check", "BAAI/bge-small-en-v1.5", "--fail-on", "never"], cache: cache)
      #expect(answer.status == 0 && server.requests.isEmpty)
    }

    @Test("the token goes to the endpoint and nowhere else, and is in no report, message or file")
    func token() throws {
      let (tree, cache) = (try tree(), try Folder())
      let other = try LoopbackServer { _ in .model(Self.model, license: "mit") }
      let server = try LoopbackServer { _ in .answer(302, ["Location": other.address + "/elsewhere"]) }
      let secret = "hf_verysecrettoken"
      let answer = try run(server, ["scan", tree.path, "--verbose"], cache: cache, token: secret)
      #expect(server.requests.map { $0.header("Authorization") } == ["Bearer \(secret)"])
      #expect(other.requests.isEmpty && answer.status == 3)
      #expect(answer.error.contains("it redirects to \(other.address), whose word is not the hub's"))
      let refusing = try LoopbackServer { _ in .answer(401) }
      let refused = try run(refusing, ["scan", tree.path, "--format", "json"], cache: cache, token: secret)
      #expect(refused.status == 3)
      #expect(!(answer.output + answer.error + refused.output + refused.error).contains(secret))
      let found = try ProvisoTestSupport.run("grep", ["-r", "verysecret", cache.path])
      #expect(found.status == 1, "nothing is found")
    }

    @Test("what another server says after a redirect is not believed, by anything that is reported")
    func otherServer() throws {
      let (tree, cache) = (try tree(), try Folder())
      let other = try LoopbackServer { _ in .model(Self.model, license: "mit") }
      for location in [other.address, other.address.dropFirst("http:".count) + "/api/models/\(Self.model)"] {
        let server = try LoopbackServer { _ in .answer(307, ["Location": String(location)]) }
        let answer = try run(server, ["scan", tree.path, "--format", "json"], cache: cache)
        #expect(answer.status == 3 && other.requests.isEmpty)
        #expect(answer.output.contains("whose word is not the hub's") && !answer.output.contains("\"mit\""))
      }
      let renamed = try LoopbackServer { request in
        request.path.hasSuffix(Self.model)
          ? .answer(307, ["Location": "/api/models/zq-nobody/vh-8-chat"])
          : .model("zq-nobody/vh-8-chat", license: "gemma")
      }
      #expect(try run(renamed, ["check", Self.model], cache: cache).output.contains("(gemma)"))
    }

    @Test("an endpoint or token that is none ends the run before it begins")
    func wrong() throws {
      for (variables, words) in [
        (["HF_ENDPOINT": "huggingface.co"], "HF_ENDPOINT: Expected http"),
        (["HF_ENDPOINT": "https://a:hunter2@hub.example"], "must not hold a user name"),
        (["HF_ENDPOINT": "http://hub.example", "HF_TOKEN": "hf_x"], "could read HF_TOKEN"),
        (["HF_ENDPOINT": "", "HF_TOKEN": "hunter2 x"], "HF_TOKEN is no token"),
      ] {
        let answer = try Tool.run(["check", Self.model, "--online"], environment: variables)
        #expect(
          answer.status == 2 && answer.error.contains(words) && !answer.error.contains("hunter2"), "\(answer.error)")
      }
    }
  #else
    @Test("without the trait it says how to build with it")
    func noTrait() throws {
      for arguments in [["scan", "."], ["check", Self.model], ["lock", "."]] {
        let answer = try Tool.run(arguments + ["--online"])
        #expect(answer.status == 2)
        #expect(answer.error.contains("swift build -c release --traits Online"))
        #expect(answer.output == "")
      }
    }
  #endif
}
