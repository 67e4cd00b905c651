import Foundation
import Testing

@Suite("Bills of materials of a tree with weights")
struct WeightDigestTests {
  private static let weights = "\u{2}\0\0\0\0\0\0\0{}"
  private static let hash = "411a485216e432ece6b9af94fa32154cf79a2a56d4f81266baa50063f45092bd"
  private static let elsewhere = String(repeating: "5e", count: 32)

  private func folder() throws -> Folder {
    let folder = try Folder()
    for name in ["one", "pointer", "several"] {
      try folder.write("{\"model_type\": \"bert\"}", to: "\(name)/config.json")
    }
    try folder.write(Self.weights, to: "one/model.safetensors")
    try folder.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.elsewhere)\nsize 5\n",
      to: "pointer/model.safetensors")
    try folder.write(Self.weights, to: "several/model-00001-of-00002.safetensors")
    try folder.write(Self.weights, to: "several/model-00002-of-00002.safetensors")
    return folder
  }

  @Test(
    "give the hash of the file, of the one that a pointer stands for, and of each of several",
    arguments: ["cyclonedx", "cyclonedx-1.7"])
  func cycloneDX(format: String) throws {
    let folder = try folder()
    let answer = try Tool.run(["scan", "--format", format, "--now", "2026-11-26"], in: folder.path)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    let components = try #require(document["components"] as? [[String: Any]])
    func hashes(_ component: [String: Any]) -> [String] {
      ((component["hashes"] as? [[String: String]]) ?? []).compactMap { $0["alg"] == "SHA-256" ? $0["content"] : nil }
    }
    func model(_ name: String) throws -> [String: Any] {
      try #require(components.first { $0["name"] as? String == name }, "\(components.map { $0["name"] ?? "" })")
    }
    #expect(hashes(try model("one")) == [Self.hash])
    #expect(hashes(try model("pointer")) == [Self.elsewhere])
    #expect(hashes(try model("several")) == [])
    let files = try #require(try model("several")["components"] as? [[String: Any]])
    #expect(files.map { $0["name"] as? String } == [1, 2].map { "several/model-0000\($0)-of-00002.safetensors" })
    #expect(files.flatMap(hashes) == [Self.hash, Self.hash])
  }

  @Test("say it in SPDX, too, and nothing of it where nobody asked for a bill")
  func spdx() throws {
    let folder = try folder()
    let answer = try Tool.run(["scan", "--format", "spdx", "--now", "2026-11-26"], in: folder.path).output
    #expect(answer.components(separatedBy: "\"hashValue\": \"\(Self.hash)\"").count == 4)
    #expect(answer.contains("\"hashValue\": \"\(Self.elsewhere)\""))
    #expect(try !Tool.run(["scan", "--format", "json"], in: folder.path).output.contains(Self.hash))
  }
}
