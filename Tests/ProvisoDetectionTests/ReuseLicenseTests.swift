import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("What REUSE says of weights")
struct ReuseLicenseTests {
  let detector = ReuseLicense()

  private func read(_ path: String, _ text: String) -> [String] {
    Self.outline(detector.detect(path, text).declarations)
  }

  private static func outline(_ declarations: [ModelDeclaration]) -> [String] {
    declarations.map { declaration in
      "\(declaration.model) \(declaration.licenses.map(\.tag).joined(separator: " ")) \(declaration.location.line)"
    }
  }

  /// What is said of weights in a tree of such files.
  private func read(_ path: String, _ text: String, of weights: String...) -> [String] {
    var detections = detector.detect(path, text)
    for path in weights { detections.append(WeightFile.described(path: FilePath(path))) }
    return Self.outline(PatternedLicenses.settled(detections).declarations.filter { $0.source == .readme })
  }

  @Test("beside the file is its license, whatever it is")
  func beside() {
    let text = "SPDX-FileCopyrightText: Acme\nSPDX-License-Identifier: MIT OR Apache-2.0\n"
    #expect(read("m/model.safetensors.license", text) == ["m MIT OR Apache-2.0 2"])
    #expect(read("m/acme.gguf.license", "# SPDX-License-Identifier: CC-BY-NC-4.0") == ["m/acme.gguf CC-BY-NC-4.0 1"])
    #expect(read("m/model.safetensors.license", "Ask us.") == [])
  }

  @Test(
    "by paths counts for the weights that they match, where it restricts",
    arguments: [
      ("path = \"*.safetensors\"", "CC-BY-NC-4.0", [". CC-BY-NC-4.0 4"]),
      ("path = [\"a.py\", \"models/a/model.safetensors\"]", "CC-BY-NC-4.0", ["models/a CC-BY-NC-4.0 4"]),
      ("path = \"models/**/*.gguf\"", "CC-BY-NC-4.0", ["models/b/c.gguf CC-BY-NC-4.0 4"]),
      ("path = \"models/**\"", "CC-BY-NC-4.0", ["models/a CC-BY-NC-4.0 4", "models/b/c.gguf CC-BY-NC-4.0 4"]),
      ("path = \"models/a/*\"", "CC-BY-NC-4.0", ["models/a CC-BY-NC-4.0 4"]),
      ("path = \"models/*\"", "CC-BY-NC-4.0", []), ("path = \"mod?ls/**\"", "CC-BY-NC-4.0", []),
      ("path = \"**/*.py\"", "CC-BY-NC-4.0", []), ("path = \"**\"", "MIT", []), ("x = 1", "CC-BY-NC-4.0", []),
    ])
  func annotations(path: String, license: String, expected: [String]) {
    let text = "version = 1\n[[annotations]]\n\(path)\nSPDX-License-Identifier = \"\(license)\"\n"
    let found = read("REUSE.toml", text, of: "model.safetensors", "models/a/model.safetensors", "models/b/c.gguf")
    #expect(found == expected)
  }

  @Test("of several annotations the last that matches a file counts, one that frees included")
  func last() {
    func text(_ annotations: (String, String)...) -> String {
      "version = 1\n"
        + annotations.map { "[[annotations]]\npath = \"\($0.0)\"\nSPDX-License-Identifier = \"\($0.1)\"\n" }.joined()
    }
    let free = text(("**", "CC-BY-NC-4.0"), ("models/**", "MIT"))
    #expect(read("REUSE.toml", free, of: "a/model.gguf", "models/b.gguf") == ["a CC-BY-NC-4.0 4"])
    let bound = text(("models/**", "MIT"), ("**", "CC-BY-NC-4.0"))
    #expect(read("REUSE.toml", bound, of: "models/b.gguf") == ["models/b.gguf CC-BY-NC-4.0 7"])
    #expect(read("sub/REUSE.toml", bound, of: "models/b.gguf", "sub/b.gguf") == ["sub/b.gguf CC-BY-NC-4.0 7"])
  }

  @Test("in Debian's format counts the same, and its stars reach across folders")
  func paragraphs() {
    let text = """
      Format: x

      Files: src/*.py
      License: CC-BY-NC-4.0

      Files: *.safetensors models/a.gguf deep/*
      Copyright: Acme
      License: CC-BY-NC-4.0

      License: CC-BY-NC-4.0
      """
    #expect(
      read(".reuse/dep5", text, of: "b/model.safetensors", "models/a.gguf", "models/b.gguf", "deep/a/b.gguf")
        == ["b CC-BY-NC-4.0 8", "models/a.gguf CC-BY-NC-4.0 8", "deep/a/b.gguf CC-BY-NC-4.0 8"])
    #expect(read("m/.reuse/dep5", text, of: "m/models/a.gguf", "models/a.gguf") == ["m/models/a.gguf CC-BY-NC-4.0 8"])
  }

  @Test("of very many annotations, and for very many weights, what is left out is told")
  func limits() {
    let many = String(
      repeating: "[[annotations]]\npath = \"**\"\nSPDX-License-Identifier = \"CC-BY-NC-4.0\"\n", count: 300)
    let found = detector.detect("REUSE.toml", many)
    #expect(found.declarations.count == 200 && found.notifications.count == 1)
    var detections = found
    for number in 1...20_001 { detections.append(WeightFile.described(path: FilePath("m\(number)/a.gguf"))) }
    let settled = PatternedLicenses.settled(detections)
    #expect(settled.declarations.count { $0.source == .readme } == 20_000)
    #expect(settled.notifications.count == 2)
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
