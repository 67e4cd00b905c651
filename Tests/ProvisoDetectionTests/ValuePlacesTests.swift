import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Values that reach a call under another name")
struct ValuePlacesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    SourceCode().detect(path, text).references.map { "\($0.location.line) \($0.model.id) \($0.role)" }
  }

  @Test(
    "are followed through loops, choices and functions of the file",
    arguments: [
      ("a.py", "import whisper\nfor arch in ['small']:\n    whisper.load_model(arch)", ["2 openai/whisper-small used"]),
      (
        "a.py", "import whisper\nm = [whisper.load_model(a) for a in ('tiny', 'base')]",
        ["2 openai/whisper-tiny used", "2 openai/whisper-base used"]
      ),
      (
        "a.py", "NAMES = ['acme/falcon-large']\nfor i, n in enumerate(NAMES):\n    AutoModel.from_pretrained(n)",
        ["1 acme/falcon-large used"]
      ),
      (
        "a.py", "NAMES = {'x': 'acme/falcon-large'}\nfor k, n in NAMES.items():\n    AutoModel.from_pretrained(n)",
        ["1 acme/falcon-large used"]
      ),
      (
        "a.py", "import timm\nARCHS = {'fast': 'vit_tiny_patch16'}\nm = timm.create_model(ARCHS[which])",
        ["2 vit_tiny_patch16 used"]
      ),
      (
        "a.py",
        "import timm\nARCHS = {'fast': 'vit_tiny_patch16'}\narch = ARCHS.get(which)\nm = timm.create_model(arch)",
        ["2 vit_tiny_patch16 used"]
      ),
      (
        "a.py", "import whisper\ndef load(arch):\n    return whisper.load_model(arch)\nload('small')",
        ["4 openai/whisper-small used"]
      ),
      (
        "a.py",
        "class A:\n    def get(self, size, arch: str):\n        return whisper.load_model(arch)\nA().get(3, 'small')",
        ["4 openai/whisper-small used"]
      ),
      (
        "a.js",
        "import { pipeline } from '@huggingface/transformers';\nfor (const name of ['acme/nano']) { await pipeline('ner', name); }",
        ["2 acme/nano used"]
      ),
      ("a.py", "for d in ['acme/qwen2-7b-prefs']:\n    load_dataset(d)", ["1 acme/qwen2-7b-prefs dataset"]),
    ])
  func followed(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "are not followed past another value of the name, nor to keys, parts and other calls",
    arguments: [
      "import whisper\nfor arch in ['small']:\n    print(arch)\narch = pick()\nwhisper.load_model(arch)",
      "import whisper\narch = 'x'\nwhisper.load_model(arch)\nfor arch in ['small']:\n    print(arch)",
      "import timm\nARCHS = {'resnet_50': 3}\nm = timm.create_model(ARCHS[which])",
      "import whisper\nSIZES = ['small']\nwhisper.load_model(SIZES2[0])",
      "import whisper\ndef load(other, arch):\n    return whisper.load_model(arch)\nload('small', pick())",
      "import whisper\ndef load(arch):\n    return whisper.load_model(arch)\nsave('small')",
    ])
  func near(text: String) {
    #expect(found("a.py", text) == [])
  }

  @Test("hostile code is read in time that grows with it", .timeLimit(.minutes(1)))
  func hostile() {
    let names = (0..<3_000).map { "n\($0)" }
    let texts = [
      names.map { "def f(\($0)): load_model(\($0))" }.joined(separator: "\n"),
      names.map { "for \($0) in [\($0)]: whisper.load_model(\($0))" }.joined(separator: "\n"),
      String(repeating: "for a in a", count: 100_000) + "\nwhisper.load_model(a)",
      "def f(" + String(repeating: "a, ", count: 100_000) + "): whisper.load_model(a)",
      String(repeating: "whisper.load_model(X[i])\n", count: 20_000) + "X = ['small']",
      String(repeating: "X = ['small']\n", count: 20_000) + "whisper.load_model(X[i])",
      String(repeating: "a = ", count: 100_000) + "\nwhisper.load_model(a)",
    ]
    for text in texts { _ = found("a.py", text) }
  }
}
