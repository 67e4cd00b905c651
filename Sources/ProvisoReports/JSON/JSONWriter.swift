/// Writes JSON (RFC 8259) as UTF-8: two spaces an indent, a newline at the end, the same bytes for the same value.
///
/// Besides what the RFC asks for, every character that could steer a terminal or reorder a line is written as `\u`, and so is
/// the second `#` of what a CI system would take for a command (`##[error]`), so that a document is safe to print whatever
/// names stand in it.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  /// Whether everything goes on one line.
  private var isCompact = false

  /// Of a list that nobody reads by eye each element takes one line: half the bytes.
  private static let longList = 1_000

  private init() {}

  package static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = Self()
    writer.write(value, indent: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
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
        writer.isCompact = count > Self.longList
        writer.write(element(index), indent: indent + 1)
        writer.isCompact = false
      }
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

  private mutating func newline(indent: Int) {
    guard !isCompact else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    if string.utf8.allSatisfy(Self.isPlain) {
      bytes.append(contentsOf: string.utf8)
    } else if string.utf8.allSatisfy({ $0 < 0x80 }) {
      var previous: UInt8 = 0
      for byte in string.utf8 {
        if Self.isPlain(byte) || byte == UInt8(ascii: "#") && previous != byte {
          bytes.append(byte)
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
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        previous = scalar
      }
    }
    bytes.append(UInt8(ascii: "\""))
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
