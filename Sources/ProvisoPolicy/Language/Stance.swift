import ProvisoCore

/// Something that a policy states and of which more and less strict can be told, so that who extends it cannot loosen it.
struct Stance {
  /// Higher is stricter.
  var rank: Int
  /// The value in the words of a message.
  var words: String
  /// nil for what holds where nothing is stated.
  var origin: PolicyOrigin?
  /// Where the document that states it does so.
  var range: Range<Int> = 0..<0

  init(rank: Int, words: String, origin: PolicyOrigin? = nil, range: Range<Int> = 0..<0) {
    self.rank = rank
    self.words = words
    self.origin = origin
    self.range = range
  }

  init(_ verdict: Verdict, origin: PolicyOrigin? = nil) {
    self.init(
      rank: Verdict.allCases.firstIndex(of: verdict) ?? 0, words: "`\(verdict.rawValue)`", origin: origin)
  }

  init(_ enforcement: Enforcement) {
    self.init(rank: Enforcement.allCases.firstIndex(of: enforcement) ?? 0, words: "`\(enforcement.rawValue)`")
  }

  init(_ severity: RuleSetting.Severity) {
    self.init(rank: severity.rank, words: "`\(severity.rawValue)`")
  }
}

extension PolicyDraft {
  /// Notes what the document being read states under `key`, a path such as `scopes.test`.
  mutating func state(_ key: String, _ stance: Stance, at range: Range<Int>?, in reading: PolicyReading) {
    guard let range else { return }
    var stance = stance
    stance.origin = reading.origin(at: range)
    stance.range = range
    stances[key] = stance
  }

  /// Whether who extends this document may loosen what stands under `key`.
  func marks(_ key: String) -> Bool {
    overridable.contains(Loosening.everything)
      || overridable.contains { name in
        [name, "rules.\(name)"].contains { key == $0 || key.hasPrefix("\($0).") }
      }
  }

  /// What holds under `key` in this document, also where it does not say so; nil where anything is as strict.
  func standing(_ key: String, _ knowledge: PolicyKnowledge) -> Stance? {
    if let stated = stances[key] { return stated }
    let parts = key.split(separator: ".").map(String.init)
    switch (parts[0], parts.count) {
    case ("on_missing_fact", _): return Stance(Verdict.review)
    case ("enforcement", _): return Stance(Enforcement.overridable)
    // A context without an enforcement of its own has that of the policy.
    case ("contexts", _): return standing("enforcement", knowledge)
    case ("rules", 2): return knowledge.ruleLevels[parts[1]].flatMap { Stance($0) }
    case ("rules", _) where parts[2] != "waivable": return Stance(rank: 1, words: "`false`")
    case ("scopes", _): return Stance(rank: RuleSetting.Severity.error.rank, words: "no ceiling")
    case ("waiver_policy", _) where parts.last == "inline": return Stance(rank: 1, words: "`forbid`")
    case ("verdicts", _) where parts[1] != "allow":
      return verdicts.fallback.map { Stance($0.verdict, origin: $0.origin) }
    default: return nil
    }
  }
}

extension Stance {
  fileprivate init?(_ level: Level) {
    guard let severity = RuleSetting.Severity(rawValue: level.rawValue) else { return nil }
    self.init(severity)
  }
}
