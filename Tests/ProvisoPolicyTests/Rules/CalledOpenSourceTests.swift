import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL401, called open source")
struct CalledOpenSourceTests {
  private func outcomes(_ license: License) -> [Outcome] {
    let statement = OpennessStatement(
      location: Location(path: "README.md", line: 7), sentence: "Llama 3.1 is an open-source model.",
      phrase: "open-source", directory: ".")
    return CalledOpenSource().evaluate(
      ResolvedStatement(statement: statement, subject: "llama 3.1", license: license, model: nil))
  }

  @Test("violated: the license fails the definition, with criterion, clause and reason")
  func violated() throws {
    let violation = try #require(violations(outcomes(.llama31)).first)
    #expect(
      violation.message
        == "\"llama 3.1\" is called \"open-source\", and the Llama 3.1 Community License Agreement fails criterion 5 of the Open Source Definition: organizations above the user threshold get no rights."
    )
    #expect(violation.clause == "2")
    #expect(violation.license == "llama3.1")
    #expect(violation.location == Location(path: "README.md", line: 7))
  }

  @Test("violated: without a criterion on file, none is claimed")
  func withoutCriterion() {
    let found = violations(outcomes(.gemma))
    #expect(
      found.map(\.message) == [
        "\"llama 3.1\" is called \"open-source\", and the Gemma Terms of Use fails the Open Source Definition."
      ])
    #expect(found.map(\.clause) == [nil])
  }

  @Test("satisfied: the license passes; not applicable: nobody has judged it")
  func others() {
    #expect(outcomes(.apache).contains { if case .satisfied = $0 { true } else { false } })
    #expect(outcomes(.kimi).contains { if case .notApplicable = $0 { true } else { false } })
    #expect(violations(outcomes(.apache) + outcomes(.kimi)).isEmpty)
  }
}
