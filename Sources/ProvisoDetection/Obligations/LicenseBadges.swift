internal import ProvisoCore
internal import ProvisoText

/// The license that a repository shows of itself: badges of shields.io in documents, and `license` in package metadata
/// (`pyproject.toml`, `setup.cfg`, `setup.py`, `package.json`, `Cargo.toml`, `CITATION.cff`, `composer.json`, `meta.yaml`, `pom.xml`,
/// podspecs, gemspecs and nuspecs), the classifiers of Python's among it.
///
/// A badge counts whose left side speaks of a license and of neither code, data nor weights. Badges that fetch the license
/// when they are shown say nothing that could be read here.
struct LicenseBadges: Detector {
  let id = "license-badges"
  let summary = "Licenses that badges and package metadata show for a repository."
  let needles = ["img.shields.io/badge/", "license"]

  private static let manifests: Set<String> = [
    "pyproject.toml", "setup.cfg", "setup.py", "package.json", "cargo.toml", "citation.cff", "composer.json",
    "codemeta.json", "meta.yaml", "pom.xml",
  ]
  /// In Ruby the key is a property: `s.license = "MIT"`.
  private static let ruby: Set<String> = ["podspec", "gemspec"]
  private static let badge = "img.shields.io/badge/"
  private static let maximumLine = 2_000

  func wants(_ path: FilePath) -> Bool {
    guard path.scope == .production else { return false }
    return Self.isManifest(path) || path.lowercasedName.hasPrefix("readme")
  }

  private static func isManifest(_ path: FilePath) -> Bool {
    manifests.contains(path.lowercasedName) || ruby.contains(path.fileExtension) || path.fileExtension == "nuspec"
  }

  func detect(_ input: DetectionInput) -> Detections {
    var labels: [RepositoryLabel] = []
    let isManifest = Self.isManifest(input.path)
    let isRuby = Self.ruby.contains(input.path.fileExtension)
    let isMarkup = ["xml", "nuspec"].contains(input.path.fileExtension)
    // Further in stands the license of what is to be cited.
    let isOfTopOnly = input.path.lowercasedName == "citation.cff"
    var previous = ""
    for number in 1...input.source.lineCount where labels.count < 20 {
      let line = input.source.lineRange(number)
      guard line.count <= Self.maximumLine else { continue }
      let text = input.source.string(in: line)
      defer { previous = text }
      if isOfTopOnly, text.first?.isWhitespace == true { continue }
      let found =
        !isManifest
        ? Self.badges(text)
        : isMarkup ? Self.elements(text, after: previous) : Self.metadata(text, isRuby: isRuby) + Self.classifiers(text)
      labels += found.map { license in
        RepositoryLabel(kind: isManifest ? .metadata : .badge, license: license, location: input.location(line))
      }
    }
    return Detections(labels: labels)
  }

  /// Whether there is a badge in `bytes`.
  static func stand(in bytes: Span<UInt8>) -> Bool { badgeSearch.stands(in: bytes) }

  private static let badgeSearch = ByteSearch(badge)

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

  /// `license = "MIT"`, `license = {text = "MIT"}`, `"license": "MIT"`, `license="MIT"`, `license = MIT`, also with others on one
  /// line.
  static func metadata(_ line: String, isRuby: Bool = false) -> [String] {
    var licenses: [String] = []
    var rest = line[...]
    while let found = rest.firstRange(of: "license") {
      // A key stands at the start of a line, or of what is in brackets, or after a comma.
      var before = line[..<found.lowerBound]
      while let last = before.last, last.isWhitespace || "\"'".contains(last) { before.removeLast() }
      rest = rest[found.upperBound...]
      let isKey = before.last.map { "{(,".contains($0) || (isRuby && $0 == ".") } ?? true
      guard isKey else { continue }
      if let license = value(after: rest) { licenses.append(license) }
    }
    return licenses
  }

  /// What follows the key; nil for another key that begins so, and for a file, which says by its own words what it is.
  private static func value(after key: Substring) -> String? {
    let rest = key.drop { "\"' \t".contains($0) }
    guard let sign = rest.first, sign == "=" || sign == ":" else { return nil }
    var value = rest.dropFirst().drop { $0.isWhitespace }
    // `{"type": "MIT", "url": …}`, as old packages of npm have it.
    if let type = value.firstRange(of: "\"type\""), value.first == "{" { value = value[type.upperBound...] }
    // `{ :type => "MIT", :file => "LICENSE" }`, `{ type: "MIT" }`
    for key in [":type", "type:"] {
      if value.first == "{", let type = value.firstRange(of: key) { value = value[type.upperBound...] }
    }
    let quotes: Set<Character> = ["\"", "'"]
    if let open = value.firstIndex(where: quotes.contains) {
      guard !value[..<open].contains("file") else { return nil }
      let inner = value[value.index(after: open)...]
      guard let close = inner.firstIndex(of: value[open]), close != inner.startIndex else { return nil }
      // `https://spdx.org/licenses/MIT`, as codemeta has it.
      let listed = "https://spdx.org/licenses/"
      let license = inner[..<close]
      return String(license.hasPrefix(listed) ? license.dropFirst(listed.count) : license)
    }
    guard !value.contains("file"), value.first != "[" else { return nil }
    let word = value.prefix { !"{,#".contains($0) }
    let trimmed = String(word.split(separator: " ").joined(separator: " "))
    return trimmed.isEmpty || trimmed.utf8.count > 60 ? nil : trimmed
  }

  /// `"License :: OSI Approved :: MIT License"`, as Python's packages classify themselves.
  static func classifiers(_ line: String) -> [String] {
    guard let start = line.firstRange(of: "License :: OSI Approved :: ") else { return [] }
    let name = line[start.upperBound...].prefix { !"\"',]".contains($0) }
    let written = name.split(separator: " ").joined(separator: " ")
    return written.isEmpty ? [] : [classified[written] ?? written]
  }

  /// The names of classifiers that no license has.
  private static let classified = [
    "Apache Software License": "Apache-2.0", "BSD License": "BSD-3-Clause", "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only", "GNU Affero General Public License v3": "AGPL-3.0-only",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "The Unlicense (Unlicense)": "Unlicense",
  ]

  /// `<license type="expression">MIT</license>`, and Maven's `<license><name>MIT License</name>` on one line or on two.
  static func elements(_ line: String, after previous: String) -> [String] {
    if let value = content(of: "<license type=\"expression\">", in: line) { return [value] }
    guard line.contains("<license>") || previous.contains("<license>") else { return [] }
    return [content(of: "<name>", in: line)].compactMap(\.self)
  }

  private static func content(of tag: String, in line: String) -> String? {
    guard let start = line.firstRange(of: tag) else { return nil }
    let text = line[start.upperBound...].prefix { $0 != "<" }.split(separator: " ").joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
