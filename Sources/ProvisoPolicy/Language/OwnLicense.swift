package import ProvisoCore
import ProvisoText

/// A license that the organization has read and described itself.
package struct OwnLicense: Sendable {
  package var license: License
  package var origin: PolicyOrigin

  package init(license: License, origin: PolicyOrigin) {
    self.license = license
    self.origin = origin
  }
}

/// `licenses`: licenses of one's own, with terms in the words of `proviso license show`.
enum OwnLicensesSection {
  static let prefix = "LicenseRef-"

  static func licenses(_ node: DataNode?, in reading: PolicyReading) -> [OwnLicense] {
    var firstLines: [String: Int] = [:]
    return reading.list("licenses", node).compactMap { item in
      guard let mapping = MappingReader(item, as: PolicySchema.ownLicense, "a license", in: reading) else {
        return nil
      }
      let id = id(mapping["id"], &firstLines, in: reading)
      let name = reading.text("name", mapping["name"])
      let category = reading.choice("category", mapping["category"], as: LicenseCategory.self)
      let family = reading.text("family", mapping["family"])
      let publisher = reading.text("publisher", mapping["publisher"])
      let url = reading.text("url", mapping["url"])
      let hash = reading.hash("text_sha256", mapping["text_sha256"])
      let terms = mapping["terms"].flatMap { OwnTerms($0, in: reading) }.map(Terms.init(from:))
      guard let id, let name, let category, let terms else { return nil }
      let license = License(
        id: id, name: name, family: family, edition: nil, publisher: publisher, released: nil, spdx: id, aliases: [],
        url: url, category: category, osiApproved: nil,
        openness: License.Openness(osd: .notReviewed, failedCriteria: [], osaidLicenseGate: nil), terms: terms,
        sources: hash.map { [License.Source(url: url, sha256: $0, read: "")] } ?? [])
      return OwnLicense(license: license, origin: reading.origin(of: item))
    }
  }

  private static func id(
    _ node: DataNode?, _ firstLines: inout [String: Int], in reading: PolicyReading
  ) -> String? {
    guard let node, let id = reading.text("id", node) else { return nil }
    let isWellFormed = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || [0x2D, 0x2E].contains(byte)
    }
    guard id.hasPrefix(prefix), id.utf8.count > prefix.utf8.count, isWellFormed else {
      reading.error(
        "`id`: expected `\(prefix)` and letters, digits, `-` or `.`, found \(Quoted.text(id))", at: node.range)
      return nil
    }
    if reading.knowledge.hasLicense(id) {
      reading.error(
        "`id`: \(Quoted.text(id)) is the id of a license on file", at: node.range, hint: "give yours another")
      return nil
    }
    if let line = firstLines[id] {
      reading.error(
        "there are two licenses with the id \(Quoted.text(id))", at: node.range, hint: "the first is in line \(line)")
      return nil
    }
    firstLines[id] = reading.origin(of: node).line
    reading.place("licenses.\(id)", at: node.range)
    return id
  }
}
