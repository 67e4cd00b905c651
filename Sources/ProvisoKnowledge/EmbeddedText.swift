internal import CProvisoData

/// A text that is part of the binary, read in place.
///
/// The one file of this module that touches raw memory: the bytes are constants of the C target, never freed, and every
/// access is checked against their count.
@safe
package struct EmbeddedText: TableBytes, @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ table: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) {
    var count = 0
    let base = unsafe table(&count)
    unsafe bytes = UnsafeBufferPointer(start: base, count: base == nil ? 0 : count)
  }

  package static let licenses = unsafe EmbeddedText { unsafe proviso_data_licenses($0) }
  package static let licenseNames = unsafe EmbeddedText { unsafe proviso_data_license_names($0) }
  package static let licenseIndex = unsafe EmbeddedText { unsafe proviso_data_license_index($0) }
  package static let namedLicenses = unsafe EmbeddedText { unsafe proviso_data_named_licenses($0) }
  package static let catalog = unsafe EmbeddedText { unsafe proviso_data_catalog($0) }
  package static let hubModels = unsafe EmbeddedText { unsafe proviso_data_hub_models($0) }
  package static let aliases = unsafe EmbeddedText { unsafe proviso_data_aliases($0) }
  package static let dataSets = unsafe EmbeddedText { unsafe proviso_data_data_sets($0) }
  package static let families = unsafe EmbeddedText { unsafe proviso_data_families($0) }
  package static let requiredTexts = unsafe EmbeddedText { unsafe proviso_data_required_texts($0) }
  package static let names = unsafe EmbeddedText { unsafe proviso_data_names($0) }
  package static let registries = unsafe EmbeddedText { unsafe proviso_data_registries($0) }
  package static let spoken = unsafe EmbeddedText { unsafe proviso_data_spoken($0) }
  package static let openness = unsafe EmbeddedText { unsafe proviso_data_openness($0) }
  package static let alternatives = unsafe EmbeddedText { unsafe proviso_data_alternatives($0) }
  package static let withdrawn = unsafe EmbeddedText { unsafe proviso_data_withdrawn($0) }
  package static let gated = unsafe EmbeddedText { unsafe proviso_data_gated($0) }
  package static let osaid = unsafe EmbeddedText { unsafe proviso_data_osaid($0) }
  package static let packs = unsafe EmbeddedText { unsafe proviso_data_packs($0) }
  package static let packNames = unsafe EmbeddedText { unsafe proviso_data_pack_names($0) }

  package var count: Int { unsafe bytes.count }

  package func byte(at offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? unsafe bytes[offset] : 0
  }

  /// A copy of the bytes of `range`, cut to what is there.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    return unsafe Array(bytes[range])
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: copy(range), as: UTF8.self)
  }

  /// The fields of the line whose first field is `key`, where the lines are separated by LF, their fields by TAB, and the
  /// first fields stand in byte order. Binary search: no allocation until a line is found.
  ///
  /// - Parameter ignoringCase: the first fields are in the order of their ASCII lower case, and compare by it.
  package func fields(ofKey key: String, ignoringCase: Bool = false) -> [String]? {
    let key = key.utf8.map { ignoringCase ? Self.lowercased($0) : $0 }
    var low = 0
    var high = count
    while low < high {
      let start = lineStart(before: (low + high) / 2, notBefore: low)
      let end = lineEnd(from: start)
      switch compare(key, withLineAt: start, end: end, ignoringCase) {
      case 0: return fields(ofLine: start..<end)
      case ..<0: high = start
      default: low = end + 1
      }
    }
    return nil
  }

  /// Every line's fields, in order.
  package func allFields() -> [[String]] {
    var lines: [[String]] = []
    var start = 0
    while start < count {
      let end = lineEnd(from: start)
      lines.append(fields(ofLine: start..<end))
      start = end + 1
    }
    return lines
  }

  private func fields(ofLine range: Range<Int>) -> [String] {
    string(range).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private func lineStart(before offset: Int, notBefore low: Int) -> Int {
    var start = offset
    while start > low, unsafe bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < count, unsafe bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Negative where `key` sorts before the first field of the line, 0 where they are equal.
  private func compare(_ key: [UInt8], withLineAt start: Int, end: Int, _ ignoringCase: Bool) -> Int {
    var offset = start
    for byte in key {
      guard offset < end, unsafe bytes[offset] != UInt8(ascii: "\t") else { return 1 }
      let other = unsafe ignoringCase ? Self.lowercased(bytes[offset]) : bytes[offset]
      if byte != other { return byte < other ? -1 : 1 }
      offset += 1
    }
    let atFieldEnd = unsafe offset == end || bytes[offset] == UInt8(ascii: "\t")
    return atFieldEnd ? 0 : -1
  }
}
