import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Models of MLflow")
struct MLflowModelTests {
  let detector = MLflowModel()

  @Test("make their folder a model, made from the one a flavor names")
  func model() {
    let found = detector.detect(
      "m/MLmodel",
      """
      flavors:
        python_function: {loader_module: mlflow.transformers}
        transformers:
          source_model_name: acme/a
          task: text-generation
      """)
    #expect(found.outlines == ["1:1-8 m bundled", "4:24-30 acme/a base"])
  }

  @Test("state the license that whoever logged them has noted")
  func license() {
    let found = detector.detect("m/MLmodel", "flavors: {}\nmetadata:\n  license: cc-by-nc-4.0\n")
    #expect(
      found.declarations.flatMap(\.licenses).map { "\($0.tag) \($0.location.outline)" } == ["cc-by-nc-4.0 3:12-24"])
  }

  @Test("wanted by name", arguments: [("m/MLmodel", true), ("mlmodel", false), ("MLmodel.py", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("near misses and what is no YAML")
  func others() {
    #expect(detector.detect("MLmodel", "a: 1").isEmpty)
    #expect(detector.detect("MLmodel", "flavors: [").isIncomplete)
  }
}
