import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL202, derivative name lacks required prefix")
struct NamePrefixMissingTests {
  private static let llama31 = base("meta-llama/Llama-3.1-8B-Instruct", .llama31)
  private static let llama3 = base("meta-llama/Meta-Llama-3-8B", .llama3)
  private static let exaone = base("LGAI-EXAONE/EXAONE-4.0-32B", .exaone)
  private static let guessed = {
    var edge = llama31
    (edge.confidence, edge.isToldBySizes) = (.low, true)
    return edge
  }()

  private static func subject(_ name: String?, _ bases: LineageEdge..., folder: String = ".") -> Subject {
    Subject(
      model: .folder(folder, .apache, bases: bases, names: name.map { [$0] } ?? []),
      references: [reference("README.md", role: .published)])
  }

  /// Learned from the outputs of a model under the license.
  private static func taught(_ name: String, _ license: License, depth: Int = 1) -> Subject {
    Subject(
      model: .folder(".", .apache, bases: [base("meta-llama/x", license, .distilled, depth: depth)], names: [name]),
      references: [reference("README.md", role: .published)])
  }

  /// Code that loads a model and puts what it makes onto the hub.
  private static func pushed(_ name: String, _ facts: Facts) -> Subject {
    var reference = reference("train.py")
    reference.publishedAs = [DeclaredName(name: name, location: Location(path: "train.py", line: 9))]
    return Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), references: [reference], facts: facts)
  }
  private static let handedOut = Facts.stating("distributes_weights=true")

  static let cases = [
    RuleCase("violated: outputs of 3.1 train it", taught("Acme-8B", .llama31), "violated error llama3.1 1.b.i"),
    RuleCase("satisfied: so it does, and is named so", taught("Llama-Acme", .llama31), "satisfied"),
    RuleCase(
      "not applicable: outputs of Llama 3 may not train it at all", taught("Acme-8B", .llama3), "not applicable"),
    RuleCase("not applicable: a data set of others", taught("Acme-8B", .llama31, depth: 2), "not applicable"),
    RuleCase(
      "violated: put onto the hub by code", pushed("acme/Support-8B", handedOut), "violated error llama3.1 1.b.i"),
    RuleCase("satisfied: put there under such a name", pushed("acme/Llama-Support-8B", handedOut), "satisfied"),
    RuleCase(
      "violated, as a note: nothing says that others get it", pushed("acme/Support-8B", Facts()),
      "violated note llama3.1 1.b.i"),
    RuleCase("not applicable: it stays in the house", pushed("acme/Support-8B", .internalUse), "not applicable"),
    RuleCase(
      "violated, as a note: it stays in the house, and the clause asks it of whatever is modified",
      Subject(
        model: .folder("m", .exaone, bases: [exaone], names: ["Acme"]),
        references: [reference("m/a.gguf", role: .bundled)], facts: .internalUse), "violated note exaone-1.2-nc 2.1.c"),
    RuleCase("violated: published without it", subject("Acme Support 8B", llama31), "violated error llama3.1 1.b.i"),
    RuleCase("violated: Llama in the middle", subject("My-Llama-3.1", llama31), "violated error llama3.1 1.b.i"),
    RuleCase("violated: \"Llama\" is not \"Llama 3\"", subject("Llama-Acme", llama3), "violated error llama3 1.b.i"),
    RuleCase(
      "violated: the folder, where nothing gives a name", subject(nil, llama31, folder: "models/acme-8b"),
      "violated error llama3.1 1.b.i"),
    RuleCase(
      "violated, as a warning: no file names the base", subject("Acme", guessed), "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated, as a note: the publisher's own form", subject("Meta-Llama-3-Acme", llama3),
      "violated note llama3 1.b.i"),
    RuleCase(
      "violated, as a note: nothing says that it is distributed",
      Subject(
        model: .folder("models/a", .apache, bases: [llama31], names: ["Acme"]),
        references: [reference("models/a/model.gguf", role: .bundled)]), "violated note llama3.1 1.b.i"),
    RuleCase(
      "violated: of two prefixes, the one that is missing", subject("Llama 3 Acme", llama3, exaone),
      "violated error exaone-1.2-nc 2.1.c", "satisfied"),
    RuleCase(
      "violated: \"Llama 3\" alone is asked for where \"Llama\" is, too", subject("Llama Acme", llama31, llama3),
      "violated error llama3 1.b.i"),
    RuleCase(
      "violated, as a note: `check` tells the duty",
      Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), mode: .check), "violated note llama3.1 1.b.i"),
    RuleCase("satisfied: it begins so", subject("Llama Acme Support 8B", llama31), "satisfied"),
    RuleCase("satisfied: one prefix answers for both", subject("Llama 3 Acme", llama31, llama3), "satisfied"),
    RuleCase(
      "satisfied: a stray text of an edition that asks for more, beside the base's own",
      Subject(
        model: .folder(".", .llama31, .llama3, bases: [llama31], names: ["Llama Acme"]),
        references: [reference("README.md", role: .published)]), "satisfied"),
    RuleCase(
      "satisfied: the folder begins so", subject(nil, llama31, folder: "models/llama-acme"), "satisfied"),
    RuleCase(
      "not applicable: our own, and nothing leaves the house",
      Subject(
        model: .folder("models/a", .apache, bases: [llama31], names: ["Acme"]),
        references: [reference("models/a/model.gguf", role: .bundled)], facts: .internalUse), "not applicable"),
    RuleCase(
      "violated, as a note: `check` of what is only served",
      Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), facts: .service, mode: .check),
      "violated note llama3.1 1.b.i"),
    RuleCase(
      "not applicable: `check`, and nothing leaves the house",
      Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), facts: .internalUse, mode: .check), "not applicable"),
    RuleCase(
      "not applicable: `check`, and nothing is made from it",
      Subject(
        model: .hub("meta-llama/Llama-3.1-8B", .llama31),
        facts: .stating("fine_tunes=false", "trains_other_models_on_outputs=false"), mode: .check), "not applicable"),
    RuleCase("not applicable: the license asks for no name", subject("Acme", base("acme/b", .gemma)), "not applicable"),
    RuleCase(
      "not applicable: a copy has no other name", Subject(model: .folder("models/a", .llama31)), "not applicable"),
    RuleCase(
      "not applicable: somebody else's model",
      Subject(model: .hub("acme/tune", .apache, bases: [llama31]), references: [reference("app.py")]),
      "not applicable"),
    RuleCase("not applicable: no name at all", subject(nil, llama31), "not applicable"),
  ]

  @Test("finds names that do not begin as asked", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(NamePrefixMissing(), example.subject) == example.verdicts)
  }

  @Test("says which license asks, and cites the clause of that one")
  func wording() {
    #expect(
      messages(NamePrefixMissing(), Self.subject("Acme", Self.llama31)) == [
        "The name \"Acme\" does not begin with \"Llama\", as the Llama 3.1 Community License Agreement (clause 1.b.i) of its base meta-llama/Llama-3.1-8B-Instruct asks of models made from it."
      ])
    let check = Subject(model: .hub("meta-llama/Llama-3.1-8B", .llama31), mode: .check)
    #expect(
      messages(NamePrefixMissing(), check) == [
        "The Llama 3.1 Community License Agreement (clause 1.b.i) asks that the name of a model made from meta-llama/Llama-3.1-8B begin with \"Llama\"."
      ])
  }
}
