import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("License files")
struct LicenseFileTests {
  let detector = LicenseFile()

  @Test(
    "wanted by name",
    arguments: [
      ("LICENSE", true), ("m/LICENSE.txt", true), ("licence.md", true), ("COPYING", true), ("LICENSE-MODEL", true),
      ("LICENSE.apache", true), ("MODEL_LICENSE", true), ("weights-license.txt", true), ("LICENSE.model", true),
      ("UNLICENSE", true), ("license.py", false), ("LICENSE.html", true), ("about.html", false),
      ("licenses.json", false),
      ("copying.swift", false), ("my-license.txt", false), ("LICENSE/a.txt", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("a page has no title to go by")
  func page() {
    let text = "<html><body>\n<h1>LLAMA 3.1 COMMUNITY LICENSE AGREEMENT</h1>\n<p>Text</p></body></html>\n"
    #expect(detector.detect("m/LICENSE.html", text).declarations.isEmpty)
  }

  @Test("add the license of their title to the folder's model")
  func declaration() throws {
    let found = detector.detect("m/LICENSE", "\r\n\r\nLLAMA 3.1 COMMUNITY LICENSE AGREEMENT\r\nText\r\n")
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "m" && declaration.source == .licenseFile && !declaration.establishesModel)
    #expect(declaration.licenses.map(\.tag) == ["llama3.1"])
    #expect(declaration.licenses.map(\.location.outline) == ["3:1-38"])
    #expect(found.references.isEmpty)
  }

  @Test(
    "a name says whether the text covers the model or the code",
    arguments: [
      ("LICENSE-MODEL", .model), ("MODEL_LICENSE", .model), ("LICENSE_MODEL.md", .model), ("LICENSE.model", .model),
      ("LICENSE-WEIGHTS", .model), ("weights_license.txt", .model), ("m/LICENSE-Models.txt", .model),
      ("LICENSE-CODE", .code), ("LICENSE_CODE.txt", .code), ("LICENSE", .unstated), ("COPYING", .unstated),
      ("model/LICENSE", .unstated), ("LICENSE-MODELING", .unstated), ("LICENSE-CODE-AND-MODEL", .unstated),
      ("LICENSE.md", .unstated),
    ] as [(String, LicenseTextSubject)])
  func subject(path: String, subject: LicenseTextSubject) {
    let found = detector.detect(path, "LLAMA 3.1 COMMUNITY LICENSE AGREEMENT")
    #expect(found.declarations.flatMap(\.licenses).map(\.subject) == [subject])
  }

  @Test("without a word there is nothing", arguments: ["", "\n\n", " \t\r\n"])
  func empty(text: String) {
    #expect(detector.detect("LICENSE", text).isEmpty)
  }

  @Test("nothing is a trap, and a line of a megabyte is cut")
  func hostile() {
    for bytes in spoiled("# Apache License\r\nVersion 2.0 é😀\nSPDX-License-Identifier: MIT") {
      #expect(detector.detect("LICENSE", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let long = detector.detect("LICENSE", "license " + String(repeating: "é", count: 500_000))
    #expect(long.declarations.flatMap(\.licenses).allSatisfy { $0.tag.utf8.count < 1_000 })
  }
}
