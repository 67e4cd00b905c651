internal import ProvisoCore

/// AIL401: called open source, under a license that fails the Open Source Definition.
struct CalledOpenSource: Rule {
  let description = RuleDescription(
    id: "AIL401", name: "called-open-source", title: "Called open source, license fails the OSD",
    summary: "Documentation calls a model open source, and its license fails criteria of the Open Source Definition.",
    help: """
      A license that limits who may use a model, or for what, fails criteria 5 or 6 of the Open Source Definition, whatever the weights' availability. Saying "open source" of it misleads readers \
      about their rights.

      Only sentences whose grammar ties the words to the model are reported; negations, quotations and code are left alone.

      **Fix**: say "open weights", and link the license.

      Violation: `We use Llama 3.1, an open-source model by Meta.`

      Cure: `We use Llama 3.1, an open-weights model by Meta.`
      """,
    level: .warning)

  package func evaluate(_ statement: ResolvedStatement) -> [Outcome] {
    guard statement.statement.claim == .openSource else { return [.notApplicable] }
    let license = statement.license
    switch license.openness.osd {
    case .pass: return [.satisfied]
    case .notReviewed: return [.notApplicable]
    case .fail: break
    }
    let criterion = license.openness.failedCriteria.first
    return [
      .violated(
        Violation(
          .failsDefinition(statement.subject, statement.statement.phrase, license, criterion),
          fix: "Say \"open weights\" and name the license.", license: license.id, clause: criterion?.clause,
          location: statement.statement.location))
    ]
  }
}

extension String {
  fileprivate static func failsDefinition(
    _ subject: String, _ phrase: String, _ license: License, _ criterion: License.Criterion?
  ) -> String {
    let why =
      criterion.map { " criterion \($0.criterion) of the Open Source Definition: \($0.because)" }
      ?? " the Open Source Definition"
    return "\"\(subject)\" is called \"\(phrase)\", and the \(license.nameAfterArticle) fails\(why)."
  }
}
