internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoText

/// What a store of models on the disk says of the models that a scan found, and what of it could not be read.
struct StoreReading {
  var declarations: [OutsideDeclaration] = []
  var notifications: [Notification] = []
  /// The hashes of the weights that lie in the store, by which it calls them.
  var digests: [ModelName: [FileDigest]] = [:]
  let kind: String

  /// - Parameter path: of the directory, of which reports say the name alone: where a machine keeps it is nobody's business.
  init(kind: String, at path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.kind = "\(kind) \(Location.elsewhere)\(name)"
  }

  /// What could have said something and was not read makes the scan incomplete; what is not there does not, where nothing says that it
  /// should be.
  mutating func tell(_ trouble: FileTrouble, isListed: Bool = false) {
    guard isListed || trouble.kind != .notFound else { return }
    tell("\(trouble.path) was not read. \(trouble.message)")
  }

  mutating func tell(_ message: String) {
    notifications.append(Notification(level: .warning, message: "\(kind): \(message)", isIncomplete: true))
  }

  /// The directory is no store: perhaps the one above or below it is.
  mutating func tellEmpty(_ expected: String) {
    notifications.append(
      Notification(level: .note, message: "\(kind) has no \(expected), so nothing was read there; check the directory.")
    )
  }

  /// Adds what was detected in the file at `path` of the store, as claims about `model`.
  mutating func add(
    _ detections: Detections, at path: String, of model: ModelName, source: ClaimSource, doubt: String? = nil
  ) {
    // There is no tree around a store in which a path could lead anywhere.
    let detections = BasePaths.settled(detections) { _ in false }
    for var declaration in detections.declarations {
      let hasUnreadBase = declaration.unreadBases.contains { !$0.isLeftByTrainer }
      guard !declaration.licenses.isEmpty || !declaration.bases.isEmpty || hasUnreadBase else { continue }
      declaration.licenses.removeAll { $0.subject == .code }
      for index in declaration.licenses.indices { declaration.licenses[index].location.path = path }
      for index in declaration.bases.indices { declaration.bases[index].location.path = path }
      var outside = OutsideDeclaration(
        model: model, source: source, location: Location(path: path), licenses: declaration.licenses,
        bases: declaration.bases)
      outside.hasUnreadBase = hasUnreadBase
      outside.doubt = doubt
      declarations.append(outside)
    }
    for notification in detections.notifications where notification.isIncomplete {
      tell("\(path): \(notification.message)")
    }
  }
}
