internal import ProvisoCore
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoResolution

/// Runs the cases that a policy brings along: the same evaluator that a scan uses, one model at a time.
package struct PolicyTestRun: Sendable {
  package struct Outcome: Sendable {
    package var name: String
    package var origin: PolicyOrigin
    /// What was expected and what came, one clause each; empty for a case that passed.
    package var failures: [String]
    /// What the case gives against itself or the policy, a sentence each: it may pass and say nothing.
    package var contradictions: [String] = []
  }

  private let policy: Policy
  private let today: CalendarDate

  package init(policy: Policy, today: CalendarDate) {
    self.policy = policy
    self.today = today
  }

  package func run() -> [Outcome] {
    let known = Set(policy.doubtfulFacts(on: today).map(\.message))
    return policy.tests.map { test in
      let held = policy(in: test)
      var outcome = Outcome(name: test.name, origin: test.origin, failures: failures(of: test, held))
      outcome.contradictions = held.organization.doubts(on: today).filter { !known.contains($0) }
      return outcome
    }
  }

  /// The policy with the facts of the case.
  private func policy(in test: PolicyTest) -> Policy {
    let inContext = test.given.context.flatMap { self.policy.inContext($0) } ?? self.policy
    var policy = inContext
    policy.organization = inContext.organization.overlaid(by: test.given.facts)
    // The case says what is done, not where.
    policy.obligations = EvidencePlaces()
    return policy
  }

  private func failures(of test: PolicyTest, _ policy: Policy) -> [String] {
    let model = model(test.given)
    let evaluation = Evaluator(policy: policy, today: today, mode: .check).evaluate(
      [model], evidence: evidence(of: test.given.done, model))
    let verdict = evaluation.verdicts.first ?? .allow
    let fired = Set(evaluation.findings.map(\.rule)).sorted()
    let all = fired.isEmpty ? "nothing fired" : "\(fired.joined(separator: ", ")) fired"
    var failures: [String] = []
    if let expected = test.expect.verdict, expected != verdict {
      failures.append("expected the verdict \(expected.rawValue), got \(verdict.rawValue): \(all)")
    }
    failures += test.expect.rules.filter { !fired.contains($0) }.map { "expected \($0) to fire: \(all)" }
    failures += test.expect.absent.filter(fired.contains).map { "expected \($0) not to fire" }
    return failures
  }

  /// What would be found in a tree where these duties are done.
  private func evidence(of done: Set<ObligationEvidence.Kind>, _ model: ResolvedModel) -> ObligationEvidenceList {
    let place = Location(path: "NOTICE")
    return ObligationEvidenceList(
      model.applicableLicenses.map(\.license).flatMap { license in
        [
          license.terms.display.value.map {
            ObligationEvidence(kind: .display, subject: $0, place: .interface, location: place)
          },
          license.terms.noticeText.value.map {
            ObligationEvidence(kind: .notice, subject: $0, place: .notice, location: place)
          },
          ObligationEvidence(kind: .licenseCopy, subject: license.id, place: .notice, location: place),
        ].compactMap(\.self)
      }.filter { done.contains($0.kind) })
  }

  /// The model of a case: one that is looked up, or a nameless one under a license.
  private func model(_ given: PolicyTest.Given) -> ResolvedModel {
    let library = policy.library
    var model: ResolvedModel
    if let name = given.model {
      let resolver = Resolver(library: library, corrections: policy.corrections(without: [:]))
      model = Check.answer(name, resolver: resolver).model
    } else {
      let license = given.license.flatMap(library.license)
      model = ResolvedModel(
        name: .huggingFace("example/model"), role: .used,
        license: license.map(conclusion) ?? given.state.map(conclusion) ?? LicenseConclusion(state: .absent))
      if given.state == .gated { model.gate = Gate(evidence: "the case gives it") }
      // Whoever gives a license and what the model was made from speaks of a model of their own.
      model.isCalledOwn = !given.lineage.isEmpty
    }
    for (index, license) in given.lineage.compactMap(library.license).enumerated() {
      model.lineage.append(
        LineageEdge(
          relation: .finetune, base: .huggingFace("example/base-\(index + 1)"), license: conclusion(license),
          evidence: "the case gives it"))
    }
    return model
  }

  /// What brings a model into a state.
  private func conclusion(_ state: LicenseState) -> LicenseConclusion {
    func claim(_ license: String, _ kind: ClaimKind, _ source: ClaimSource = .modelCard) -> Claim {
      Claim(license: license, kind: kind, source: source, evidence: "the case gives the state \(state.rawValue)")
    }
    let claims: [Claim] =
      switch state {
      case .absent, .gated: []
      case .unknown: [claim("text", .unrecognized)]
      case .custom, .known: [claim("example-license", .named)]
      case .conflict: [claim("example-license", .named), claim("another-license", .named, .licenseFile)]
      }
    return LicenseConclusion(state: state, claims: claims)
  }

  private func conclusion(_ license: License) -> LicenseConclusion {
    let claim = Claim(license: license.id, kind: .record, source: .modelCard, evidence: "the case gives it")
    return LicenseConclusion(
      concluded: license.id, expression: license.spdx, category: license.category, state: .known, confidence: .high,
      claims: [claim], candidates: [license])
  }
}
