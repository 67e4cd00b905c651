/// The arrays of a script, whose elements are commands to whoever splits it: `DATASETS=(`, a name on each line, `)`.
struct ShellArrays {
  private let bytes: [UInt8]
  /// The name of the array that is read, and where it ends.
  private var name = ""
  private var end = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The name of the array whose elements the words of a command are; nil for other commands. Asked for one command after the other.
  mutating func name(around words: [CommandWord]) -> String? {
    guard let first = words.first?.offsets?.first, let last = words.last, let stop = last.offsets?.last else {
      return nil
    }
    if first < end { return name }
    // `local -a MODELS+=(`
    guard last.text.utf8.last == UInt8(ascii: "="), stop + 1 < bytes.count, bytes[stop + 1] == UInt8(ascii: "(") else {
      return nil
    }
    name = String(last.text.prefix { $0 != "=" && $0 != "+" })
    end = Self.close(after: stop + 1, in: bytes)
    return nil
  }

  /// Where the bracket that is opened is closed; where it opens, if it is not.
  private static func close(after start: Int, in bytes: [UInt8]) -> Int {
    var (offset, quote) = (start + 1, UInt8(0))
    let limit = min(bytes.count, start + longest)
    while offset < limit {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), ASCII.isWhitespace(bytes[offset - 1]) {
        while offset < limit, bytes[offset] != 0x0A { offset += 1 }
      } else if byte == UInt8(ascii: ")") {
        return offset
      }
      offset += 1
    }
    return start
  }

  /// Each array is looked through once, and no further.
  private static let longest = 64 << 10
}
