import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL002, license unknown")
struct LicenseUnknownTests {
  static let cases = [
    RuleCase(
      "violated: a name without terms on file", Subject(model: unread(("acme-license", .named))),
      "violated warning acme-license"),
    RuleCase(
      "violated: words that nobody knows", Subject(model: unread(("house rules", .unrecognized))),
      "violated warning house rules"),
    RuleCase(
      "violated: a tag that says nothing", Subject(model: unread(("unknown", .empty))), "violated warning unknown"),
    RuleCase(
      "violated: a family tag does not hide the name beside it",
      Subject(model: unread(("openrail", .familyTag), ("acme-license", .named))), "violated warning acme-license"),
    RuleCase(
      "violated, as a note: a label of one's own over a base whose license nobody has read",
      Subject(model: .hub("acme/tune", .apache, bases: [unknownBase(depth: 1)])), "violated note base-license"),
    RuleCase(
      "violated, as a note: the same two steps up from a folder of the tree",
      Subject(model: .folder("models/a", .apache, bases: [base("acme/b", .apache), unknownBase(depth: 2)])),
      "violated note base-license"),
    RuleCase(
      "satisfied: a folder's direct base is looked at itself",
      Subject(model: .folder("models/a", .apache, bases: [unknownBase(depth: 1)])), "satisfied"),
    RuleCase(
      "violated: a free license that only the publisher's other models have",
      Subject(model: .hub("acme/model", .apache, from: .publisher)), "violated warning apache-2.0"),
    RuleCase(
      "violated: a free license that only a list of third parties gives",
      Subject(model: .hub("acme/model", .apache, from: .thirdParty)), "violated warning apache-2.0"),
    RuleCase(
      "violated: only what a base asks is known of a fine-tune", Subject(model: tuned(.finetune)),
      "violated warning llama3.1"),
    RuleCase(
      "violated: the same where nothing says how it was made", Subject(model: tuned(nil)), "violated warning llama3.1"),
    RuleCase(
      "violated: a publisher's own `other` says that there is more",
      Subject(model: tuned(.finetune, ("other", .unnamed))), "violated warning llama3.1"),
    RuleCase(
      "satisfied: a copy in another shape is under what its original is under", Subject(model: tuned(.quantized)),
      "satisfied"),
    RuleCase(
      "satisfied: a restricted one is taken as it is",
      Subject(model: .hub("acme/model", .llama31, from: .publisher)), "satisfied"),
    RuleCase(
      "violated: of the license only what its name says is known",
      Subject(model: .hub("acme/model", .byName("cc-by-nc-3.0"))), "violated warning cc-by-nc-3.0"),
    RuleCase("satisfied: the terms are on file", Subject(model: .hub("acme/model", .llama31)), "satisfied"),
    RuleCase("not applicable: nothing was said; AIL001 tells", Subject(model: .hub("acme/model")), "not applicable"),
    RuleCase(
      "not applicable: AIL003 and AIL004 tell of bare tags",
      Subject(model: unread(("openrail", .familyTag), ("other", .unnamed))), "not applicable"),
  ]

  @Test("finds licenses that could not be held against the policy", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(LicenseUnknown(), example.subject) == example.verdicts)
  }

  @Test("tells a name without terms from words that were not recognized")
  func wording() {
    #expect(
      messages(LicenseUnknown(), Subject(model: unread(("acme-license", .named)))) == [
        "The license of acme/model is named acme-license, and its terms are not on file: the card says \"acme-license\"."
      ])
    #expect(
      messages(LicenseUnknown(), Subject(model: unread(("house rules", .unrecognized)))) == [
        "The license of acme/model is not recognized: the card says \"house rules\"."
      ])
  }

  @Test(
    "notes a data set that a model learns from and of which nothing is on file, and none whose terms are or that code loads"
  )
  func data() {
    var data = ResolvedModel.hub("acme/data")
    data.role = .dataset
    var reference = ModelReference(
      model: data.name, location: Location(path: "README.md", line: 3), asWritten: "acme/data", kind: .code,
      role: .dataset)
    data.references = [reference]
    #expect(
      verdicts(LicenseUnknown(), LicenseUnknown().evaluate(data: Subject(model: data, references: data.references)))
        == ["not applicable"])
    reference.derivative = "."
    data.references = [reference]
    #expect(
      verdicts(LicenseUnknown(), LicenseUnknown().evaluate(data: Subject(model: data, references: data.references)))
        == ["violated note"])
    data.data = [DataTerms(use: .any, license: "mit")]
    #expect(
      verdicts(LicenseUnknown(), LicenseUnknown().evaluate(data: Subject(model: data, references: data.references)))
        == ["not applicable"])
  }

  private static func tuned(_ relation: Relation?, _ own: (String, ClaimKind)...) -> ResolvedModel {
    let edge = base("meta-llama/b", .llama31, relation)
    var model = ResolvedModel.hub("acme/tune", .llama31, from: .base, bases: [edge])
    model.license.claims += own.map { Claim(license: $0.0, kind: $0.1, source: .catalog, evidence: "the catalog") }
    return model
  }

  private static func unknownBase(depth: Int) -> LineageEdge {
    var edge = base("acme/base", .apache, depth: depth)
    edge.license = .without(terms: ("base-license", .named))
    return edge
  }
}
