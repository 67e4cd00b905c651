internal import ProvisoCore
internal import ProvisoDetection

/// How many models a scan holds: what is known of one and what is found of it take some kilobytes until the report is written.
enum ModelLimit {
  static let models = 50_000

  /// Leaves out the references to all models beyond the first `limit`, and says so.
  static func held(_ detections: Detections, to limit: Int = models) -> Detections {
    guard detections.references.count > limit else { return detections }
    var names: Set<ModelName> = []
    var first: ModelReference?
    let kept = detections.references.filter { reference in
      if names.contains(reference.model) { return true }
      if names.count < limit {
        names.insert(reference.model)
        return true
      }
      first = first ?? reference
      return false
    }
    guard let first else { return detections }
    var detections = detections
    detections.references = kept
    detections.notifications.append(
      Notification(
        level: .warning,
        message:
          "More than \(limit) models are named; all but the first \(limit), from \(first.asWritten) on, are left out. Scan parts of the tree, or leave files out with --exclude.",
        path: first.location.path, isIncomplete: true))
    return detections
  }
}
