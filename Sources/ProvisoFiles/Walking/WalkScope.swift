/// What all tasks of a walk share.
struct WalkScope: Sendable {
  let root: RootDirectory
  let options: WalkOptions
  /// The way from the enclosing repository's root to the scan root, ending in a slash; empty where they are one.
  let pathFromRepository: [UInt8]
  /// The ignore files between the two, the scan root's own left out.
  let rules: IgnoreRules
  let troubles: [FileTrouble]

  init(root: RootDirectory, options: WalkOptions) {
    self.root = root
    self.options = options
    let way = options.respectIgnoreFiles ? Self.way(to: root.realPath) : nil
    pathFromRepository = way?.path ?? []
    var rules = IgnoreRules()
    var troubles: [FileTrouble] = []
    if let way {
      rules = IgnoreRules(tracked: TrackedFiles(gitPath: way.repository + Array(".git".utf8), in: nil, base: 0))
      let loader = IgnoreLoader()
      let load = { (name: String, base: Int) in
        let path = way.repository + way.path[..<base] + Array(name.utf8)
        if let trouble = loader.load(path, base: base, to: &rules) { troubles.append(trouble) }
      }
      load(".git/info/exclude", 0)
      load(".gitignore", 0)
      for index in way.path.indices.dropLast() where way.path[index] == SystemPath.slash {
        load(".gitignore", index + 1)
      }
    }
    self.rules = rules
    self.troubles = troubles
  }

  /// The repository around `root` and the way down from it, both ending in a slash; nil if there is none or `root` is
  /// its root.
  private static func way(to root: [UInt8]) -> (repository: [UInt8], path: [UInt8])? {
    let slash = SystemPath.slash
    guard var repository = FileSystem.gitRoot(above: root), repository.count < root.count else { return nil }
    if repository.last != slash { repository.append(slash) }
    return (repository, root[repository.count...] + [slash])
  }
}
