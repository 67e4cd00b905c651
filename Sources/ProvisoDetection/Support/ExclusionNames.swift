internal import ProvisoText

/// Names of lists whose elements are left out: `exclude_ids`, `SKIP_MODELS`, `blockedModels`, `models_to_ignore`, `denylist`.
///
/// Every word of the name must be one of those below. `skip_license_check` and `ignored_prefixes_of_models` leave out something
/// else, and the models that they name may well be in use.
enum ExclusionNames {
  /// - Parameter folded: ``SettingKeys/fold(_:)`` of the name.
  static func isOne(_ folded: String) -> Bool {
    let name = Array(folded.utf8)
    guard name.count <= longest, roots.containsAny(in: name.span) else { return false }
    if telling.contains(folded) { return true }
    // What can be said with the words up to each place: nothing yet, or with a verb among them.
    var reached = [Reached?](repeating: nil, count: name.count + 1)
    reached[0] = Reached()
    for start in name.indices {
      guard let before = reached[start] else { continue }
      for (word, isVerb) in words where name[start...].starts(with: word) {
        var after = reached[start + word.count] ?? Reached()
        after.hasVerb = after.hasVerb || before.hasVerb || isVerb
        after.hasThing = after.hasThing || before.hasThing || !isVerb
        reached[start + word.count] = after
      }
    }
    return reached[name.count].map { $0.hasVerb && $0.hasThing } ?? false
  }

  private struct Reached {
    var hasVerb = false
    var hasThing = false
  }

  private static let longest = 60
  private static let roots = NeedleSet([
    "exclu", "skip", "ignor", "block", "black", "den", "bann", "forbid", "disallow",
  ])
  /// Those that say it alone.
  private static let telling: Set<String> = [
    "blacklist", "blacklisted", "blocklist", "denylist", "exclude", "excluded", "excludes", "exclusions", "ignored",
    "skipped", "banned",
  ]
  private static let verbs = [
    "exclude", "excluded", "excludes", "excluding", "exclusion", "exclusions", "skip", "skipped", "ignore", "ignored",
    "block", "blocked", "blocklist", "blacklist", "blacklisted", "deny", "denied", "denylist", "banned", "forbidden",
    "disallowed",
  ]
  private static let things = [
    "checkpoint", "checkpoints", "hf", "hub", "id", "ids", "list", "model", "models", "name", "names", "repo", "repos",
    "set", "the", "these", "to",
  ]
  private static let words: [(word: [UInt8], isVerb: Bool)] =
    verbs.map { (Array($0.utf8), true) } + things.map { (Array($0.utf8), false) }
}
