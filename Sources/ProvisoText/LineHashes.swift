/// The hash of each line as GitHub code scanning computes it for `primaryLocationLineHash`.
///
/// Over UTF-16 units: blanks and tabs are skipped, every line end is LF, and the text ends with U+FFFF. The hash of a line
/// is that of the 100 units that begin at its first unit: `h = 37 h + c - 37^100 c_out` in 64 bits. Written in hexadecimal,
/// with the number of equal hashes so far in the file. (github/codeql-action, `src/fingerprints.ts`.)
package struct LineHashes: Sendable {
  private let hashes: [String]

  package init(of source: SourceText) {
    hashes = Self.hashes(source)
  }

  /// Lines from 1; nil for a line that is not there.
  package subscript(line number: Int) -> String? {
    number >= 1 && number <= hashes.count ? hashes[number - 1] : nil
  }

  private static let window = 100
  private static let modulus: UInt64 = 37

  private static func hashes(_ source: SourceText) -> [String] {
    let units = hashedUnits(source)
    let firstFactor = (0..<window).reduce(into: UInt64(1)) { factor, _ in factor = factor &* modulus }
    var counts: [UInt64: Int] = [:]
    var hashes: [String] = []
    var hash: UInt64 = 0
    var lineStarts = [0]
    for (offset, unit) in units.enumerated() where unit == UInt16(UInt8(ascii: "\n")) { lineStarts.append(offset + 1) }
    var nextLine = 0
    // The hash at step n covers the units n - 99 ... n: it belongs to the line that starts at n - 99.
    for step in 0..<(units.count + window) {
      let incoming = step < units.count ? UInt64(units[step]) : 0
      let outgoing = step >= window && step - window < units.count ? UInt64(units[step - window]) : 0
      hash = modulus &* hash &+ incoming &- firstFactor &* outgoing
      let start = step - (window - 1)
      if nextLine < lineStarts.count, lineStarts[nextLine] == start {
        counts[hash, default: 0] += 1
        hashes.append(String(hash, radix: 16) + ":\(counts[hash, default: 1])")
        nextLine += 1
      }
    }
    return hashes
  }

  private static func hashedUnits(_ source: SourceText) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(source.bytes.count + 1)
    var previousWasCarriageReturn = false
    for unit in String(decoding: source.bytes, as: UTF8.self).utf16 {
      let isLineFeed = unit == UInt16(UInt8(ascii: "\n"))
      defer { previousWasCarriageReturn = unit == UInt16(UInt8(ascii: "\r")) }
      if unit == UInt16(UInt8(ascii: " ")) || unit == UInt16(UInt8(ascii: "\t")) { continue }
      if isLineFeed, previousWasCarriageReturn { continue }
      units.append(unit == UInt16(UInt8(ascii: "\r")) ? UInt16(UInt8(ascii: "\n")) : unit)
    }
    units.append(0xFFFF)
    return units
  }
}
