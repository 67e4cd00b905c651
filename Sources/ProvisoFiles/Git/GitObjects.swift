/// The object database of a git repository, asked through the git command.
///
/// Only commands that read objects and the index are used: none that looks at the working tree, where a repository's own
/// attributes could start filters, and none that shows text, where they could start viewers. Nothing is fetched.
package struct GitObjects: Sendable {
  /// A file of a commit's tree.
  package struct File: Sendable, Hashable {
    /// From the repository's root.
    package var path: String
    package var object: String
    /// In bytes.
    package var size: Int
  }

  /// The commit of another repository that a commit's tree has at a path.
  package struct Submodule: Sendable, Hashable {
    /// From the repository's root.
    package var path: String
    package var commit: String
  }

  /// What stands in a commit's tree, in the order of git.
  package struct Tree: Sendable {
    /// Its regular files.
    package var files: [File] = []
    /// Its symbolic links, each with the object that has the path it leads to.
    package var links: [File] = []
    package var submodules: [Submodule] = []
  }

  private let program: String
  private let environment: [String]
  private let root: String

  private static let maximumList = 256 << 20

  /// - Parameters:
  ///   - root: The repository's root.
  ///   - searchPath: The value of `PATH`. Relative entries do not count: what lies in a scanned folder is not to be run.
  ///   - home: The value of `HOME`, where git keeps what the user trusts.
  package init(root: String, searchPath: String, home: String?) throws(GitError) {
    let folders = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
    guard let program = folders.lazy.map({ "\($0)/git" }).first(where: { FileSystem.type(of: $0) == .regular }) else {
      throw GitError(message: "git was not found in PATH.")
    }
    self.program = program
    self.root = root
    environment =
      [
        "PATH=\(folders.joined(separator: ":"))", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
        "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_LITERAL_PATHSPECS=1",
      ] + (home.map { ["HOME=\($0)"] } ?? [])
  }

  /// The commit that a revision stands for.
  package func commit(_ revision: String) throws(GitError) -> String {
    let isPlain =
      !revision.isEmpty && !revision.hasPrefix("-")
      && revision.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    guard isPlain else { throw GitError(message: "\"\(revision)\" is no revision.") }
    do {
      return try line(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    } catch {
      // With --quiet git says nothing about a name that it does not know.
      guard error.message.isEmpty else { throw error }
      throw GitError(
        message: "git knows no commit \"\(revision)\"; a shallow clone has only the newest (fetch-depth: 0 has all).")
    }
  }

  /// Whether `HEAD` is a branch that has no commit yet.
  package var isBeforeFirstCommit: Bool {
    (try? line(["symbolic-ref", "--quiet", "HEAD"])) != nil
      && (try? line(["rev-parse", "--verify", "--quiet", "HEAD"])) == nil
  }

  /// Where the work on `HEAD` parted from a commit: that is what a change is held against. The commit itself where the histories
  /// have nothing in common, or the part that they share is not there.
  package func forkPoint(_ commit: String) -> String {
    (try? line(["merge-base", commit, "HEAD"])) ?? commit
  }

  /// The regular files of a commit below `folder` (ending in a slash, empty for all), in the order of git.
  package func files(of commit: String, below folder: String = "") throws(GitError) -> [File] {
    try tree(of: commit, below: folder).files
  }

  /// The same, with the submodules, whose own files are in none of this repository's objects.
  package func tree(of commit: String, below folder: String = "") throws(GitError) -> Tree {
    let paths = folder.isEmpty ? [] : ["--", folder]
    let list = try run(["ls-tree", "-r", "-l", "-z", "--full-tree", commit] + paths, limit: Self.maximumList)
    var tree = Tree()
    for entry in list.split(separator: 0) {
      // <mode> SP <type> SP <object> SP+ <size> TAB <path>
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")),
        let path = String(validating: entry[(tab + 1)...], as: UTF8.self)
      else { continue }
      let fields = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
      guard fields.count == 4 else { continue }
      if fields[0].hasPrefix("100"), let size = Int(fields[3]) {
        tree.files.append(File(path: path, object: String(fields[2]), size: size))
      } else if fields[0] == "120000", let size = Int(fields[3]) {
        tree.links.append(File(path: path, object: String(fields[2]), size: size))
      } else if fields[0] == "160000" {
        tree.submodules.append(Submodule(path: path, commit: String(fields[2])))
      }
    }
    return tree
  }

  /// The old paths of files that were moved between a commit and the index, each with its new one.
  package func renames(since commit: String) throws(GitError) -> [String: String] {
    let list = try run(
      [
        "diff-index", "--cached", "-M", "-l2000", "--diff-filter=R", "--name-status", "-z", "--no-ext-diff",
        "--no-textconv", "--ignore-submodules=all", commit,
      ], limit: Self.maximumList)
    // R<similarity> NUL <old> NUL <new> NUL
    let fields = list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var renames: [String: String] = [:]
    for index in stride(from: 0, to: fields.count - 2, by: 3) where fields[index].hasPrefix("R") {
      renames[fields[index + 1]] = fields[index + 2]
    }
    return renames
  }

  /// The contents of objects, in their order.
  ///
  /// - Parameter objects: files of ``files(of:below:)``, whose sizes bound what is read.
  package func contents(_ objects: [File]) throws(GitError) -> [[UInt8]] {
    guard !objects.isEmpty else { return [] }
    let names = objects.map { $0.object + "\n" }.joined()
    let limit = objects.reduce(1 << 20) { $0 + $1.size + 200 }
    let output = try run(["cat-file", "--batch"], input: Array(names.utf8), limit: limit)
    var contents: [[UInt8]] = []
    var rest = output[...]
    for object in objects {
      // <object> SP <type> SP <size> LF <contents> LF
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, let size = Int(head[2]), size >= 0, size < rest.endIndex - end else {
        throw GitError(message: "git has no contents of \(object.path) (\(object.object)).")
      }
      contents.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[(end + 1 + size)...].dropFirst()
    }
    guard contents.count == objects.count else {
      throw GitError(message: "git gave fewer objects than were asked for.")
    }
    return contents
  }

  private func line(_ arguments: [String]) throws(GitError) -> String {
    let output = try run(arguments, limit: 1 << 16)
    return String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private func run(_ arguments: [String], input: [UInt8] = [], limit: Int) throws(GitError) -> [UInt8] {
    let options = ["--no-pager", "-C", root, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
    let answer: ChildProcess.Answer
    do throws(SystemError) {
      answer = try ChildProcess.run(program, options + arguments, environment: environment, input: input, limit: limit)
    } catch {
      throw GitError(message: "\(program) could not be started: \(error.phrase).")
    }
    guard !answer.isCutOff else { throw GitError(message: "git \(arguments[0]) gave more than \(limit) bytes.") }
    guard answer.status == 0 else {
      if String(decoding: answer.complaint, as: UTF8.self).contains("lazy fetching disabled") {
        throw GitError(
          message:
            "the clone is partial (--filter) and lacks files of that commit, which are not fetched by a scan; `git fetch --refetch --no-filter` gets them all, or clone without --filter."
        )
      }
      let words = String(decoding: answer.complaint.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      throw GitError(message: words.isEmpty ? "" : "git \(arguments[0]): \(words)")
    }
    return answer.output
  }
}

/// Why git could not answer.
package struct GitError: Error, Sendable {
  /// One sentence. Words of git's own may stand in it raw.
  package var message: String
}
