internal import ProvisoCore
internal import ProvisoText

/// Files that a setting gives by their names alone beside the repository of the hub that they lie in:
/// `{repo: owner/name-GGUF, filename: name-Q4_K_M.gguf}`, `{id: owner/name-gguf, files: [{filename: …}, …]}`.
///
/// A file that is called after another model than the repository is told.
enum RepositoryFiles {
  /// The files of `node` that are parts of a repository beside them, which is one of `found`.
  static func names(in node: DataNode, beside found: ArraySlice<ModelReference>) -> Set<String> {
    let repositories = node.entries.compactMap { entry -> String? in
      guard let id = entry.value.string, id.utf8.contains(UInt8(ascii: "/")), HubName.isID(id),
        repositoryKeys.contains(SettingKeys.fold(entry.key))
      else { return nil }
      return id
    }
    guard let id = repositories.first, repositories.count == 1,
      found.contains(where: { $0.model.registry == .huggingface && $0.asWritten == id })
    else { return [] }
    var names: Set<String> = []
    collect(node, depth: deepest, into: &names)
    return names.filter { isPart($0, of: id) }
  }

  private static func collect(_ node: DataNode, depth: Int, into names: inout Set<String>) {
    for entry in node.entries {
      let isFile = fileKeys.contains(SettingKeys.fold(entry.key))
      if let name = entry.value.string {
        if isFile { names.insert(name) }
        continue
      }
      guard case .sequence(let items) = entry.value.content else { continue }
      for item in items {
        if isFile, let name = item.string { names.insert(name) }
        if depth > 0, item.isMapping { collect(item, depth: depth - 1, into: &names) }
      }
    }
  }

  /// Whether the file says of no model by its name, or of the repository's.
  private static func isPart(_ file: String, of id: String) -> Bool {
    guard !file.utf8.contains(UInt8(ascii: "/")), WeightNames.isFile(file) else { return false }
    guard ModelWords(file).hasStrongFamily else { return true }
    var name = SettingKeys.fold(id.split(separator: "/").last.map(String.init) ?? "")
    if name.hasSuffix("gguf") { name.removeLast(4) }
    return name.utf8.count > 3 && SettingKeys.fold(file).hasPrefix(name)
  }

  private static let deepest = 2
  private static let repositoryKeys = WordTable("hfid hfrepo hfrepoid id model modelid repo repoid repository")
  private static let fileKeys = WordTable("file filename files ggufs gguffile hffile hffilename modelfile rfilename")
}
