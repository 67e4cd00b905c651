import ProvisoCore
import ProvisoText

/// `scopes`: the highest level of a finding whose references all stand in tests, examples, documentation or CI.
enum ScopesSection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.scopes, "the scopes", in: reading) else {
      return
    }
    for scope in Scope.allCases where scope != .production {
      let key = scope.rawValue
      guard let severity = reading.choice(key, mapping[key], as: RuleSetting.Severity.self) else { continue }
      draft.scopes[scope] = RuleSetting(severity: severity, origin: mapping.origin(of: key, in: reading))
      draft.state("scopes.\(key)", Stance(severity), at: mapping.keyRange(of: key), in: reading)
    }
  }
}
