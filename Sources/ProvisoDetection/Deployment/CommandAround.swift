internal import ProvisoText

/// The command of a script in which a place stands: `cp -r lab/m prod/` of `mkdir -p prod && cp -r lab/m prod/`.
struct CommandAround {
  private let words: [(text: String, range: Range<Int>)]

  private static let longest = 500
  /// What stands before a command and leaves it what it is.
  private static let prefixes: Set<String> = ["-", "@", "command", "env", "exec", "RUN", "run:", "sudo", "then"]
  private static let copying: Set<String> = ["cp", "ln", "mv", "rsync"]

  init(_ place: Range<Int>, in source: SourceText) {
    let bytes = source.bytes
    let line = source.lineRange(source.lineNumber(at: place.lowerBound))
    var start = max(line.lowerBound, place.lowerBound - Self.longest)
    if let sign = bytes[start..<place.lowerBound].lastIndex(where: Self.separates) { start = sign + 1 }
    let end = min(line.upperBound, place.upperBound + Self.longest)
    let stop = bytes[place.upperBound..<end].firstIndex { Self.separates($0) || $0 == UInt8(ascii: "#") } ?? end
    words = Array(
      bytes[start..<stop].split { ASCII.isWhitespace($0) }.map { word in
        let bare = word.drop { "\"'@".utf8.contains($0) }.prefix { !"\"'".utf8.contains($0) }
        return (String(decoding: bare, as: UTF8.self), word.startIndex..<word.endIndex)
      }.drop { Self.prefixes.contains($0.text) || $0.text.isEmpty })
  }

  /// The command's own name.
  var name: String { words.first?.text ?? "" }

  /// Whether it copies, moves or links what it is given.
  var isCopy: Bool { Self.copying.contains(name) }

  /// Where a command that copies puts what it is given; nil where that is not written.
  var destination: (text: String, range: Range<Int>)? {
    guard isCopy else { return nil }
    for (option, value) in zip(words, words.dropFirst()) where ["-t", "--target-directory"].contains(option.text) {
      return value
    }
    let paths = words.dropFirst().filter { !$0.text.hasPrefix("-") }
    return paths.count > 1 ? paths.last : nil
  }

  private static func separates(_ byte: UInt8) -> Bool { ";&|()`".utf8.contains(byte) }
}
