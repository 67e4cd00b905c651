internal import ProvisoCore

/// AIL008: something names a model that cannot be told from here.
struct UnresolvedReference: Rule {
  let description = RuleDescription(
    id: "AIL008", name: "unresolved-reference", title: "Reference cannot be resolved",
    summary:
      "A model is named by a string that is put together at run time, or by a path at which nothing lies in the tree, so its license is not known.",
    help: """
      `f"meta-llama/{name}"` can be any of dozens of models under several licenses, `os.environ["MODEL"]` any model at all; `./models/chat` is whatever somebody puts there. (`./models/llama-2-7b-chat` names a restricted model, whose license is held against the policy.) No rule can say anything of them. A member (`args.model`, `self.name`) names no model and is not reported; the default of an option or a field is.

      **Fix**: write the whole name, or a list of the names that can come; put models that lie elsewhere into the policy's `corrections` under the path that the code uses.

      Violation: `from_pretrained(f"meta-llama/{size}")`

      Cure: `from_pretrained("meta-llama/Llama-3.2-1B-Instruct")`
      """,
    level: .note)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.mode == .scan else { return [.notApplicable] }
    let partial = subject.references.filter(\.isPartial)
    if let first = partial.first {
      return [
        .violated(
          Violation(
            .putTogether(first.asWritten), fix: "Write the whole name, or the names that can come.",
            location: first.location))
      ]
    }
    guard subject.isAbsentPath else { return [subject.model.isLocal ? .satisfied : .notApplicable] }
    return [
      .violated(
        Violation(
          .notInTree(subject.model.name.id),
          fix: "Record its license under `corrections` in the policy, with the path that the code uses."))
    ]
  }
}

extension Subject {
  /// Code or settings name a path, no file of the tree says anything of a model there, and its name says nothing either.
  var isAbsentPath: Bool { model.isAbsent && model.license.claims.isEmpty && model.lineage.isEmpty }

  /// Nothing can be said of the license, as it is not known which model is meant.
  var isUnresolvable: Bool { isAbsentPath || (!references.isEmpty && references.allSatisfy(\.isPartial)) }
}

extension String {
  fileprivate static func putTogether(_ written: String) -> String {
    // An expression has quotes or brackets of its own.
    written.contains { "\"'[(".contains($0) } || written.contains(".env.")
      ? "A model is named at run time by \(written), so which model it is cannot be told."
      : "A model's name is put together at run time from \"\(written)\", so which model it is cannot be told."
  }

  fileprivate static func notInTree(_ path: String) -> String {
    "A model is loaded from \(path), and no such model lies in the tree."
  }
}
