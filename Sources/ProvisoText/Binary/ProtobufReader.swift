/// Walks the fields of one Protocol Buffers message, passing over what is not asked for by its length alone.
///
/// Format: the wire format of Protocol Buffers. Groups, which nobody has written for a decade, are a fault.
package struct ProtobufReader {
  package struct Field: Hashable, Sendable {
    package var number: Int
    /// The value of a number; 0 for a field with ``range``.
    package var value: UInt64
    /// The bytes of a string, of bytes or of a message inside; nil for a number.
    package var range: Range<Int>?
  }

  private static let maximumFields = 1_000_000

  private var offset: Int
  private let end: Int
  private var count = 0

  /// - Parameter range: the bytes of the message.
  package init(_ range: Range<Int>) {
    offset = max(range.lowerBound, 0)
    end = range.upperBound
  }

  /// The next field, nil at the end of the message.
  package mutating func next(in window: inout ByteWindow) throws(ByteFault) -> Field? {
    guard offset < end else { return nil }
    count += 1
    guard count <= Self.maximumFields else {
      throw ByteFault("a message in it has more than the \(Self.maximumFields) fields that are read")
    }
    let start = offset
    let key = try varint(in: &window)
    let number = Int(truncatingIfNeeded: key >> 3)
    guard number > 0, key >> 3 <= 0x1FFF_FFFF else { throw ByteFault("there is no field at byte \(start)") }
    switch key & 7 {
    case 0: return Field(number: number, value: try varint(in: &window), range: nil)
    case 1: return Field(number: number, value: try fixed(8, in: &window), range: nil)
    case 5: return Field(number: number, value: try fixed(4, in: &window), range: nil)
    case 2:
      let length = try varint(in: &window)
      guard length <= UInt64(max(end - offset, 0)) else {
        throw ByteFault("the field at byte \(start) claims \(length) bytes, and \(max(end - offset, 0)) follow")
      }
      let range = offset..<(offset + Int(length))
      offset = range.upperBound
      return Field(number: number, value: 0, range: range)
    default: throw ByteFault("the field at byte \(start) is of the unknown type \(key & 7)")
    }
  }

  private mutating func fixed(_ size: Int, in window: inout ByteWindow) throws(ByteFault) -> UInt64 {
    guard size <= end - offset else { throw ByteFault("it ends inside a field") }
    let value = try window.integer(size, at: offset)
    offset += size
    return value
  }

  private mutating func varint(in window: inout ByteWindow) throws(ByteFault) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard offset < end else { throw ByteFault("it ends inside a field") }
      let byte = try window.byte(at: offset)
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    throw ByteFault("there is a number of more than ten bytes before byte \(offset)")
  }
}
