/// Reads INI files and Java properties: sections, `key = value` or `key: value`, comments after `#`, `;` or `!`.
///
/// A value goes on in lines that are indented deeper than its key, and after a backslash at the end of a line; one of
/// several lines is a sequence of them. A line that is neither is passed over, as the libraries do.
package enum INIReader {
  package static func read(
    _ source: SourceText, limits: SettingsLimits = .default
  ) throws(DocumentError) -> SettingsDocument {
    do throws(TextFault) {
      try limits.check(source.bytes.count, "settings file")
      var parser = INIParser(source.bytes, limits: limits)
      return try parser.document()
    } catch {
      throw error.documentError(in: source)
    }
  }
}

private struct INIParser {
  private struct Section {
    var key: String
    var range: Range<Int>
    var entries: [DataNode.Entry] = []
  }

  private var scanner: ByteScanner
  private let limits: SettingsLimits
  /// The first holds the keys before any section.
  private var sections = [Section(key: "", range: 0..<0)]
  private var commented: [DataNode.Entry] = []
  private var count = 0

  init(_ bytes: [UInt8], limits: SettingsLimits) {
    scanner = ByteScanner(bytes)
    self.limits = limits
  }

  mutating func document() throws(TextFault) -> SettingsDocument {
    scanner.skipByteOrderMark()
    while !scanner.isAtEnd {
      let start = scanner.offset
      let line = scanner.trimmed(scanner.line())
      guard let first = scanner.bytes[line].first else { continue }
      if Self.isComment(first) {
        try comment(line)
      } else if first == UInt8(ascii: "[") {
        try section(line)
      } else if let (key, value) = Self.parts(line, scanner.bytes) {
        try count(at: line.lowerBound)
        let value = node(value, indentation: line.lowerBound - start)
        sections[sections.count - 1].entries.append(
          .init(key: scanner.string(key), keyRange: key, value: value))
      }
    }
    return SettingsDocument(root: root(), commented: commented)
  }

  private func root() -> DataNode {
    var entries = sections[0].entries
    for section in sections.dropFirst() {
      let end = section.entries.last?.value.range.upperBound ?? section.range.upperBound
      entries.append(
        .init(
          key: section.key, keyRange: section.range,
          value: DataNode(content: .mapping(section.entries), range: section.range.lowerBound..<end)))
    }
    return DataNode(content: .mapping(entries), range: 0..<scanner.end)
  }

  private mutating func section(_ line: Range<Int>) throws(TextFault) {
    guard let close = scanner.bytes[line].lastIndex(of: UInt8(ascii: "]")) else {
      throw TextFault(offset: line.lowerBound, message: "The name of the section that starts here is not closed by ].")
    }
    try count(at: line.lowerBound)
    let name = scanner.trimmed(line.lowerBound + 1..<close)
    sections.append(Section(key: scanner.string(name), range: name))
  }

  private mutating func comment(_ line: Range<Int>) throws(TextFault) {
    guard let start = scanner.bytes[line].firstIndex(where: { !Self.isComment($0) && $0 != 0x20 && $0 != 0x09 }),
      let (key, value) = Self.parts(start..<line.upperBound, scanner.bytes)
    else { return }
    try count(at: line.lowerBound)
    commented.append(.init(key: scanner.string(key), keyRange: key, value: scalar(value)))
  }

  /// The value that starts in `range`, with the lines that belong to it.
  private mutating func node(_ range: Range<Int>, indentation: Int) -> DataNode {
    var lines = [continued(range)]
    while !scanner.isAtEnd {
      let before = scanner.offset
      let raw = scanner.line()
      let line = scanner.trimmed(raw)
      let endsInBackslash = lines.last.map { $0.endsInBackslash } ?? false
      guard let first = scanner.bytes[line].first,
        endsInBackslash || line.lowerBound - raw.lowerBound > indentation
      else {
        scanner.offset = before
        break
      }
      if endsInBackslash || !Self.isComment(first) { lines.append(continued(line)) }
    }
    let values = lines.map(\.range).filter { !$0.isEmpty }
    guard values.count > 1 else { return scalar(values.first ?? range.lowerBound..<range.lowerBound) }
    return DataNode(
      content: .sequence(values.map(scalar)), range: values[0].lowerBound..<values[values.count - 1].upperBound)
  }

  private func continued(_ range: Range<Int>) -> (range: Range<Int>, endsInBackslash: Bool) {
    guard scanner.bytes[range].last == UInt8(ascii: "\\") else { return (range, false) }
    return (scanner.trimmed(range.lowerBound..<range.upperBound - 1), true)
  }

  private func scalar(_ range: Range<Int>) -> DataNode {
    SettingsValue.node(withoutComment(range), scanner)
  }

  /// A comment behind a value begins with ` #` or ` ;`.
  private func withoutComment(_ range: Range<Int>) -> Range<Int> {
    let bytes = scanner.bytes
    if let first = bytes[range].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      let close = bytes[range].dropFirst().firstIndex(of: first)
    {
      return range.lowerBound..<close + 1
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "#") || bytes[offset] == UInt8(ascii: ";"),
        offset == range.lowerBound || bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09
      {
        return scanner.trimmed(range.lowerBound..<offset)
      }
      offset += 1
    }
    return range
  }

  private mutating func count(at offset: Int) throws(TextFault) {
    count += 1
    try limits.check(count: count, at: offset)
  }

  private static func isComment(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "!")
  }

  /// Key and value, parted at the first `=`, else the first `:`; a key has no quote in it.
  private static func parts(_ line: Range<Int>, _ bytes: [UInt8]) -> (key: Range<Int>, value: Range<Int>)? {
    let mark = bytes[line].firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
    guard let mark, mark > line.lowerBound else { return nil }
    let scanner = ByteScanner(bytes)
    let key = scanner.trimmed(line.lowerBound..<mark)
    guard !key.isEmpty, !bytes[key].contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) else {
      return nil
    }
    return (key, scanner.trimmed(mark + 1..<line.upperBound))
  }
}

/// The value of a setting, its quotes taken off.
enum SettingsValue {
  /// A string in quotes, else a scalar by the YAML core schema. The range is that of the value with its quotes.
  static func node(_ range: Range<Int>, _ scanner: ByteScanner) -> DataNode {
    if range.count >= 2, let first = scanner.bytes[range].first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") || first == UInt8(ascii: "`"),
      scanner.bytes[range].last == first
    {
      let text = scanner.string(range.lowerBound + 1..<range.upperBound - 1)
      return DataNode(content: .scalar(.init(text: text, form: .string)), range: range)
    }
    let text = scanner.string(range)
    return DataNode(content: .scalar(.init(text: text, form: YAMLSchema.form(ofPlain: text))), range: range)
  }
}
