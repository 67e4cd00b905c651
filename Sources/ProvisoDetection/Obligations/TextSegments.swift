internal import ProvisoText

/// The parts of a file that holds several texts one after another, such as a notice file with license copies in it.
enum TextSegments {
  /// Of more, the rest is one part.
  private static let maximum = 400

  /// The ranges between lines of signs alone (`=====`), fences of code, `-----BEGIN …-----` lines and `<string>` tags, in
  /// order; the whole text where there are none.
  static func ranges(in source: SourceText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for number in 1...source.lineCount where ranges.count < maximum {
      let line = source.lineRange(number)
      guard isBoundary(source.bytes[line]) else { continue }
      if start < line.lowerBound { ranges.append(start..<line.lowerBound) }
      start = line.upperBound
    }
    if start < source.bytes.count { ranges.append(start..<source.bytes.count) }
    return ranges
  }

  private static func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.drop(while: ASCII.isBlank)
    if line.starts(with: "<string>".utf8) || line.starts(with: "</string>".utf8) { return true }
    if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) || line.starts(with: "-----BEGIN ".utf8)
      || line.starts(with: "-----END ".utf8)
    {
      return true
    }
    guard line.count >= 10, let first = line.first, marks.contains(first) else { return false }
    return line.allSatisfy { $0 == first || ASCII.isBlank($0) }
  }

  /// The bytes with the signs that XML writes as entities.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.first {
      let entity = byte == UInt8(ascii: "&") ? entities.first { rest.starts(with: $0.0.utf8) } : nil
      result.append(entity?.1 ?? byte)
      rest = rest.dropFirst(entity?.0.utf8.count ?? 1)
    }
    return result
  }

  private static let entities: [(String, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]

  private static let marks = Set("=-*_#~".utf8)
}
