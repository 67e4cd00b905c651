import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("XML configuration")
struct MarkupSettingsTests {
  let detector = MarkupSettings()

  @Test(
    "models in arguments, property lists and resources",
    arguments: [
      (
        "a.xcscheme", "<CommandLineArgument\n argument = \"--model acme/a-7b\"/>",
        ["2:22-31 acme/a-7b used"]
      ),
      (
        "a.xcscheme",
        "<CommandLineArgument argument = \"--model acme/a-7b\" isEnabled = \"NO\"/><CommandLineArgument argument = \"--model acme/b-7b\" isEnabled = \"YES\"/>",
        ["1:42-51 acme/a-7b mentioned", "1:112-121 acme/b-7b used"]
      ),
      (
        "a.plist", "<key>ModelID</key>\n<string>Qwen/Qwen3-8B</string>",
        ["2:9-22 Qwen/Qwen3-8B used"]
      ),
      ("strings.xml", "<string name=\"model_name\">acme/a-7b</string>", ["1:27-36 acme/a-7b used"]),
      ("a.config", "<add key=\"OllamaModel\" value=\"llama3.2\" />", ["1:31-39 llama3.2 used"]),
      ("a.xml", "<!-- <model>acme/a-7b</model> -->", []), ("a.xml", "<type>text/xml</type>", []),
      ("a.plist", "<key>CFBundleName</key><string>Models</string>", []),
      ("a.csproj", "<PackageReference Include=\"Acme.Model\" Version=\"1.0.0\" />", []),
    ])
  func found(path: String, text: String, expected: [String]) {
    let found = detector.detect(path, text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(
      "<a argument='--model acme/é'/><key>model</key>\n<string>Qwen/Qwen3-8B</string>")
    {
      #expect(detector.detect("a.xml", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }

  @Test("what is never closed hides no more than its line, and that is told")
  func broken() {
    let text = "<a>\n<!-- open\n<key>ModelID</key>\n<string>Qwen/Qwen3-8B</string>\n</a>"
    let found = MarkupSettings().detect("a.plist", text)
    #expect(found.outlines == ["4:9-22 Qwen/Qwen3-8B used"])
    #expect(found.notifications.map(\.level) == [.note])
    #expect(found.notifications.allSatisfy { !$0.isIncomplete })
  }

  @Test("what is never closed again and again is given up, and the scan is incomplete")
  func unclosed() {
    let text = String(repeating: "<!-- open\n", count: 20_000) + "<string>Qwen/Qwen3-8B</string>"
    let found = MarkupSettings().detect("a.xml", text)
    #expect(found.outlines.isEmpty)
    #expect(found.notifications.map(\.isIncomplete) == [true])
  }
}
