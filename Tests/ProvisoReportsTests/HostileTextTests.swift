import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

/// What no report may hold, whatever stands in the files that were scanned. ``Fixtures/hostile`` has an attack wherever text can
/// come from a scanned tree.
@Suite("Text from scanned files")
struct HostileTextTests {
  /// A report in a format or style.
  struct Rendering: CustomTestStringConvertible, Sendable {
    var format: ReportFormat
    var options = ReportOptions()

    var testDescription: String { "\(format.rawValue), \(options.textStyle.rawValue), width \(options.width)" }

    func render(_ report: ScanReport) -> String { text(format.render(report, options: options)) }

    static let all: [Self] =
      ReportFormat.allCases.map { Self(format: $0) }
      + [40, 0].map { Self(format: .text, options: ReportOptions(width: $0, verbose: true)) }
      + [lines, suppressed]

    private static let lines: Self = {
      var options = ReportOptions()
      options.textStyle = .lines
      options.shownRoot = Fixtures.attack
      return Self(format: .text, options: options)
    }()

    private static let suppressed: Self = {
      var options = ReportOptions()
      options.showsSuppressed = true
      return Self(format: .sarif, options: options)
    }()
  }

  @Test("steers no terminal and reorders no line", arguments: Rendering.all)
  func characters(rendering: Rendering) {
    let output = rendering.render(Fixtures.hostile)
    #expect(output.unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isUnsafe($0) })
    #expect(output.hasSuffix("\n"))
  }

  @Test("has nothing behind JSON's escapes that would do so where GitLab shows it")
  func escaped() {
    let output = text(ReportFormat.gitlab.render(Fixtures.hostile)).lowercased()
      .split(separator: "\n").filter { $0.contains("\"description\"") }.joined(separator: "\n")
    #expect(!output.isEmpty)
    #expect(found(["\\u001b", "\\u202e", "\\u2028", "\\u0000", "\\r", "\\n"], in: output) == [])
  }

  @Test("gives no command to a CI system", arguments: Rendering.all)
  func workflowCommands(rendering: Rendering) {
    let output = rendering.render(Fixtures.hostile)
    #expect(!output.contains("##[") && !output.contains("##vso["))
    let commands = output.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }.filter {
      $0.hasPrefix("::")
    }
    // One finding is active and one notification incomplete or not; the rest would be the attack's.
    #expect(commands.count == (rendering.format == .github ? 1 : 0))
    #expect(commands.allSatisfy { $0.hasPrefix("::error file=dir/") })
  }

  /// The words that a rendering has and should not.
  private func found(_ words: [String], in output: String) -> [String] {
    words.filter { output.contains($0) }
  }

  @Test("makes no markup", arguments: [ReportFormat.markdown, .junit])
  func markup(format: ReportFormat) {
    let output = text(format.render(Fixtures.hostile))
    #expect(found(["<img", "<b>", "</script", "--> ", "]]>"], in: output) == [])
  }

  @Test("mentions nobody, refers to nothing and makes no links and no code in Markdown")
  func markdown() {
    let output = text(ReportFormat.markdown.render(Fixtures.hostile))
    let words = ["@octocat", " #1 ", "`c`", "**s**", "![i]", "](7)", "www.evil", "http://evil", "|p|"]
    #expect(found(words, in: output) == [])
    // Each row of a table has the cells of its head.
    for row in output.split(separator: "\n") where row.hasPrefix("| error") || row.hasPrefix("| <code>") {
      #expect(row.count { $0 == "|" } == (row.hasPrefix("| error") ? 6 : 5))
    }
  }

  @Test("mentions nobody and embeds nothing in reviewdog's comments")
  func reviewdog() {
    let lines = text(ReportFormat.rdjson.render(Fixtures.hostile)).split(separator: "\n")
    let messages = lines.filter { $0.contains("\"message\"") }.joined()
    #expect(found([" @octocat", "<img", "<b>", " ![i]", " [x](7)"], in: messages) == [])
    #expect(Markdown.inert(#"\[y\](8)"#) == #"\\\[y\\\](8)"#)
    #expect(Markdown.inert("acme/model@main and a@b.c") == "acme/model@main and a@b.c")
  }

  @Test(
    "comes through a reader of JSON as it went in",
    arguments: [ReportFormat.json, .sarif, .gitlab, .rdjson, .cyclonedx, .spdx])
  func json(format: ReportFormat) throws {
    let script = "import json, sys; json.load(sys.stdin)"
    let result = try run("python3", ["-c", script], input: format.render(Fixtures.hostile))
    #expect(text(result.error) == "")
  }

  @Test("is no XML that readers choke on")
  func xml() throws {
    let script = """
      import sys, xml.etree.ElementTree as tree
      root = tree.fromstring(sys.stdin.buffer.read())
      print(len(root.findall('.//testcase')), len(root.findall('.//failure')), len(root.findall('.//img')))
      """
    let result = try run("python3", ["-c", script], input: ReportFormat.junit.render(Fixtures.hostile))
    #expect(text(result.error) == "")
    #expect(text(result.output) == "3 1 0\n")
  }

  @Test(
    "is spelled out where a line could be taken for a command",
    arguments: [
      ("::error::x", ":\\u{3A}error::x"), (":x", ":x"), ("a::b", "a::b"), ("##[error]", "#\\u{23}[error]"),
      ("# a #b", "# a #b"), ("###", "#\\u{23}\\u{23}"), ("", ""),
    ])
  func inert(words: String, expected: String) {
    #expect(Sanitizer.inert(words) == expected)
  }
}
