/// All that one run has to say: the one value every report format is made from.
package struct ScanReport: Sendable {
  package struct Policy: Sendable, Hashable {
    package var name: String
    /// nil for a pack that ships with the tool.
    package var path: String?

    package init(name: String, path: String? = nil) {
      self.name = name
      self.path = path
    }
  }

  package struct Model: Sendable {
    package var model: ResolvedModel
    package var obligations: [Obligation]
    /// What the policy answers for the model in this tree; nil where nobody has asked it.
    package var verdict: Verdict?

    package init(model: ResolvedModel, obligations: [Obligation], verdict: Verdict? = nil) {
      self.model = model
      self.obligations = obligations
      self.verdict = verdict
    }
  }

  package var toolVersion: String
  package var policy: Policy
  /// Files walked, after ignore rules.
  package var files: Int
  package var filesRead: Int
  /// In order of id, then registry.
  package var models: [Model]
  /// In order of path, position, rule and model.
  package var findings: [Finding]
  package var notifications: [Notification]
  /// Every rule of the tool, in order of id.
  package var rules: [RuleDescription]

  package init(
    toolVersion: String, policy: Policy, files: Int = 0, filesRead: Int = 0, models: [Model] = [],
    findings: [Finding] = [], notifications: [Notification] = [], rules: [RuleDescription] = []
  ) {
    self.toolVersion = toolVersion
    self.policy = policy
    self.files = files
    self.filesRead = filesRead
    self.models = models
    self.findings = findings
    self.notifications = notifications
    self.rules = rules
  }

  package func count(of level: Level) -> Int {
    findings.count { $0.level == level && $0.waiver == nil && $0.status != .absent }
  }

  /// Whether findings at `level` or above fail the run. Advisory ones never do; errors of a mandatory part of the tree do
  /// whatever the level, nil meaning that none was asked for.
  package func fails(from level: Level?) -> Bool {
    findings.contains { finding in
      guard finding.waiver == nil, finding.status != .absent else { return false }
      return switch finding.enforcement {
      case .advisory: false
      case .overridable: level.map { finding.level >= $0 } ?? false
      case .mandatory: finding.level >= (level ?? .error)
      }
    }
  }

  /// True when something that had to be read was not.
  package var isIncomplete: Bool {
    notifications.contains { $0.isIncomplete }
  }
}
