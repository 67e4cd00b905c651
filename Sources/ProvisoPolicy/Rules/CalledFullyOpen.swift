internal import ProvisoCore

/// AIL402: called an open source AI, or fully open, and the release was not found to be.
struct CalledFullyOpen: Rule {
  let description = RuleDescription(
    id: "AIL402", name: "called-fully-open", title: "Called fully open without data or code",
    summary:
      "Documentation calls a model fully open or in keeping with the Open Source AI Definition, and its release is not among those that were found to be. That takes data information and training code, not only a free license.",
    help: """
      The Open Source AI Definition 1.0 asks for the weights and for what it takes to rebuild them: information about the data, and all code. The Open Source Initiative has examined few \
      releases; Pythia, OLMo, Amber, CrystalCoder and T5 passed. Of any other, a free license alone does not show it.

      **Fix**: say "open weights", or link the data and the code that make it more.

      Violation: `Acme-7B is a fully open model.`

      Cure: `Acme-7B has open weights under Apache 2.0.`
      """,
    level: .note)

  package func evaluate(_ statement: ResolvedStatement) -> [Outcome] {
    guard statement.statement.claim == .fullyOpen else { return [.notApplicable] }
    guard !statement.isOpenSourceAI else { return [.satisfied] }
    return [
      .violated(
        Violation(
          .notShown(statement.subject, statement.statement.phrase),
          fix: "Say \"open weights\", or link the data information and the code.", license: statement.license.id,
          location: statement.statement.location))
    ]
  }
}

extension String {
  fileprivate static func notShown(_ subject: String, _ phrase: String) -> String {
    "\"\(subject)\" is called \"\(phrase)\", and it is not among the releases that the Open Source Initiative found to have data information and code as its definition asks."
  }
}
