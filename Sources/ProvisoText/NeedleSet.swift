/// Many literals searched for in one pass.
///
/// Needles are put into 64 buckets. For each of the first bytes of a needle a table says which buckets have a needle with that
/// byte there; where the tables of three bytes in a row agree on a bucket, its needles are compared. No byte's look-up waits
/// for another's, which makes this faster than jumping. (After Teddy of Hyperscan: Wang et al., "Hyperscan: A Fast
/// Multi-pattern Regex Matcher for Modern CPUs", NSDI 2019, with tables of bytes instead of shuffles.)
package struct NeedleSet: Sendable {
  /// In the order they were given, lowercased if case does not count.
  private let needles: [[UInt8]]
  private let ignoresCase: Bool
  /// How many bytes the tables look at: 2 or 3.
  private let window: Int
  /// For each byte, one after the other for the first, second and third place, the buckets that have it there.
  private let tables: [UInt64]
  /// The needles of each bucket.
  private let buckets: [[Int]]

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
    self.needles = folded
    self.ignoresCase = ignoresCase
    self.window = window
    self.tables = tables
    self.buckets = buckets
  }

  /// Calls `body` with the index of the needle and its offset for each occurrence of each needle, overlapping ones
  /// too, in ascending order of offset, then of index, until it returns false.
  package func forEachMatch(in bytes: Span<UInt8>, _ body: (_ needle: Int, _ offset: Int) -> Bool) {
    guard !needles.isEmpty, bytes.count >= 2 else { return }
    let (tableArray, count) = (tables, bytes.count)
    let tables = tableArray.span
    // The compiler then knows that every byte has its place in them, and leaves out the checks.
    precondition(tables.count == 3 * 256)
    var (first, second) = (bytes[0], bytes[1])
    var offset = 2
    while offset < count {
      let third = bytes[offset]
      let agreed = tables[Int(first)] & tables[256 + Int(second)] & tables[512 + Int(third)]
      if agreed != 0, !compare(agreed, bytes, at: offset - 2, body) { return }
      (first, second) = (second, third)
      offset += 1
    }
    guard window == 2 else { return }
    let agreed = tables[Int(first)] & tables[256 + Int(second)]
    if agreed != 0 { _ = compare(agreed, bytes, at: count - 2, body) }
  }

  /// Calls `body` for the needles of `agreed` buckets that stand at `offset`, in order; false where it wants no more.
  @inline(never)
  private func compare(
    _ agreed: UInt64, _ bytes: Span<UInt8>, at offset: Int, _ body: (_ needle: Int, _ offset: Int) -> Bool
  ) -> Bool {
    var last = -1
    while true {
      var next = Int.max
      var rest = agreed
      while rest != 0 {
        for index in buckets[rest.trailingZeroBitCount]
        where index > last && index < next && matches(index, bytes, at: offset) { next = index }
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
