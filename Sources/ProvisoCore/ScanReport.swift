/// All that one run has to say: the one value every report format is made from.
package struct ScanReport: Sendable {
  package struct Policy: Sendable, Hashable {
    package var name: String
    /// From the repository's root, else from the scan root; nil for a pack that ships with the tool.
    package var path: String?
    /// As whoever reads text in a terminal opens it; nil where that is ``path``.
    package var pathInTerminal: String?
    /// What the command line states over the policy, as `name=value`: without it nobody could tell what was answered.
    package var facts: [String]

    package init(name: String, path: String? = nil, pathInTerminal: String? = nil, facts: [String] = []) {
      self.facts = facts
      self.name = name
      self.path = path
      self.pathInTerminal = pathInTerminal
    }
  }

  /// The git repository that the scan root lies in: review tools want paths from its root.
  package struct Repository: Sendable, Hashable {
    /// The way from the repository's root to the scan root, ending in a slash; empty where they are one.
    package var pathToScanRoot: String
    /// The policy's path from the repository's root, nil where it lies outside.
    package var policyPath: String?
    /// The web address of its origin, without credentials.
    package var address: String?
    /// The commit that is checked out.
    package var revision: String?

    package init(
      pathToScanRoot: String = "", policyPath: String? = nil, address: String? = nil, revision: String? = nil
    ) {
      self.pathToScanRoot = pathToScanRoot
      self.policyPath = policyPath
      self.address = address
      self.revision = revision
    }
  }

  package struct Model: Sendable {
    package var model: ResolvedModel
    package var obligations: [Obligation]
    /// What the policy answers for the model in this tree; nil where nobody has asked it.
    package var verdict: Verdict?
    /// The hashes of the weights that lie in the tree, in order of path; empty where nobody asked for them.
    package var files: [FileDigest] = []

    package init(model: ResolvedModel, obligations: [Obligation], verdict: Verdict? = nil) {
      self.model = model
      self.obligations = obligations
      self.verdict = verdict
    }
  }

  package var toolVersion: String
  package var policy: Policy
  /// nil outside of any, and for `check`.
  package var repository: Repository?
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
  /// The record of every license that the models' claims, bases and obligations speak of, in order of id.
  package var licenses: [License] = []
  /// The bytes of paths that are not UTF-8, by how they are shown; none for what stands for several paths.
  package var pathBytes: [String: [UInt8]] = [:]

  package init(
    toolVersion: String, policy: Policy, repository: Repository? = nil, files: Int = 0, filesRead: Int = 0,
    models: [Model] = [], findings: [Finding] = [], notifications: [Notification] = [], rules: [RuleDescription] = []
  ) {
    self.toolVersion = toolVersion
    self.policy = policy
    self.repository = repository
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

  /// Whether findings at `level` or above fail the run; nil where no level was asked for.
  package func fails(from level: Level?) -> Bool {
    findings.contains { $0.fails(from: level) }
  }

  /// True when something that had to be read was not.
  package var isIncomplete: Bool {
    notifications.contains { $0.isIncomplete }
  }
}
