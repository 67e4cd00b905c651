import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Scripts")
struct ShellScriptTests {
  let detector = ShellScript()

  @Test("each in its shell's own way")
  func dialects() {
    #expect(
      detector.detect("a.sh", "ollama pull \\\n phi3").outlines == ["2:2-6 phi3 used unpinned"])
    #expect(
      detector.detect("a.ps1", "ollama pull `\n phi3").outlines == ["2:2-6 phi3 used unpinned"])
    #expect(
      detector.detect("a.bat", "ollama pull ^\r\n phi3").outlines == ["2:2-6 phi3 used unpinned"])
    #expect(detector.detect("a.sh", "ollama pull phi3").references.map(\.kind) == [.shell])
  }

  @Test(
    "of one command, whose words say nothing else, are read",
    arguments: [
      "litgpt download acme/a", "trtllm-serve acme/a", "aphrodite run acme/a", "tune download acme/a",
      "transformers chat acme/a", "openllm run acme/a", "openllm deploy acme/a --env X", "openllm model get acme/a",
    ])
  func needles(text: String) {
    #expect(detector.detectIfFound("run.sh", text).references.map(\.model.id) == ["acme/a"])
  }

  @Test(
    "wanted by extension",
    arguments: [
      ("a.sh", true), ("a.PS1", true), ("a.cmd", true), ("justfile", true), ("sh", false),
      ("a.shtml", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap", arguments: ["a.sh", "a.ps1", "a.bat"])
  func hostile(path: String) {
    for bytes in spoiled(
      "MODEL=\"acme/é\" vllm serve 'Qwen/Qwen3-8B' \\\n --x=$(b `c`) <<E\nd\nE\n")
    {
      #expect(detector.detect(path, bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
