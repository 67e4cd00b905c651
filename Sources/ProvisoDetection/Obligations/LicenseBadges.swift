internal import ProvisoCore
internal import ProvisoText

/// The license that a repository shows of itself: badges of shields.io in documents, and `license` in package metadata
/// (`pyproject.toml`, `setup.cfg`, `setup.py`, `package.json`, `Cargo.toml`).
///
/// A badge counts whose left side speaks of a license and of neither code, data nor weights. Badges that fetch the license
/// when they are shown say nothing that could be read here.
struct LicenseBadges: Detector {
  let id = "license-badges"
  let summary = "Licenses that badges and package metadata show for a repository."
  let needles = ["img.shields.io/badge/", "license"]

  private static let manifests: Set<String> = ["pyproject.toml", "setup.cfg", "setup.py", "package.json", "cargo.toml"]
  private static let badge = "img.shields.io/badge/"
  private static let maximumLine = 2_000

  func wants(_ path: FilePath) -> Bool {
    guard path.scope == .production else { return false }
    return Self.manifests.contains(path.lowercasedName) || path.lowercasedName.hasPrefix("readme")
  }

  func detect(_ input: DetectionInput) -> Detections {
    var labels: [RepositoryLabel] = []
    let isManifest = Self.manifests.contains(input.path.lowercasedName)
    for number in 1...input.source.lineCount where labels.count < 20 {
      let line = input.source.lineRange(number)
      guard line.count <= Self.maximumLine else { continue }
      let text = input.source.string(in: line)
      let found = isManifest ? Self.metadata(text) : Self.badges(text)
      labels += found.map { license in
        RepositoryLabel(kind: isManifest ? .metadata : .badge, license: license, location: input.location(line))
      }
    }
    return Detections(labels: labels)
  }

  /// `…/badge/License-Apache_2.0-blue.svg`: sides parted by `-`, where `--` is a dash and `_` a blank.
  static func badges(_ line: String) -> [String] {
    var licenses: [String] = []
    var rest = line[...]
    while let start = rest.firstRange(of: badge) {
      rest = rest[start.upperBound...]
      let address = rest.prefix { !$0.isWhitespace && !")\"'>?".contains($0) }
      let sides = parts(String(address))
      guard sides.count >= 2 else { continue }
      let label = sides[0].lowercased()
      let isForAll = label.contains("licen") && !["code", "data", "weight", "model"].contains { label.contains($0) }
      if isForAll { licenses.append(sides[1]) }
    }
    return licenses
  }

  private static func parts(_ address: String) -> [String] {
    var parts = [""]
    var bytes = Array(address.utf8)[...]
    while let byte = bytes.first {
      if byte == UInt8(ascii: "-"), bytes.dropFirst().first == UInt8(ascii: "-") {
        parts[parts.count - 1].append("-")
        bytes = bytes.dropFirst(2)
        continue
      }
      bytes = bytes.dropFirst()
      switch byte {
      case UInt8(ascii: "-"): parts.append("")
      case UInt8(ascii: "_"): parts[parts.count - 1].append(" ")
      case UInt8(ascii: "%"):
        if bytes.starts(with: "20".utf8) {
          parts[parts.count - 1].append(" ")
          bytes = bytes.dropFirst(2)
        }
      default: parts[parts.count - 1].unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return parts
  }

  /// `license = "MIT"`, `license = {text = "MIT"}`, `"license": "MIT"`, `license="MIT"`, `license = MIT`; also among other things
  /// on one line: `{"name": "acme", "license": "MIT"}`, `setup(name="acme", license="MIT")`.
  static func metadata(_ line: String) -> [String] {
    let folded = ASCII.lowercased(line)
    var rest = folded[...]
    while let key = rest.firstRange(of: "license") {
      rest = rest[key.upperBound...]
      let before = folded[..<key.lowerBound]
      let isFirst = before.allSatisfy { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      // Behind something else a value must be quoted.
      guard isFirst || before.last.map({ "\"'({, \t".contains($0) }) == true else { continue }
      // Only ASCII letters were made small, so that the two have the same bytes.
      let end = line.utf8.index(
        line.startIndex, offsetBy: folded.utf8.distance(from: folded.startIndex, to: key.upperBound))
      if let value = value(line[end...], quoted: !isFirst) { return [value] }
    }
    return []
  }

  private static func value(_ text: Substring, quoted: Bool) -> String? {
    let rest = text.drop { "\"' \t".contains($0) }
    guard let sign = rest.first, sign == "=" || sign == ":" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace }
    let quotes: Set<Character> = ["\"", "'"]
    if quoted, value.first.map(quotes.contains) != true { return nil }
    if let open = value.firstIndex(where: quotes.contains) {
      // A file says by its own words what it is: `{file = "LICENSE"}`.
      guard !value[..<open].contains("file") else { return nil }
      let inner = value[value.index(after: open)...]
      guard let close = inner.firstIndex(of: value[open]), !inner[..<close].isEmpty else { return nil }
      let name = String(inner[..<close])
      return name.lowercased().contains("file") ? nil : name
    }
    guard !value.contains("file") else { return nil }
    let word = value.prefix { !"{,#".contains($0) }
    let trimmed = String(word.split(separator: " ").joined(separator: " "))
    return trimmed.isEmpty || trimmed.utf8.count > 60 ? nil : trimmed
  }
}
