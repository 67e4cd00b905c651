/// Writes JSON (RFC 8259) as UTF-8: two spaces an indent, a newline at the end, the same bytes for the same value.
///
/// Besides what the RFC asks for, every character that could steer a terminal or reorder a line is written as `\u`, and so is
/// the second `#` of what a CI system would take for a command (`##[error]`), so that a document is safe to print whatever
/// names stand in it.
package struct JSONWriter {
  private var output: PieceWriter
  /// Whether everything goes on one line.
  private var isCompact = false

  /// Of a list that nobody reads by eye each element takes one line: half the bytes.
  static let longList = 1_000

  package static func bytes(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value) { bytes += $0 }
    return bytes
  }

  /// Hands the bytes on in pieces, as they are made.
  package static func write(_ value: JSONValue, to take: @escaping ([UInt8]) -> Void) {
    var writer = Self(output: PieceWriter(to: take))
    writer.write(value, indent: 0)
    writer.output.write(UInt8(ascii: "\n"))
    writer.output.flush()
  }

  private mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .string(let string): write(string)
    case .array(let elements):
      writeList(elements, open: "[", close: "]", indent: indent) { writer, element in
        writer.write(element, indent: indent + 1)
      }
    case .series(let count, let element):
      writeList(0..<count, open: "[", close: "]", indent: indent) { writer, index in
        writer.write(element(index), indent: indent + 1, isCompact: count > Self.longList)
      }
    case .batches(let isLong, let batches): writeBatches(batches(), isCompact: isLong, indent: indent)
    case .object(let members):
      writeList(members, open: "{", close: "}", indent: indent) { writer, member in
        writer.write(member.0)
        writer.append(": ")
        writer.write(member.1, indent: indent + 1)
      }
    }
  }

  private mutating func writeList<Elements: RandomAccessCollection>(
    _ elements: Elements, open: String, close: String, indent: Int, each: (inout Self, Elements.Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      newline(indent: indent + 1)
      each(&self, element)
    }
    if !elements.isEmpty { newline(indent: indent) }
    append(close)
  }

  private mutating func writeBatches(_ next: () -> [JSONValue]?, isCompact: Bool, indent: Int) {
    append("[")
    var isFirst = true
    while let batch = next() {
      for element in batch {
        if !isFirst { append(",") }
        isFirst = false
        newline(indent: indent + 1)
        write(element, indent: indent + 1, isCompact: isCompact)
      }
    }
    if !isFirst { newline(indent: indent) }
    append("]")
  }

  /// Writes the element of a list, on one line where it is to be compact.
  private mutating func write(_ element: JSONValue, indent: Int, isCompact: Bool) {
    let outer = self.isCompact
    self.isCompact = outer || isCompact
    write(element, indent: indent)
    self.isCompact = outer
  }

  private mutating func newline(indent: Int) {
    guard !isCompact else { return }
    output.write(UInt8(ascii: "\n"))
    output.write(repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private mutating func append(_ text: String) {
    output.write(text)
  }

  private mutating func write(_ string: String) {
    output.write(UInt8(ascii: "\""))
    if Self.isPlain(string.utf8.span) {
      output.write(string)
    } else if string.utf8.allSatisfy({ $0 < 0x80 }) {
      var previous: UInt8 = 0
      for byte in string.utf8 {
        if Self.isPlain(byte) || byte == UInt8(ascii: "#") && previous != byte {
          output.write(byte)
        } else {
          writeEscaped(Unicode.Scalar(byte))
        }
        previous = byte
      }
    } else {
      var previous: Unicode.Scalar = " "
      for scalar in string.unicodeScalars {
        if Self.isEscaped(scalar) || scalar == "#" && previous == "#" {
          writeEscaped(scalar)
        } else {
          output.write(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        previous = scalar
      }
    }
    output.write(UInt8(ascii: "\""))
  }

  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where !isPlain(bytes[index]) { return false }
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "#"): false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || Sanitizer.isUnsafe(scalar)
  }

  private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    default: for unit in UTF16.encode(scalar).map(Array.init) ?? [] { writeEscape(unit) }
    }
  }

  private mutating func writeEscape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }
}
