import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Addresses of the hub in comments and sentences")
struct MentionedAddressesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .map { "\($0.location.outline) \($0.model.id) \($0.role.rawValue)" }
  }

  @Test(
    "mention a model in every kind of file that is searched for names",
    arguments: [
      ("a.sh", "# see https://huggingface.co/acme/a-7b, please", "1:7-39 acme/a-7b mentioned"),
      ("Makefile", "# weights: hf.co/acme/a-7b", "1:12-27 acme/a-7b mentioned"),
      ("Dockerfile", "# https://huggingface.co/acme/a-7b\nFROM python", "1:3-35 acme/a-7b mentioned"),
      ("a.yaml", "a: 1 # (https://huggingface.co/acme/a-7b)", "1:9-41 acme/a-7b mentioned"),
      ("a.json", "{\"help\": \"Get it at https://huggingface.co/acme/a-7b now.\"}", "1:21-53 acme/a-7b mentioned"),
      ("a.toml", "description = 'From https://huggingface.co/acme/a-7b.'", "1:21-53 acme/a-7b mentioned"),
      ("a.py", "print('Accept https://huggingface.co/acme/a-7b first')", "1:15-47 acme/a-7b mentioned"),
    ])
  func mentioned(path: String, text: String, expected: String) {
    #expect(found(path, text) == [expected])
  }

  @Test("give way to a use of the model in the same file, and count once")
  func yields() {
    #expect(
      found("a.sh", "# https://huggingface.co/acme/a-7b\nhf download acme/a-7b") == ["2:13-22 acme/a-7b used"])
    #expect(found("b.sh", "# hf.co/acme/a-7b\n# https://huggingface.co/acme/a-7b") == ["1:3-18 acme/a-7b mentioned"])
  }

  @Test(
    "of no model, put together, or in translations are none",
    arguments: [
      ("a.sh", "# https://huggingface.co/docs/hub and https://huggingface.co/datasets/acme/clips"),
      ("a.sh", "# https://huggingface.co/your-name/your-model"), ("a.py", "u = f'https://huggingface.co/{owner}/a-7b'"),
      ("a.py", "u = 'https://huggingface.co/acme/' + name"),
      ("locales/de.json", "{\"help\": \"Weiter auf https://huggingface.co/acme/a-7b .\"}"),
      ("a.yaml", "about: \"Made from https://huggingface.co/acme/a-7b\\\n  -chat\""),
      ("a.json", "{\"LicenseUrl\": \"https://huggingface.co/acme/a-7b\"}"),
      ("a.yaml", "license: https://huggingface.co/acme/a-7b"),
    ])
  func none(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("a file of nothing but addresses is read in one pass")
  func hostile() {
    let text = String(repeating: "# https://huggingface.co/acme/a-7b huggingface.co/huggingface.co/\n", count: 20_000)
    #expect(found("a.sh", text).count == 1)
  }

  @Test("are found in code however long the file is")
  func large() {
    let text = String(repeating: "// a\n", count: 900_000) + "// https://huggingface.co/acme/a-7b\n"
    #expect(found("a.js", text) == ["900001:4-36 acme/a-7b mentioned"])
  }
}
