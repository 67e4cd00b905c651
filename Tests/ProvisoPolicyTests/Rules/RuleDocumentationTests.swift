import Foundation
import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoPolicy

@Suite("The documentation of the rules")
struct RuleDocumentationTests {
  private static let path = "\(packageRoot)/Policies/RULES.md"

  @Test("is the file Policies/RULES.md; PROVISO_REWRITE=1 in the environment of the test run writes it anew")
  func file() throws {
    let expected = RuleDocumentation.markdown(RuleList.descriptions)
    if ProcessInfo.processInfo.environment["PROVISO_REWRITE"] == "1" {
      try Data(expected.utf8).write(to: URL(fileURLWithPath: Self.path))
    }
    let found = String(decoding: try Data(contentsOf: URL(fileURLWithPath: Self.path)), as: UTF8.self)
    let isEqual = found == expected
    #expect(
      isEqual,
      "Policies/RULES.md differs from the rules; run PROVISO_REWRITE=1 swift test --filter RuleDocumentationTests")
  }

  @Test("has a heading for each rule that reports can point at, and all that the rule says of itself")
  func section() {
    let rule = RuleDescription(
      id: "AIL999", name: "acme-name", title: "Acme", summary: "A summary.", help: "**Fix**: help.", level: .note,
      facts: ["commercial", "uses"], since: "9.8.7")
    let text = RuleDocumentation.markdown([rule])
    #expect(text.contains("| [AIL999](#ail999) | `acme-name` | Acme | note |\n"))
    #expect(
      text.hasSuffix(
        """
        ## AIL999

        **Acme**

        - Name: `acme-name`
        - Level: note
        - Facts: `commercial`, `uses`
        - Since: 9.8.7

        A summary.

        **Fix**: help.

        """))
  }
}
