import ProvisoCore
import Testing

@testable import ProvisoReports

@Suite("The text report")
struct TextReportTests {
  private func render(_ report: ScanReport, _ options: ReportOptions = ReportOptions(width: 80)) -> String {
    text(ReportFormat.text.render(report, options: options))
  }

  @Test("is grouped by model, the worst first, and ends with the numbers")
  func whole() {
    let expected = """
      Policy: acme (.github/proviso.yaml)

      meta-llama/Llama-3.1-8B-Instruct
        license  Llama 3.1 Community License (llama3.1) [community, known]
        role     used, revision main
        where    app/llm.py:12:9
        error AIL302: The license ends at 700 million users a month, and the product
          has more.
          clause 2 of llama3.1
          fix: Ask Meta for a license
          at app/llm.py:12:9 + 2 more (context product)
        warning AIL101: The license ends at 700 million users a month, and the product
          has more.
          clause 2 of llama3.1
          fix: Ask Meta for a license
          at weights.gguf:1:1 (context product)
        note AIL201: The words “Built with Llama” are not shown.
          clause 2 of llama3.1
          fix: Ask Meta for a license
          at app/llm.py:12:9 (context product)

      1 model without findings: 1 apache-2.0

      warning: weights.gguf: The header is cut short.
      note: 2 files were skipped.
      The scan is incomplete: something that had to be read could not be (1
      notification).

      1 error, 1 warning, 1 note in 2 models (12 files read of 40), 1 waived

      """
    #expect(render(Fixtures.report) == expected)
  }

  @Test("of check has no files to count and names the pack")
  func check() {
    let lines = render(Fixtures.check).split(separator: "\n")
    #expect(lines.first == "Policy: proviso:default (built in)")
    #expect(lines.last == "1 error, 1 note in 1 model")
    #expect(!lines.contains { $0.hasPrefix("  where") || $0.hasPrefix("    at ") })
  }

