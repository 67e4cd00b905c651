import Foundation
import ProvisoCore
import ProvisoHub
import Testing

@Suite("Answers of the hub on the disk")
struct AnswerCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "proviso-cache-\(UUID().uuidString)")
  private var cache: AnswerCache { AnswerCache(directory: folder.path + "/deep/er") }

  private static let rich = """
    {"id": "acme/chat", "gated": "auto", "sha": "\(String(repeating: "b", count: 40))", "lastModified": "2026-01-02T00:00",
     "tags": ["license:mit"], "cardData": {"license": ["other", "x y  z", "\\u0308mit"], "license_name": "a b", "license_link": "https://x/y z",
     "base_model": ["acme/base", "./x"], "base_model_relation": "merge"}}
    """

  private func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "deep/er/hub"), includingPropertiesForKeys: nil)
  }

  private func removed<T>(_ body: () async throws -> T) async rethrows -> T {
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body()
  }

  @Test("an answer is kept whole, and asked for again after a day")
  func age() async throws {
    try await removed {
      let hub = StubHub([.json(Self.rich)])
      let client = try hub.client(token: "hf_secret", cache: cache)
      let first = await client.ask(try question())
      #expect(try first.answer.get().licenses.count == 4)
      #expect(try first.answer.get().bases == [.init(id: "acme/base", relation: .merge)])
      hub.pass(seconds: 24 * 3600)
      let second = await client.ask(try question())
      #expect(second.answer == first.answer && second.notes.isEmpty)
      #expect(hub.requests.count == 1)
      hub.pass(seconds: 1)
      _ = await client.ask(try question())
      #expect(hub.requests.count == 2)
      for file in try files() {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("secret") && !text.contains("Bearer"))
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int == text.utf8.count)
      }
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
      #expect(mode == 0o700)
    }
  }

  @Test("that the hub has no such model is kept for an hour, a failure not at all")
  func absence() async throws {
    try await removed {
      for (trouble, isKept) in [(404, true), (500, false), (401, false), (403, false), (429, false)] {
        let hub = StubHub([.status(trouble)])
        let client = try hub.client(cache: cache)
        let asked = try question("acme/m\(trouble)")
        let first = await client.ask(asked).answer
        let count = hub.requests.count
        hub.pass(seconds: 3600 - 60)
        #expect(await client.ask(asked).answer == first)
        #expect((hub.requests.count == count) == isKept, "\(trouble)")
        hub.pass(seconds: 3600)
        _ = await client.ask(asked)
        #expect(hub.requests.count > count)
      }
    }
  }

  @Test("what was answered to nobody in particular is not what a token is answered, nor one revision another")
  func keys() async throws {
    try await removed {
      let hub = StubHub([.model()])
      _ = try await hub.client(cache: cache).ask(try question())
      _ = try await hub.client(token: "hf_secret", cache: cache).ask(try question())
      _ = try await hub.client(cache: cache).ask(try question("acme/chat", "v1"))
      _ = try await hub.client(endpoint: "https://other.example", cache: cache).ask(try question())
      #expect(hub.requests.count == 4)
      #expect(try files().count == 4)
    }
  }

  @Test("a file that is cut, changed, swapped or none of ours is not believed, and that is told")
  func corrupt() async throws {
    try await removed {
      let hub = StubHub { request, _ in
        .model(String(request.url.target.dropFirst("/api/models/".count)), license: "gemma")
      }
      let client = try hub.client(cache: cache)
      _ = await client.ask(try question())
      let file = try #require(try files().first)
      let whole = try Data(contentsOf: file)
      let text = String(decoding: whole, as: UTF8.self)
      let spoiled =
        [0, 1, 10, whole.count / 2, whole.count - 1].map { Data(whole.prefix($0)) } + [
          Data(text.replacingOccurrences(of: "gemma", with: "mit").utf8), Data([0xFF, 0xFE]) + whole, whole + whole,
          Data(repeating: 0x41, count: 1 << 20),
          Data(text.replacingOccurrences(of: "-answer 1", with: "-answer 2").utf8),
        ]
      for (index, bytes) in spoiled.enumerated() {
        try bytes.write(to: file)
        let (answer, notes) = await client.ask(try question())
        #expect(try answer.get().licenses == ["gemma"])
        #expect(notes.count == 1 && notes[0].level == .note && !notes[0].isIncomplete, "\(index): \(notes)")
        #expect(notes[0].message.contains(file.lastPathComponent))
        #expect(hub.requests.count == index + 2)
        #expect(try Data(contentsOf: file) == whole, "it is written anew")
      }
      // The file of another question under this one's name.
      _ = await client.ask(try question("acme/other"))
      let other = try #require(try files().first { $0 != file })
      try Data(contentsOf: other).write(to: file)
      #expect(await client.ask(try question()).notes.count == 1)
    }
  }

  private func change(_ url: URL, _ key: FileAttributeKey, _ value: Int) throws {
    try FileManager.default.setAttributes([key: value], ofItemAtPath: url.path)
  }

  @Test("a file or a folder that somebody else can have written is not believed, and that is told")
  func foreign() async throws {
    try await removed {
      let hub = StubHub([.model("acme/chat", license: "gemma")])
      let client = try hub.client(cache: cache)
      _ = await client.ask(try question())
      let file = try #require(try files().first)
      let parent = file.deletingLastPathComponent()
      var asked = 1
      let isRoot = try FileManager.default.attributesOfItem(atPath: file.path)[.ownerAccountID] as? Int == 0
      let changes: [(FileAttributeKey, Int, String)] =
        [(.posixPermissions, 0o660, "Others may write"), (.posixPermissions, 0o606, "Others may write")]
        + (isRoot ? [(.ownerAccountID, 12345, "another user")] : [])
      for (key, value, words) in changes {
        try change(file, key, value)
        let (answer, notes) = await client.ask(try question())
        asked += 1
        #expect(try answer.get().licenses == ["gemma"] && hub.requests.count == asked)
        #expect(notes.count == 1 && notes[0].message.contains(words) && notes[0].message.contains(file.path))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600, "it is written anew")
        #expect(await client.ask(try question()).notes.isEmpty && hub.requests.count == asked)
      }
      for (key, value, words) in changes {
        try change(parent, key, key == .posixPermissions ? value | 0o111 : value)
        let before = try Data(contentsOf: file)
        hub.pass(seconds: 60)
        let (answer, notes) = await client.ask(try question())
        asked += 1
        #expect(try answer.get().licenses == ["gemma"] && hub.requests.count == asked)
        #expect(notes.count == 2 && notes.allSatisfy { $0.message.contains(words) && !$0.isIncomplete })
        #expect(try Data(contentsOf: file) == before, "nothing is written there")
        try change(parent, .posixPermissions, 0o700)
        if isRoot { try change(parent, .ownerAccountID, 0) }
      }
    }
  }

  @Test("a cache that cannot be written is told, and the answer counts")
  func readOnly() async throws {
    try await removed {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: folder.appending(path: "deep"))
      let (answer, notes) = try await StubHub([.model()]).client(cache: cache).ask(try question())
      #expect(try answer.get().licenses == ["mit"])
      #expect(notes.last?.message.contains("could not be kept in") == true)
    }
  }

  @Test("an answer from the future is none")
  func future() async throws {
    try await removed {
      let hub = StubHub([.model()])
      let client = try hub.client(cache: cache)
      _ = await client.ask(try question())
      hub.pass(seconds: -10)
      _ = await client.ask(try question())
      #expect(hub.requests.count == 2)
    }
  }
}
