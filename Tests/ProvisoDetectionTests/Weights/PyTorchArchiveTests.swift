import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Checkpoints of PyTorch")
struct PyTorchArchiveTests {
  let detector = PyTorchArchive()

  @Test(
    "are archives with a pickle, or begin with the number of older files",
    arguments: [
      ("m/pytorch_model.bin", WeightBytes.torch(), "m"), ("m/best.pt", WeightBytes.legacyTorch, "m/best.pt"),
      ("m/pytorch_model-00001-of-00002.bin", WeightBytes.legacyTorch, "m"),
    ])
  func weights(path: String, bytes: [UInt8], model: String) {
    let found = detector.detect(path, bytes)
    #expect(found.declarations.map(\.model) == [model])
    #expect(found.references.map(\.role) == [.bundled] && found.notifications.isEmpty)
  }

  @Test("of Ultralytics are known by name")
  func ultralytics() {
    let found = detector.detect("models/yolov8n.pt", WeightBytes.torch())
    #expect(found.outlines == ["1:1-1 yolov8n.pt bundled", "1:1-1 Ultralytics/YOLOv8 base"])
    #expect(found.references.last?.derivative == "models/yolov8n.pt")
  }

  @Test("TorchScript keeps what its exporter states in a file of its own")
  func extra() {
    let bytes = WeightBytes.torch(extra: [
      ("config.txt", #"{"license": "AGPL-3.0 License (https://ultralytics.com/license)", "stride": 32}"#),
      ("other.txt", "no JSON"),
    ])
    let found = detector.detect("a.torchscript", bytes)
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["AGPL-3.0 License"])
  }

  @Test(
    "near misses",
    arguments: [
      ("messages.pt", Array("olá".utf8)), ("site.pth", Array("import a\n".utf8)), ("a.bin", [0x7F, 0x45]),
      ("a.bin", BinaryBytes.zip([.init("a.txt", [1])])), ("a.bin", Array([0x50, 0x4B, 3, 4].dropLast(0))),
      ("a.ckpt", []), ("a.pt", [0x80, 4, 0x95]),
    ] as [(String, [UInt8])])
  func nearMisses(path: String, bytes: [UInt8]) {
    #expect(detector.detect(path, bytes).isEmpty)
  }

  @Test(
    "what has the name of weights and is nothing that is known is told",
    arguments: [("model.pt", true), ("m/pytorch_model.bin", true), ("a.ckpt", true), ("a.bin", false)])
  func unknown(path: String, isTold: Bool) {
    let found = detector.detect(path, [UInt8](repeating: 0, count: 100))
    #expect(found.isIncomplete == isTold && found.declarations.count == (isTold ? 1 : 0))
    #expect(detector.detect(path, [0x80, 4, 0x95] + [UInt8](repeating: 0, count: 100)).isEmpty)
  }

  @Test("an archive that is cut is told")
  func truncated() {
    let bytes = WeightBytes.torch()
    for end in 4..<bytes.count {
      let found = detector.detect("yolov8n.pt", Array(bytes[..<end]))
      #expect(found.isIncomplete && found.names == ["yolov8n.pt", "Ultralytics/YOLOv8"], "cut at \(end)")
    }
  }

  @Test(
    "pointers stand for weights, but not for every .bin",
    arguments: [("a.pt", true), ("data.bin", false), ("m/pytorch_model.bin", true), ("ggml-base.bin", true)])
  func pointers(path: String, isWeights: Bool) {
    #expect(detector.isWeights(pointerAt: FilePath(path)) == isWeights)
  }

  @Test("what of the extra files is not read is told")
  func unread() {
    let compressed = BinaryBytes.zip([.init("m/data.pkl", [0x80, 2]), .init("m/extra/info", [1], method: 8)])
    let found = detector.detect("a.pt", compressed)
    #expect(found.isIncomplete && found.notifications.map(\.message).allSatisfy { $0.contains("m/extra/info") })
    let many = (0..<17).map { ("e\($0)", "{}") }
    #expect(!detector.detect("a.pt", WeightBytes.torch(extra: Array(many.dropLast()))).isIncomplete)
    #expect(detector.detect("a.pt", WeightBytes.torch(extra: many)).isIncomplete)
  }
}
