package import ProvisoCore

/// What is known of where models can still be had, and of who must accept terms to have them.
package enum ModelAccess {
  /// What became of a hub model whose publisher has taken it down; nil for all others.
  package static func withdrawal(of id: String) -> Withdrawal? {
    guard let fields = EmbeddedText.withdrawn.fields(ofKey: id, ignoringCase: true), fields.count >= 5 else {
      return nil
    }
    return Withdrawal(id: fields[1], successor: fields[2].isEmpty ? nil : fields[2], date: fields[3], source: fields[4])
  }

  /// Who says that the hub hands out a model only to those who have accepted terms; nil where nobody is known to.
  package static func gate(of id: String) -> Gate? {
    let id = id.lowercased()
    let row = gated[id.prefix { $0 != "/" }]?.first { fields in matches(fields[0], id) }
    return row.map { Gate(evidence: "the hub asked for it in \($0[1]) (\($0[2]))") }
  }

  /// Whether the Open Source Initiative found the release in keeping with its Open Source AI Definition.
  package static func isOpenSourceAI(_ id: String) -> Bool {
    let id = id.lowercased()
    return osaid.contains { $0[1] == "pass" && matches($0[0], id) }
  }

  /// By owner: every pattern is of one.
  private static let gated = Dictionary(grouping: EmbeddedText.gated.allFields().filter { $0.count >= 3 }) {
    $0[0].prefix { $0 != "/" }
  }
  private static let osaid = EmbeddedText.osaid.allFields().filter { $0.count >= 3 }

  /// `*` at the end of a pattern stands for the rest.
  private static func matches(_ pattern: String, _ id: String) -> Bool {
    pattern.hasSuffix("*") ? id.hasPrefix(pattern.dropLast()) : id == pattern
  }
}
