package import ProvisoCore

/// The names that a policy may use.
package struct PolicyKnowledge: Sendable {
  package let ruleIDs: [String]
  /// Every id and alias of a known license, in the spellings that are accepted.
  package let licenseIDs: [String]
  /// The names of the options of each rule that has any.
  package let ruleOptions: [String: [String]]
  /// The level that each rule has by itself.
  package let ruleLevels: [String: Level]
  /// The families of known licenses. Empty where nobody looked them up; any is accepted then.
  package let families: [String]
  /// The packs that ship with the tool, without `proviso:`.
  package let packNames: [String]

  private let rules: Set<String>
  private let licenses: Set<String>

  package init(
    ruleIDs: [String], licenseIDs: [String], families: [String] = [], packNames: [String] = [],
    ruleOptions: [String: [String]] = [:], ruleLevels: [String: Level] = [:]
  ) {
    self.ruleIDs = ruleIDs
    self.licenseIDs = licenseIDs
    self.families = families
    self.ruleOptions = ruleOptions
    self.ruleLevels = ruleLevels
    self.packNames = packNames
    rules = Set(ruleIDs)
    licenses = Set(licenseIDs)
  }

  func hasRule(_ id: String) -> Bool { rules.contains(id) }
  func hasLicense(_ id: String) -> Bool { licenses.contains(id) }
}
