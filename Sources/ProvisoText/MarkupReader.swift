/// A piece of text in an XML file: the value of an attribute, or the text of an element without elements in it.
package struct MarkupText: Sendable {
  /// The element's name.
  package var element: String
  /// The attribute's name, nil for the element's own text.
  package var attribute: String?
  /// Character references resolved.
  package var text: String
  /// The bytes between the quotes or tags, blanks at their ends left out.
  package var range: Range<Int>

  package init(element: String, attribute: String?, text: String, range: Range<Int>) {
    self.element = element
    self.attribute = attribute
    self.text = text
    self.range = range
  }
}

/// How much of a stranger's XML is read before it is an error.
package struct MarkupLimits: ReadingLimits {
  package var texts: Int
  package var bytes: Int

  package init(texts: Int = 200_000, bytes: Int = 8 << 20) {
    self.texts = texts
    self.bytes = bytes
  }

  package static let `default` = MarkupLimits()
}

/// Reads the attributes and texts of XML (property lists, schemes, resources) in document order, without a tree.
///
/// The five entities of XML are resolved, others left as they stand: nothing is expanded.
package enum MarkupReader {
  package static func read(
    _ source: SourceText, limits: MarkupLimits = .default
  ) throws(DocumentError) -> [MarkupText] {
    do throws(TextFault) {
      try limits.check(source.bytes.count, "XML")
      var parser = MarkupParser(source.bytes, limits: limits)
      try parser.readTexts()
      return parser.found
    } catch {
      throw error.documentError(in: source)
    }
  }

  /// All that can be read: what is opened and never closed is passed over with the rest of its line.
  ///
  /// - Returns: the texts, the first fault, and whether what follows the last fault was left out.
  package static func readParts(
    of source: SourceText, limits: MarkupLimits = .default
  ) -> (texts: [MarkupText], fault: DocumentError?, isCut: Bool) {
    do throws(TextFault) {
      try limits.check(source.bytes.count, "XML")
    } catch {
      return ([], error.documentError(in: source), true)
    }
    var parser = MarkupParser(source.bytes, limits: limits)
    var first: TextFault?
    // Each fault costs the rest of the file.
    for _ in 0..<8 {
      do throws(TextFault) {
        try parser.readTexts()
        return (parser.found, first?.documentError(in: source), false)
      } catch {
        first = first ?? error
        parser.goOn(behind: error)
      }
    }
    return (parser.found, first?.documentError(in: source), true)
  }
}

private struct MarkupParser {
  private var scanner: ByteScanner
  private let limits: MarkupLimits
  private(set) var found: [MarkupText] = []

  init(_ bytes: [UInt8], limits: MarkupLimits) {
    scanner = ByteScanner(bytes)
    self.limits = limits
  }

  /// Passes over the rest of the line that a fault begins on.
  mutating func goOn(behind fault: TextFault) {
    scanner.offset = fault.offset
    scanner.skipToLineEnd()
  }

  mutating func readTexts() throws(TextFault) {
    /// The element that was opened last and has had no other in it.
    var open: String?
    while true {
      let text = scanner.run { $0 != UInt8(ascii: "<") }
      if scanner.isAtEnd { return }
      let start = scanner.offset
      if try skipSection() { continue }
      scanner.offset += 1
      if scanner.byte == UInt8(ascii: "/") {
        if let element = open { try add(element, nil, text) }
        open = nil
        _ = scanner.run { $0 != UInt8(ascii: ">") }
      } else {
        open = try tag(from: start)
      }
      if scanner.byte == UInt8(ascii: ">") { scanner.offset += 1 }
    }
  }

  /// At `<!--`, `<![CDATA[`, `<!…>` or `<?…?>`: passes it.
  private mutating func skipSection() throws(TextFault) -> Bool {
    let start = scanner.offset
    let end: StaticString
    if scanner.starts(with: "<!--") {
      end = "-->"
    } else if scanner.starts(with: "<![CDATA[") {
      end = "]]>"
    } else if scanner.starts(with: "<?") {
      end = "?>"
    } else if scanner.starts(with: "<!") {
      end = ">"
    } else {
      return false
    }
    while !scanner.starts(with: end) {
      guard !scanner.isAtEnd else {
        throw TextFault(offset: start, message: "What starts here is not closed by \(end).")
      }
      scanner.offset += 1
    }
    scanner.offset += "\(end)".utf8.count
    return true
  }

  /// The name of an element that stays open; the scanner stands at its `>`.
  private mutating func tag(from start: Int) throws(TextFault) -> String? {
    let name = scanner.run(Self.isName)
    // `<` alone, as in a text that is no XML.
    guard !name.isEmpty else { return nil }
    let element = scanner.string(name)
    while true {
      scanner.skipSpace()
      guard !scanner.isAtEnd else {
        throw TextFault(offset: start, message: "The element that starts here is not closed by >.")
      }
      if scanner.byte == UInt8(ascii: ">") { return element }
      if scanner.byte == UInt8(ascii: "/") {
        scanner.offset += 1
        if scanner.byte == UInt8(ascii: ">") { return nil }
        continue
      }
      let attribute = scanner.run(Self.isName)
      scanner.skipSpace()
      guard !attribute.isEmpty, scanner.byte == UInt8(ascii: "=") else {
        if attribute.isEmpty { scanner.offset += 1 }
        continue
      }
      scanner.offset += 1
      scanner.skipSpace()
      try attributeValue(element, scanner.string(attribute))
    }
  }

  private mutating func attributeValue(_ element: String, _ attribute: String) throws(TextFault) {
    let quote = scanner.byte
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
    let start = scanner.offset
    scanner.offset += 1
    let value = scanner.run { $0 != quote }
    guard !scanner.isAtEnd else {
      throw TextFault(offset: start, message: "The value in quotes that starts here is not closed.")
    }
    scanner.offset += 1
    try add(element, attribute, value)
  }

  private mutating func add(_ element: String, _ attribute: String?, _ range: Range<Int>) throws(TextFault) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scanner.bytes[start] <= 0x20 { start += 1 }
    while end > start, scanner.bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return }
    guard found.count < limits.texts else {
      throw TextFault(offset: start, message: "There are more than \(limits.texts) texts.", isLimit: true)
    }
    found.append(
      MarkupText(
        element: element, attribute: attribute, text: Self.resolved(scanner.bytes[start..<end]), range: start..<end))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    ByteScanner.isWord(byte) || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte) || byte >= 0x80
  }

  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&apos;".utf8), UInt8(ascii: "'")),
  ]

  private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      if bytes[offset] == UInt8(ascii: "&"),
        let entity = entities.first(where: { bytes[offset...].starts(with: $0.name) })
      {
        text.append(entity.byte)
        offset += entity.name.count
      } else {
        text.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
