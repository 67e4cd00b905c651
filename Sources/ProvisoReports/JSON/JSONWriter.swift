/// Writes JSON (RFC 8259) as UTF-8: two spaces an indent, a newline at the end, the same bytes for the same value.
///
/// Besides what the RFC asks for, every character that could steer a terminal or reorder a line is written as `\u`, and so is
/// the second `#` of what a CI system would take for a command (`##[error]`), so that a document is safe to print whatever
/// names stand in it.
package struct JSONWriter {
  private var bytes: [UInt8] = []

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
    case .object(let members):
      writeList(members, open: "{", close: "}", indent: indent) { writer, member in
        writer.write(member.0)
        writer.append(": ")
        writer.write(member.1, indent: indent + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], open: String, close: String, indent: Int, each: (inout Self, Element) -> Void
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
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(_ string: String) {
    append("\"")
    // Nearly every string is plain ASCII and needs no look at its scalars.
    if string.utf8.allSatisfy(Self.isPlain) {
      append(string)
    } else {
      var previous: Unicode.Scalar?
      for scalar in string.unicodeScalars {
        if scalar == "#", previous == "#" { writeEscape(0x23) } else { write(scalar) }
        previous = scalar
      }
    }
    append("\"")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "#"): false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    default:
      if Sanitizer.isUnsafe(scalar) {
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] { writeEscape(unit) }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
  }

  private mutating func writeEscape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    append("\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }
}
