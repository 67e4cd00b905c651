/// A directory that the user named, other than the one that is scanned: a cache of models. Files are asked for by their paths
/// in it; links are followed where they stay inside, as those of the hub's cache do.
package struct FileStore: Sendable {
  /// As the user gave it.
  package let path: String
  private let root: RootDirectory

  /// - Throws: ``FileTrouble`` where there is no directory, or none that can be read.
  package init(path: String) throws(FileTrouble) {
    do throws(SystemError) {
      root = try RootDirectory(realPath: try SystemPath.real(Array(path.utf8)))
    } catch {
      throw FileTrouble(path: path, kind: FileTrouble.Kind(readError: error.code))
    }
    self.path = path
  }

  /// The names in `directory` (`""` for the store itself), in order; those that are not UTF-8 are left out.
  package func names(in directory: String) throws(FileTrouble) -> [String] {
    let inside = try resolve(directory)
    do throws(SystemError) {
      var listing = DirectoryListing()
      try listing.read(try root.open(inside, flags: Descriptor.directoryFlags))
      return listing.entries.compactMap { String(validating: listing.names[$0.name], as: UTF8.self) }.sorted()
    } catch {
      throw FileTrouble(path: directory, kind: FileTrouble.Kind(readError: error.code))
    }
  }

  /// The file at `path` in the store, to be read with ``FileReader``. Links are resolved now.
  package func file(_ path: String) throws(FileTrouble) -> SourceFile {
    SourceFile(path: path, location: try resolve(path), root: root)
  }

  /// Whether there is anything at `path`.
  package func has(_ path: String) -> Bool {
    (try? resolve(path)) != nil
  }

  /// The name of what `path` leads to, links followed; nil where nothing is there.
  package func realName(_ path: String) -> String? {
    guard let name = try? resolve(path).split(separator: SystemPath.slash).last else { return nil }
    return String(validating: name, as: UTF8.self)
  }

  /// The path below the root without links; `""` for the root.
  private func resolve(_ path: String) throws(FileTrouble) -> [UInt8] {
    let absolute: [UInt8]
    do throws(SystemError) {
      absolute = try SystemPath.real(root.realPath + (path.isEmpty ? [] : [SystemPath.slash] + Array(path.utf8)))
    } catch {
      throw FileTrouble(path: path, kind: FileTrouble.Kind(readError: error.code))
    }
    guard let inside = root.pathBelow(absolute) else { throw FileTrouble(path: path, kind: .linkLeavesRoot) }
    return Array(inside)
  }
}
