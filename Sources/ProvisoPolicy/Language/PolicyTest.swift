package import ProvisoCore
import ProvisoText

/// One row of a policy's own tests: a case, and what the policy must say of it.
package struct PolicyTest: Sendable {
  package struct Given: Sendable {
    package var context: String?
    /// The id of a license, for a model that nobody has to know.
    package var license: String?
    package var model: String?
    package var facts: Facts
    /// The licenses of the models that it was made from.
    package var lineage: [String]
    package var state: LicenseState?
    /// The duties that are done in the case.
    package var done: Set<ObligationEvidence.Kind> = []
  }

  package struct Expectation: Sendable {
    package var verdict: Verdict?
    /// Rules that must fire.
    package var rules: [String]
    /// Rules that must not fire.
    package var absent: [String]
  }

  package var name: String
  package var given: Given
  package var expect: Expectation
  package var origin: PolicyOrigin
}

/// `tests`: run by `proviso policy test`.
enum TestsSection {
  static func tests(_ node: DataNode?, in reading: PolicyReading) -> [PolicyTest] {
    var firstLines: [String: Int] = [:]
    return reading.list("tests", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.test, "a test", in: reading) else { return nil }
      let name = reading.text("name", mapping["name"])
      let given = given(mapping["given"], in: reading)
      let expect = expectation(mapping["expect"], in: reading)
      guard let name, let node = mapping["name"], let given, let expect else { return nil }
      if let line = firstLines[name] {
        reading.error(
          "there are two tests with the name \(Quoted.text(name))", at: node.range, hint: "the first is in line \(line)"
        )
      }
      firstLines[name] = reading.origin(of: node).line
      return PolicyTest(name: name, given: given, expect: expect, origin: reading.origin(of: item))
    }
  }

  private static func given(_ node: DataNode?, in reading: PolicyReading) -> PolicyTest.Given? {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.given, "what is given", in: reading) else {
      return nil
    }
    let context = reading.text("context", mapping["context"])
    if let context, let node = mapping["context"] { reading.mention(context: context, at: node.range) }
    let license = reading.license("license", mapping["license"])
    let model = reading.text("model", mapping["model"])
    let lineage = reading.licenses("lineage", mapping["lineage"])
    let state = reading.choice("state", mapping["state"], as: LicenseState.self)
    var facts = Facts()
    var done: Set<ObligationEvidence.Kind> = []
    if let node = mapping["facts"],
      let stated = MappingReader(node, as: PolicySchema.givenFacts, "the facts", in: reading)
    {
      let reader = FactsReader(reading: reading)
      facts = reader.facts(of: stated)
      for (key, kind) in duties where reader.boolean(key, of: stated)?.value == true { done.insert(kind) }
    }
    let subjects = ["license", "model", "state"].filter { mapping[$0] != nil }
    if subjects.count != 1 {
      let found = subjects.isEmpty ? "none of them" : Wording.list(subjects.map { "`\($0)`" })
      reading.error(
        "a test is given one of `license`, `model` and `state`, found \(found)",
        at: node.entries.first?.keyRange ?? node.range)
    }
    return PolicyTest.Given(
      context: context, license: license, model: model, facts: facts, lineage: lineage, state: state, done: done)
  }

  /// By the keys of `obligations`.
  private static let duties: KeyValuePairs<String, ObligationEvidence.Kind> = [
    "built_with_display": .display, "license_copies": .licenseCopy, "notices": .notice,
  ]

  private static func expectation(_ node: DataNode?, in reading: PolicyReading) -> PolicyTest.Expectation? {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.expectation, "what is expected", in: reading)
    else { return nil }
    let verdict = reading.choice("verdict", mapping["verdict"], as: Verdict.self)
    let rules = reading.rules("rules", mapping["rules"])
    let absent = reading.rules("not", mapping["not"])
    if node.entries.isEmpty {
      reading.error("`expect`: expected a verdict or rules, found an empty mapping", at: node.range)
    } else if mapping["verdict"] == nil, [mapping["rules"], mapping["not"]].allSatisfy({ $0.map(isEmptyList) ?? true })
    {
      reading.error(
        "`expect`: an empty list expects nothing, and the case would pass whatever comes", at: node.range,
        hint: "state `verdict`, or name rules that must fire under `rules` and those that must not under `not`")
    }
    return PolicyTest.Expectation(verdict: verdict, rules: rules, absent: absent)
  }
}

extension TestsSection {
  private static func isEmptyList(_ node: DataNode) -> Bool { node.isSequence && node.items.isEmpty }
}

extension PolicyReading {
  /// Ids of rules, one or a list that may be empty beside a verdict.
  fileprivate func rules(_ key: String, _ node: DataNode?) -> [String] {
    if let node, node.isSequence, node.items.isEmpty { return [] }
    return texts(key, node).compactMap { id, node in isRule(id, at: node.range) ? id : nil }
  }
}
