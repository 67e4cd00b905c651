internal import ProvisoText

/// The line of a finding as a report shows it.
enum Excerpt {
  /// Long lines (minified files, notebooks) are cut; what a reader needs is the start.
  static let maximumBytes = 400

  static func of(line number: Int, in source: SourceText) -> String {
    var range = source.lineRange(number)
    if range.count > maximumBytes {
      var end = range.lowerBound + maximumBytes
      // Not in the middle of a scalar.
      while end > range.lowerBound, source.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      range = range.lowerBound..<end
    }
    return source.string(in: range)
  }
}
