/// The ignore files in force in one directory: its own and those of the directories above, up to the root of the
/// repository. Copies are cheap.
struct IgnoreRules: Sendable {
  /// How many rules may be in force at once: what a stranger can make us do for each file is bounded.
  static let limit = 20_000
  /// How many bytes of patterns with wildcards, each of which is held against each file that its ends do not rule out.
  static let wildLimit = 64 << 10

  /// The outermost first.
  private var files: [IgnoreFile] = []
  private var ruleCount = 0
  private var wildBytes = 0
  /// What the rules do not touch.
  private(set) var tracked: TrackedFiles?

  init() {}

  /// The rules of a repository, none as yet.
  init(tracked: TrackedFiles) {
    self.tracked = tracked
  }

  /// - Returns: false when the file was left out, since it has too many rules.
  mutating func add(_ file: IgnoreFile) -> Bool {
    guard ruleCount + file.rules.count <= Self.limit, wildBytes + file.wildBytes <= Self.wildLimit else { return false }
    guard !file.rules.isEmpty else { return true }
    files.append(file)
    ruleCount += file.rules.count
    wildBytes += file.wildBytes
    return true
  }

  /// Whether the entry at `path` is ignored. The directory it is in must not be.
  ///
  /// - Parameters:
  ///   - path: from the directory of the outermost file on.
  ///   - name: where the entry's own name starts in it.
  func ignore(_ path: Span<UInt8>, name: Int, isDirectory: Bool) -> Bool {
    for index in stride(from: files.count - 1, through: 0, by: -1) {
      if let verdict = files[index].verdict(path, name: name, isDirectory: isDirectory) { return verdict }
    }
    return false
  }
}
