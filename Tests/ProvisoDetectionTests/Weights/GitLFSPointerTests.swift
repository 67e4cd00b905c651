import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Pointers of git LFS")
struct GitLFSPointerTests {
  private func detect(_ path: String, _ bytes: [UInt8]) -> Detections {
    DetectorRunner().detect(weightsAt: FilePath(path), bytes: ByteSource(bytes))
  }

  @Test(
    "stand for the weights, and say which bytes are meant",
    arguments: [
      ("m/model.safetensors", "m"), ("a.gguf", "a.gguf"), ("a.onnx", "a.onnx"), ("a.pt", "a.pt"),
      ("m/pytorch_model.bin", "m"), ("A.mlpackage/Data/com.apple.CoreML/weights/weight.bin", "A.mlpackage"),
      ("chat-00002-of-00003.gguf", "chat-00001-of-00003.gguf"),
    ])
  func pointer(path: String, model: String) {
    let found = detect(path, WeightBytes.pointer)
    #expect(found.declarations.map(\.model) == [model] && found.notifications.isEmpty)
    #expect(
      found.references.map(\.remark)
        == ["a git LFS pointer to 12345 bytes with the sha256 \(String(repeating: "a", count: 64))"])
    #expect(found.references.map(\.role) == [.bundled])
  }

  @Test(
    "of a card, a license or a configuration leave the model's terms unknown, and that is told",
    arguments: ["README.md", "m/adapter_config.json", "config.json", "model_index.json", "LICENSE", "m/LICENSE.txt"])
  func manifests(path: String) throws {
    // One without a digest is meant as a pointer, too.
    for bytes in [WeightBytes.pointer, Array("version https://git-lfs.github.com/spec/v1\noid sha256:\n".utf8)] {
      let found = DetectorRunner().detect(path: FilePath(path), bytes: bytes)
      // A text that nobody has read speaks against a label.
      let texts = path.contains("LICENSE") ? ["a git LFS pointer"] : []
      #expect(found.references.isEmpty && found.declarations.flatMap(\.licenses).map(\.tag) == texts)
      let told = try #require(found.notifications.first)
      #expect(told.level == .warning && told.isIncomplete && told.path == path)
      #expect(told.message.hasPrefix("It is a git LFS pointer, so what the file says"))
    }
  }

  @Test("of other files say nothing", arguments: ["tokenizer.json", "a.py", "notes.md"])
  func strangers(path: String) {
    #expect(DetectorRunner().detect(path: FilePath(path), bytes: WeightBytes.pointer).isEmpty)
  }

  @Test("name what their file's name says")
  func name() {
    #expect(detect("yolov8n.pt", WeightBytes.pointer).names == ["yolov8n.pt", "Ultralytics/YOLOv8"])
  }

  @Test("of files that need not be weights are none", arguments: ["data.bin", "measurements.h5", "build.task"])
  func others(path: String) {
    #expect(detect(path, WeightBytes.pointer).isEmpty)
  }

  @Test(
    "without a digest or size are told",
    arguments: [
      "\n", "\noid sha256:\(String(repeating: "z", count: 64))\nsize 3\n", "\noid sha256:abc\nsize 3\n",
      "\noid sha256:\(String(repeating: "a", count: 64))\nsize -1\n",
    ])
  func broken(rest: String) {
    let found = detect("a.gguf", Array(("version https://git-lfs.github.com/spec/v1" + rest).utf8))
    #expect(found.isIncomplete && found.names == ["a.gguf"])
  }
}
