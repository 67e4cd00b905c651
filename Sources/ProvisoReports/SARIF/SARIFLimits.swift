import ProvisoCore

/// What GitHub code scanning takes in one run, and how long a message may be that people still read.
struct SARIFLimits {
  /// More results than this and the upload is rejected.
  var results = 25_000
  /// Of more results than this the severest are shown.
  var shown = 5_000
  /// Up to 1,000 locations are accepted for a result; each of ours is a link in its message.
  var related = 50
  /// In UTF-16 code units, as all lengths here.
  var message = 4_000
  var linkText = 200
  /// Of a rule's short and full description.
  var description = 1_024
}

/// What the limits left out of a log.
struct SARIFCuts {
  var results = 0
  /// The results of the log that code scanning does not show.
  var unshown = 0
  var related = 0
  var messages = 0

  /// One notification for each sort of thing that was left out.
  func notifications(_ limits: SARIFLimits) -> [Notification] {
    var notifications: [Notification] = []
    if results > 0 {
      notifications.append(
        Notification(
          level: .warning,
          message: "\(results) findings beyond the \(limits.results) that code scanning accepts are not in this log; "
            + "the severest were kept, and the JSON report has all."))
    }
    if unshown > 0 {
      notifications.append(
        Notification(
          level: .note,
          message: "GitHub shows the \(limits.shown) severest of the results in this log and leaves \(unshown) out; "
            + "other readers and the other reports have all."))
    }
    if related > 0 {
      notifications.append(
        Notification(
          level: .note,
          message: "\(related) related locations beyond \(limits.related) for a result are not in this log; "
            + "the JSON report has all."))
    }
    if messages > 0 {
      notifications.append(
        Notification(
          level: .note,
          message: "\(messages) messages longer than \(limits.message) characters are cut in this log; "
            + "the JSON report has them whole."))
    }
    return notifications
  }
}
