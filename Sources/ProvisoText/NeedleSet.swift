/// Many literals searched for in one pass.
///
/// At every second byte a table says whether the three that begin there are the first or the second three of a needle, so that
/// most of a text is passed over two bytes at a time. Where they may be, the needles are looked for: they are put into 64 buckets,
/// and for each of the first bytes of a needle a table says which buckets have a needle with that byte there; where the tables of
/// three bytes in a row agree on a bucket, its needles are compared. No look-up waits for another, which makes this faster than
/// jumping. (The buckets after Teddy of Hyperscan: Wang et al., "Hyperscan: A Fast Multi-pattern Regex Matcher for Modern CPUs",
/// NSDI 2019, with tables of bytes instead of shuffles.)
package struct NeedleSet: Sendable {
  /// In the order they were given, lowercased if case does not count.
  private let needles: [[UInt8]]
  private let ignoresCase: Bool
  /// How many bytes the tables look at: 2 or 3.
  private let window: Int
  /// For each byte, one after the other for the first, second and third place, the buckets that have it there.
  private let tables: [UInt64]
  /// The needles of all buckets, one bucket after the other.
  private let entries: [Entry]
  /// By bucket where its entries begin, and where the last one's end.
  private let firstEntries: [Int]
  /// By ``place(of:)`` of three bytes, whether they may be the first or the second three of a needle; empty where needles of two
  /// bytes make that useless.
  private let leaps: [Bool]

  /// - Parameters:
  ///   - needles: ASCII or UTF-8 literals of at least two bytes each.
  ///   - ignoresCase: Whether ASCII letters match in either case, for all needles.
  package init(_ needles: [String], ignoresCase: Bool = false) {
    let folded = needles.map { needle in needle.utf8.map { ignoresCase ? Self.lowercased($0) : $0 } }
    precondition(folded.allSatisfy { $0.count >= 2 }, "needles of two bytes or more")
    let window = min(folded.map(\.count).min() ?? 3, 3)
    // Needles that begin alike share a bucket, so that few buckets agree by chance.
    let order = folded.indices.sorted { folded[$0].lexicographicallyPrecedes(folded[$1]) }
    var buckets = [[Int]](repeating: [], count: 64)
    var tables = [UInt64](repeating: 0, count: 3 * 256)
    for (place, index) in order.enumerated() {
      let bucket = place * 64 / max(folded.count, 1)
      buckets[bucket].append(index)
      for offset in 0..<window {
        for byte in Self.forms(folded[index][offset], ignoresCase: ignoresCase) {
          tables[offset * 256 + Int(byte)] |= 1 << UInt64(bucket)
        }
      }
    }
    if window == 2 { for byte in 0..<256 { tables[512 + byte] = .max } }
    var firstEntries = [0]
    for bucket in buckets { firstEntries.append((firstEntries.last ?? 0) + bucket.count) }
    entries = buckets.joined().map { Entry(folded[$0], number: $0, ignoresCase: ignoresCase) }
    self.firstEntries = firstEntries
    self.needles = folded
    self.ignoresCase = ignoresCase
    self.window = window
    self.tables = tables
    leaps = window == 3 ? Self.leaps(to: folded) : []
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

  private static let leapCount = 1 << 15

  private static func leaps(to needles: [[UInt8]]) -> [Bool] {
    var leaps = [Bool](repeating: false, count: leapCount)
    for needle in needles {
      leaps[place(of: needle[0], needle[1], needle[2])] = true
      // Of bytes only the last five bits count, so that 32 stand for all.
      let fourth = needle.count > 3 ? needle[3]...needle[3] : 0...31
      for byte in fourth { leaps[place(of: needle[1], needle[2], byte)] = true }
    }
    return leaps
  }

  private static func place(of first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    place(of: (UInt64(first) | UInt64(second) << 8 | UInt64(third) << 16) & lastBits)
  }

  /// Where the three lowest bytes of `word`, of which ``lastBits`` are left, have their place: letters in either case have the same.
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
    var start = 0
    if window == 3 {
      let leapArray = leaps
      let leaps = leapArray.span
      // The compiler then knows that every place is in it, and leaves out the checks.
      precondition(leaps.count == Self.leapCount)
      let raw = unsafe bytes.bytes
      var offset = 0
      while offset + 8 <= bytes.count {
        // Of the eight bytes, three begin at the first, the third and the fifth each; in the bounds by the condition above.
        let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        let bits = UInt64(littleEndian: word) & Self.lastBits
        if leaps[Self.place(of: bits)] || leaps[Self.place(of: bits >> 16)] || leaps[Self.place(of: bits >> 32)],
          !look(at: max(offset - 1, 0)..<offset + 5, of: bytes, body)
        {
          return
        }
        offset += 6
      }
      // A needle that begins at the byte before would have been seen here.
      start = max(offset - 1, 0)
    }
    _ = look(at: start..<bytes.count, of: bytes, body)
  }

  /// Calls `body` for the needles that begin in `starts`, in order; false where it wants no more.
  @inline(never)
  private func look(
    at starts: Range<Int>, of bytes: Span<UInt8>, _ body: (_ needle: Int, _ offset: Int) -> Bool
  ) -> Bool {
    let tableArray = tables
    let tables = tableArray.span
    precondition(tables.count == 3 * 256)
    for start in starts.lowerBound..<max(min(starts.upperBound, bytes.count - window + 1), starts.lowerBound) {
      let third = start + 2 < bytes.count ? tables[512 + Int(bytes[start + 2])] : .max
      let agreed = tables[Int(bytes[start])] & tables[256 + Int(bytes[start + 1])] & third
      if agreed != 0, !compare(agreed, bytes, at: start, body) { return false }
    }
    return true
  }

  /// Calls `body` for the needles of `agreed` buckets that stand at `offset`, in order; false where it wants no more.
  @inline(never)
  private func compare(
    _ agreed: UInt64, _ bytes: Span<UInt8>, at offset: Int, _ body: (_ needle: Int, _ offset: Int) -> Bool
  ) -> Bool {
    // Of a text's last bytes there are no eight to compare at once.
    let isNearEnd = offset + 8 > bytes.count
    let word =
      isNearEnd
      ? 0 : UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let entryArray = entries
    let entries = entryArray.span
    var last = -1
    while true {
      var next = Int.max
      var rest = agreed
      while rest != 0 {
        let bucket = rest.trailingZeroBitCount
        for place in firstEntries[bucket]..<firstEntries[bucket + 1] {
          let entry = entries[place]
          guard isNearEnd || (word | entry.caseBits) & entry.mask == entry.start else { continue }
          guard entry.number > last, entry.number < next else { continue }
          if isNearEnd || entry.isLong, !matches(entry.number, bytes, at: offset) { continue }
          next = entry.number
        }
        rest &= rest - 1
      }
      guard next < Int.max else { return true }
      if !body(next, offset) { return false }
      last = next
    }
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

  /// The byte as it may stand in a text.
  private static func forms(_ byte: UInt8, ignoresCase: Bool) -> [UInt8] {
    ignoresCase && byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? [byte, byte & ~0x20] : [byte]
  }
}
