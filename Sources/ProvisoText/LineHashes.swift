/// The hash of each line as GitHub code scanning computes it for `primaryLocationLineHash`.
///
/// Over UTF-16 units: blanks and tabs are skipped, every line end is LF, and the text ends with U+FFFF. The hash of a line
/// is that of the 100 units that begin at its first unit: `h = 37 h + c - 37^100 c_out` in 64 bits. Written in hexadecimal,
/// with the number of equal hashes so far in the file. (github/codeql-action, `src/fingerprints.ts`.)
package struct LineHashes: Sendable {
  private let hashes: [Hash]

  private struct Hash: Sendable {
    var value: UInt64
    /// How many lines so far have this value, this one included.
    var count: Int
  }

  package init(of source: SourceText) {
    hashes = Self.hashes(source)
  }

  /// Lines from 1; nil for a line that is not there.
  package subscript(line number: Int) -> String? {
    guard number >= 1, number <= hashes.count else { return nil }
    let hash = hashes[number - 1]
    return String(hash.value, radix: 16) + ":\(hash.count)"
  }

  private static let window = 100
  private static let modulus: UInt64 = 37

  private static func hashes(_ source: SourceText) -> [Hash] {
    let units = hashedUnits(source)
    let firstFactor = (0..<window).reduce(into: UInt64(1)) { factor, _ in factor = factor &* modulus }
    var counts: [UInt64: Int] = [:]
    var hashes: [Hash] = []
    var hash: UInt64 = 0
    let span = units.span
    // The hash at step n covers the units n - 99 ... n: it belongs to the line that starts at n - 99, which is the first
    // unit or one after a line feed.
    for step in 0..<(span.count + window - 1) {
      let incoming = step < span.count ? UInt64(span[step]) : 0
      let outgoing = step >= window ? UInt64(span[step - window]) : 0
      hash = modulus &* hash &+ incoming &- firstFactor &* outgoing
      let start = step - (window - 1)
      guard start >= 0, start == 0 || span[start - 1] == 0x0A else { continue }
      let count = (counts[hash] ?? 0) + 1
      counts[hash] = count
      hashes.append(Hash(value: hash, count: count))
    }
    return hashes
  }

  private static func hashedUnits(_ source: SourceText) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(source.bytes.count + 1)
    var previousWasCarriageReturn = false
    func append(_ unit: UInt16) {
      let isLineFeed = unit == 0x0A
      let isCarriageReturn = unit == 0x0D
      if unit != 0x20, unit != 0x09, !(isLineFeed && previousWasCarriageReturn) {
        units.append(isCarriageReturn ? 0x0A : unit)
      }
      previousWasCarriageReturn = isCarriageReturn
    }
    if source.bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in source.bytes { append(UInt16(byte)) }
    } else {
      for unit in String(decoding: source.bytes, as: UTF8.self).utf16 { append(unit) }
    }
    units.append(0xFFFF)
    return units
  }
}
