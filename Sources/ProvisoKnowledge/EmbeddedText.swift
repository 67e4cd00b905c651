internal import CProvisoData

/// Bytes that are part of the binary, read in place. They are passed around freely: there is nothing to be counted in them.
///
/// The one file of this module that touches raw memory: the bytes are constants of the C target, never freed, and every
/// access is checked against their count.
@safe
package struct EmbeddedBytes: TableBytes, @unchecked Sendable {
  fileprivate let bytes: UnsafeBufferPointer<UInt8>

  fileprivate init(_ table: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) {
    var count = 0
    let base = unsafe table(&count)
    unsafe bytes = UnsafeBufferPointer(start: base, count: base == nil ? 0 : count)
  }

  package static let hubModels = unsafe EmbeddedBytes { unsafe proviso_data_hub_models($0) }

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
    let range = range.clamped(to: 0..<count)
    return unsafe String(decoding: bytes[range], as: UTF8.self)
  }

  package func append(_ range: Range<Int>, to other: inout [UInt8]) {
    let range = range.clamped(to: 0..<count)
    unsafe other.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }
}

/// A text that is part of the binary, read in place.
@safe
package struct EmbeddedText: @unchecked Sendable {
  private let embedded: EmbeddedBytes
  private var bytes: UnsafeBufferPointer<UInt8> { unsafe embedded.bytes }
  /// Where lines begin, plus one, by the hash of their first field; after a place that is taken comes the next. Empty where
  /// nothing is looked up by it.
  private let slots: [UInt32]

  /// - Parameter isKeyed: Whether lines are looked up by their first field.
  private init(isKeyed: Bool = false, _ table: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) {
    embedded = unsafe EmbeddedBytes(table)
    slots = isKeyed ? unsafe Self.slots(embedded.bytes) : []
  }

  package static let licenses = unsafe EmbeddedText { unsafe proviso_data_licenses($0) }
  package static let licenseNames = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_license_names($0) }
  package static let licenseIndex = unsafe EmbeddedText { unsafe proviso_data_license_index($0) }
  package static let namedLicenses = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_named_licenses($0) }
  package static let catalog = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_catalog($0) }
  package static let aliases = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_aliases($0) }
  package static let dataSets = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_data_sets($0) }
  package static let families = unsafe EmbeddedText { unsafe proviso_data_families($0) }
  package static let requiredTexts = unsafe EmbeddedText { unsafe proviso_data_required_texts($0) }
  package static let names = unsafe EmbeddedText { unsafe proviso_data_names($0) }
  package static let shapes = unsafe EmbeddedText { unsafe proviso_data_shapes($0) }
  package static let registries = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_registries($0) }
  package static let spoken = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_spoken($0) }
  package static let openness = unsafe EmbeddedText { unsafe proviso_data_openness($0) }
  package static let alternatives = unsafe EmbeddedText { unsafe proviso_data_alternatives($0) }
  package static let withdrawn = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_withdrawn($0) }
  package static let gated = unsafe EmbeddedText { unsafe proviso_data_gated($0) }
  package static let osaid = unsafe EmbeddedText { unsafe proviso_data_osaid($0) }
  package static let packs = unsafe EmbeddedText { unsafe proviso_data_packs($0) }
  package static let packNames = unsafe EmbeddedText(isKeyed: true) { unsafe proviso_data_pack_names($0) }

  package var count: Int { embedded.count }
  package func byte(at offset: Int) -> UInt8 { embedded.byte(at: offset) }
  package func copy(_ range: Range<Int>) -> [UInt8] { embedded.copy(range) }
  package func string(_ range: Range<Int>) -> String { embedded.string(range) }

  /// The fields of the line whose first field is `key`, where lines are separated by LF and their fields by TAB. No allocation
  /// until a line is found.
  ///
  /// - Parameter ignoringCase: ASCII letters of the first field match in either case.
  package func fields(ofKey key: String, ignoringCase: Bool = false) -> [String]? {
    lineStart(ofKey: key, ignoringCase).map { fields(ofLine: $0..<lineEnd(from: $0)) }
  }

  /// Whether there is a line whose first field is `key`.
  package func hasKey(_ key: String, ignoringCase: Bool = false) -> Bool { lineStart(ofKey: key, ignoringCase) != nil }

  private func lineStart(ofKey key: String, _ ignoringCase: Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    var hash = Self.hashStart
    for byte in key.utf8 { hash = Self.hash(hash, byte) }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let start = Int(slots[slot]) - 1
      if isKey(key, at: start, ignoringCase) { return start }
      slot = (slot + 1) & (slots.count - 1)
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

  /// Every line's first field, in order.
  package var keys: [String] {
    var keys: [String] = []
    var start = 0
    while start < count {
      let end = lineEnd(from: start)
      keys.append(string(start..<((start..<end).first { byte(at: $0) == UInt8(ascii: "\t") } ?? end)))
      start = end + 1
    }
    return keys
  }

  private func fields(ofLine range: Range<Int>) -> [String] {
    var fields: [String] = []
    var start = range.lowerBound
    for index in range where unsafe bytes[index] == UInt8(ascii: "\t") {
      fields.append(string(start..<index))
      start = index + 1
    }
    fields.append(string(start..<range.upperBound))
    return fields
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < count, unsafe bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Whether the first field of the line at `start` is `key`.
  private func isKey(_ key: String, at start: Int, _ ignoringCase: Bool) -> Bool {
    var offset = start
    for byte in key.utf8 {
      guard offset < count else { return false }
      let other = unsafe bytes[offset]
      guard byte == other || ignoringCase && Self.lowercased(byte) == Self.lowercased(other) else { return false }
      offset += 1
    }
    return unsafe offset == count || bytes[offset] == UInt8(ascii: "\t") || bytes[offset] == UInt8(ascii: "\n")
  }

  /// At most half of them are taken.
  private static func slots(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [(start: Int, hash: UInt32)] = []
    var (start, hash, isInKey) = (0, hashStart, true)
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      let isEnd = byte == UInt8(ascii: "\n")
      if isEnd || byte == UInt8(ascii: "\t"), isInKey {
        starts.append((start, hash))
        isInKey = false
      }
      if isEnd {
        (start, hash, isInKey) = (index + 1, hashStart, true)
      } else if isInKey {
        hash = Self.hash(hash, byte)
      }
    }
    if isInKey, start < bytes.count { starts.append((start, hash)) }
    var size = 2
    while size < starts.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (start, hash) in starts {
      var slot = Int(hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(start + 1)
    }
    return slots
  }

  /// FNV-1a of the bytes in lower case (draft-eastlake-fnv).
  private static let hashStart: UInt32 = 0x811C_9DC5

  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(lowercased(byte))) &* 0x0100_0193 }
}
