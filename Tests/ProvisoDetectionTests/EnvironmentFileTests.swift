import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite(".env files that name models")
struct EnvironmentFileTests {
  let detector = EnvironmentFile()

  @Test(
    "variables, and what is commented out",
    arguments: [
      ("LLM_MODEL=qwen3.5:4b # é", ["1:11-21 qwen3.5:4b used"]),
      ("export MODEL=\"ai/llama3.2:1B-Q8_0\"", ["1:15-34 ai/llama3.2:1B-Q8_0 used"]),
      ("# RERANKER_MODEL=BAAI/bge-reranker-v2-m3", ["1:18-41 BAAI/bge-reranker-v2-m3 mentioned"]),
      ("ASR_MODEL=base", ["1:11-15 base used"]),
      ("HF_MODEL_ID='acme/a-7b'", ["1:14-23 acme/a-7b used unpinned"]),
      ("OPENAI_MODEL=gpt-4o-mini", ["1:14-25 gpt-4o-mini used"]),
      ("MODELS=acme/a-7b,acme/b-7b", ["1:8-17 acme/a-7b used", "1:18-27 acme/b-7b used"]),
    ])
  func found(text: String, expected: [String]) {
    #expect(detector.detect(".env", text).outlines == expected)
  }

  @Test(
    "traps",
    arguments: [
      "MODEL=", "MODEL=your-model", "MODEL_PATH=/models", "IMAGE=acme/model:1",
      "API_KEY=sk-llama3-8b",
      "DEVICE=cuda", "MODEL=${OTHER}", "MODEL=$OTHER", "# models are large", "MODEL_TYPE=llama",
      "PORT=8080",
    ])
  func traps(text: String) {
    #expect(detector.detect(".env", text).names == [])
  }

  @Test(
    "wanted by name",
    arguments: [
      (".env", true), ("a/.env.example", true), ("prod.env", true), (".envrc", true),
      ("env.example", true),
      ("environment.py", false), (".environment", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("MODEL=\"acme/é\"\n# B_MODEL='Qwen/Qwen3-8B'\n") {
      #expect(detector.detect(".env", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
