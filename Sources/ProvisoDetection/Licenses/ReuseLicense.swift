internal import ProvisoCore
internal import ProvisoText

/// The license of weights as the REUSE specification has it said: `model.safetensors.license` beside the file, `REUSE.toml` and
/// `.reuse/dep5` by paths.
///
/// What stands beside the file itself is its license. What is said of paths reaches many files, so that it only counts where it
/// restricts: of several that match a file the last one, as the specification has it (``PatternedLicenses``).
struct ReuseLicense: Detector {
  let id = "reuse-license"
  let summary = "Licenses of weights by the REUSE specification: files beside them, REUSE.toml and .reuse/dep5."
  let needles = ["license"]

  private static let tag = "spdx-license-identifier"
  private static let mostAnnotations = 200
  private static let mostPatterns = 100
  private static let mostLicenses = 16

  var endings: Set<String> { ["", "license", "toml"] }

  func wants(_ path: FilePath) -> Bool {
    switch path.fileExtension {
    case "license": WeightNames.isFile(String(path.name.dropLast(".license".utf8.count)))
    case "toml": path.name == "REUSE.toml"
    default: path.name == "dep5" && (path.directory == ".reuse" || path.directory.hasSuffix("/.reuse"))
    }
  }

  func detect(_ input: DetectionInput) -> Detections {
    switch input.path.fileExtension {
    case "license": return Detections(declarations: beside(input))
    case "toml": return limited(annotations(input), input)
    default: return limited(paragraphs(input), input)
    }
  }

  private func limited(_ declarations: [ModelDeclaration], _ input: DetectionInput) -> Detections {
    guard declarations.count > Self.mostAnnotations else { return Detections(declarations: declarations) }
    return Detections(
      declarations: Array(declarations.suffix(Self.mostAnnotations)),
      notifications: [
        input.notification(
          .warning,
          "Of what it says of paths that may lead to weights only the last \(Self.mostAnnotations) were taken.")
      ])
  }

  private func beside(_ input: DetectionInput) -> [ModelDeclaration] {
    let file = FilePath(String(input.path.string.dropLast(".license".utf8.count)))
    for number in 1...min(input.source.lineCount, 100) {
      let line = input.source.line(number)
      guard let (key, value) = Self.field(line), key == Self.tag else { continue }
      return [
        declaration(of: WeightName(file).owner, [(value, input.location(input.source.lineRange(number)))], input)
      ]
    }
    return []
  }

  private func declaration(
    of model: String, _ licenses: [(tag: String, location: Location)], _ input: DetectionInput
  ) -> ModelDeclaration {
    ModelDeclaration(
      model: model, source: .readme, location: licenses.first?.location ?? input.location(0..<0),
      licenses: licenses.map { DeclaredLicense(tag: $0.tag, location: $0.location, subject: .model) },
      establishesModel: false, scope: input.path.scope)
  }

  /// `[[annotations]]` with `path` (one or a list) and `SPDX-License-Identifier` (one or a list).
  private func annotations(_ input: DetectionInput) -> [ModelDeclaration] {
    guard let root = try? TOMLReader.read(input.source) else { return [] }
    return (root["annotations"]?.items ?? []).compactMap { annotation in
      guard
        let licenses = annotation.entries.last(where: { ASCII.lowercased($0.key) == Self.tag })?.value.stringsWithNodes,
        let paths = annotation["path"]?.stringsWithNodes.map(\.0)
      else { return nil }
      let stated = licenses.prefix(Self.mostLicenses).map { ($0.0, input.location(of: $0.1)) }
      return declaration(stated, of: paths.compactMap(Self.pattern), below: input.path.directory, input)
    }
  }

  /// Debian's format: `Files:` with paths between blanks, `License:`, paragraphs between empty lines.
  private func paragraphs(_ input: DetectionInput) -> [ModelDeclaration] {
    let root = FilePath(input.path.directory).directory
    var paths: [String] = []
    var found: [ModelDeclaration] = []
    for number in 1...min(input.source.lineCount, 20_000) {
      let line = input.source.line(number)
      guard let (key, value) = Self.field(line) else {
        if line.allSatisfy(\.isWhitespace) { paths = [] }
        continue
      }
      if key == "files" { paths = value.split(separator: " ").map(String.init) }
      guard key == "license", !paths.isEmpty else { continue }
      let stated = [(value, input.location(input.source.lineRange(number)))]
      if let declaration = declaration(stated, of: paths.compactMap(Self.debianPattern), below: root, input) {
        found.append(declaration)
      }
    }
    return found
  }

  private func declaration(
    _ licenses: [(tag: String, location: Location)], of patterns: [String], below root: String, _ input: DetectionInput
  ) -> ModelDeclaration? {
    let patterns = patterns.filter(Self.mayBeWeights)
    guard !patterns.isEmpty else { return nil }
    let prefix = root == "." ? "/" : "/\(Self.escaped(root, "*\\"))/"
    var declaration = declaration(of: root, licenses.filter { LicenseSentence.restricts($0.tag) }, input)
    declaration.patterns = patterns.prefix(Self.mostPatterns).map { prefix + $0 }
    return declaration
  }

  /// Paths of a program's own files are most of what such documents name.
  private static func mayBeWeights(_ pattern: String) -> Bool {
    let name = pattern.utf8.split(separator: UInt8(ascii: "/")).last ?? "".utf8[...]
    return name.last == UInt8(ascii: "*") || !name.contains(UInt8(ascii: ".")) || WeightNames.isFile(pattern)
  }

  /// REUSE's patterns know `*` within a folder, `**` across, and a backslash; what else means something to a ``Glob`` is plain.
  private static func pattern(_ path: String) -> String? {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return path.isEmpty ? nil : escaped(String(path), "")
  }

  /// Debian's `*` reaches across folders.
  private static func debianPattern(_ path: String) -> String? {
    guard let plain = pattern(path) else { return nil }
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, last.contains("*") else { return plain }
    return (parts.dropLast() + (last == "*" ? ["**"] : ["**", last])).joined(separator: "/")
  }

  private static func escaped(_ text: String, _ more: String) -> String {
    String(text.flatMap { "?[]{}\(more)".contains($0) ? ["\\", $0] : [$0] })
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
