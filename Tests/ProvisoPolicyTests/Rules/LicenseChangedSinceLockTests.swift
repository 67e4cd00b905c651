import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL503, license changed since last lock")
struct LicenseChangedSinceLockTests {
  static let cases = [
    RuleCase(
      "violated: another license", locked([.license(locked: "mit", now: "cc-by-nc-4.0")]), "violated warning apache-2.0"
    ),
    RuleCase(
      "violated: another text", locked([.text(path: "LICENSE", locked: "00", now: "11")]), "violated warning apache-2.0"
    ),
    RuleCase(
      "violated: the text is gone, and so is the license",
      locked([.license(locked: "mit", now: "no license (absent)"), .text(path: "LICENSE", locked: "00", now: nil)]),
      "violated warning apache-2.0", "violated warning apache-2.0"),
    RuleCase(
      "violated: the file names no evidence", locked([.unfounded(license: "mit")]), "violated warning apache-2.0"),
    RuleCase("violated: not in the file", locked([.missing], isListed: false), "violated warning apache-2.0"),
    RuleCase("satisfied: nothing has changed", locked([]), "satisfied"),
    RuleCase("satisfied: another revision is AIL502's", locked([.revision(locked: "a", now: "b")]), "satisfied"),
    RuleCase("not applicable: the file does not list it, and need not", locked([], isListed: false), "not applicable"),
    RuleCase("not applicable: there is no lock file", Subject(model: .hub("acme/m", .apache)), "not applicable"),
  ]

  @Test("finds what has changed", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(LicenseChangedSinceLock(), example.subject) == example.verdicts)
  }

  @Test("holds data sets against the file as well")
  func data() {
    let rule = LicenseChangedSinceLock()
    #expect(
      verdicts(rule, rule.evaluate(data: locked([.missing], isListed: false))) == ["violated warning apache-2.0"])
    #expect(verdicts(rule, rule.evaluate(data: locked([]))) == ["satisfied"])
  }

  @Test("shows both sides")
  func wording() {
    let hash = String(repeating: "ab", count: 32)
    #expect(
      messages(
        LicenseChangedSinceLock(),
        locked([.license(locked: "mit", now: "gemma (conflict)"), .text(path: "m/LICENSE", locked: hash, now: nil)]))
        == [
          "acme/m was locked under mit (proviso.lock:7), and is now found under gemma (conflict).",
          "The license text m/LICENSE of acme/m was locked as abababababab… (proviso.lock:7), and is not there any more.",
        ])
  }
}

/// acme/m, held against a lock file.
func locked(_ differences: [LockDifference], isListed: Bool = true) -> Subject {
  var model = ResolvedModel.hub("acme/m", .apache)
  let entry = LockedModel(
    name: model.name, revision: nil, license: "mit", state: .known, date: "2026-01-01", evidence: [], line: 7)
  model.lock = LockStanding(path: "proviso.lock", entry: isListed ? entry : nil, differences: differences)
  return Subject(model: model, references: [reference("app.py")])
}
