import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Configurations of OpenCLIP")
struct OpenCLIPConfigTests {
  let detector = OpenCLIPConfig()

  @Test("make their folder a model, with the text tower in it")
  func config() {
    let found = detector.detect(
      "m/open_clip_config.json", "{\"model_cfg\": {\"text_cfg\":\n{\"hf_model_name\": \"acme/tower\"}}}")
    #expect(found.outlines == ["1:2-13 m bundled", "2:20-30 acme/tower base"])
  }

  @Test("a tower that was trained from nothing is no base")
  func architecture() {
    let text = #"{"model_cfg": {"text_cfg": {"hf_model_name": "acme/tower", "hf_model_pretrained": false}}}"#
    #expect(detector.detect("open_clip_config.json", text).names == ["."])
  }

  @Test("near misses", arguments: ["{}", "[]", #"{"a": {"model_cfg": {}}}"#])
  func nearMisses(text: String) {
    #expect(detector.detect("open_clip_config.json", text).isEmpty)
  }
}
