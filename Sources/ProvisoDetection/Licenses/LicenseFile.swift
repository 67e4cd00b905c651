internal import ProvisoCore
internal import ProvisoText

/// License texts beside models (`LICENSE`, `LICENSE-MODEL`, `COPYING`, `USE_POLICY` …): which license the file says it is.
///
/// The title decides, or an `SPDX-License-Identifier`; the words themselves are not compared yet. A short license (MIT, BSD)
/// that is longer than its text should be has something added, and is given without a name that would make it pass.
struct LicenseFile: Detector {
  let id = "license-file"
  let summary = "License texts beside models, by title."
  let needles: [String] = []

  private static let names = ["license", "licence", "copying", "unlicense", "model_license", "model-license"]

  func wants(_ path: FilePath) -> Bool {
    guard ["", "txt", "md", "rst"].contains(path.fileExtension) || path.lowercasedName.hasPrefix("license") else {
      return false
    }
    guard !["py", "swift", "js", "ts", "go", "json", "yaml", "yml", "html"].contains(path.fileExtension) else {
      return false
    }
    return Self.names.contains { path.lowercasedName.hasPrefix($0) }
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let (title, line) = LicenseTitle.find(in: input.source) else { return Detections() }
    let location = input.location(input.source.lineRange(line))
    return Detections(declarations: [
      ModelDeclaration(
        model: input.path.directory, source: .licenseFile, location: location,
        licenses: [DeclaredLicense(tag: title, location: location)], establishesModel: false, scope: input.path.scope)
    ])
  }
}
