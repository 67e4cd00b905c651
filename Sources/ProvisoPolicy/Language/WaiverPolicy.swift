package import ProvisoCore
import ProvisoText

/// `waiver_policy`: what a waiver must have to hold.
package struct WaiverPolicy: Sendable, Hashable {
  /// The keys of a waiver that can be asked for.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case reason, code, owner, approvedBy = "approved_by", ticket, created, expires, license, textHash = "text_sha256"
    case revision, paths
  }

  package enum Inline: String, Sendable, Hashable, CaseIterable {
    case allow, forbid
  }

  package var require: Set<Field>
  /// The most days from creation to expiry.
  package var maximumDays: Int?
  /// Whether a comment on the line of a finding can waive it; nil where the policy does not say, which is no.
  package var inline: Inline?
  package var origin: PolicyOrigin?

  package init(
    require: Set<Field> = [], maximumDays: Int? = nil, inline: Inline? = nil, origin: PolicyOrigin? = nil
  ) {
    self.require = require
    self.maximumDays = maximumDays
    self.inline = inline
    self.origin = origin
  }

  func over(_ parent: Self) -> Self {
    Self(
      require: require.union(parent.require), maximumDays: maximumDays ?? parent.maximumDays,
      inline: inline ?? parent.inline, origin: origin ?? parent.origin)
  }
}

enum WaiverPolicySection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    guard let node, let mapping = MappingReader(node, as: PolicySchema.waiverPolicy, "the waiver policy", in: reading)
    else { return }
    let days = mapping["max_days"].flatMap { self.days($0, in: reading) }
    let inline = reading.choice("inline", mapping["inline"], as: WaiverPolicy.Inline.self)
    draft.waiverPolicy = WaiverPolicy(
      require: Set(reading.choices("require", mapping["require"], as: WaiverPolicy.Field.self)), maximumDays: days,
      inline: inline, origin: reading.origin(of: node))
    if let days {
      draft.state(
        "waiver_policy.max_days", Stance(rank: -days, words: "\(days)"), at: mapping.keyRange(of: "max_days"),
        in: reading)
    }
    if let inline {
      draft.state(
        "waiver_policy.inline", Stance(rank: inline == .forbid ? 1 : 0, words: "`\(inline.rawValue)`"),
        at: mapping.keyRange(of: "inline"), in: reading)
    }
  }

  private static func days(_ node: DataNode, in reading: PolicyReading) -> Int? {
    if let days = node.integer, (1...36_500).contains(days) { return days }
    reading.mismatch("max_days", node, expected: "a number of days")
    return nil
  }
}

/// A waiver that does not hold.
package struct RefusedWaiver: Sendable {
  package var waiver: Waiver
  /// Why, as a sentence's end that follows the waiver's name.
  package var reason: String
  package var location: Location
}
