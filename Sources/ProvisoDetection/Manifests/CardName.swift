/// Names of files that are cards of what lies beside them.
enum CardName {
  /// `README.md`, also in a language's own file (`README_en.md`, `README-zh.md`, `README.fr.md`), and what some publishers call
  /// their cards: `MODEL_CARD.md`.
  static func isCard(_ path: FilePath) -> Bool {
    guard ["md", "markdown"].contains(path.fileExtension) else { return false }
    return isNamedForModel(path) || isReadme(path)
  }

  /// The same, and what front matter makes a card: `README`, `README.rst`, `README.mdx`.
  static func mayBeCard(_ path: FilePath) -> Bool {
    path.lowercasedName == "readme" || isNamedForModel(path)
      || ["md", "markdown", "mdx", "rst"].contains(path.fileExtension) && isReadme(path)
  }

  /// `MODEL_CARD.md`: a card whatever is in it.
  static func isNamedForModel(_ path: FilePath) -> Bool {
    guard ["md", "markdown"].contains(path.fileExtension) else { return false }
    return ["model_card", "modelcard", "model-card"].contains(stem(path))
  }

  private static func isReadme(_ path: FilePath) -> Bool {
    let name = stem(path)
    guard name.hasPrefix("readme") else { return false }
    let language = name.dropFirst("readme".count)
    guard let mark = language.first else { return true }
    let parts = language.dropFirst().split { "-_".contains($0) }
    return "._-".contains(mark) && (1...2).contains(parts.count)
      && parts.allSatisfy { (2...4).contains($0.utf8.count) && $0.utf8.allSatisfy(ASCII.isLetter) }
  }

  private static func stem(_ path: FilePath) -> Substring {
    path.lowercasedName.dropLast(path.fileExtension.utf8.count + 1)
  }

  /// The folder of the model: a card in a folder for documents is of what lies above it.
  static func model(of path: FilePath) -> String {
    let folder = FilePath(path.directory)
    return ["docs", "doc"].contains(folder.lowercasedName) ? folder.directory : path.directory
  }
}
