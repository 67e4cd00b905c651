#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the files below a directory.
///
/// Symbolic links are never walked through. A link to a file inside the root stands for that file only where the walk
/// does not keep the file itself, as with the hash-named blobs of a model hub's cache, or where its name makes something
/// else of it (`LICENSE -> texts/mit.txt`); other links are notes. The data
/// of version control (`.git`, `.hg`, `.svn`) is skipped; other hidden files are not. Devices, sockets and pipes are
/// notes and are never opened.
package enum Walker {
  /// Walks `root`, or gives that one file if it is one, whatever the options say about its name.
  ///
  /// A directory of the tree that becomes a link while the walk goes on may still be followed when its files are read:
  /// only the last component of a path is held to be no link.
  ///
  /// - Parameter root: a path, absolute or relative to the current directory; links in it are followed.
  /// - Throws: when the root is not there, cannot be opened, or is neither file nor directory.
  package static func walk(root: String, options: WalkOptions) async throws(FileTrouble) -> Walk {
    let type: FileType
    do throws(SystemError) {
      let path = try SystemPath.real(Array(root.utf8))
      type = try SystemPath.information(path, following: false).type
      if type == .regular { return try single(path, called: root) }
      if type == .directory {
        let scope = WalkScope(root: try RootDirectory(realPath: path), options: options)
        return WalkMerge(await visit(scope), scope: scope).walk
      }
    } catch {
      throw FileTrouble(path: root, kind: FileTrouble.Kind(readError: error.code))
    }
    throw FileTrouble(path: root, kind: .notRegular(type))
  }

  private static func single(_ path: [UInt8], called name: String) throws(SystemError) -> Walk {
    let slash = SystemPath.slash
    let nameStart = (path.lastIndex(of: slash) ?? -1) + 1
    let root = try RootDirectory(realPath: nameStart <= 1 ? [slash] : Array(path[..<(nameStart - 1)]))
    let shown = name.utf8.split(separator: slash).last.map { String(decoding: $0, as: UTF8.self) } ?? name
    let file = SourceFile(path: shown, location: Array(path[nameStart...]), root: root)
    return Walk(files: [file], fileCount: 1)
  }

  private static func visit(_ scope: WalkScope) async -> [DirectoryVisitor] {
    let queue = DirectoryQueue(.init(path: [], depth: 0, rules: scope.rules))
    return await withTaskGroup(of: DirectoryVisitor.self) { group in
      for _ in 0..<max(1, scope.options.jobs) {
        group.addTask { await work(on: queue, scope) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }

  private static func work(on queue: DirectoryQueue, _ scope: WalkScope) async -> DirectoryVisitor {
    var visitor = DirectoryVisitor(scope: scope)
    var idleSteps = 0
    while true {
      switch queue.next() {
      case .visit(let directory):
        idleSteps = 0
        queue.finish(visitor.visit(directory))
      case .wait:
        // Somebody lists a directory: microseconds, or long on a network file system.
        idleSteps += 1
        if idleSteps < 50 { await Task.yield() } else { usleep(200) }
      case .finished:
        visitor.sort()
        return visitor
      }
    }
  }
}
