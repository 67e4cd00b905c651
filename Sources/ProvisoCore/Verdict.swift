/// What a policy answers to the question whether a model may be used, from the freest.
package enum Verdict: String, Sendable, Hashable, CaseIterable, Comparable {
  case allow, review, deny

  package static func < (one: Self, other: Self) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// How much the findings of a part of the tree bind, from the least.
package enum Enforcement: String, Sendable, Hashable, CaseIterable, Comparable {
  /// They are told and fail no run.
  case advisory
  /// They fail the run from `--fail-on` up.
  case overridable
  /// As ``overridable``, and no option of the command line can make errors pass.
  case mandatory

  package static func < (one: Self, other: Self) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

/// Who answers for a finding that does not count, and until when.
package struct Suppression: Sendable, Hashable {
  package enum Source: String, Sendable, Hashable, CaseIterable {
    case policy
    /// A comment on the line of the finding.
    case inline
  }

  package var waiver: String
  package var source: Source
  package var reason: String
  /// A word for statistics, such as `fix-planned`.
  package var code: String?
  package var owner: String?
  package var approvedBy: String?
  package var ticket: String?
  /// The last day on which it holds, ISO 8601.
  package var expires: String?
  /// `path:line` of what waives.
  package var origin: String

  package init(
    waiver: String, source: Source = .policy, reason: String, code: String? = nil, owner: String? = nil,
    approvedBy: String? = nil, ticket: String? = nil, expires: String? = nil, origin: String
  ) {
    self.waiver = waiver
    self.source = source
    self.reason = reason
    self.code = code
    self.owner = owner
    self.approvedBy = approvedBy
    self.ticket = ticket
    self.expires = expires
    self.origin = origin
  }

  /// `W-17 (team-summary, until 2026-12-31): the footer ships later`.
  package var words: String {
    let who = [owner, expires.map { "until \($0)" }].compactMap(\.self).joined(separator: ", ")
    return "\(waiver)\(who.isEmpty ? "" : " (\(who))"): \(reason)"
  }
}
