package import ProvisoCore
internal import ProvisoText
internal import Synchronization

/// What a name of a license turned out to stand for.
package enum LicenseMatch: Sendable {
  /// A license whose text has been read.
  case record(License)
  /// A license that SPDX or the hub lists, whose terms are not on file.
  case named(id: String, name: String)
  /// A tag that several texts share.
  case familyTag
  /// `other` and the like: a license of the publisher's own.
  case other
  /// A tag that says nothing.
  case empty
  case unrecognized
}

/// The license records inside the binary. A record is parsed when it is first asked for, and kept.
package final class LicenseLibrary: Sendable {
  package static let shared = LicenseLibrary()

  private let parsed = Mutex<[String: License]>([:])

  /// Licenses that are not in the binary, by normalized name.
  private let own: [String: License]
  /// The same by the hash of the text that was read.
  private let ownByText: [String: License]
  /// The license that is taken of an expression, by the expression in small letters.
  let choices: [String: String]

  /// - Parameters:
  ///   - own: licenses that somebody has described beside those of the binary.
  ///   - choices: of an expression that leaves a choice, normalized, the license that is taken.
  package init(own: [License] = [], choices: [String: String] = [:]) {
    self.own = Dictionary(own.map { (LicenseName.normalize($0.id), $0) }) { first, _ in first }
    let hashes = own.flatMap { license in license.sources.compactMap(\.sha256).map { ($0.lowercased(), license) } }
    ownByText = Dictionary(hashes) { first, _ in first }
    self.choices = Dictionary(choices.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
  }

  /// The license that goes by `name`: an id, an alias, an SPDX identifier or a title, in any case and spacing.
  package func match(_ name: String) -> LicenseMatch {
    let key = LicenseName.normalize(name)
    let match = match(key: key)
    // `AGPL-3.0 License`: an identifier of SPDX and the word. Titles that lack it may be another text's.
    guard case .unrecognized = match, key.hasSuffix("-license") else { return match }
    let identifier = String(key.dropLast("-license".count))
    guard case .record(let license) = self.match(key: identifier), !license.spdx.hasPrefix("LicenseRef-"),
      identifier == license.id || identifier == LicenseName.normalize(license.spdx)
    else { return match }
    return .record(license)
  }

  private func match(key: String) -> LicenseMatch {
    if LicenseName.emptyTags.contains(key) { return .empty }
    if LicenseName.familyTags.contains(key) { return .familyTag }
    if let license = record(key: key) { return .record(license) }
    if LicenseName.otherTags.contains(key) { return .other }
    if let fields = EmbeddedText.namedLicenses.fields(ofKey: key), fields.count >= 3 {
      return .named(id: fields[1], name: fields[2])
    }
    return .unrecognized
  }

  /// The record that answers to `name`, nil where there is none.
  package func license(_ name: String) -> License? {
    record(key: LicenseName.normalize(name))
  }

  /// The category of the record that answers to `name`, nil where there is none; the record is not read for it.
  package func category(of name: String) -> LicenseCategory? {
    let key = LicenseName.normalize(name)
    if let license = own[key] { return license.category }
    guard let fields = EmbeddedText.licenseNames.fields(ofKey: key) else { return byName(key)?.category }
    return fields.last.flatMap(LicenseCategory.init)
  }

  /// The license that somebody has described beside those of the binary, from the text with this hash.
  package func ownLicense(ofText sha256: String) -> License? { ownByText[sha256.lowercased()] }

  /// The record whose text stands at `link`, nil where none is known to.
  package func record(at link: String) -> License? {
    LicenseName.address(link).flatMap { record(key: $0) }
  }

  /// Whether the Open Source Initiative has approved the license that goes by `name`, as far as is on file.
  package func isApproved(_ name: String) -> Bool {
    switch match(name) {
    case .record(let license): return license.osiApproved == true
    case .named(let id, _):
      return EmbeddedText.namedLicenses.fields(ofKey: LicenseName.normalize(id)).map { $0.last == "true" } ?? false
    case .familyTag, .other, .empty, .unrecognized: return false
    }
  }

  /// The ids of all records, in order.
  package var ids: [String] {
    Array(Set(EmbeddedText.licenseNames.allFields().compactMap { $0.count >= 2 ? $0[1] : nil })).sorted()
  }

  private func record(key: String) -> License? {
    if let license = own[key] ?? parsed.withLock({ $0[key] }) { return license }
    guard let fields = EmbeddedText.licenseNames.fields(ofKey: key), fields.count == 5,
      let offset = Int(fields[2]), let count = Int(fields[3])
    else { return byName(key) }
    let id = fields[1]
    if let license = parsed.withLock({ $0[id] }) { return license }
    let source = SourceText(path: "\(id).yaml", bytes: EmbeddedText.licenses.copy(offset..<(offset + count)))
    // The generator and a test have read every record with this same reader.
    guard let license = try? LicenseRecordReader.read(source) else { return nil }
    parsed.withLock { $0[id] = license }
    return license
  }

  /// What the name itself says where it is one of Creative Commons': in the hub's or SPDX's spelling, or as a title.
  private func byName(_ key: String) -> License? {
    guard key.hasPrefix("cc-") || key.hasPrefix("creative") else { return nil }
    // The texts of version 4.0 are on file.
    let address = "creativecommons.org/licenses/"
    if key.hasPrefix(address) {
      let parts = key.dropFirst(address.count).split(separator: "/")
      if parts.count >= 2, parts[1] == "4.0", let license = record(key: "cc-\(parts[0])-4.0") { return license }
    }
    let listed = EmbeddedText.namedLicenses.fields(ofKey: key).flatMap { $0.count > 1 ? $0[1] : nil }
    return CreativeCommonsName(key: listed.map(LicenseName.normalize) ?? key)?.record
  }
}
