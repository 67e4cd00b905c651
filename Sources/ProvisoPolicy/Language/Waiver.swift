/// A violation that somebody answers for until a date.
package struct Waiver: Sendable {
  package struct Subject: Sendable, Hashable {
    package var model: String
    /// The revision that the waiver was given for; nil for any.
    package var revision: String?
    /// The license id that the waiver was given for; nil for any.
    package var license: String?
    /// The hash of the license text that was read; the waiver does not hold for another.
    package var textHash: String?

    package init(model: String, revision: String? = nil, license: String? = nil, textHash: String? = nil) {
      self.model = model
      self.revision = revision
      self.license = license
      self.textHash = textHash
    }
  }

  package struct Reason: Sendable, Hashable {
    /// A word for statistics, such as `fix-planned`.
    package var code: String?
    package var text: String

    package init(code: String? = nil, text: String) {
      self.code = code
      self.text = text
    }
  }

  package var id: String
  package var rule: String
  package var subject: Subject
  /// Where the waiver holds; nil for everywhere.
  package var paths: PathPatterns?
  package var reason: Reason
  package var owner: String
  package var approvedBy: String?
  package var ticket: String?
  package var created: CalendarDate?
  /// The last day on which the waiver holds.
  package var expires: CalendarDate
  package var origin: PolicyOrigin

  package init(
    id: String, rule: String, subject: Subject, paths: PathPatterns? = nil, reason: Reason, owner: String,
    approvedBy: String? = nil, ticket: String? = nil, created: CalendarDate? = nil, expires: CalendarDate,
    origin: PolicyOrigin
  ) {
    self.id = id
    self.rule = rule
    self.subject = subject
    self.paths = paths
    self.reason = reason
    self.owner = owner
    self.approvedBy = approvedBy
    self.ticket = ticket
    self.created = created
    self.expires = expires
    self.origin = origin
  }

  /// All that a waiver says, for telling whether another policy has the same.
  package var identity: [String] {
    [
      id, rule, subject.model, subject.revision, subject.license, subject.textHash,
      paths?.patterns.joined(separator: "\n"),
      reason.text, reason.code, owner, approvedBy, ticket, created?.description, expires.description,
    ].map { $0 ?? "" }
  }

  /// The day that the waiver waits for: it does not hold before it was given.
  package func begins(after date: CalendarDate) -> CalendarDate? {
    created.flatMap { date < $0 ? $0 : nil }
  }

  /// True from the day after ``expires``.
  package func isExpired(on date: CalendarDate) -> Bool { expires < date }
}
