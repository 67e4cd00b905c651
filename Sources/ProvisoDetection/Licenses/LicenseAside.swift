internal import ProvisoCore
internal import ProvisoText

/// License texts that lie with a model under other names than a license's own, or in a folder for them: `LLAMA_LICENSE.txt`,
/// `Model License Agreement.txt`, `COPYING.weights`, `LICENSES/llama3.1.txt`.
///
/// Only the known text, word for word, speaks of the model, and only where it restricts its use (see `WeightTexts`): free ones
/// are those of code that goes along.
struct LicenseAside: Detector {
  let id = "license-aside"
  let summary = "License texts beside models under names of their own, or in a folder for licenses."
  let needles: [String] = []

  private static let words = NeedleSet(
    [
      "license", "licence", "copying", "terms", "eula", "agreement", "legal", "policy", "许可", "許可", "协议", "協議", "授权",
      "授權", "ライセンス", "라이선스", "лицензия",
    ], ignoresCase: true)
  private static let folderWords = NeedleSet(
    ["licenses/", "licences/", "license/", "licence/", "legal/"], ignoresCase: true)
  private static let folders: Set<Substring> = ["licenses", "licences", "license", "licence", "legal"]
  /// Where only what is called a license is one.
  private static let documentFolders: Set<String> = ["doc", "docs", "documentation"]

  func wants(_ path: FilePath) -> Bool {
    let isText = ["", "txt", "md", "markdown", "rst"].contains(path.fileExtension)
    guard isText || Self.isWord(path.fileExtension), path.scope != .test else { return false }
    if isText, Self.folderWords.containsAny(in: path.string.utf8.span), Self.folder(above: path) != nil { return true }
    guard Self.words.containsAny(in: path.lowercasedName.utf8.span) else { return false }
    return !LicenseFile().wants(path) || Self.isInDocuments(path)
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let found = input.recognize(input.source), !found.isUsePolicy, found.differences.isEmpty else {
      return Detections()
    }
    let location = input.location(input.source.lineRange(1))
    var text = DeclaredLicense(
      tag: found.license, location: location, recognition: found, sha256: SHA256.hexadecimal(input.source.bytes))
    text.isAside = true
    var detections = Detections(declarations: [
      ModelDeclaration(
        model: Self.folder(above: input.path)
          ?? (Self.isInDocuments(input.path) ? FilePath(input.path.directory).directory : input.path.directory),
        source: .licenseFile, location: location,
        licenses: [text], establishesModel: false, scope: input.path.scope)
    ])
    // A text in a folder for licenses is a copy of it, too, whatever it is called.
    if !LicenseFile().wants(input.path), !LicenseCopies().wants(input.path) {
      detections.evidence = LicenseCopies.evidence(found, at: 0, input).map { [$0] } ?? []
    }
    return detections
  }

  private static func isInDocuments(_ path: FilePath) -> Bool {
    documentFolders.contains(ASCII.lowercased(FilePath(path.directory).name))
  }

  /// The folder that a folder for licenses lies in; nil for a file that lies in none.
  private static func folder(above path: FilePath) -> String? {
    let parts = path.directory.split(separator: "/")
    guard let index = parts.firstIndex(where: { folders.contains(Substring(ASCII.lowercased(String($0)))) }) else {
      return nil
    }
    return index == 0 ? "." : parts[..<index].joined(separator: "/")
  }

  /// `COPYING.weights`: what stands behind the dot says what it is for; in `Llama3.1-LICENSE` it is a part of the name.
  private static func isWord(_ name: String) -> Bool {
    ["weights", "weight", "model", "models"].contains(name) || name.hasSuffix("-license") || name.hasSuffix("_license")
  }
}
