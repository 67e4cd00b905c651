import Foundation
import ProvisoTestSupport
import Testing

/// Tokens are planted wherever one can stand in the way of a scan, and no report may have any of them.
@Suite("No report tells")
struct SecretsTests {
  private static let tokens = (0..<15).map { "hf_planted\($0)abcdefghijklmnopqrstuvwxyz" }
  private static let formats = [
    "text", "json", "sarif", "markdown", "html", "cyclonedx", "cyclonedx-1.7", "spdx", "gitlab", "rdjson", "junit",
    "github",
  ]

  private func folder() throws -> Folder {
    let folder = try Folder()
    let t = Self.tokens
    try folder.write("m = AutoModel.from_pretrained('Qwen/Qwen3-4B', token='\(t[0])')\n", to: "app/a.py")
    try folder.write(
      "load_model('https://ada:\(t[12])@example.org/llama-3-8b.Q4.gguf?token=\(t[13])')\n# https://ada:\(t[14])@huggingface.co/acme/b",
      to: "app/b.py")
    try folder.write("HF_TOKEN=\(t[1])\nMODEL_ID=meta-llama/Llama-3.1-8B\n", to: ".env")
    try folder.write("model: https://ada:\(t[2])@huggingface.co/Qwen/Qwen3-8B\ntoken: \(t[3])\n", to: "a.yaml")
    try folder.write("hf download Qwen/Qwen3-1.7B --token \(t[4])\n", to: "run.sh")
    try folder.write(#"{"model": "Qwen/Qwen3-14B", "api_key": "\#(t[5])"}"#, to: "a.json")
    try folder.write("---\nlicense: [mit # \(t[6])\n---\n", to: "README.md")
    try folder.write(#"{"model": "gpt-4o", \#(t[7])}"#, to: "broken.json")
    for words in [
      ["init", "-q"],
      ["remote", "add", "origin", "https://ada:\(t[8])@example.org/acme/app.git?private_token=\(t[9])"],
    ] {
      try #require(try run("git", ["-C", folder.path] + words).status == 0)
    }
    return folder
  }

  @Test("a token of the environment, of a file or of a remote, or a path of this machine", arguments: formats)
  func secrets(format: String) throws {
    let folder = try folder()
    var environment = ["HF_TOKEN": Self.tokens[10], "GITHUB_TOKEN": Self.tokens[11], "PROVISO_X": "planted-word"]
    environment["HOME"] = "/home/planted-home"
    let words = ["scan", "--fail-on", "never", "--verbose", "--local-stores"]
    let answer = try Tool.run(
      words + ["--format", format, "--output", "\(format)=r.out"], in: folder.path, environment: environment)
    #expect(answer.status == 3)
    for text in [answer.output, answer.error, String(decoding: try folder.contents("r.out"), as: UTF8.self)] {
      for token in Self.tokens { #expect(!text.contains(token), "\(token) is told") }
      for word in ["planted-word", "planted-home", folder.path, NSUserName() + "@", ProcessInfo.processInfo.hostName] {
        #expect(word.count < 4 || !text.contains(word), "\(word) is told")
      }
    }
    #expect(answer.output.contains("Qwen3-4B"))
    if format == "json" {
      #expect(answer.output.contains("Qwen/Qwen3-8B"), "an address with a user is an address")
      #expect(answer.output.contains("https://example.org/llama-3-8b.Q4.gguf"))
    }
  }

  @Test("the same of a scan whose root is absolute", arguments: formats)
  func absoluteRoot(format: String) throws {
    let folder = try folder()
    let answer = try Tool.run(["scan", folder.path, "--fail-on", "never", "--format", format])
    let name = folder.path.split(separator: "/").last.map(String.init) ?? ""
    #expect(!answer.output.contains(folder.path) && !answer.output.contains(name), "the folder is told")
  }
}
