import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL112, data set is non-commercial or bars derivatives")
struct DataNonCommercialTests {
  private static let alpaca = DataTerms(use: .nonCommercial, license: "cc-by-nc-4.0", clause: "1(i); 2(a)(1)")
  private static let research = DataTerms(use: .academic, license: "Research Only")
  private static let noDerivatives = DataTerms(
    use: .any, isNoDerivatives: true, license: "cc-by-nd-4.0", clause: "2(a)(1)(B)")

  static let cases: [RuleCase] = [
    RuleCase(
      "violated: the use is commercial", data(alpaca, facts: .stating("commercial=true")),
      "violated warning cc-by-nc-4.0 1(i); 2(a)(1)"),
    RuleCase(
      "violated: research only", data(research, facts: .stating("commercial=true")), "violated warning Research Only"),
    RuleCase("violated, as a note: no derivatives", data(noDerivatives), "violated note cc-by-nd-4.0 2(a)(1)(B)"),
    RuleCase("satisfied: the use is not commercial", data(alpaca, facts: .stating("commercial=false")), "satisfied"),
    RuleCase("undetermined: nobody says", data(alpaca), "undetermined commercial"),
    RuleCase("not applicable: any use", data(DataTerms(use: .any, license: "mit")), "not applicable"),
    RuleCase("not applicable: nothing is known", data(), "not applicable"),
  ]

  @Test("holds the use against the data's license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(dataVerdicts(DataNonCommercial(), example.subject) == example.verdicts)
  }

  @Test("says nothing of models")
  func models() {
    #expect(verdicts(DataNonCommercial(), Subject(model: .hub("a/b", .ccByNC))).isEmpty)
  }
}

/// A data set of the hub, named in a training script.
func data(_ terms: DataTerms..., bases: [LineageEdge] = [], facts: Facts = Facts(), derivative: String? = nil)
  -> Subject
{
  var model = ResolvedModel(
    name: .huggingFace("acme/d"), role: .dataset, license: LicenseConclusion(state: .known), lineage: bases)
  model.data = terms
  return Subject(
    model: model, references: [reference("train.yaml", role: .dataset, derivative: derivative)], facts: facts)
}

/// ``verdicts(_:_:)`` of what a rule says of data.
func dataVerdicts(_ rule: any Rule, _ subject: Subject) -> [String] {
  verdicts(rule, rule.evaluate(data: subject))
}
