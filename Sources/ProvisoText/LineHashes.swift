/// The hash of each line as GitHub code scanning computes it for `primaryLocationLineHash`.
///
/// Over UTF-16 units: blanks and tabs are skipped, every line end is LF, and the text ends with U+FFFF. The hash of a line
/// is that of the 100 units that begin at its first unit: `h = 37 h + c - 37^100 c_out` in 64 bits. Written in hexadecimal,
/// with the number of equal hashes so far in the file. (github/codeql-action, `src/fingerprints.ts`.)
package struct LineHashes: Sendable {
  /// For each line its hash and which of the equal ones it is, from 1.
  private let hashes: [(hash: UInt64, count: Int)]

  package init(of source: SourceText) {
    let units = Self.hashedUnits(source)
    var counts: [UInt64: Int] = [:]
    hashes = Self.lineHashes(units).map { hash in
      let count = counts[hash, default: 0] + 1
      counts[hash] = count
      return (hash, count)
    }
  }

  /// Lines from 1; nil for a line that is not there.
  package subscript(line number: Int) -> String? {
    guard number >= 1, number <= hashes.count else { return nil }
    let line = hashes[number - 1]
    return String(line.hash, radix: 16) + ":\(line.count)"
  }

  private static let window = 100
  private static let modulus: UInt64 = 37
  /// What a unit that leaves the window counts for.
  private static let outgoing = (0..<window).reduce(UInt64(1)) { power, _ in power &* modulus }

  /// The hash of the 100 units from the start of each line, in order. Zeros follow the text.
  private static func lineHashes(_ units: [UInt16]) -> [UInt64] {
    let (window, modulus, outgoing) = (window, modulus, outgoing)
    func unit(_ index: Int) -> UInt64 { index < units.count ? UInt64(units[index]) : 0 }
    var hash = (0..<window).reduce(UInt64(0)) { modulus &* $0 &+ unit($1) }
    var hashes = [hash]
    for index in units.indices {
      hash = modulus &* hash &+ unit(index + window) &- outgoing &* unit(index)
      if units[index] == 0x0A { hashes.append(hash) }
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
