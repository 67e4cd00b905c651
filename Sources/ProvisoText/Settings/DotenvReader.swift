/// Reads `.env` files: `KEY=value`, `export KEY='value'`, values in quotes over several lines, comments.
///
/// What is commented out (`# KEY=value`) is kept apart. `$NAME` in a value stays as it stands.
package enum DotenvReader {
  package static func read(
    _ source: SourceText, limits: SettingsLimits = .default
  ) throws(DocumentError) -> SettingsDocument {
    do throws(TextFault) {
      try limits.check(source.bytes.count, ".env file")
      var parser = DotenvParser(source.bytes, limits: limits)
      return try parser.document()
    } catch {
      throw error.documentError(in: source)
    }
  }
}

private struct DotenvParser {
  private var scanner: ByteScanner
  private let limits: SettingsLimits

  init(_ bytes: [UInt8], limits: SettingsLimits) {
    scanner = ByteScanner(bytes)
    self.limits = limits
  }

  mutating func document() throws(TextFault) -> SettingsDocument {
    scanner.skipByteOrderMark()
    var entries: [DataNode.Entry] = []
    var commented: [DataNode.Entry] = []
    while !scanner.isAtEnd {
      scanner.skipSpace()
      let isCommented = scanner.byte == UInt8(ascii: "#")
      while scanner.byte == UInt8(ascii: "#") || scanner.byte == 0x20 || scanner.byte == 0x09 { scanner.offset += 1 }
      let start = scanner.offset
      if let key = key() {
        let entry = DataNode.Entry(
          key: scanner.string(key), keyRange: key, value: try value(isCommented: isCommented))
        if isCommented { commented.append(entry) } else { entries.append(entry) }
        try limits.check(count: entries.count + commented.count, at: start)
      }
      scanner.skipToLineEnd()
      scanner.skipLineEnd()
    }
    return SettingsDocument(
      root: DataNode(content: .mapping(entries), range: 0..<scanner.end), commented: commented)
  }

  /// At the start of a line: the name before `=`; the scanner then stands behind it. Nil for any other line.
  private mutating func key() -> Range<Int>? {
    if scanner.starts(with: "export "), scanner.byte(after: 7) != UInt8(ascii: "=") {
      scanner.offset += 7
      scanner.skipBlanks()
    }
    let key = scanner.run { ByteScanner.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    scanner.skipBlanks()
    guard !key.isEmpty, scanner.byte == UInt8(ascii: "=") else { return nil }
    scanner.offset += 1
    scanner.skipBlanks()
    return key
  }

  private mutating func value(isCommented: Bool) throws(TextFault) -> DataNode {
    let start = scanner.offset
    let quote = scanner.byte
    if !scanner.isAtEnd, [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")].contains(quote) {
      if let close = close(quote, acrossLines: !isCommented) {
        scanner.offset = close + 1
        return SettingsValue.node(start..<close + 1, scanner)
      }
      guard isCommented else {
        throw TextFault(offset: start, message: "The value in quotes that starts here is not closed.")
      }
    }
    var previous: UInt8 = 0x20
    let range = scanner.run { byte in
      defer { previous = byte }
      return byte != 0x0A && byte != 0x0D
        && !(byte == UInt8(ascii: "#") && (previous == 0x20 || previous == 0x09))
    }
    return SettingsValue.node(scanner.trimmed(range), scanner)
  }

  /// Where the quote at the offset is closed; a backslash takes the next byte with it in all but single quotes.
  private func close(_ quote: UInt8, acrossLines: Bool) -> Int? {
    var offset = scanner.offset + 1
    while offset < scanner.end {
      let byte = scanner.bytes[offset]
      if byte == quote { return offset }
      if !acrossLines, byte == 0x0A || byte == 0x0D { return nil }
      offset += byte == UInt8(ascii: "\\") && quote != UInt8(ascii: "'") ? 2 : 1
    }
    return nil
  }
}
