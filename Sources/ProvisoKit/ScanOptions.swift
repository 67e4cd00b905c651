package import ProvisoCore
internal import ProvisoFiles
package import ProvisoHub
package import ProvisoPolicy
package import ProvisoText

/// What a scan is asked to do.
package struct ScanOptions: Sendable {
  package var root: String
  package var policy: Policy
  /// The policy before a change under review, nil where there is no such change.
  package var basePolicy: Policy?
  /// Whether the hashes of weights are taken, which a bill of materials gives.
  package var hashesWeights = false
  package var respectIgnoreFiles = true
  package var include: [Glob] = []
  package var exclude: [Glob] = []
  /// The hub's cache and Ollama's store on the disk, where what they say of the models of the scan is asked for.
  package var hubCache: String?
  package var ollamaStore: String?
  /// Who asks the hub for what nothing local answers; nil where it is not asked.
  package var hub: HubDesk?
  /// Where it is kept which files of a git working tree hold nothing; nil for nowhere.
  package var cache: String?
  /// How many files are worked on at once.
  package var jobs: Int
  /// The day on which waivers are judged.
  package var today: CalendarDate
  /// The lock file that the run is held against.
  package var lock: LockedModels?
  /// Only what was added since is reported; nil for everything.
  package var since: Since?

  /// An earlier state of the repository, and what it takes to ask git about it.
  package struct Since: Sendable {
    package var revision: String
    /// The value of `PATH`.
    package var searchPath: String
    /// The value of `HOME`.
    package var home: String?
    /// The policy that held then, by the repository's files as they were; nil where it was not valid, or was not there.
    package var policy: (@Sendable (_ earlier: @escaping @Sendable (String) -> EarlierFile) -> Policy?)?

    package init(revision: String, searchPath: String, home: String?) {
      self.revision = revision
      self.searchPath = searchPath
      self.home = home
    }
  }
  /// The days after which an answer's source is told to be old; nil where no age matters.
  package var maximumAge: Int?
  /// Whether places get the hash of their line, which SARIF alone shows.
  package var hashesLines = true

  package init(root: String, policy: Policy, jobs: Int? = nil, today: CalendarDate) {
    self.root = root
    self.policy = policy
    self.jobs = jobs ?? FileSystem.processorCount
    self.today = today
  }
}

extension ScanOptions {
  /// Whether `include` and `exclude` let a file of that path be.
  package func leavesIn(_ path: String) -> Bool {
    guard include.isEmpty || include.contains(where: { $0.matches(path) }) else { return false }
    guard !exclude.isEmpty else { return true }
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += part + "/"
      if exclude.contains(where: { $0.matches(folder) }) { return false }
    }
    return !exclude.contains { $0.matches(path) }
  }
}
