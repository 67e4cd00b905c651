internal import ProvisoText

/// Whether a `#` stands on the line before a place. Places are asked for from the left to the right, and each byte of a line is looked
/// at once, however many stand on it.
struct HashSigns {
  private var line = 0..<0
  private var read = 0
  private var isFound = false

  mutating func stand(before offset: Int, in source: SourceText) -> Bool {
    if !line.contains(offset) || offset < read {
      line = source.lineRange(source.lineNumber(at: offset))
      (read, isFound) = (line.lowerBound, false)
    }
    if !isFound { isFound = source.bytes[read..<offset].contains(UInt8(ascii: "#")) }
    read = offset
    return isFound
  }
}
