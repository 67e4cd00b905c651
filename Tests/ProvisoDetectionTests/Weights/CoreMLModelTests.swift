import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Models in Core ML")
struct CoreMLModelTests {
  let detector = CoreMLModel()

  @Test("state a license, and where the author says it what they were made from")
  func metadata() throws {
    let bytes = WeightBytes.coreML(
      license: "See https://huggingface.co/acme/a", userDefined: [("com.acme", "x"), ("model_id", "acme/a")])
    let found = detector.detect("App/Acme.mlmodel", bytes)
    let declaration = try #require(found.declarations.first)
    #expect(declaration.licenses.map(\.tag) == ["other"])
    #expect(declaration.licenses.map(\.link) == ["https://huggingface.co/acme/a"])
    #expect(found.outlines == ["1:1-1 Acme.mlmodel bundled", "1:1-1 acme/a base"])
    #expect(declaration.bases.map(\.relation) == [.converted])
  }

  @Test("in a package they are the package's")
  func package() {
    let found = detector.detect(
      "App/yolo11n.mlpackage/Data/com.apple.CoreML/model.mlmodel", WeightBytes.coreML(license: "MIT License"))
    #expect(found.declarations.map(\.model) == ["App/yolo11n.mlpackage"])
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["MIT License"])
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == ["Ultralytics/YOLO11"])
  }

  @Test("without metadata they are models all the same")
  func bare() {
    let found = detector.detect("a.mlmodel", BinaryBytes.field(1, 4) + BinaryBytes.field(2, []))
    #expect(found.names == ["a.mlmodel"] && found.notifications.isEmpty)
  }

  @Test("what is no model is told", arguments: [[], [1], Array("text".utf8), [UInt8](repeating: 0, count: 50)])
  func other(bytes: [UInt8]) {
    let found = detector.detect("a.mlmodel", bytes)
    #expect(found.isIncomplete && found.names == ["a.mlmodel"])
  }

  @Test("cut or changed anywhere, nothing is a trap")
  func hostile() {
    let bytes = WeightBytes.coreML(license: "mit", userDefined: [("a", "b")])
    for offset in bytes.indices {
      #expect(detector.detect("a.mlmodel", Array(bytes[..<offset])).names == ["a.mlmodel"])
      for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFF] {
        var copy = bytes
        copy[offset] = byte
        #expect(detector.detect("a.mlmodel", copy).names == ["a.mlmodel"])
      }
    }
  }

  @Test("more metadata than are read are told")
  func tooMuch() {
    let long = String(repeating: "x", count: (1 << 20) + 1)
    #expect(detector.detect("a.mlmodel", WeightBytes.coreML(license: long)).isIncomplete)
    let pairs = Array(repeating: ("a", "b"), count: 1_001)
    #expect(detector.detect("a.mlmodel", WeightBytes.coreML(license: "mit", userDefined: pairs)).isIncomplete)
  }
}
