import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Makefiles")
struct MakefileTests {
  let detector = Makefile()

  @Test(
    "variables and commands",
    arguments: [
      ("MODEL ?= acme/a-7b # é", ["1:10-19 acme/a-7b used"]),
      ("export MODEL := \"acme/a-7b\"", ["1:18-27 acme/a-7b used"]),
      ("run:\n\t@ollama pull llama3\n", ["2:15-21 llama3 used unpinned"]),
      ("run:\n\tvllm serve \\\n\t  acme/a\nX=1\n", ["3:4-10 acme/a used unpinned"]),
      ("test:\n\tMODEL=acme/a-7b go test\n", ["2:8-17 acme/a-7b used"]),
      ("models: models/a models/b\n\techo $(MODEL)\n", []), ("CC = gcc", []),
      ("MODEL_DIR = models/llama", []), ("", []),
    ])
  func found(text: String, expected: [String]) {
    #expect(detector.detect("Makefile", text).outlines == expected)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("Makefile", true), ("a.mk", true), ("GNUmakefile", true), ("Makefile.am", true),
      ("make.py", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("MODEL ?= 'acme/é'\nrun:\n\tollama pull \"phi3\" \\\n\t$(X)\n") {
      #expect(
        detector.detect("Makefile", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
