package import ProvisoPolicy

/// The first policy that `policy init` writes.
package enum PolicyTemplate {
  private static let schema = "https://raw.githubusercontent.com/proviso-dev/proviso/main/Policies/policy.schema.json"

  /// - Parameter pack: `proviso:` and the name of a pack.
  package static func yaml(extending pack: String, facts: [FactArgument]) -> String {
    var lines = ["# yaml-language-server: $schema=\(schema)", "version: 1", "extends: \(pack)"]
    if facts.isEmpty {
      lines += ["# organization:", "#   monthly_active_users: 9400000"]
    } else {
      lines.append("organization:")
      for name in FactName.allCases {
        guard let fact = facts.last(where: { $0.name == name }) else { continue }
        lines.append("  \(name.rawValue): \(fact.value?.yaml ?? "unknown")")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What `policy init` asks: the facts that most licenses draw their lines by.
  package static let questions: [FactName] = [.monthlyActiveUsers, .annualRevenue, .headquarters, .regionsServed]
}
