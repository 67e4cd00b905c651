import ProvisoCore

/// Something that a policy states and of which more and less strict can be told, so that who extends it cannot loosen it.
struct Stance {
  /// Higher is stricter.
  var rank: Int
  /// The value in the words of a message.
  var words: String
  var origin: PolicyOrigin
  /// Where the document that states it does so.
  var range: Range<Int>
}

extension PolicyDraft {
  /// Notes what the document being read states under `key`, a path such as `scopes.test`.
  mutating func state(
    _ key: String, rank: Int, _ words: String, at range: Range<Int>?, in reading: PolicyReading
  ) {
    guard let range else { return }
    stances[key] = Stance(rank: rank, words: words, origin: reading.origin(at: range), range: range)
  }

  mutating func state(_ key: String, _ enforcement: Enforcement, at range: Range<Int>?, in reading: PolicyReading) {
    let rank = Enforcement.allCases.firstIndex(of: enforcement) ?? 0
    state(key, rank: rank, "`\(enforcement.rawValue)`", at: range, in: reading)
  }

  mutating func state(_ key: String, _ verdict: Verdict, at range: Range<Int>?, in reading: PolicyReading) {
    let rank = Verdict.allCases.firstIndex(of: verdict) ?? 0
    state(key, rank: rank, "`\(verdict.rawValue)`", at: range, in: reading)
  }
}

/// What a policy may not make looser of what it extends: all that a parent states, but for what it marks `overridable`.
enum Loosening {
  /// The names that `overridable` may hold beside rule ids.
  static let sections = ["contexts", "enforcement", "on_missing_fact", "rules", "scopes", "verdicts", "waiver_policy"]

  /// Reports what `child` loosens of `parents`. Where `range` is given, the child is another document, and that is its place.
  static func report(
    _ child: PolicyDraft, over parents: PolicyDraft, at range: Range<Int>? = nil, in reading: PolicyReading
  ) {
    for (key, stance) in child.stances.sorted(by: { $0.key < $1.key }) {
      guard let bound = parents.stances[key], parents.bound.contains(key), stance.rank < bound.rank else { continue }
      error(key, stance.words, bound, at: range ?? stance.range, in: reading)
    }
    // A longer list of what is allowed is looser than the parent's, where its rest is not.
    if let allow = child.stances["verdicts.allow"],
      parents.bound.contains("verdicts.default")
        || parents.bound.contains("verdicts.allow"), let fallback = parents.verdicts.fallback, fallback.verdict > .allow
    {
      let bound = Stance(rank: 0, words: "`\(fallback.verdict.rawValue)`", origin: fallback.origin, range: 0..<0)
      error("verdicts.allow", "another entry", bound, at: range ?? allow.range, in: reading)
    }
  }

  /// The keys of `draft` that whoever extends it cannot loosen.
  static func bound(_ draft: PolicyDraft) -> Set<String> {
    Set(
      draft.stances.keys.filter { key in
        !draft.overridable.contains { name in
          key == name || key.hasPrefix("\(name).") || key == "rules.\(name)" || key.hasPrefix("rules.\(name).")
        }
      })
  }

  private static func error(
    _ key: String, _ words: String, _ bound: Stance, at range: Range<Int>, in reading: PolicyReading
  ) {
    let name = key.hasPrefix("rules.") ? String(key.dropFirst("rules.".count)) : key
    let section = name.split(separator: ".").first.map(String.init) ?? name
    reading.error(
      "`\(name)`: \(words) is looser than \(bound.words) of \(bound.origin), which this policy extends", at: range,
      hint: "what may be loosened, a policy lists: `overridable: [\(section)]`")
  }
}
