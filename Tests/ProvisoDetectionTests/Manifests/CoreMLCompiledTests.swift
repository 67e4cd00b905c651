import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Compiled models of Core ML")
struct CoreMLCompiledTests {
  let detector = CoreMLCompiled()

  @Test("state a license and what they were made from")
  func metadata() throws {
    let found = detector.detect(
      "App/A.mlmodelc/metadata.json",
      """
      [
        {"modelType": {"name": "MLModelType_mlProgram"},
         "license": "MIT License (https://a.example)",
         "userDefinedMetadata": {"model_id": "acme/a"}}
      ]
      """)
    #expect(found.outlines == ["2:4-15 App/A.mlmodelc bundled", "4:41-47 acme/a base"])
    let license = try #require(found.declarations.first?.licenses.first)
    #expect(license.tag == "MIT License" && license.link == "https://a.example")
    #expect(license.location.outline == "3:16-47")
  }

  @Test(
    "wanted in a compiled model alone",
    arguments: [("A.mlmodelc/metadata.json", true), ("metadata.json", false), ("A.mlmodelc/a/metadata.json", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("what says nothing is a model all the same; what is no JSON is told")
  func others() {
    #expect(detector.detect("A.mlmodelc/metadata.json", "[{}]").names == ["A.mlmodelc"])
    #expect(detector.detect("A.mlmodelc/metadata.json", "[]").isEmpty)
    #expect(detector.detect("A.mlmodelc/metadata.json", "[").isIncomplete)
  }
}
