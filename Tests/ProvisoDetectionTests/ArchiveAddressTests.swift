import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Archives of models")
struct ArchiveAddressTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.sorted {
      $0.location < $1.location
    }
    .map { "\($0.location.outline) \($0.model.id)" }
  }

  @Test(
    "are found where the place or a folder of the address says model",
    arguments: [
      (
        "A.java", "criteria.optModelUrls(\"https://dl.acme.ai/demo/whisper_en.zip\")",
        ["1:24-62 https://dl.acme.ai/demo/whisper_en.zip"]
      ),
      ("a.py", "MODEL_URL = \"https://dl.acme.ai/x/net.tgz\"", ["1:14-42 https://dl.acme.ai/x/net.tgz"]),
      (
        "a.py", "get(\"https://dl.acme.ai/asr-models/small.tar.bz2\")",
        ["1:6-49 https://dl.acme.ai/asr-models/small.tar.bz2"]
      ),
      ("a.py", "load_model(\"s3://acme/x/resnet.zip\")", ["1:13-35 s3://acme/x/resnet.zip"]),
      ("a.yaml", "model_url: https://dl.acme.ai/x/net.zip", ["1:12-40 https://dl.acme.ai/x/net.zip"]),
      (
        "a.sh", "wget https://dl.acme.ai/models/net.tar.gz?raw=1", ["1:6-48 https://dl.acme.ai/models/net.tar.gz?raw=1"]
      ),
    ])
  func models(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "are told from those of code, programs and data",
    arguments: [
      ("a.py", "URL = \"https://dl.acme.ai/x/whisper.zip\""),
      ("a.sh", "curl -LO https://github.com/ollama/ollama/releases/download/v0.5.0/ollama-linux-amd64.tgz"),
      ("a.sh", "wget https://github.com/acme/models/archive/refs/heads/main.zip"),
      ("a.sh", "wget https://dl.acme.ai/models/datasets/coco.zip"),
      ("a.sh", "wget https://dl.acme.ai/models/train_images.zip"),
      ("a.py", "MODEL_URL = \"https://example.com/models/net.zip\""),
      ("a.py", "DATA_URL = \"https://dl.acme.ai/x/net.zip\""),
      ("a.py", "MODEL_URL = \"https://dl.acme.ai/models/net.html\""),
    ])
  func others(path: String, text: String) {
    #expect(found(path, text) == [])
  }
}
