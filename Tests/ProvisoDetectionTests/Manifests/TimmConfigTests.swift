import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Configurations of timm")
struct TimmConfigTests {
  let detector = TimmConfig()

  @Test("give the license of the pretrained weights and where they came from")
  func config() {
    let found = detector.detect(
      "m/config.json",
      """
      {"architecture": "vit_base",
       "pretrained_cfg": {"license": "cc-by-nc-4.0",
         "hf_hub_id": "timm/vit_base.augreg"}}
      """)
    #expect(found.outlines == ["1:19-27 m bundled", "3:18-38 timm/vit_base.augreg base"])
    #expect(
      found.declarations.flatMap(\.licenses).map { "\($0.tag) \($0.location.outline)" } == ["cc-by-nc-4.0 2:33-45"])
  }

  @Test(
    "near misses",
    arguments: [
      #"{"architecture": "a"}"#, #"{"pretrained_cfg": {}}"#, #"{"architecture": "a", "pretrained_cfg": 1}"#,
      #"{"architecture": 1, "pretrained_cfg": {}}"#, "[]", "{",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("m/config.json", text).isEmpty)
  }

  @Test("empty fields say nothing", arguments: [#""license": """#, #""license": null"#, #""hf_hub_id": """#])
  func empty(field: String) {
    let found = detector.detect("config.json", #"{"architecture": "a", "pretrained_cfg": {\#(field)}}"#)
    #expect(found.names == ["."] && found.declarations.flatMap(\.licenses).isEmpty)
  }
}
