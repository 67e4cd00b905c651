internal import ProvisoText

/// A policy of this tool, told by what it says: its names of models are no use of them. A file that is only called like one is
/// like any other.
enum PolicyFile {
  /// Whether the text is a mapping with a version and nothing beside it but what a policy may say.
  static func isPolicy(_ bytes: [UInt8], path: FilePath) -> Bool {
    guard path.isCalledPolicy, bytes.count <= maximumBytes,
      let documents = try? YAMLReader.readAll(SourceText(path: path.string, bytes: bytes)), documents.count == 1,
      let root = documents.first?.root
    else { return false }
    let names = Set(root.entries.map(\.key))
    return names.contains("version") && names.isSubset(of: keys)
  }

  /// The keys at the root of a policy, as the policy's schema has them.
  static let keys: Set<String> = [
    "version", "name", "description", "extends", "organization", "contexts", "on_missing_fact", "verdicts", "rules",
    "scopes", "obligations", "enforcement", "licenses", "choices", "corrections", "agreements", "waivers",
    "waiver_policy", "overridable", "tests",
  ]
  private static let maximumBytes = 8 << 20
}
