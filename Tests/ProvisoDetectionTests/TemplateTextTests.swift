import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Templates of settings")
struct TemplateTextTests {
  @Test("are read as YAML around what is put in, and what stands in for it is read, too")
  func chart() {
    let text = """
      kind: Pod
      spec:
        {{- if .Values.a }}
        args:
          - --model
          - acme/tiny-chat
          - --model={{ .Values.model | default "acme/pico" }}
        {{- end }}
        env:
          - name: MODEL_ID
            value: {{ .Values.model | default "acme/nano" | quote }}
          - name: OTHER_MODEL
            value: {{ .Values.other }}
      """
    let found = YAMLSettings().detect("charts/a/templates/pod.yaml", text)
    #expect(
      Set(found.outlines) == [
        "6:7-21 acme/tiny-chat used unpinned", "7:43-52 acme/pico used", "11:42-51 acme/nano used",
      ])
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "go by the ending before theirs",
    arguments: [
      ("a.yaml.j2", "yaml"), ("a.toml.example", "toml"), ("x/settings.py.in", "py"), ("a.tpl", "tpl"),
      (".env.example", "example"), ("a.b.c", "c"),
    ])
  func endings(path: String, ending: String) {
    #expect(FilePath(path).fileExtension == ending)
  }

  @Test("with an expression where no YAML is are read line by line")
  func jinja() {
    let text = "{% for m in ms %}\nmodel: {{ m }}\nfallback_model: acme/tiny-chat\n{% endfor %}\n"
    #expect(YAMLSettings().detect("a.yaml.j2", text).names == ["acme/tiny-chat"])
  }

  @Test("keep every byte's place, and are no trap")
  func hostile() {
    let text = "a: {{ x | default \"acme/é\" }}\n{% x %}\nmodel: Qwen/Qwen3-8B\n"
    for bytes in spoiled(text) {
      let source = SourceText(path: "a", bytes: bytes)
      #expect(TextCount.isKept(source))
      #expect(YAMLSettings().detect("a.yaml", bytes: bytes).isWithin(source))
    }
  }

  @Test("that never close cost no more for being many", arguments: ["{{", "{% ", "{{ }", "a: {{ b }}\n"])
  func many(text: String) {
    let source = SourceText(path: "a", bytes: Array(String(repeating: text, count: 400_000).utf8))
    #expect(TextCount.isKept(source))
  }

  private enum TextCount {
    static func isKept(_ source: SourceText) -> Bool {
      TemplateText.covered(source).map { $0.count == source.bytes.count } ?? true
    }
  }
}
