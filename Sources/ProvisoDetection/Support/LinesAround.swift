/// The lines of a text that say what stands in one of them: itself, those it is indented under, and its neighbors.
struct LinesAround {
  private(set) var own: Range<Int>
  /// Those that it is indented under, the innermost first.
  private(set) var above: [Range<Int>] = []
  /// Those before and after, as deep as it, up to a blank line.
  private(set) var neighbors: [Range<Int>] = []

  /// So far a block reaches that somebody reads as one.
  private static let mostLines = 200
  /// On either side.
  private static let mostNeighbors = 10

  init(_ offset: Int, in bytes: [UInt8]) {
    own = Self.line(at: offset, in: bytes)
    let depth = Self.depth(of: own, in: bytes)
    var outermost = depth ?? 0
    var isNeighbor = true
    var line = own
    for _ in 0..<Self.mostLines where line.lowerBound > 0 {
      line = Self.line(at: line.lowerBound - 1, in: bytes)
      guard let found = Self.depth(of: line, in: bytes) else {
        isNeighbor = false
        continue
      }
      if found < outermost {
        above.append(line)
        outermost = found
        isNeighbor = false
      } else if isNeighbor, found == depth, neighbors.count < Self.mostNeighbors {
        neighbors.append(line)
      }
    }
    line = own
    let before = neighbors.count
    for _ in 0..<Self.mostLines where line.upperBound < bytes.count && neighbors.count - before < Self.mostNeighbors {
      line = Self.line(at: line.upperBound + 1, in: bytes)
      guard let found = Self.depth(of: line, in: bytes), found >= depth ?? 0 else { break }
      if found == depth { neighbors.append(line) }
    }
  }

  /// The bytes without the line's end; of a line without one that is very long, those near `offset`.
  private static func line(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
    let most = 2_000
    let start = bytes[max(0, offset - most)..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    let end = bytes[offset..<min(bytes.count, offset + most)].firstIndex(of: UInt8(ascii: "\n"))
    return (start ?? max(0, offset - most))..<(end ?? min(bytes.count, offset + most))
  }

  /// How many blanks it begins with, and quotes, as a notebook has its lines; nil where it has nothing else.
  private static func depth(of line: Range<Int>, in bytes: [UInt8]) -> Int? {
    bytes[line].firstIndex { !ASCII.isBlank($0) && $0 != UInt8(ascii: "\"") }.map { $0 - line.lowerBound }
  }
}
