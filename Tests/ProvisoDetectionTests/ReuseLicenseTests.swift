import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("What REUSE says of weights")
struct ReuseLicenseTests {
  let detector = ReuseLicense()

  private func read(_ path: String, _ text: String) -> [String] {
    detector.detect(path, text).declarations.map { declaration in
      "\(declaration.model) \(declaration.licenses.map(\.tag).joined(separator: " ")) \(declaration.location.line)"
    }
  }

  @Test("beside the file is its license, whatever it is")
  func beside() {
    let text = "SPDX-FileCopyrightText: Acme\nSPDX-License-Identifier: MIT OR Apache-2.0\n"
    #expect(read("m/model.safetensors.license", text) == ["m MIT OR Apache-2.0 2"])
    #expect(read("m/acme.gguf.license", "# SPDX-License-Identifier: CC-BY-NC-4.0") == ["m/acme.gguf CC-BY-NC-4.0 1"])
    #expect(read("m/model.safetensors.license", "Ask us.") == [])
  }

  @Test(
    "by paths that end in weights counts where it restricts",
    arguments: [
      ("path = \"*.safetensors\"", "CC-BY-NC-4.0", [". CC-BY-NC-4.0 4"]),
      ("path = [\"a.py\", \"models/a/model.safetensors\"]", "CC-BY-NC-4.0", ["models/a CC-BY-NC-4.0 4"]),
      ("path = \"models/**/*.gguf\"", "CC-BY-NC-4.0", ["models CC-BY-NC-4.0 4"]),
      ("path = \"**\"", "CC-BY-NC-4.0", []), ("path = \"*.safetensors\"", "MIT", []), ("x = 1", "CC-BY-NC-4.0", []),
    ])
  func annotations(path: String, license: String, expected: [String]) {
    let text = "version = 1\n[[annotations]]\n\(path)\nSPDX-License-Identifier = \"\(license)\"\n"
    #expect(read("REUSE.toml", text) == expected)
  }

  @Test("in Debian's format counts the same")
  func paragraphs() {
    let text = """
      Format: x

      Files: src/*.py
      License: CC-BY-NC-4.0

      Files: *.safetensors models/a.gguf
      Copyright: Acme
      License: CC-BY-NC-4.0

      License: CC-BY-NC-4.0
      """
    #expect(read(".reuse/dep5", text) == [". CC-BY-NC-4.0 8", "models/a.gguf CC-BY-NC-4.0 8"])
    #expect(read("m/.reuse/dep5", text) == ["m CC-BY-NC-4.0 8", "m/models/a.gguf CC-BY-NC-4.0 8"])
  }

  @Test(
    "wanted by name",
    arguments: [
      ("model.safetensors.license", true), ("a.py.license", false), ("REUSE.toml", true), ("a/REUSE.toml", true),
      ("reuse.toml", false), (".reuse/dep5", true), ("dep5", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for (path, text) in [
      ("a.gguf.license", "SPDX-License-Identifier: é😀"), (".reuse/dep5", "Files: *.gguf\nLicense: CC-BY-NC-4.0\n"),
      ("REUSE.toml", "[[annotations]]\npath = \"*.gguf\"\nSPDX-License-Identifier = \"CC-BY-NC-4.0\"\n"),
    ] {
      for bytes in spoiled(text) {
        #expect(detector.detect(path, bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
      }
    }
  }
}
