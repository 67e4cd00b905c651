import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Settings that are not what their names say")
struct SettingLinesTests {
  @Test(
    "are read line by line, and that is told",
    arguments: [
      ("a.toml", "model = \"acme/a-7b\"\nbroken = [1, 2\nx = = 3", "1:10-19 acme/a-7b used"),
      ("a.toml", "x = = 3\n[llm]\nmodels = [\"acme/a-7b\",", "3:12-21 acme/a-7b used"),
      ("a.tf", "resource \"x\" \"y\" {\n  model_id = \"acme/a-7b\"\n", "2:15-24 acme/a-7b used"),
      ("a.yaml", "a: [1\nb: {\n\"model\": \"acme/a-7b\"", "3:11-20 acme/a-7b used"),
    ])
  func found(path: String, text: String, expected: String) throws {
    let detectors: [any Detector] = [TOMLSettings(), TerraformCode(), YAMLSettings()]
    let detector = try #require(detectors.first { $0.wants(FilePath(path)) })
    let found = detector.detect(path, text)
    #expect(found.outlines == [expected])
    #expect(found.notifications.map(\.level) == [.note])
    #expect(found.notifications.first?.message.contains("line by line") == true)
  }

  @Test("name no model under keys that ask for none")
  func traps() {
    let found = TOMLSettings().detect("a.toml", "x = = 3\nrepository = \"acme/model\"\n# model = \"acme/a-7b\"\n")
    #expect(found.outlines.isEmpty)
  }
}
