import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Models in TensorFlow Lite")
struct TFLiteModelTests {
  let detector = TFLiteModel()
  private static let license = "Apache License. Version 2.0 http://www.apache.org/licenses/LICENSE-2.0."

  @Test("state a name and a license in their metadata")
  func metadata() throws {
    let found = detector.detect("m/face.tflite", WeightBytes.tflite(name: "Face", license: Self.license))
    let declaration = try #require(found.declarations.first)
    #expect(declaration.name?.name == "Face")
    #expect(declaration.licenses.map(\.tag) == ["Apache License. Version 2.0"])
    #expect(declaration.licenses.map(\.link) == ["http://www.apache.org/licenses/LICENSE-2.0"])
    #expect(found.outlines == ["1:1-1 face.tflite bundled"] && found.notifications.isEmpty)
  }

  @Test("without metadata they are models all the same")
  func bare() {
    let found = detector.detect("face.tflite", WeightBytes.tflite())
    #expect(found.names == ["face.tflite"] && found.declarations.flatMap(\.licenses).isEmpty)
    #expect(found.notifications.isEmpty)
  }

  @Test("a license text that is packed behind them counts where it is not compressed")
  func packed() {
    let packed = BinaryBytes.zip(
      [.init("labels.txt", [65]), .init("LICENSE", Array("apache-2.0".utf8)), .init("LICENSE.b", [1], method: 8)],
      prefix: WeightBytes.tflite(name: "Face"))
    let found = detector.detect("a.tflite", packed)
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["apache-2.0"])
    #expect(found.isIncomplete && found.notifications.map(\.message).allSatisfy { $0.contains("LICENSE.b") })
  }

  @Test("bundles of MediaPipe are one model of what is in them")
  func bundle() {
    let bytes = BinaryBytes.zip([
      .init("detector.tflite", WeightBytes.tflite(license: "mit")), .init("pose.tflite", WeightBytes.tflite()),
      .init("zipped.tflite", [1, 2], method: 8),
    ])
    let found = detector.detect("pose.task", bytes)
    #expect(found.names == ["pose.task"] && found.references.map(\.remark) == ["a bundle of 3 models"])
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["mit"])
    #expect(found.isIncomplete && found.notifications.map(\.message).allSatisfy { $0.contains("zipped.tflite") })
  }

  @Test("more models in a bundle than are read are told")
  func manyModels() {
    let entries = (0..<33).map { BinaryBytes.ZipEntry("m\($0).tflite", WeightBytes.tflite()) }
    #expect(!detector.detect("a.task", BinaryBytes.zip(Array(entries.dropLast()))).isIncomplete)
    let found = detector.detect("a.task", BinaryBytes.zip(entries))
    #expect(found.isIncomplete && found.notifications.map(\.message).allSatisfy { $0.contains("m32.tflite") })
  }

  @Test(
    "near misses",
    arguments: [
      ("build.task", Array("do: it".utf8)), ("a.task", BinaryBytes.zip([.init("a.txt", [1])])), ("a.lite", [0, 1]),
      ("a.task", []),
    ] as [(String, [UInt8])])
  func nearMisses(path: String, bytes: [UInt8]) {
    #expect(detector.detect(path, bytes).isEmpty)
  }

  @Test("what is no model is told, cut anywhere")
  func truncated() {
    let bytes = WeightBytes.tflite(name: "Face", license: "mit")
    for end in 0..<(bytes.count - 1) {
      let found = detector.detect("a.tflite", Array(bytes[..<end]))
      #expect(found.names == ["a.tflite"], "cut at \(end)")
      if end < bytes.count - 90 { #expect(found.isIncomplete, "cut at \(end)") }
    }
  }

  @Test("no byte that is changed is a trap")
  func changed() {
    for (path, bytes) in [
      ("a.tflite", WeightBytes.tflite(name: "Face", license: "mit")),
      ("a.task", BinaryBytes.zip([.init("a.tflite", WeightBytes.tflite(license: "mit"))])),
    ] {
      for offset in bytes.indices {
        for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFF] {
          var copy = bytes
          copy[offset] = byte
          #expect(detector.detect(path, copy).references.count <= 1)
        }
      }
    }
  }
}
