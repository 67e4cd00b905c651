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
    let start = Self.start(
      before: place.lowerBound, after: max(line.lowerBound, place.lowerBound - Self.longest), in: bytes)
    let end = min(line.upperBound, place.upperBound + Self.longest)
    let stop = Self.stop(after: place.upperBound, before: end, in: bytes)
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

  private static func start(before end: Int, after first: Int, in bytes: [UInt8]) -> Int {
    var offset = end
    while offset > first {
      offset -= 1
      guard separates(bytes[offset]) else { continue }
      guard bytes[offset] == UInt8(ascii: ")") else { return offset + 1 }
      var open = offset
      while open > first, ASCII.isWord(bytes[open - 1]) { open -= 1 }
      guard open - 1 > first, bytes[open - 1] == UInt8(ascii: "("), bytes[open - 2] == UInt8(ascii: "$") else {
        return offset + 1
      }
      offset = open - 2
    }
    return first
  }

  /// Where the command ends: brackets of `$(NAME)` are those of a variable of Make.
  private static func stop(after start: Int, before end: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "("), bytes[offset - 1] == UInt8(ascii: "$") {
        let name = bytes[(offset + 1)..<end].prefix(while: ASCII.isWord)
        if name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ")") {
          offset = name.endIndex + 1
          continue
        }
      }
      if separates(byte) || byte == UInt8(ascii: "#") { return offset }
      offset += 1
    }
    return end
  }
}
