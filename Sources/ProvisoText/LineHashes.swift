/// The hash of each line as GitHub code scanning computes it for `primaryLocationLineHash`.
///
/// Over UTF-16 units: blanks and tabs are skipped, every line end is LF, and the text ends with U+FFFF. The hash of a line
/// is that of the 100 units that begin at its first unit: `h = 37 h + c - 37^100 c_out` in 64 bits. Written in hexadecimal,
/// with the number of equal hashes so far in the file. (github/codeql-action, `src/fingerprints.ts`.)
package struct LineHashes: Sendable {
  private let units: [UInt16]
  /// Where each line starts among ``units``.
  private let lineStarts: [Int]

  package init(of source: SourceText) {
    let units = Self.hashedUnits(source)
    var starts = [0]
    for (index, unit) in units.enumerated() where unit == 0x0A { starts.append(index + 1) }
    self.units = units
    lineStarts = starts
  }

  /// Lines from 1; nil for a line that is not there.
  package subscript(line number: Int) -> String? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    // Few lines are asked for: to compare those above with one costs less than to hash them all.
    let count = 1 + lineStarts[..<(number - 1)].count(where: { isSame($0, start) })
    return String(hash(from: start), radix: 16) + ":\(count)"
  }

  private static let window = 100
  private static let modulus: UInt64 = 37

  /// Zeros follow the text.
  private func unit(_ index: Int) -> UInt16 { index < units.count ? units[index] : 0 }

  private func hash(from start: Int) -> UInt64 {
    (start..<(start + Self.window)).reduce(UInt64(0)) { Self.modulus &* $0 &+ UInt64(unit($1)) }
  }

  /// Lines with the same 100 units have the same hash; that others have it too would take 2^32 lines to be likely.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    for offset in 0..<Self.window where unit(one + offset) != unit(other + offset) { return false }
    return true
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
