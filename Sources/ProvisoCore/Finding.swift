/// What a rule says of itself: the source of SARIF's rules, `explain` and the documentation.
package struct RuleDescription: Sendable, Hashable {
  /// `AIL` and a number; never reused.
  package var id: String
  /// Kebab case; reports that want PascalCase derive it.
  package var name: String
  package var title: String
  /// One or two sentences: what the rule finds and what it rests on.
  package var summary: String
  /// Markdown: why it matters, how to fix it, an example of a violation and of its cure.
  package var help: String
  package var level: Level
  /// The facts of the policy that the rule reads.
  package var facts: [String]
  /// The first version of the tool that has the rule.
  package var since: String
  /// What a policy can switch on or off about the rule, by name.
  package var options: [Option]

  /// A yes or no that a policy gives under `options`.
  package struct Option: Sendable, Hashable {
    package var name: String
    /// What it does where it is `true`.
    package var meaning: String
    /// What holds where no policy says.
    package var fallback: Bool

    package init(_ name: String, _ meaning: String, fallback: Bool) {
      self.name = name
      self.meaning = meaning
      self.fallback = fallback
    }
  }

  package init(
    id: String, name: String, title: String, summary: String, help: String, level: Level, facts: [String] = [],
    since: String = "0.1.0", options: [Option] = []
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.summary = summary
    self.help = help
    self.level = level
    self.facts = facts
    self.since = since
    self.options = options
  }

  /// `user-threshold-exceeded` as `UserThresholdExceeded`, the form SARIF wants.
  package var pascalCaseName: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// One thing a rule found.
package struct Finding: Sendable {
  package var rule: String
  /// The rule's kebab-case name.
  package var name: String
  package var level: Level
  /// What the license says, why it applies here.
  package var message: String
  /// nil for `check`, where there is no file.
  package var location: Location?
  /// Further places of the same finding: the rest of the references in the file, the card of the base …
  package var related: [RelatedLocation]
  /// The first place in each file that the finding speaks of, where that is more than ``location``: who answers for the finding
  /// answers for them all.
  package var places: [Location] = []
  package var model: ModelName?
  package var license: String?
  package var clause: String?
  package var fix: String
  /// The context of the policy that applied, nil outside every context.
  package var context: String?
  /// 32 hexadecimal digits from rule, subject, license and path: stable when lines move.
  package var fingerprint: String
  package var status: Status
  /// The id of the waiver that silences the finding, nil where it counts.
  package var waiver: String?
  /// Who answers for a waived finding and until when.
  @Boxed package var suppression: Suppression?
  /// What only the change under review has and would silence the finding, such as the id of a waiver: it silences nothing yet.
  package var proposedWaiver: String?
  package var enforcement: Enforcement
  /// Whether it is a note because the policy wants the rule to give no more.
  package var isMadeNote = false
  /// Something is left undone; nothing is done that the license bars.
  package var isDuty = false

  package enum Status: String, Sendable, Hashable {
    case new, unchanged, absent
  }

  package init(
    rule: String, name: String, level: Level, message: String, location: Location?, related: [RelatedLocation] = [],
    model: ModelName?, license: String?, clause: String?, fix: String, context: String? = nil, fingerprint: String,
    status: Status = .new, waiver: String? = nil, enforcement: Enforcement = .overridable
  ) {
    self.rule = rule
    self.name = name
    self.level = level
    self.message = message
    self.location = location
    self.related = related
    self.model = model
    self.license = license
    self.clause = clause
    self.fix = fix
    self.context = context
    self.fingerprint = fingerprint
    self.status = status
    self.waiver = waiver
    self.enforcement = enforcement
  }
}

extension Finding {
  /// Whether it makes a run fail that fails on findings from `level` on, nil meaning that no level was asked for. What is
  /// waived, or was there before, does not; nor does an advisory finding. Errors of a mandatory part of the tree do whatever
  /// the level.
  package func fails(from level: Level?) -> Bool {
    guard waiver == nil, status == .new else { return false }
    return switch enforcement {
    case .advisory: false
    case .overridable: level.map { self.level >= $0 } ?? false
    case .mandatory: self.level >= (level ?? .error)
    }
  }
}

package struct RelatedLocation: Sendable, Hashable {
  package var location: Location
  /// What the place has to do with the finding, without a final period.
  package var message: String

  package init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}