  @Test("says so where nothing was found")
  func clean() {
    #expect(
      render(Fixtures.clean) == "Policy: proviso:default (built in)\n\nNo findings in 0 models (1 file read of 3)\n")
  }

  @Test("explains more where it is asked to")
  func verbose() {
    let verbose = render(Fixtures.report, ReportOptions(width: 0, verbose: true))
    #expect(verbose.contains("  claim    apache-2.0 (base): The base says so.\n"))
    #expect(verbose.contains("  base     finetune of meta-llama/Llama-3.1-8B, llama3.1: The catalog says so.\n"))
    #expect(verbose.contains("  owes     display: Built with Llama (llama3.1, clause 1.b.i): not met\n"))
    #expect(verbose.contains("Models without findings\n  apache-2.0: Qwen/Qwen2.5-7B, used at b.py:12:9\n"))
    #expect(verbose.contains("Waived\n  AIL302: meta-llama/Llama-3.1-8B-Instruct, Approved until 2027.\n"))
  }

  @Test("keeps to findings and what is missing where it is to be quiet")
  func quiet() {
    let quiet = render(Fixtures.report, ReportOptions(width: 0, quiet: true))
    #expect(quiet.contains("  error AIL302: "))
    #expect(quiet.contains("warning: weights.gguf: "))
    #expect(!quiet.contains("license  "))
    #expect(!quiet.contains("without findings"))
    #expect(!quiet.contains("skipped"))
  }

  @Test("writes out three places of a model and counts the rest")
  func places() {
    var report = Fixtures.report
    report.models = [Fixtures.llamaEntry(references: (1...5).map { Fixtures.reference("\($0).py", line: $0) })]
    #expect(render(report).contains("  where    1.py:1:9, 2.py:2:9, 3.py:3:9 + 2 more\n"))
  }

  @Test("puts findings about no model, and about models it does not list, in blocks of their own")
  func otherSubjects() {
    var report = Fixtures.clean
    report.findings = [Fixtures.finding(1, model: nil), Fixtures.finding(2, model: .local("models/mine"))]
    let lines = render(report).split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(lines.dropFirst().prefix(2) == ["models/mine (local)", "About no single model"])
  }

  @Test("tells what a baseline knew from what is new")
  func baseline() {
    var report = Fixtures.clean
    report.findings = [
      Fixtures.finding(1), Fixtures.finding(2, status: .unchanged), Fixtures.finding(0, status: .absent),
    ]
    let lines = render(report, ReportOptions(width: 0)).split(separator: "\n")
    #expect(lines.filter { $0.hasSuffix("the product has more. (in the baseline)") }.count == 1)
    #expect(!lines.contains { $0.contains("AIL101") })
    #expect(
      lines.last
        == "1 error, 1 note in 0 models (1 file read of 3), 1 of them in the baseline, 1 gone since the baseline")
  }

  @Test("breaks lines at the width", arguments: [50, 60, 70])
  func wrapping(width: Int) {
    let lines = render(Fixtures.report, ReportOptions(width: width, verbose: true)).split(separator: "\n")
    let whole = render(Fixtures.report, ReportOptions(width: 0, verbose: true)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.count > whole.count)
    #expect(words(lines) == words(whole))
  }

  @Test("never breaks a path")
  func longWords() {
    var report = Fixtures.clean
    let path = String(repeating: "directory/", count: 20) + "file.py"
    report.findings = [Fixtures.finding(location: Fixtures.location(path))]
    #expect(render(report).contains(" \(path):12:9"))
  }

  private func words(_ lines: [Substring]) -> [Substring] {
    lines.flatMap { $0.split(separator: " ") }
  }

  @Test("has colors that only repeat what the words say", arguments: Sample.allCases)
  func color(sample: Sample) {
    let plain = render(sample.report)
    var colored = render(sample.report, ReportOptions(color: true, width: 80))
    #expect(colored.contains("\u{1B}["))
    for code in ["0", "1", "2", "1;31", "1;33", "1;36"] {
      colored = colored.split(separator: "\u{1B}[\(code)m", omittingEmptySubsequences: false).joined()
    }
    #expect(colored == plain)
  }

  @Test("lets nothing from the tree steer the terminal")
  func hostile() {
    let rendered = render(Fixtures.hostile, ReportOptions(width: 80, verbose: true))
    #expect(rendered.unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isUnsafe($0) })
    #expect(rendered.contains(#"a\u{1B}[31m\u{9B}2J\u{7F}\u{0}\u{A}::error::x\u{D}\u{202E}\u{2066}"#))
    #expect(!rendered.contains("\n::error"))
  }
}

@Suite("A license in words")
struct LicenseWordsTests {
  private static let claims = [
    Claim(license: "llama3.1", kind: .record, source: .modelCard, evidence: ""),
    Claim(license: "mit", kind: .record, source: .catalog, evidence: ""),
  ]

  @Test(
    "says what is known, and what is not",
    arguments: [
      (.known, "mit", .high, "mit"),
      (.known, "llama3.1", .medium, "Llama 3.1 Community License (llama3.1), medium confidence"),
      (.absent, nil, .low, "none found"),
      (.unknown, nil, .low, "not recognized: “llama3.1”"),
      (.custom, nil, .low, "the publisher's own, “llama3.1”, no terms on file"),
      (
        .conflict, "llama3.1", .low,
        "the claims disagree: llama3.1 (model-card), mit (catalog); the strictest decides: Llama 3.1 Community License (llama3.1)"
      ),
      (.gated, nil, .low, "gated, access is granted by hand"),
    ] as [(LicenseState, String?, Confidence, String)])
  func words(state: LicenseState, concluded: String?, confidence: Confidence, expected: String) {
    let license = LicenseConclusion(
      concluded: concluded, state: state, confidence: confidence, claims: Self.claims,
      candidates: [Fixtures.llamaLicense])
    #expect(license.words == expected)
  }

  @Test("adds what is known of the publisher")
  func remark() {
    let license = LicenseConclusion(state: .absent, remark: "the publisher declares none")
    #expect(license.words == "none found; the publisher declares none")
  }
}
