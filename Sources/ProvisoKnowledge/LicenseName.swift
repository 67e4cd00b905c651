/// Names of licenses as people write them, brought to one spelling.
package enum LicenseName {
  /// ASCII letters lower case; runs of blanks, `-` and `_` one `-`; none of them, quotes or full stops at the ends.
  ///
  /// `Llama 3.1 Community License` and `llama-3.1_community-license` meet; `Unlicense` and `UNLICENSED` do not.
  package static func normalize(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        if bytes.last != separator { bytes.append(separator) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    let trimmed = bytes.drop { atEnds.contains($0) }
    let end = trimmed.lastIndex { !atEnds.contains($0) }.map { $0 + 1 } ?? trimmed.startIndex
    return String(decoding: trimmed[trimmed.startIndex..<end], as: UTF8.self)
  }

  /// The address of a license text without scheme, `www.` and a slash at its end; nil for what is no address.
  package static func address(_ link: String) -> String? {
    let key = normalize(link)
    guard let scheme = ["https://", "http://"].first(where: { key.hasPrefix($0) }) else { return nil }
    var rest = key.dropFirst(scheme.count)
    if rest.hasPrefix("www.") { rest = rest.dropFirst("www.".count) }
    while rest.last == "/" { rest = rest.dropLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  /// `LicenseRef-` and the name, as an SPDX expression can hold it; what it cannot hold becomes `-`.
  package static func reference(to name: String) -> String {
    let allowed = name.utf8.map { byte in
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      let isOther = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
      return isLetter || isOther ? byte : separator
    }
    return "LicenseRef-" + String(decoding: allowed.prefix(80), as: UTF8.self)
  }

  private static let separator = UInt8(ascii: "-")
  private static let atEnds: Set<UInt8> = [separator, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ".")]

  /// Tags that name a family of texts, not a text.
  package static let familyTags: Set<String> = [
    "openrail", "openrail-m", "rail", "cc", "creative-commons", "gpl", "lgpl", "agpl", "bsd", "llama", "qwen-license",
    "modified-mit", "modified-mit-license", "creativeml-open-rail++-m-license", "creativeml-open-rail++-m",
  ]

  /// Tags by which a card says that its license is none of the hub's list.
  package static let otherTags: Set<String> = [
    "other", "custom", "proprietary", "see-license", "see-license-in-license",
  ]

  /// Tags that say nothing.
  package static let emptyTags: Set<String> = [
    "", "unknown", "none", "n/a", "na", "tbd", "null", "license", "none-declared",
  ]

  /// Whether a tag names no license: it says nothing, or that it is none of the hub's list.
  static func isSilent(_ tag: String) -> Bool {
    let key = normalize(tag)
    return emptyTags.contains(key) || otherTags.contains(key)
  }

  /// Whether a text of `family` may be meant by the family tag `tag`.
  package static func isTag(_ tag: String, ofFamily family: String?) -> Bool {
    guard let family else { return false }
    switch normalize(tag) {
    case "openrail", "openrail-m", "rail", "creativeml-open-rail++-m-license", "creativeml-open-rail++-m":
      return family == "openrail"
    case "cc", "creative-commons": return family == "cc0" || family.hasPrefix("cc-by")
    case "qwen-license": return family == "qwen"
    case "modified-mit", "modified-mit-license": return family.hasSuffix("modified-mit")
    case let tag: return tag == family
    }
  }
}
