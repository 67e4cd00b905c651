internal import ProvisoCore
internal import ProvisoText

/// License texts beside models (`LICENSE`, `LICENSE-MODEL`, `COPYING`, `NOTICE`, `USE_POLICY` …): which license the text is.
///
/// The words are held against those of the known texts. A text that departs from the one it is like is given as that one
/// with changes, which no record answers to: whatever was added could be a clause. A text that is like none is given by its
/// title, or by an `SPDX-License-Identifier`. The file's name may say that it covers the weights or the code alone.
struct LicenseFile: Detector {
  let id = "license-file"
  let summary = "License texts beside models, by their words."
  let needles: [String] = []

  private static let names = [
    "license", "licence", "copying", "unlicense", "model_license", "model-license", "weights_license",
    "weights-license",
  ]

  /// Of which the words are not read: that is told, and nothing is taken from beside it.
  private static let documents: Set<String> = ["pdf", "doc", "docx", "odt", "rtf", "html", "htm"]

  func wants(_ path: FilePath) -> Bool {
    guard
      ["", "txt", "md", "rst"].contains(path.fileExtension) || path.lowercasedName.hasPrefix("license")
        || Self.documents.contains(path.fileExtension)
    else { return false }
    guard !["py", "swift", "js", "ts", "go", "json", "yaml", "yml"].contains(path.fileExtension) else {
      return false
    }
    return Self.names.contains { path.lowercasedName.hasPrefix($0) }
  }

  func detect(_ input: DetectionInput) -> Detections {
    let isPage = ["html", "htm"].contains(input.path.fileExtension)
    if let recognition = input.recognize(isPage ? Self.withoutTags(input.source) : input.source) {
      let evidence = LicenseCopies.evidence(recognition, at: 0, input).map { [$0] } ?? []
      // A use policy goes with a license and grants nothing by itself.
      guard !recognition.isUsePolicy else { return Detections(evidence: evidence) }
      let line = recognition.differences.first?.line ?? 1
      let tag = recognition.differences.isEmpty ? recognition.license : "\(recognition.license), with changes"
      var detections = declared(tag, line: line, recognition, input)
      detections.evidence = evidence
      return detections
    }
    // Pages have titles of their own.
    guard !isPage, let (title, line) = LicenseTitle.find(in: input.source) else { return Detections() }
    return declared(title, line: line, nil, input)
  }

  private func declared(
    _ tag: String, line: Int, _ recognition: LicenseRecognition?, _ input: DetectionInput
  ) -> Detections {
    let location = input.location(input.source.lineRange(line))
    return Detections(declarations: [
      ModelDeclaration(
        model: input.path.directory, source: .licenseFile, location: location,
        licenses: [
          DeclaredLicense(
            tag: tag, location: location, recognition: recognition, subject: Self.subject(of: input.path),
            sha256: SHA256.hexadecimal(input.source.bytes))
        ], establishesModel: false, scope: input.path.scope)
    ])
  }

  /// A text of which no word was read, under the words for what lies in its place.
  static func declaration(of words: String, at path: FilePath) -> ModelDeclaration {
    let location = Location(path: path.string, line: 1)
    return ModelDeclaration(
      model: path.directory, source: .licenseFile, location: location,
      licenses: [DeclaredLicense(tag: words, location: location, subject: subject(of: path))], establishesModel: false,
      scope: path.scope)
  }

  /// The words of a page in their places.
  private static func withoutTags(_ source: SourceText) -> SourceText {
    var bytes = source.bytes
    var isTag = false
    for offset in bytes.indices {
      if bytes[offset] == UInt8(ascii: "<") { isTag = true }
      let isLast = bytes[offset] == UInt8(ascii: ">")
      if isTag, bytes[offset] != 0x0A { bytes[offset] = UInt8(ascii: " ") }
      if isLast { isTag = false }
    }
    return SourceText(path: source.path, bytes: bytes)
  }

  private static let modelWords: Set<Substring> = ["model", "models", "weight", "weights", "checkpoint", "checkpoints"]
  private static let codeWords: Set<Substring> = ["code", "software"]

  /// What the words of the file's name say that the text covers. A name that says both says neither.
  private static func subject(of path: FilePath) -> LicenseTextSubject {
    let words = Set(path.lowercasedName.split { !$0.isLetter })
    switch (words.isDisjoint(with: modelWords), words.isDisjoint(with: codeWords)) {
    case (false, true): return .model
    case (true, false): return .code
    default: return .unstated
    }
  }
}
