/// Many literals searched for in one pass (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994).
///
/// A window as long as the shortest needle slides over the text. Its last two bytes say how far it may jump; where it
/// may not, the needles whose prefix ends in these two bytes are compared. One short needle makes the jumps short.
package struct NeedleSet: Sendable {
  /// In the order they were given, lowercased if case does not count.
  private let needles: [[UInt8]]
  private let ignoresCase: Bool
  private let window: Int
  /// For each two bytes, how far the window may jump.
  private let shifts: [UInt8]
  /// For each two bytes, where its needles start in `chained`, plus one; 0 if the window may jump.
  private let chains: [UInt16]
  /// Needles whose prefix ends in the same two bytes, each run closed by -1.
  private let chained: [Int]

  /// - Parameters:
  ///   - needles: ASCII or UTF-8 literals of at least two bytes each, at most 8,000.
  ///   - ignoresCase: Whether ASCII letters match in either case, for all needles.
  package init(_ needles: [String], ignoresCase: Bool = false) {
    let folded = needles.map { needle in needle.utf8.map { ignoresCase ? Self.lowercased($0) : $0 } }
    precondition(folded.allSatisfy { $0.count >= 2 } && folded.count <= 8_000, "needles of two bytes or more")
    let window = min(folded.map(\.count).min() ?? 2, Int(UInt8.max))
    var shifts = [UInt8](repeating: UInt8(window - 1), count: 1 << 16)
    var members: [Int: [Int]] = [:]
    for (index, needle) in folded.enumerated() {
      for end in 1..<window {
        let shift = UInt8(window - 1 - end)
        for block in Self.blocks(needle[end - 1], needle[end], ignoresCase: ignoresCase) {
          shifts[block] = min(shifts[block], shift)
          if shift == 0 { members[block, default: []].append(index) }
        }
      }
    }
    var chains = [UInt16](repeating: 0, count: 1 << 16)
    var chained: [Int] = []
    for (block, indices) in members.sorted(by: { $0.key < $1.key }) {
      chains[block] = UInt16(chained.count + 1)
      chained += indices + [-1]
    }
    self.needles = folded
    self.ignoresCase = ignoresCase
    self.window = window
    self.shifts = shifts
    self.chains = chains
    self.chained = chained
  }

  /// Calls `body` with the index of the needle and its offset for each occurrence of each needle, overlapping ones
  /// too, in ascending order of offset, then of index, until it returns false.
  package func forEachMatch(in bytes: Span<UInt8>, _ body: (_ needle: Int, _ offset: Int) -> Bool) {
    guard !needles.isEmpty else { return }
    let shiftTable = self.shifts
    let shifts = shiftTable.span
    let count = bytes.count
    var end = window - 1
    while end < count {
      let block = Int(bytes[end - 1]) << 8 | Int(bytes[end])
      let shift = Int(shifts[block])
      if shift != 0 {
        end += shift
        continue
      }
      let start = end - (window - 1)
      var link = Int(chains[block]) - 1
      while link >= 0, chained[link] >= 0 {
        if matches(chained[link], bytes, at: start), !body(chained[link], start) { return }
        link += 1
      }
      end += 1
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

  /// The two bytes as they may stand in a text.
  private static func blocks(_ first: UInt8, _ second: UInt8, ignoresCase: Bool) -> [Int] {
    func forms(_ byte: UInt8) -> [UInt8] {
      ignoresCase && byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? [byte, byte & ~0x20] : [byte]
    }
    return forms(first).flatMap { first in forms(second).map { Int(first) << 8 | Int($0) } }
  }
}
