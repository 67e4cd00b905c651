package import ProvisoCore
internal import ProvisoText

/// Licenses that a document states for files by patterns, brought to the weights of the tree that the patterns match.
package enum PatternedLicenses {
  /// So many answers of a pattern are asked for; each document has its share.
  private static let mostAnswers = 4_000_000

  package static func settled(_ detections: Detections) -> Detections {
    let spoken = Dictionary(grouping: detections.declarations.filter { !$0.patterns.isEmpty }, by: \.location.path)
    guard !spoken.isEmpty else { return detections }
    var detections = detections
    detections.declarations.removeAll { !$0.patterns.isEmpty }
    let weights = detections.declarations.filter { $0.source == .weightMetadata && $0.establishesModel }
    for (path, declarations) in spoken.sorted(by: { $0.key < $1.key }) {
      let rules = declarations.map { declaration in
        (globs: declaration.patterns.compactMap { try? Glob($0) }, declaration: declaration)
      }
      let share = mostAnswers / spoken.count / max(1, rules.reduce(0) { $0 + $1.globs.count })
      if weights.count > share {
        detections.notifications.append(
          Notification(
            level: .warning,
            message: "What it says of paths was held against the first \(share) of \(weights.count) weight files only.",
            path: path, isIncomplete: true))
      }
      var told: Set<String> = []
      for file in weights.prefix(share) {
        // The last one that matches a file counts.
        guard let rule = rules.last(where: { $0.globs.contains { $0.matches(file.location.path) } }),
          !rule.declaration.licenses.isEmpty,
          told.insert("\(file.model)\n\(rule.declaration.location.line)").inserted
        else { continue }
        var declaration = rule.declaration
        declaration.model = file.model
        declaration.patterns = []
        detections.declarations.append(declaration)
      }
    }
    return detections
  }
}
