import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("What a README says of the weights' license")
struct LicenseStatementsTests {
  let detector = LicenseStatements()

  @Test("is declared with its subject and place")
  func statements() throws {
    let found = detector.detect(
      "m/README.md",
      "# Acme\n\nThe code is MIT. The model weights are released\nunder the Llama 3.1 Community License.\n")
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "m" && declaration.source == .readme && !declaration.establishesModel)
    #expect(
      declaration.licenses.map { "\($0.subject) \($0.tag) \($0.location.outline)" } == [
        "code MIT 3:13-16", "model Llama 3.1 Community License 4:11-38",
      ])
    #expect(found.references.isEmpty)
  }

  @Test(
    "near misses",
    arguments: [
      "The code is MIT; see the weights.", "```\nThe weights are released under the MIT license.\n```",
      "> The weights are released under the MIT license.",
      "He said \"the weights are released under the MIT license\".",
      "`The weights are released under the MIT license.`", "The weights are not under the MIT license.",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("README.md", text).isEmpty)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("The weights are released\nunder the MIT license; code: GPL é😀.") {
      #expect(detector.detect("README.md", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let long = String(repeating: "weights are released under the MIT license and the ", count: 5_000)
    #expect(detector.detect("README.md", long).references.isEmpty)
  }
}
