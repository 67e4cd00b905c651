internal import ProvisoText

/// Addresses of archives that hold a model: `https://example.com/asr-models/zipformer-small.tar.bz2`.
///
/// An archive may hold anything, most often code or data: the place must ask for a model, or the address have a folder for them.
enum ArchiveAddress {
  /// What archives of models end in, which is looked for before an address is taken apart.
  static let endings = [".tar", ".tar.bz2", ".tar.gz", ".tgz", ".zip"]

  /// Whether the path of an address ends as an archive does and says nowhere that it is one of code or data.
  static func isOne(_ path: String) -> Bool {
    let path = ASCII.lowercased(path)
    guard endings.contains(where: path.hasSuffix) else { return false }
    return !folders(of: path).contains { folder in
      words(of: folder).contains(where: others.contains)
    } && !words(of: name(of: path)).contains(where: otherNames.contains)
  }

  /// Whether an archive's address says by itself that a model is in it.
  static func isModel(_ path: String, _ context: NameContext) -> Bool {
    guard isOne(path) else { return false }
    return context.asksForModel
      || folders(of: ASCII.lowercased(path)).contains { words(of: $0).last.map(modelFolders.contains) == true }
  }

  /// What stands between the host, or the bucket, and the file.
  private static func folders(of path: String) -> ArraySlice<Substring> {
    path.split(separator: "/").dropFirst().dropLast()
  }

  private static func name(of path: String) -> Substring { path.split(separator: "/").last ?? "" }

  private static func words(of text: Substring) -> [Substring] { text.split { !($0.isLetter || $0.isNumber) } }

  private static let modelFolders = WordTable("checkpoint checkpoints ckpt ckpts model models weights")
  /// Folders of code, of programs and of data.
  private static let others = WordTable(
    "archive bin code data dataset datasets docs images repo sdk source sources src tarball tools zipball")
  /// What archives of code, of programs and of data have in their names.
  private static let otherNames = WordTable(
    """
    aarch64 amd64 arm64 bin code data dataset datasets dist images labels linux macos main master samples sdk src test
    train val win win64 windows x64 x86 xcframework
    """)
}
