import Foundation
import Testing

@Suite("What cannot be read frees nothing")
struct UnreadEvidenceTests {
  private struct License: Equatable {
    var concluded: String?
    var state: String
    var confidence: String
  }

  /// What is concluded of the one model in a folder with these files, and the exit code.
  private func license(_ files: [String: [UInt8]]) throws -> (license: License, answer: Tool.Answer) {
    let folder = try Folder()
    try folder.write("{\"model_type\": \"bert\"}", to: "m/config.json")
    for (name, bytes) in files { try folder.write(bytes, to: "m/\(name)") }
    let answer = try Tool.run(["scan", "--format", "json"], in: folder.path)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    let models = try #require(report["models"] as? [[String: Any]])
    let license = try #require(models.first { $0["id"] as? String == "m" }?["license"] as? [String: Any])
    return (
      License(
        concluded: license["concluded"] as? String, state: license["state"] as? String ?? "",
        confidence: license["confidence"] as? String ?? ""), answer
    )
  }

  private func card(_ rest: String) -> [String: [UInt8]] {
    ["README.md": Array("---\nlicense: mit\n\(rest)\n---\n# Acme\n".utf8)]
  }

  @Test(
    "a base that names no model leaves the label unsure",
    arguments: [
      "base_model:\n  name: Secret", "base_model:\n- - Secret", "base_model: Our Secret Base", "base_model: 42",
      "base_model: https://example.com/m",
    ])
  func unreadBase(base: String) throws {
    let (license, answer) = try license(card(base))
    #expect(license == License(concluded: "mit", state: "known", confidence: "low"))
    #expect(answer.status == 3 && answer.output.contains("AIL110"))
  }

  @Test("no base at all leaves it sure", arguments: ["base_model: null", "base_model: []", "base_model: \"\"", "x: 1"])
  func noBase(rest: String) throws {
    #expect(try license(card(rest)).license == License(concluded: "mit", state: "known", confidence: "high"))
  }

  @Test("an adapter's base that is no name leaves it unsure", arguments: ["[\"a/b\"]", "\"/data/base\""])
  func adapter(base: String) throws {
    var files = card("x: 1")
    files["adapter_config.json"] = Array("{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \(base)}".utf8)
    #expect(try license(files).license.confidence == "low")
  }

  @Test(
    "a base within a mapping, a list in a list, or by Ollama's name is one",
    arguments: [
      "base_model:\n  name: meta-llama/Meta-Llama-3-8B", "base_model:\n- - meta-llama/Meta-Llama-3-8B",
      "base_model:\n- repo: meta-llama/Meta-Llama-3-8B", "base_model: llama3:8b",
    ])
  func nested(base: String) throws {
    let license = try license(card(base)).license
    #expect(license.concluded == "llama3" && license.state == "conflict")
  }

  @Test("a license among the tags that is not the card's own contradicts it")
  func tags() throws {
    let (license, answer) = try license(card("tags:\n- license:llama3"))
    #expect(license.concluded == "llama3" && license.state == "conflict")
    #expect(answer.output.contains("AIL101"))
  }

  @Test("a text in UTF-16 is read", arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func wideText(encoding: String.Encoding) throws {
    var files = card("x: 1")
    files["LICENSE"] = [UInt8](
      try #require("\u{FEFF}SPDX-License-Identifier: CC-BY-NC-4.0\nLicense\n".data(using: encoding)))
    let (license, answer) = try license(files)
    #expect(license.concluded == "cc-by-nc-4.0" && license.state == "conflict" && answer.status == 0)
  }

  @Test("a license text of which only git's pointer lies there leaves the label unsure")
  func pointer() throws {
    var files = card("x: 1")
    files["LICENSE"] = Array(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 9\n".utf8)
    let (license, answer) = try license(files)
    #expect(license == License(concluded: nil, state: "conflict", confidence: "low") && answer.status == 3)
  }

  @Test("a card in UTF-16 is read, and its places are those of the text")
  func wideCard() throws {
    let text = "---\r\nlicense: mit\r\nbase_model: meta-llama/Llama-3.1-8B\r\n---\r\n"
    let data = try #require("\u{FEFF}\(text)".data(using: .utf16LittleEndian))
    let (license, answer) = try license(["README.md": [UInt8](data)])
    #expect(license.concluded == "llama3.1" && license.state == "conflict")
    #expect(answer.output.contains("m/README.md:2 says"))
  }

  @Test("weights of a restricted line's shape under another label leave it unsure; those of a free generation do not")
  func shape() throws {
    for (line, confidence) in [("Gemma2", "low"), ("Gemma4", "high"), ("Llama", "high"), ("Mllama", "low")] {
      var files = card("x: 1")
      files["config.json"] = Array("{\"architectures\": [\"\(line)ForCausalLM\"]}".utf8)
      #expect(try license(files).license == License(concluded: "mit", state: "known", confidence: confidence))
    }
  }
}
