import Foundation
import ProvisoTestSupport
import Testing

@Suite("Stores of models on the disk")
struct LocalStoreTests {
  private static let commit = String(repeating: "c", count: 40)
  private static let snapshot = "models--acme--chat/snapshots/\(commit)"

  private func tree() throws -> Folder {
    let tree = try Folder()
    try tree.write("m = AutoModel.from_pretrained('acme/chat')\n", to: "app/a.py")
    try tree.write("FROM acme-chat:8b\n", to: "Modelfile")
    return tree
  }

  private func hubCache(card: String) throws -> Folder {
    let cache = try Folder()
    try cache.write(card, to: "models--acme--chat/blobs/1")
    try cache.link(Self.snapshot + "/README.md", to: "../../blobs/1")
    try cache.write(Self.commit + "\n", to: "models--acme--chat/refs/main")
    return cache
  }

  /// `source license path` of every claim about the model `id`.
  private func claims(_ id: String, _ answer: Tool.Answer) throws -> [String] {
    let models = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [[String: Any]])
    let license = models.first { $0["id"] as? String == id }?["license"] as? [String: Any]
    return (license?["claims"] as? [[String: Any]] ?? []).map { claim in
      "\(claim["source"] ?? "") \(claim["license"] ?? "") \(claim["path"] as? String ?? "-")"
    }
  }

  @Test("the hub's cache says what the card of the snapshot says, when it is asked")
  func hub() throws {
    let cache = try hubCache(card: "---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\n---\n")
    let tree = try tree()
    let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--emit", "models", tree.path])
    #expect(answer.status == 0)
    #expect(try claims("acme/chat", answer) == ["hub-cache llama3.1 -"])
    #expect(answer.output.contains("in the hub cache, \(Self.snapshot)/README.md:2 says"))
    #expect(answer.output.contains("meta-llama/Llama-3.1-8B"))
    #expect(try claims("acme/chat", Tool.run(["scan", "--emit", "models", tree.path])) == [])
  }

  @Test("of a model that lies there under two spellings both are heard")
  func spellings() throws {
    let cache = try hubCache(card: "---\nlicense: mit\n---\n")
    let other = "models--Acme--Chat"
    try cache.write("---\nlicense: llama3.1\n---\n", to: "\(other)/snapshots/\(Self.commit)/README.md")
    try cache.write(Self.commit + "\n", to: "\(other)/refs/main")
    let tree = try tree()
    let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--emit", "models", tree.path])
    #expect(try claims("acme/chat", answer).sorted() == ["hub-cache llama3.1 -", "hub-cache mit -"])
  }

  @Test("the usual places are read with --local-stores, where they are there")
  func usualPlaces() throws {
    let cache = try hubCache(card: "---\nlicense: gemma\n---\n")
    let tree = try tree()
    let arguments = ["scan", "--local-stores", "--emit", "models", tree.path]
    let here = ["HF_HUB_CACHE": cache.path, "OLLAMA_MODELS": cache.path + "/nowhere"]
    #expect(try claims("acme/chat", Tool.run(arguments, environment: here)) == ["hub-cache gemma -"])
    let nowhere = ["HF_HUB_CACHE": cache.path + "/nowhere", "OLLAMA_MODELS": cache.path + "/nowhere"]
    let answer = try Tool.run(arguments, environment: nowhere)
    #expect(answer.status == 0)
    #expect(try claims("acme/chat", answer) == [])
  }

  @Test("a link that leaves the cache is not followed, and that is told")
  func leaving() throws {
    let elsewhere = try Folder()
    try elsewhere.write("---\nlicense: mit\n---\n", to: "README.md")
    let cache = try hubCache(card: "")
    try cache.write("{}", to: Self.snapshot + "/config.json")
    _ = try run("rm", [cache.absolute(Self.snapshot + "/README.md")])
    try cache.link(Self.snapshot + "/README.md", to: elsewhere.absolute("README.md"))
    let tree = try tree()
    let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path])
    #expect(answer.output.contains("leads out of the"))
    #expect(!answer.output.contains("hub-cache"))
    #expect(answer.status == 3)
  }

  /// A GGUF with one key.
  private static func weights(license: String) -> [UInt8] {
    func string(_ text: String) -> [UInt8] {
      BinaryBytes.littleEndian(UInt64(text.utf8.count)) + Array(text.utf8)
    }
    var bytes = Array("GGUF".utf8)
    bytes += BinaryBytes.littleEndian(UInt32(3))
    bytes += BinaryBytes.littleEndian(UInt64(0))
    bytes += BinaryBytes.littleEndian(UInt64(1))
    bytes += string("general.license")
    bytes += BinaryBytes.littleEndian(UInt32(8))
    return bytes + string(license)
  }

  @Test("Ollama's store says what its license layers and its weights say")
  func ollama() throws {
    let store = try Folder()
    let digests = ["a", "b"].map { String(repeating: $0, count: 64) }
    try store.write(
      """
      {"layers": [
        {"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:\(digests[0])"},
        {"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:../../x"},
        {"mediaType": "application/vnd.ollama.image.model", "digest": "sha256:\(digests[1])"}
      ]}
      """, to: "manifests/registry.ollama.ai/library/acme-chat/8b")
    try store.write("SPDX-License-Identifier: Apache-2.0\nLicense\n", to: "blobs/sha256-\(digests[0])")
    try store.write(Self.weights(license: "llama3.1"), to: "blobs/sha256-\(digests[1])")
    let tree = try tree()
    let answer = try Tool.run(["scan", "--ollama-store", store.path, "--emit", "models", tree.path])
    #expect(answer.status == 0)
    #expect(
      Set(try claims("acme-chat:8b", answer)) == ["ollama-store apache-2.0 -", "ollama-store llama3.1 -"])
    #expect(answer.output.contains("in the Ollama store, blobs/sha256-bbb"))
  }

  /// What a scan says of `acme/chat` when the cache's snapshot holds these files, beside a card that says mit.
  private func hub(_ files: [String: String], main: String? = nil) throws -> Tool.Answer {
    let cache = try hubCache(card: "---\nlicense: mit\n---\n")
    for (name, text) in files { try cache.write(text, to: Self.snapshot + "/\(name)") }
    if let main { try cache.write(main, to: "models--acme--chat/refs/main") }
    let tree = try tree()
    return try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path])
  }

  @Test("a reference to a snapshot that is not there is told, and no other is read in its place")
  func otherSnapshot() throws {
    for main in [String(repeating: "d", count: 40), "../../x", "", String(repeating: "c", count: 4_000)] {
      let answer = try hub([:], main: main)
      #expect(answer.status == 3 && !answer.output.contains("\"hub-cache\""), "\(main.prefix(8))")
    }
    let tree = try Folder()
    try tree.write("m = AutoModel.from_pretrained('acme/chat', revision='../../refs/main')\n", to: "a.py")
    let cache = try hubCache(card: "---\nlicense: mit\n---\n")
    let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path])
    #expect(!answer.output.contains("\"hub-cache\""))
  }

  @Test(
    "the only snapshot to which no main leads is read, and what it says is in doubt; where main leads to it, it is sure"
  )
  func noMain() throws {
    func answer(_ text: String) throws -> String {
      let tree = try Folder()
      try tree.write("m = AutoModel.from_pretrained(\(text))\n", to: "a.py")
      let cache = try hubCache(card: "---\nlicense: mit\n---\n")
      let sure = try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path]).output
      #expect(sure.contains("\"concluded\": \"mit\"") && sure.contains("\"confidence\": \"high\""))
      _ = try run("rm", ["-r", cache.absolute("models--acme--chat/refs")])
      return try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path]).output
    }
    let doubtful = try answer("'acme/chat'")
    #expect(doubtful.contains("\"concluded\": \"mit\"") && doubtful.contains("\"confidence\": \"low\""))
    #expect(
      doubtful.contains("README.md:2 says \\\"mit\\\" (one state of several, perhaps: the cache has no refs/main"))
    // Who pins that commit means it.
    let pinned = try answer("'acme/chat', revision='\(Self.commit)'")
    #expect(pinned.contains("\"confidence\": \"high\"") && !pinned.contains("one state of several"))
  }

  @Test("of a model that is loaded in two states the cards of both count")
  func twoStates() throws {
    let tree = try Folder()
    let other = String(repeating: "d", count: 40)
    try tree.write(
      "m = AutoModel.from_pretrained('acme/chat')\nn = AutoModel.from_pretrained('acme/chat', revision='v1')\n",
      to: "a.py")
    for (main, old) in [("mit", "gemma"), ("gemma", "mit")] {
      let cache = try hubCache(card: "---\nlicense: \(main)\n---\n")
      try cache.write("---\nlicense: \(old)\n---\n", to: "models--acme--chat/snapshots/\(other)/README.md")
      try cache.write(other, to: "models--acme--chat/refs/v1")
      let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path]).output
      #expect(answer.contains("\"concluded\": \"gemma\"") && answer.contains("\"state\": \"conflict\""))
    }
  }

  @Test("a file of the snapshot whose blob is gone, and texts beyond the limit, are told")
  func missingBlob() throws {
    let tree = try tree()
    let cache = try hubCache(card: "---\nlicense: mit\n---\n")
    try cache.link(Self.snapshot + "/LICENSE", to: "../../blobs/2")
    let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path])
    #expect(answer.status == 3 && answer.output.contains("\(Self.snapshot)/LICENSE was not read"))
    let many = (1...70).map { ("LICENSE-\($0).txt", "SPDX-License-Identifier: MIT\nLicense\n") }
    let long = try hub(Dictionary(uniqueKeysWithValues: many))
    #expect(long.status == 3 && long.output.contains("71 cards and license texts"))
    let last = try hub(
      Dictionary(uniqueKeysWithValues: many.prefix(20)).merging(
        ["LICENSE-zz.txt": "SPDX-License-Identifier: CC-BY-NC-4.0\nLicense\n"]) { $1 })
    #expect(last.status == 0 && last.output.contains("\"concluded\": \"cc-by-nc-4.0\""))
  }

  @Test("a folder of the cache that is a link out of it is told")
  func linkedFolder() throws {
    let tree = try tree()
    let cache = try hubCache(card: "---\nlicense: mit\n---\n")
    let outside = try Folder()
    try outside.write("x", to: "snapshots/\(Self.commit)/README.md")
    _ = try run("rm", ["-r", cache.absolute("models--acme--chat")])
    try cache.link("models--acme--chat", to: outside.path)
    let answer = try Tool.run(["scan", "--hub-cache", cache.path, "--format", "json", tree.path])
    #expect(answer.status == 3 && answer.output.contains("leads out of the"))
  }

  @Test(
    "the bases that configurations of the snapshot name count, and those that nobody can look up leave the label unsure"
  )
  func bases() throws {
    let tree = try tree()
    for file in ["adapter_config.json", "config.json"] {
      let key = file == "config.json" ? "_name_or_path" : "base_model_name_or_path"
      let answer = try hub([file: "{\"\(key)\": \"meta-llama/Llama-2-7b-hf\"}"])
      #expect(answer.output.contains("\"concluded\": \"llama2\""), "\(file)")
    }
    let unread = try hubCache(card: "---\nlicense: mit\nbase_model: Our Secret\n---\n")
    let answer = try Tool.run(["scan", "--hub-cache", unread.path, "--format", "json", tree.path])
    #expect(answer.status == 3 && answer.output.contains("\"confidence\": \"low\""))
    let path = try hubCache(card: "---\nlicense: mit\nbase_model: ./secret\n---\n")
    #expect(try Tool.run(["scan", "--hub-cache", path.path, tree.path]).status == 3)
  }

  @Test("a license layer of Ollama's that is not there, or comes late, is not passed over")
  func layers() throws {
    let tree = try tree()
    let digests = ["a", "b"].map { String(repeating: $0, count: 64) }
    func scan(_ layers: [String], _ blobs: [String: String]) throws -> Tool.Answer {
      let store = try Folder()
      try store.write(
        "{\"layers\": [\(layers.joined(separator: ", "))]}",
        to: "manifests/registry.ollama.ai/library/acme-chat/8b")
      for (digest, text) in blobs { try store.write(text, to: "blobs/sha256-\(digest)") }
      return try Tool.run(["scan", "--ollama-store", store.path, "--format", "json", tree.path])
    }
    func layer(_ digest: String, _ type: String = "license") -> String {
      "{\"mediaType\": \"application/vnd.ollama.image.\(type)\", \"digest\": \"sha256:\(digest)\"}"
    }
    let (free, restricted) = (
      "SPDX-License-Identifier: MIT\nLicense\n", "SPDX-License-Identifier: CC-BY-NC-4.0\nLicense\n"
    )
    let missing = try scan(digests.map { layer($0) }, [digests[0]: free])
    #expect(missing.status == 3 && missing.output.contains("blobs/sha256-bbb"))
    let others = (0..<90).map { _ in layer(digests[0], "template") }
    let late = try scan([layer(digests[0])] + others + [layer(digests[1])], [digests[0]: free, digests[1]: restricted])
    #expect(late.status == 0 && late.output.contains("\"concluded\": \"cc-by-nc-4.0\""))
    let upper = try scan([layer(digests[1].uppercased())], [digests[1]: restricted])
    #expect(upper.output.contains("\"concluded\": \"cc-by-nc-4.0\""))
    // What a service answers for has none; anything else is no manifest.
    let store = try Folder()
    try store.write("{\"layers\": {}}", to: "manifests/registry.ollama.ai/library/acme-chat/8b")
    #expect(try Tool.run(["scan", "--ollama-store", store.path, tree.path]).status == 3)
  }

  @Test("a bill of materials has the hashes by which the stores call the weights", arguments: ["cyclonedx", "spdx"])
  func hashes(format: String) throws {
    let digests = ["a", "b", "c"].map { String(repeating: $0, count: 64) }
    let cache = try hubCache(card: "---\nlicense: mit\n---\n")
    for (digest, name) in zip(digests, ["model-00001-of-00002.safetensors", "unet/model.safetensors"]) {
      try cache.write("x", to: "models--acme--chat/blobs/\(digest)")
      let up = String(repeating: "../", count: 1 + name.split(separator: "/").count)
      try cache.link("\(Self.snapshot)/\(name)", to: "\(up)blobs/\(digest)")
    }
    try cache.write("x", to: Self.snapshot + "/copied.safetensors")
    let store = try Folder()
    try store.write(
      "{\"layers\": [{\"mediaType\": \"application/vnd.ollama.image.model\", \"digest\": \"sha256:\(digests[2])\"}]}",
      to: "manifests/registry.ollama.ai/library/acme-chat/8b")
    try store.write(Self.weights(license: "mit"), to: "blobs/sha256-\(digests[2])")
    let tree = try tree()
    let stores = ["--hub-cache", cache.path, "--ollama-store", store.path]
    let bill = try Tool.run(["scan", "--format", format, tree.path] + stores)
    #expect(bill.status == 0)
    for digest in digests { #expect(bill.output.contains("\"\(digest)\""), "\(digest.prefix(1))") }
    #expect(bill.output.contains("\(Self.snapshot)/unet/model.safetensors"))
    #expect(!bill.output.contains("copied.safetensors") && !bill.output.contains(cache.path))
    let report = try Tool.run(["scan", "--format", "json", tree.path] + stores).output
    #expect(!report.contains("\"\(digests[0])\""))
  }

  @Test(
    "a manifest that is none, and layers that are not there, are told",
    arguments: [
      "{", #"{"layers": [{"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:../../etc/passwd"}]}"#,
    ])
  func broken(manifest: String) throws {
    let store = try Folder()
    try store.write(manifest, to: "manifests/registry.ollama.ai/library/acme-chat/8b")
    let tree = try tree()
    let answer = try Tool.run(["scan", "--ollama-store", store.path, "--format", "json", tree.path])
    #expect(answer.status == 3)
    #expect(answer.output.contains("The Ollama store …/") && !answer.output.contains(store.path))
  }

  @Test("a store that is named and is not there is wrong usage", arguments: ["--hub-cache", "--ollama-store"])
  func missing(option: String) throws {
    let tree = try tree()
    let answer = try Tool.run(["scan", option, "/nowhere/at/all", tree.path])
    #expect(answer.status == 2)
    #expect(answer.error.contains("\(option) /nowhere/at/all"))
  }
}
