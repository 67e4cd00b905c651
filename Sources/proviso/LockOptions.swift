internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoKit
internal import ProvisoText

/// `--lock <file>` and `--locked`.
struct LockOptions: ParsableArguments {
  @Option(
    name: .customLong("lock"),
    help: ArgumentHelp(
      "A lock file: it answers where nothing else does, and what differs is a finding.", valueName: "file"))
  var file: String?

  @Flag(
    name: .customLong("locked"),
    help:
      "Anything that is not in the lock file, or not exactly so, is a finding. Without --lock, proviso.lock in the folder."
  )
  var isStrict = false

  /// The lock file of the run, nil where none is asked for. One that cannot be read, or is none, ends the run with exit code 2.
  func locked(root: String?) throws -> LockedModels? {
    guard file != nil || isStrict else { return nil }
    guard let path = file ?? root.map({ Self.path(in: $0) }) else {
      throw ValidationError("--locked needs --lock <file> here: there is no folder to look for \(LockFile.name) in.")
    }
    if file == nil, RepositoryBounds(around: root).areLeft(by: path) {
      throw ValidationError(
        "The lock file \(path) is a link that leads out of the repository. Put the file in its place, or give it with --lock."
      )
    }
    let models: [LockedModel]
    do {
      models = try Self.read(path)
    } catch {
      throw ValidationError("\(error.message)")
    }
    return LockedModels(
      path: file.map(ShownPaths(around: root).words) ?? LockFile.name, models: models, isStrict: isStrict)
  }

  static func path(in root: String) -> String {
    root.hasSuffix("/") ? root + LockFile.name : "\(root)/\(LockFile.name)"
  }

  struct Failure: Error {
    var message: String
  }

  static func read(_ path: String) throws(Failure) -> [LockedModel] {
    let bytes: [UInt8]
    do {
      bytes = try FileReader.readAbsolute(path: path, limit: LockFileReader.maximumSize)
    } catch {
      throw Failure(message: "The lock file \(path) could not be read: \(error.message) `proviso lock` writes one.")
    }
    do {
      return try LockFileReader.read(SourceText(path: path, bytes: bytes))
    } catch {
      throw Failure(message: "\(path):\(error.position.line):\(error.position.column): \(error.message)")
    }
  }
}
