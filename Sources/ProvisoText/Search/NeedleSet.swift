/// Many literals searched for in one pass.
///
/// At every second byte a table says which needles begin with the three that stand there, and whether they are the second three of
/// any, so that most of a text is passed over two bytes at a time; only needles that begin with the same three are compared. No
/// look-up waits for another, which makes this faster than jumping. (Of bytes the table knows the last five bits, by which letters
/// in either case have the same place.)
package struct NeedleSet: Sendable {
  /// In the order they were given, lowercased if case does not count.
  private let needles: [[UInt8]]
  private let ignoresCase: Bool
  /// By ``place(of:)`` of three bytes: the number of the group of needles that begin with them, from 1 on, or 0; and ``isSecond``
  /// if they may be the second three of a needle.
  private let places: [UInt16]
  /// The needles of all groups, one group after the other, each in order.
  private let entries: [Entry]
  /// By group where its entries begin, and where the last one's end. Group 0 has none.
  private let firstEntries: [Int]

  /// - Parameters:
  ///   - needles: ASCII or UTF-8 literals of at least two bytes each.
  ///   - ignoresCase: Whether ASCII letters match in either case, for all needles.
  package init(_ needles: [String], ignoresCase: Bool = false) {
    self.init(needles.map { Array($0.utf8) }, ignoresCase: ignoresCase)
  }

  /// The same, of the literals' bytes.
  package init(_ needles: [[UInt8]], ignoresCase: Bool = false) {
    precondition(needles.allSatisfy { $0.count >= 2 }, "needles of two bytes or more")
    let folded = ignoresCase ? needles.map { $0.map(Self.lowercased) } : needles
    var places = [UInt16](repeating: 0, count: Self.placeCount)
    var groups: [[Int]] = [[]]
    for (number, needle) in folded.enumerated() {
      for third in Self.forms(needle, 2) {
        let place = Self.place(of: needle[0], needle[1], third)
        if places[place] == 0 {
          places[place] = UInt16(groups.count)
          groups.append([])
        }
        // Two forms of the third byte may have one place.
        let group = Int(places[place])
        if groups[group].last != number { groups[group].append(number) }
      }
    }
    for needle in folded {
      for third in Self.forms(needle, 2) {
        for fourth in Self.forms(needle, 3) { places[Self.place(of: needle[1], third, fourth)] |= Self.isSecond }
      }
    }
    var firstEntries = [0]
    for group in groups { firstEntries.append((firstEntries.last ?? 0) + group.count) }
    entries = groups.joined().map { Entry(folded[$0], number: $0, ignoresCase: ignoresCase) }
    self.firstEntries = firstEntries
    self.needles = folded
    self.ignoresCase = ignoresCase
    self.places = places
  }

  /// A needle's first eight bytes, compared at once.
  private struct Entry {
    /// Zeros where a needle has no byte any more.
    var start: UInt64 = 0
    var mask: UInt64 = 0
    /// The bit that tells upper from lower case, for each letter whose case does not count.
    var caseBits: UInt64 = 0
    /// Whether there are more than eight.
    var isLong: Bool
    /// Its place in ``needles``.
    var number: Int

    init(_ needle: [UInt8], number: Int, ignoresCase: Bool) {
      for (place, byte) in needle.prefix(8).enumerated() {
        start |= UInt64(byte) << UInt64(place * 8)
        mask |= 0xFF << UInt64(place * 8)
        if ignoresCase, byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { caseBits |= 0x20 << UInt64(place * 8) }
      }
      isLong = needle.count > 8
      self.number = number
    }
  }

  /// Groups are fewer than places, and places as many as a group's number has values.
  private static let placeCount = 1 << 15
  private static let isSecond: UInt16 = 1 << 15

  /// The byte of a needle at `index`, and where it has none any more, one for each that may follow: only the last five bits count.
  private static func forms(_ needle: [UInt8], _ index: Int) -> ClosedRange<UInt8> {
    index < needle.count ? needle[index]...needle[index] : 0...31
  }

  private static func place(of first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    place(of: (UInt64(first) | UInt64(second) << 8 | UInt64(third) << 16) & lastBits)
  }

  /// Where the three lowest bytes of `word`, of which ``lastBits`` are left, have their place.
  @inline(__always)
  private static func place(of word: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: word) << 8 &* 0x9E37_79B1) >> 17)
  }

  /// The last five bits of each byte.
  private static let lastBits: UInt64 = 0x1F1F_1F1F_1F1F_1F1F

  /// Calls `body` with the index of the needle and its offset for each occurrence of each needle, overlapping ones
  /// too, in ascending order of offset, then of index, until it returns false.
  package func forEachMatch(in bytes: Span<UInt8>, _ body: (_ needle: Int, _ offset: Int) -> Bool) {
    guard !needles.isEmpty, bytes.count >= 2 else { return }
    let placeArray = places
    let places = placeArray.span
    // The compiler then knows that every place is in it, and leaves out the checks.
    precondition(places.count == Self.placeCount)
    let raw = unsafe bytes.bytes
    var offset = 0
    while offset + 8 <= bytes.count {
      // Of the eight bytes, three begin at the first, the third and the fifth each; in the bounds by the condition above.
      let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
      let bits = UInt64(littleEndian: word) & Self.lastBits
      let first = places[Self.place(of: bits)]
      let third = places[Self.place(of: bits >> 16)]
      let fifth = places[Self.place(of: bits >> 32)]
      if first | third | fifth != 0 {
        guard look(first, at: offset, of: bytes, body), look(third, at: offset + 2, of: bytes, body),
          look(fifth, at: offset + 4, of: bytes, body)
        else { return }
      }
      offset += 6
    }
    // A needle that begins at the byte before would have been seen here.
    for start in max(offset - 1, 0)..<bytes.count - 1
    where !compare(group(at: start, of: bytes), bytes, at: start, body) {
      return
    }
  }

  /// Calls `body` for the needles that begin at `offset`, where `found` stands in the table, and at the byte before, in order; false
  /// where it wants no more.
  @inline(__always)
  private func look(
    _ found: UInt16, at offset: Int, of bytes: Span<UInt8>, _ body: (_ needle: Int, _ offset: Int) -> Bool
  ) -> Bool {
    if found & Self.isSecond != 0, offset > 0 {
      let before = group(at: offset - 1, of: bytes)
      if before != 0, !compare(before, bytes, at: offset - 1, body) { return false }
    }
    let group = Int(found & ~Self.isSecond)
    return group == 0 || compare(group, bytes, at: offset, body)
  }

  /// The group of the needles that may begin at `start`; 0 for none.
  @inline(__always)
  private func group(at start: Int, of bytes: Span<UInt8>) -> Int {
    let third = start + 2 < bytes.count ? bytes[start + 2] : 0
    return Int(places[Self.place(of: bytes[start], bytes[start + 1], third)] & ~Self.isSecond)
  }

  /// Calls `body` for the needles of `group` that stand at `offset`, in order; false where it wants no more.
  @inline(never)
  private func compare(
    _ group: Int, _ bytes: Span<UInt8>, at offset: Int, _ body: (_ needle: Int, _ offset: Int) -> Bool
  ) -> Bool {
    // Of a text's last bytes there are no eight to compare at once.
    let isNearEnd = offset + 8 > bytes.count
    let word =
      isNearEnd
      ? 0 : UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let entryArray = entries
    let entries = entryArray.span
    for place in firstEntries[group]..<firstEntries[group + 1] {
      let entry = entries[place]
      guard isNearEnd || (word | entry.caseBits) & entry.mask == entry.start else { continue }
      if isNearEnd || entry.isLong, !matches(entry.number, bytes, at: offset) { continue }
      if !body(entry.number, offset) { return false }
    }
    return true
  }

  /// Whether any needle occurs in `bytes`.
  package func containsAny(in bytes: Span<UInt8>) -> Bool {
    var found = false
    forEachMatch(in: bytes) { _, _ in
      found = true
      return false
    }
    return found
  }

  private func matches(_ index: Int, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    let needle = needles[index]
    guard start + needle.count <= bytes.count else { return false }
    for position in needle.indices {
      let byte = bytes[start + position]
      guard needle[position] == (ignoresCase ? Self.lowercased(byte) : byte) else { return false }
    }
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
