import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Models in ONNX")
struct ONNXModelTests {
  let detector = ONNXModel()
  private static let properties = [
    ("description", "Ultralytics YOLOv8n model"), ("author", "Ultralytics"),
    ("license", "AGPL-3.0 License (https://ultralytics.com/license)"),
  ]

  @Test("state the license of their metadata, which stand behind the graph")
  func metadata() throws {
    let found = detector.detect("models/detector.onnx", WeightBytes.onnx(Self.properties))
    let license = try #require(found.declarations.first?.licenses.first)
    #expect(license.tag == "AGPL-3.0 License" && license.link == "https://ultralytics.com/license")
    #expect(found.outlines == ["1:1-1 detector.onnx bundled"])
    #expect(found.declarations.map(\.model) == ["models/detector.onnx"])
    #expect(found.notifications.isEmpty)
  }

  @Test("a graph of any size is passed over")
  func bigGraph() {
    let bytes = WeightBytes.onnx([("license", "mit")], graph: [UInt8](repeating: 0xFF, count: 3 << 20))
    #expect(detector.detect("a.onnx", bytes).declarations.flatMap(\.licenses).map(\.tag) == ["mit"])
  }

  @Test(
    "name what they were converted from, by id or address",
    arguments: [
      ("model_id", "acme/a", ["acme/a"]), ("url", "https://huggingface.co/acme/a/tree/main", ["acme/a"]),
      ("url", "https://github.com/acme/a", []), ("model_id", "a", []), ("comment", "acme/a", []),
    ])
  func bases(key: String, value: String, bases: [String]) {
    let found = detector.detect("a.onnx", WeightBytes.onnx([(key, value)]))
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == bases)
    #expect(found.references.dropFirst().map(\.derivative) == bases.map { _ in "a.onnx" })
  }

  @Test("a name of Ultralytics says what nothing else does")
  func name() {
    let found = detector.detect("m/yolov8n-seg.onnx", WeightBytes.onnx([]))
    #expect(found.outlines == ["1:1-1 yolov8n-seg.onnx bundled", "1:1-1 Ultralytics/YOLOv8 base"])
    #expect(found.references.first?.remark == "the name is that of weights of Ultralytics/YOLOv8")
  }

  @Test("weights of a transformers.js folder are the folder's above")
  func folder() {
    #expect(detector.detect("m/onnx/model.onnx", WeightBytes.onnx([])).declarations.map(\.model) == ["m"])
    #expect(detector.detect("onnx/model.onnx", WeightBytes.onnx([])).declarations.map(\.model) == ["onnx"])
  }

  @Test("what is no model is told, and cut anywhere it is none")
  func truncated() {
    let bytes = WeightBytes.onnx([])
    for end in bytes.indices {
      let found = detector.detect("a.onnx", Array(bytes[..<end]))
      #expect(found.isIncomplete && found.names == ["a.onnx"], "cut at \(end)")
    }
    for bytes in [[], Array("<html>".utf8), [UInt8](repeating: 0, count: 100), [UInt8](repeating: 0xFF, count: 100)] {
      #expect(detector.detect("a.onnx", bytes).isIncomplete)
    }
  }

  @Test("no byte that is changed is a trap")
  func changed() {
    let bytes = WeightBytes.onnx(Self.properties)
    for offset in bytes.indices {
      for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFF] {
        var copy = bytes
        copy[offset] = byte
        #expect(detector.detect("a.onnx", copy).names.first == "a.onnx")
      }
    }
  }

  @Test("a property longer than any license, and more of them than anybody writes, are told")
  func tooMuch() {
    let long = String(repeating: "x", count: (1 << 20) + 1)
    #expect(detector.detect("a.onnx", WeightBytes.onnx([("license", long)])).isIncomplete)
    #expect(!detector.detect("a.onnx", WeightBytes.onnx(Array(repeating: ("a", "b"), count: 1_000))).isIncomplete)
    #expect(detector.detect("a.onnx", WeightBytes.onnx(Array(repeating: ("a", "b"), count: 1_001))).isIncomplete)
  }
}
