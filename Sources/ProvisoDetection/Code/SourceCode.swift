internal import ProvisoCore
internal import ProvisoText

/// Models in source code: arguments of loading calls, literals under names about models, names that speak for themselves,
/// weight files and addresses; in comments, the same names as mentions. Each language is a file in `Languages`.
///
/// A constant is followed to the call that loads it, in its file and, for Swift, Python and JavaScript, in its module. Not
/// recognized: names put together at run time of which nothing stands in the file, and short names that reach a call through
/// another file.
struct SourceCode: Detector {
  let id = "source-code"
  let summary = "Model names in string literals of source code, in the languages that models are used from."
  /// ``mayFind(in:at:hints:)`` looks for what every name has around it, which says more than words would.
  let needles: [String] = []
  let hints = QuotedNames.hints

  var endings: Set<String> {
    Set(CodeLanguage.ofExtension.keys).union(CodeLanguage.ofFileName.keys.map { FilePath($0).fileExtension })
  }

  func wants(_ path: FilePath) -> Bool {
    let isCode = Self.extensions.contains(path.fileExtension) || Self.fileNames.contains(path.lowercasedName)
    return isCode && !Self.others.contains(where: path.lowercasedName.hasSuffix)
  }

  private static let extensions = WordTable(CodeLanguage.ofExtension.keys)
  private static let fileNames = WordTable(CodeLanguage.ofFileName.keys)
  /// Generated code, and build scripts, which have a detector of their own.
  private static let others = [".min.js", ".gradle.kts"]

  func mayFind(in bytes: [UInt8], at path: FilePath, hints: UInt64) -> Bool {
    language(of: path)?.quotedNames.mayStand(in: bytes, hints: hints) == true
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let language = language(of: input.path) else { return Detections() }
    var detections = CodeReferences.detect(in: input, language: language)
    // What the code itself says of a model says more.
    let named = Set(detections.references.map(\.model))
    detections.references += CommentedNames.references(of: input).filter { !named.contains($0.model) }
    return detections
  }

  private func language(of path: FilePath) -> CodeLanguage? {
    CodeLanguage.ofExtension[path.fileExtension] ?? CodeLanguage.ofFileName[path.lowercasedName]
  }
}
