/// One task's share of a walk: lists directories and sorts their entries out.
struct DirectoryVisitor {
  /// A link to what lies inside the root. One to a file counts only if the walk does not keep that file itself.
  struct Link {
    var path: [UInt8]
    var target: [UInt8]
  }

  let scope: WalkScope
  private(set) var files = PathList()
  private(set) var links: [Link] = []
  private(set) var folderLinks: [Link] = []
  private(set) var repositories: [TrackedFiles] = []
  private(set) var troubles: [FileTrouble] = []
  private(set) var fileCount = 0
  private var listing = DirectoryListing()

  init(scope: WalkScope) {
    self.scope = scope
  }

  /// Takes note of the files in `directory`.
  ///
  /// - Returns: the directories in it that are to be visited.
  mutating func visit(_ directory: DirectoryQueue.Directory) -> [DirectoryQueue.Directory] {
    listing.removeAll()
    do throws(SystemError) {
      try listing.read(scope.root.open(directory.path, flags: Descriptor.directoryFlags))
    } catch {
      // What was listed before a failure is still worth visiting.
      report(directory.path, FileTrouble.Kind(readError: error.code))
    }
    let rules = rules(in: directory)
    // A submodule decides for itself.
    let isIgnoredHere = directory.isIgnored && !listing.contains(".git")
    // The paths of the entries are built in one buffer: first the part that only ignore rules see.
    var path = scope.pathFromRepository
    let start = path.count
    path += directory.path
    if !directory.path.isEmpty { path.append(SystemPath.slash) }
    let nameStart = path.count

    var found: [DirectoryQueue.Directory] = []
    for entry in listing.entries {
      let name = listing.names[entry.name]
      if Self.isRepositoryData(name) { continue }
      path.removeSubrange(nameStart...)
      path += name
      guard let type = entry.type ?? type(of: Array(path[start...])) else { continue }
      let isDirectory = type == .directory
      let isIgnored =
        isIgnoredHere || rules.ignore(path.span, name: nameStart, isDirectory: isDirectory)
      if isIgnored && rules.tracked?.contains(path[...], isDirectory: isDirectory) != true { continue }
      if let exclude = scope.options.exclude, exclude(path.span.extracting(start...), isDirectory) { continue }
      if isDirectory {
        guard directory.depth < scope.options.maximumDepth else {
          report(Array(path[start...]), .tooDeep(limit: scope.options.maximumDepth))
          continue
        }
        found.append(.init(path: Array(path[start...]), depth: directory.depth + 1, rules: rules, isIgnored: isIgnored))
        continue
      }
      take(type, at: path, start: start, nameStart: nameStart)
    }
    return found
  }

  /// Takes what is no directory, if it is in scope.
  private mutating func take(_ type: FileType, at path: [UInt8], start: Int, nameStart: Int) {
    let (below, name) = (path.span.extracting(start...), path.span.extracting(nameStart...))
    if scope.options.include?(below, name) == false { return }
    let isWanted = scope.options.wants?(below, name) ?? true
    switch type {
    case .regular:
      fileCount += 1
      if isWanted { keep(path[start...]) }
    case .symbolicLink: inspectLink(Array(path[start...]), isWanted: isWanted)
    default: report(Array(path[start...]), .notRegular(type))
    }
  }

  /// Gives the files away.
  mutating func takeFiles() -> PathList {
    var taken = PathList()
    swap(&taken, &files)
    return taken
  }

  /// The data of version control: large, and written by machines.
  private static func isRepositoryData(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count <= 4, name.first == UInt8(ascii: ".") else { return false }
    return name.elementsEqual(".git".utf8) || name.elementsEqual(".hg".utf8) || name.elementsEqual(".svn".utf8)
  }

  /// Brings the files into the order of the result: here, since all tasks do it at once.
  mutating func sort() {
    files.sort()
  }

  /// Adds what the listed directory itself says about ignoring to what is in force in it.
  private mutating func rules(in directory: DirectoryQueue.Directory) -> IgnoreRules {
    guard scope.options.respectIgnoreFiles else { return directory.rules }
    var rules = directory.rules
    let prefix = directory.path.isEmpty ? [] : directory.path + [SystemPath.slash]
    let base = scope.pathFromRepository.count + prefix.count
    let loader = IgnoreLoader(root: scope.root)
    if listing.contains(".git") {
      // A repository of its own: the rules of the one around it end here.
      let tracked = TrackedFiles(gitPath: prefix + Array(".git".utf8), in: scope.root, base: base)
      rules = IgnoreRules(tracked: tracked)
      repositories.append(tracked)
      add(loader.load(prefix + Array(".git/info/exclude".utf8), base: base, to: &rules))
    }
    if listing.contains(".gitignore") {
      add(loader.load(prefix + Array(".gitignore".utf8), base: base, to: &rules))
    }
    return rules
  }

  private mutating func add(_ trouble: FileTrouble?) {
    if let trouble { troubles.append(trouble) }
  }

  private mutating func report(_ path: [UInt8], _ kind: FileTrouble.Kind) {
    troubles.append(FileTrouble(path: path.isEmpty ? "." : String(decoding: path, as: UTF8.self), kind: kind))
  }

  private mutating func keep(_ path: ArraySlice<UInt8>) {
    files.append(path)
    if String(validating: path, as: UTF8.self) == nil { report(Array(path), .nameNotUTF8) }
  }

  private mutating func type(of path: [UInt8]) -> FileType? {
    do throws(SystemError) {
      return try scope.root.information(path).type
    } catch {
      report(path, FileTrouble.Kind(readError: error.code))
      return nil
    }
  }

  private mutating func inspectLink(_ path: [UInt8], isWanted: Bool) {
    switch scope.root.resolve(link: path) {
    case .file(let target):
      if isWanted { links.append(Link(path: path, target: target)) }
    case .directoryInside(let target): folderLinks.append(Link(path: path, target: target))
    case .fileOutside:
      if isWanted { report(path, .linkLeavesRoot) }
    case .directoryOutside: report(path, .linkLeavesRoot)
    case .nothing(let kind): report(path, kind)
    }
  }
}
