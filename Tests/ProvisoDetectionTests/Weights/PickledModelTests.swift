import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Pickled models")
struct PickledModelTests {
  let detector = PickledModel()

  @Test(
    "wanted where the name says model",
    arguments: [
      ("churn_model.pkl", true), ("classifier.joblib", true), ("cache.pkl", false), ("model.py", false),
      ("data.pickle", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("are models by their first bytes", arguments: [[0x80, 4, 0x95], [0x78, 0x9C], [0x1F, 0x8B, 8]] as [[UInt8]])
  func models(bytes: [UInt8]) {
    #expect(detector.detect("m/churn_model.pkl", bytes).outlines == ["1:1-1 churn_model.pkl bundled"])
  }

  @Test("what is neither a pickle nor text is told")
  func unknown() {
    let found = detector.detect("m/model.pkl", [UInt8](repeating: 0, count: 100))
    #expect(found.isIncomplete && found.declarations.count == 1)
  }

  @Test("text is none", arguments: [[], Array("not a pickle".utf8)])
  func text(bytes: [UInt8]) {
    #expect(detector.detect("model.pkl", bytes).isEmpty)
  }
}
