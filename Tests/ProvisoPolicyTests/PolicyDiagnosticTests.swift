import ProvisoPolicy
import ProvisoText
import Testing

@Suite("A diagnostic of a policy")
struct PolicyDiagnosticTests {
  private func rendered(_ yaml: String) -> String? {
    load(yaml).diagnostics.first?.rendered()
  }

  @Test("shows the line, points at the place and says what to write")
  func whole() {
    #expect(
      rendered("version: 1\norganization:\n  monthly_active_user: 5")
        == """
        proviso.yaml:3:3: error: unknown key `monthly_active_user` in the organization
          3 |   monthly_active_user: 5
            |   ^^^^^^^^^^^^^^^^^^^
          = did you mean `monthly_active_users`?
        """)
  }

  @Test("points at the first line of a value of several")
  func severalLines() {
    #expect(
      rendered("version: 1\nname:\n  - a\n  - b")
        == """
        proviso.yaml:3:3: error: `name`: expected a text, found a list
          3 |   - a
            |   ^^^
        """)
  }

  @Test("counts columns in UTF-16 units and points in characters")
  func wideCharacters() {
    #expect(
      rendered("version: 1\n\"𝒳é\": x")
        == """
        proviso.yaml:2:1: error: unknown key `𝒳é` in a policy
          2 | "𝒳é": x
            | ^^^^
        """)
    let diagnostic = load("version: 1\nrules: {\"𝒳\": {severity: off}}").diagnostics.first
    #expect(diagnostic?.position == TextPosition(line: 2, column: 9))
    #expect(diagnostic?.endColumn == 13)
  }

  @Test("cuts a line that is too long for a terminal, around the place")
  func longLine() throws {
    let pad = String(repeating: "x", count: 5000)
    let diagnostic = try #require(load("version: 1\norganization: {name: \(pad), comercial: true}").diagnostics.first)
    #expect(diagnostic.position.column > 5000)
    let lines = diagnostic.rendered().split(separator: "\n")
    #expect(lines[1].hasPrefix("  2 | …xxx"))
    #expect(lines[1].count < 180)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let offset = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(offset).hasPrefix("comercial"))
  }

  @Test("lets no control character of the file through to the terminal")
  func controlCharacters() throws {
    let text = try #require(rendered("version: 1\n\"a\\e[31m\\u202e\": x\t# \u{202E}"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("unknown key `a\u{FFFD}[31m\u{FFFD}`"))
  }

  @Test("more than a hundred are counted, and an error among them still counts")
  func many() {
    var yaml = "version: 1\ncontexts:\n  - {id: a, paths: \"**\"}\n"
    for number in 0..<120 { yaml += "  - {id: b\(number), paths: \"**\"}\n" }
    #expect(load(yaml).policy != nil)
    #expect(load(yaml).diagnostics.count == 101)
    #expect(load(yaml).diagnostics.last?.message == "20 more problems in this policy are not shown")
    let wrong = load(yaml + "waivers: none\n")
    #expect(wrong.policy == nil)
    #expect(wrong.diagnostics.last?.severity == .error)
  }
}
