import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL307, research-only license outside research context")
struct ResearchOnlyTests {
  private static func inContext(_ id: String, _ facts: Facts) -> Subject {
    var subject = Subject.used(.exaone, facts)
    subject.context = id
    return subject
  }
  /// As where the context itself states what reaches users.
  private static func reaching(_ subject: Subject) -> Subject {
    var subject = subject
    subject.contextReachesUsers = true
    return subject
  }
  private static let clause = "exaone-1.2-nc 2.1.a; 2.2; 3.1"

  static let cases = [
    RuleCase(
      "violated, as a note: commercial, which AIL301 tells of as an error", .used(.exaone, .stating("commercial=true")),
      "violated note \(clause)"),
    RuleCase(
      "violated: commercial, where the license has no word on commerce",
      .used(.fixture("research", "Research License", .researchOnly), .stating("commercial=true")),
      "violated error research"),
    RuleCase(
      "violated: commercial, where the policy has changed what AIL301 is worth",
      Subject(
        model: .hub("acme/model", .exaone), references: [reference("app.py")], facts: .stating("commercial=true"),
        settings: ["AIL301": RuleSetting(severity: .off, origin: .fixture)]), "violated error \(clause)"),
    RuleCase(
      "violated: a free service is no research",
      .used(.exaone, .stating("commercial=false", "serves_over_network=true")),
      "violated error \(clause)"),
    RuleCase(
      "violated: shipped for free", .used(.exaone, .stating("commercial=false", "distributes_product=true")),
      "violated error \(clause)"),
    RuleCase(
      "violated, as a note: commercial research", inContext("research", .stating("commercial=true")),
      "violated note \(clause)"),
    RuleCase(
      "satisfied: a research context of an organization that serves other things",
      inContext("research-demo", .stating("commercial=false", "serves_over_network=true")), "satisfied"),
    RuleCase(
      "violated: a research context that is served by its own facts",
      reaching(inContext("research-demo", .stating("commercial=false", "serves_over_network=true"))),
      "violated error \(clause)"),
    RuleCase("satisfied: not commercial and kept inside", .used(.exaone, .stating("commercial=false")), "satisfied"),
    RuleCase(
      "not applicable: non-commercial is AIL301's", .used(.ccByNC, .stating("commercial=true")), "not applicable"),
    RuleCase("undetermined: nothing says whether it is commercial", .used(.exaone), "undetermined commercial"),
  ]

  @Test("finds research licenses in other use", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(ResearchOnly(), example.subject) == example.verdicts)
  }
}
