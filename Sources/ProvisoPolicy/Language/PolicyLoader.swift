package import ProvisoText

package struct PolicyLoadResult: Sendable {
  /// nil where a diagnostic is an error.
  package var policy: Policy?
  /// Those of the policy itself, then those of what it extends, each in the order of their places.
  package var diagnostics: [PolicyDiagnostic]

  package init(policy: Policy?, diagnostics: [PolicyDiagnostic]) {
    self.policy = policy
    self.diagnostics = diagnostics
  }
}

/// Reads policies. It opens no file: what a policy extends is asked of the caller.
package enum PolicyLoader {
  /// Reads a policy and all that it extends, and reports every mistake in them.
  ///
  /// - Parameters:
  ///   - path: The policy's path, as messages print it and from which `extends` counts; nil for a pack, whose
  ///     `source.path` must then be `proviso:` and its name.
  ///   - resolve: The text of a pack (`proviso:name`) or of a file, whose path has been joined to that of the policy
  ///     that extends it, which is the second; nil where there is none. What it throws becomes part of a message.
  ///   - shown: How messages print the path of a file.
  package static func load(
    _ source: SourceText, path: String?, knowledge: PolicyKnowledge,
    resolve: @escaping (_ name: String, _ child: String) throws -> SourceText? = { _, _ in nil },
    shown: @escaping (String) -> String = { $0 }
  ) -> PolicyLoadResult {
    let name = path.map(PolicyReference.normalized(_:)) ?? source.path
    var assembly = PolicyAssembly(knowledge: knowledge, shown: shown, resolve: resolve)
    let draft = assembly.draft(named: name, source)
    let isValid = !assembly.diagnostics.contains(where: \.isFatal)
    let policy = isValid ? draft.flatMap { draft in draft.trail.first.map { draft.policy($0) } } : nil
    return PolicyLoadResult(policy: policy, diagnostics: assembly.diagnostics)
  }
}
