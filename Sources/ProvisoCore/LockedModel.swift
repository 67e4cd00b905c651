/// What `proviso.lock` holds of one model: the license it was found under, and on what evidence.
package struct LockedModel: Sendable, Hashable {
  package struct Evidence: Sendable, Hashable {
    package var source: ClaimSource
    package var license: String
    /// What says so, for what is no file of the tree.
    package var says: String?
    package var path: String?
    /// The hash of a license text.
    package var sha256: String?

    package init(source: ClaimSource, license: String, says: String? = nil, path: String? = nil, sha256: String? = nil)
    {
      self.source = source
      self.license = license
      self.says = says
      self.path = path
      self.sha256 = sha256
    }
  }

  package var name: ModelName
  package var revision: String?
  package var license: String?
  package var state: LicenseState
  /// The day, ISO 8601, on which this was first found so.
  package var date: String
  package var evidence: [Evidence]
  /// The line of the lock file, 0 for an entry that was never read from one.
  package var line: Int

  package init(
    name: ModelName, revision: String?, license: String?, state: LicenseState, date: String, evidence: [Evidence],
    line: Int = 0
  ) {
    self.name = name
    self.revision = revision
    self.license = license
    self.state = state
    self.date = date
    self.evidence = evidence
    self.line = line
  }

  /// Whether the two say the same of the model; the day and the line do not count.
  package func agrees(with other: Self) -> Bool {
    var other = other
    other.date = date
    other.line = line
    return self == other
  }
}

/// A lock file that a run is held against.
package struct LockedModels: Sendable {
  /// As messages name it.
  package var path: String
  package var models: [ModelName: LockedModel]
  /// True with `--locked`: what is not in the file, or not exactly so, is a finding.
  package var isStrict: Bool

  package init(path: String, models: [LockedModel], isStrict: Bool) {
    self.path = path
    self.models = Dictionary(models.map { ($0.name, $0) }) { first, _ in first }
    self.isStrict = isStrict
  }
}

/// Where a model departs from what the lock file holds of it.
package enum LockDifference: Sendable, Hashable {
  case missing
  /// The entry names a license and nothing that says so: it is not believed.
  case unfounded(license: String)
  case revision(locked: String?, now: String?)
  /// Each with its state where no license is concluded.
  case license(locked: String, now: String)
  /// A license text with another hash; nil where it is gone.
  case text(path: String, locked: String, now: String?)
}

/// A model held against the lock file.
package struct LockStanding: Sendable {
  package var path: String
  package var entry: LockedModel?
  package var differences: [LockDifference]

  package init(path: String, entry: LockedModel?, differences: [LockDifference]) {
    self.path = path
    self.entry = entry
    self.differences = differences
  }
}
