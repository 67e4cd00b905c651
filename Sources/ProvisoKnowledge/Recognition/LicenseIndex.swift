/// The word sequences of the known texts, as 16-bit hashes: enough to compare, nothing to read a text from.
///
/// Format, little endian: the count of texts (4 bytes); for each, the length of its name (1 byte), the name, the count of its
/// words (4 bytes), the words (2 bytes each).
package struct LicenseIndex: Sendable {
  package struct Entry: Sendable {
    /// The id of the license; `<id>.use-policy` for a use policy.
    package var name: String
    package var words: [UInt16]
    /// How many of its runs are in the index of samples.
    var samples: Int
    /// Where the part ends that every copy has: what follows "END OF TERMS AND CONDITIONS" is advice.
    var end: Int

    package var isUsePolicy: Bool { name.hasSuffix(".use-policy") }

    /// The license the text belongs to.
    package var license: String {
      isUsePolicy ? String(name.dropLast(".use-policy".count)) : name
    }
  }

  package private(set) var entries: [Entry] = []
  /// The texts in which each sampled run of words stands.
  private(set) var owners: RunTable

  static let runLength = 4
  private static let endWords = LicenseWords(Array("end of terms and conditions".utf8)).hashes

  package init(packed bytes: [UInt8]) {
    var offset = 0
    func integer(_ count: Int) -> Int? {
      guard count <= bytes.count - offset else { return nil }
      defer { offset += count }
      return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    // Two bytes a word, one run in four: some to spare.
    owners = RunTable(count: bytes.count / 7)
    guard let count = integer(4) else { return }
    for _ in 0..<count {
      guard let nameLength = integer(1), nameLength <= bytes.count - offset else { return }
      let name = String(decoding: bytes[offset..<(offset + nameLength)], as: UTF8.self)
      offset += nameLength
      guard let wordCount = integer(4), wordCount <= (bytes.count - offset) / 2 else { return }
      let words = (0..<wordCount).map { UInt16(bytes[offset + 2 * $0]) | UInt16(bytes[offset + 2 * $0 + 1]) << 8 }
      offset += 2 * wordCount
      add(name, words)
    }
  }

  /// The packed form of the texts, in order of name. A license can have several texts; of those with the same words one stays.
  ///
  /// - Parameter others: texts of an index that were packed before.
  package static func pack(_ texts: [(name: String, bytes: [UInt8])], keeping others: [Entry] = []) -> [UInt8] {
    var packed: [UInt8] = []
    func append(_ value: Int, _ count: Int) {
      for shift in 0..<count { packed.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
    let known = texts.map { (name: $0.name, words: LicenseWords($0.bytes).hashes) }
    let sequences = (known + others.map { (name: $0.name, words: $0.words) }).sorted {
      $0.name == $1.name ? $0.words.lexicographicallyPrecedes($1.words) : $0.name < $1.name
    }
    let entries = sequences.indices.filter { $0 == 0 || sequences[$0] != sequences[$0 - 1] }.map { sequences[$0] }
    append(entries.count, 4)
    for entry in entries {
      let name = Array(entry.name.utf8.prefix(255))
      append(name.count, 1)
      packed += name
      append(entry.words.count, 4)
      for word in entry.words { append(Int(word), 2) }
    }
    return packed
  }

  private mutating func add(_ name: String, _ words: [UInt16]) {
    var count = 0
    var key: UInt64 = 0
    for index in words.indices {
      key = key << 16 | UInt64(words[index])
      guard index >= Self.runLength - 1, Self.isSampled(key) else { continue }
      if owners.insertIfNew(key, entries.count) { count += 1 }
    }
    entries.append(Entry(name: name, words: words, samples: count, end: Self.end(of: words)))
  }

  /// One run in four, chosen by its own words, so that every text chooses alike.
  static func isSampled(_ key: UInt64) -> Bool {
    (key &* 0x9E37_79B9_7F4A_7C15) >> 62 == 0
  }

  private static func end(of words: [UInt16]) -> Int {
    let mark = endWords
    guard words.count > mark.count else { return words.count }
    for start in stride(from: words.count - mark.count, through: words.count / 2, by: -1)
    where words[start..<(start + mark.count)].elementsEqual(mark) {
      return start + mark.count
    }
    return words.count
  }
}
