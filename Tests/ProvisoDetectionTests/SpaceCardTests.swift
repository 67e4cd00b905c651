import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Cards of applications")
struct SpaceCardTests {
  let detector = SpaceCard()

  @Test("list models and data sets")
  func found() {
    let text = "---\ntitle: Demo\nsdk: gradio\nmodels:\n- acme/a\n- ./local\ndatasets:\n  - acme/b\n---\n# Demo\n"
    #expect(
      detector.detect("README.md", text).outlines == ["5:3-9 acme/a used unpinned", "8:5-11 acme/b dataset unpinned"])
  }

  @Test(
    "near misses",
    arguments: [
      "---\nmodels:\n- acme/a\n---\n", "---\nsdk: gradio\n---\n", "sdk: gradio\nmodels:\n- acme/a",
      "---\nsdk: [\n---\n", "",
      "---\nsdk: gradio\nmodels: {a: b}\n---\n", "---\nsdk: gradio\nmodels:\n- your-org/model\n---\n",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("README.md", text).names == [])
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("---\nsdk: é\nmodels:\n- \"acme/😀\"\n- 'acme/a'\n---\n") {
      #expect(detector.detect("README.md", bytes: bytes).isWithin(SourceText(path: "README.md", bytes: bytes)))
    }
  }
}
