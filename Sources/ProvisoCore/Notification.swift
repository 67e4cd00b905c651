/// Something the reader of a report must know about the run itself.
package struct Notification: Hashable, Comparable, Sendable {
  package var level: Level
  /// One sentence: what happened, what was expected, what to do. Names from the scanned tree may stand in it raw; reports escape.
  package var message: String
  package var path: String?
  /// True when something that had to be read was not: the scan is incomplete and the exit code says so.
  package var isIncomplete: Bool

  package init(level: Level, message: String, path: String? = nil, isIncomplete: Bool = false) {
    self.level = level
    self.message = message
    self.path = path
    self.isIncomplete = isIncomplete
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.path ?? "", one.message) < (other.path ?? "", other.message)
  }
}

/// SARIF's levels (2.1.0 section 3.27.10), from the mildest.
package enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  package static func < (one: Self, other: Self) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
