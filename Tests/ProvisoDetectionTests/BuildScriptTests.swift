import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Build scripts that fetch weights")
struct BuildScriptTests {
  let detector = BuildScript()

  @Test(
    "addresses and names in quotes",
    arguments: [
      (
        "a.gradle", "  src 'https://acme.io/m/e/a.tflite'\n",
        ["1:8-36 https://acme.io/m/e/a.tflite used"]
      ),
      (
        "Fastfile", "sh(\"curl -LO https://huggingface.co/acme/a/resolve/main/a.onnx\")",
        ["1:14-63 https://huggingface.co/acme/a/resolve/main/a.onnx used named main"]
      ),
      ("build.gradle.kts", "val m = \"Qwen/Qwen3-8B\"", ["1:10-23 Qwen/Qwen3-8B used"]),
      ("a.gradle", "// 'https://acme.io/a.tflite'", []),
      ("a.gradle", "implementation 'com.acme:model:1.0'", []),
      ("CMakeLists.txt", "add_library(model src/model.cpp)", []),
      ("a.gradle", "dest 'assets/a.tflite'", []),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(detector.detect(path, text).outlines == expected)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("src 'https://acme.io/a.tflite' \"Qwen/Qwen3-8B\"\n") {
      #expect(
        detector.detect("a.gradle", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
