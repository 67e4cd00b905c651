internal import ProvisoText

/// The line of a finding as a report shows it.
enum Excerpt {
  /// Of long lines (minified files, notebooks) a reader needs what stands around the place.
  static let maximumBytes = 400

  /// The bytes of `line` that are shown: all of them, or those around `place`.
  static func around(_ place: Range<Int>, of line: Range<Int>, in source: SourceText) -> Range<Int> {
    guard line.count > maximumBytes else { return line }
    // From the start of the line as long as the place fits, since that is what people know the line by.
    let fromStart = place.upperBound <= line.lowerBound + maximumBytes
    var start = fromStart ? line.lowerBound : max(line.lowerBound, place.lowerBound - maximumBytes / 2)
    var end = min(line.upperBound, max(start + maximumBytes, min(place.upperBound, start + 2 * maximumBytes)))
    // Not in the middle of a scalar.
    while start > line.lowerBound, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end > start, end < line.upperBound, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
