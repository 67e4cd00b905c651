internal import ProvisoCore
internal import ProvisoText

/// The license of weights as the REUSE specification has it said: `model.safetensors.license` beside the file, `REUSE.toml` and
/// `.reuse/dep5` by paths.
///
/// What stands beside the file itself is its license. Paths with wildcards reach many files, so that of them only those are held
/// that end in weights, and only where they restrict.
struct ReuseLicense: Detector {
  let id = "reuse-license"
  let summary = "Licenses of weights by the REUSE specification: files beside them, REUSE.toml and .reuse/dep5."
  let needles = ["license"]

  private static let tag = "spdx-license-identifier"
  private static let mostAnnotations = 1_000
  private static let mostLicenses = 16

  func wants(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "license": WeightNames.isFile(String(path.name.dropLast(".license".utf8.count)))
    case "toml": path.name == "REUSE.toml"
    default: path.name == "dep5" && (path.directory == ".reuse" || path.directory.hasSuffix("/.reuse"))
    }
  }

  func detect(_ input: DetectionInput) -> Detections {
    let stated: [Stated]
    switch input.path.fileExtension {
    case "license": stated = beside(input)
    case "toml": stated = annotations(input)
    default: stated = paragraphs(input)
    }
    return Detections(
      declarations: stated.map { stated in
        ModelDeclaration(
          model: stated.model, source: .readme, location: stated.location,
          licenses: [DeclaredLicense(tag: stated.license, location: stated.location, subject: .model)],
          establishesModel: false, scope: input.path.scope)
      })
  }

  private struct Stated {
    var model: String
    var license: String
    var location: Location
  }

  private func beside(_ input: DetectionInput) -> [Stated] {
    let file = FilePath(String(input.path.string.dropLast(".license".utf8.count)))
    for number in 1...min(input.source.lineCount, 100) {
      let line = input.source.line(number)
      guard let (key, value) = Self.field(line), key == Self.tag else { continue }
      return [
        Stated(
          model: WeightName(file).owner, license: value, location: input.location(input.source.lineRange(number)))
      ]
    }
    return []
  }

  /// `[[annotations]]` with `path` (one or a list) and `SPDX-License-Identifier` (one or a list).
  private func annotations(_ input: DetectionInput) -> [Stated] {
    guard let root = try? TOMLReader.read(input.source) else { return [] }
    var found: [Stated] = []
    for annotation in root["annotations"]?.items ?? [] where found.count < Self.mostAnnotations {
      guard
        let licenses = annotation.entries.last(where: { ASCII.lowercased($0.key) == Self.tag })?.value.stringsWithNodes,
        let paths = annotation["path"]?.stringsWithNodes.map(\.0)
      else { continue }
      for (license, node) in licenses.prefix(Self.mostLicenses) {
        found += stated(license, of: paths, below: input.path.directory, at: input.location(of: node))
      }
    }
    return found
  }

  /// Debian's format: `Files:` with paths between blanks, `License:`, paragraphs between empty lines.
  private func paragraphs(_ input: DetectionInput) -> [Stated] {
    let root = FilePath(input.path.directory).directory
    var paths: [String] = []
    var found: [Stated] = []
    for number in 1...min(input.source.lineCount, 20_000) where found.count < Self.mostAnnotations {
      let line = input.source.line(number)
      guard let (key, value) = Self.field(line) else {
        if line.allSatisfy(\.isWhitespace) { paths = [] }
        continue
      }
      if key == "files" { paths = value.split(separator: " ").map(String.init) }
      guard key == "license", !paths.isEmpty else { continue }
      found += stated(value, of: paths, below: root, at: input.location(input.source.lineRange(number)))
    }
    return found
  }

  private func stated(
    _ license: String, of paths: [String], below root: String, at location: Location
  ) -> [Stated] {
    guard LicenseSentence.restricts(license) else { return [] }
    let models = paths.lazy.filter(WeightNames.isFile).prefix(Self.mostAnnotations).map { path in
      let place = root == "." ? path : "\(root)/\(path)"
      let file = FilePath(place)
      guard path.contains("*") else { return WeightName(file).owner }
      // The folder above the first wildcard.
      let fixed = place.prefix { $0 != "*" }
      return fixed.lastIndex(of: "/").map { String(fixed[..<$0]) } ?? "."
    }
    return Set(models).sorted().map { Stated(model: $0, license: license, location: location) }
  }

  /// `Key: value` with the key in lower case.
  private static func field(_ line: some StringProtocol) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].drop { !$0.isLetter }
    let value = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !key.isEmpty, !value.isEmpty else { return nil }
    return (ASCII.lowercased(String(key)), value)
  }
}
