/// Reads tables of a FlatBuffer at their offsets. Nothing is followed that lies outside, and nothing recursively.
///
/// Format: the FlatBuffers binary format, little endian.
package struct FlatBuffer {
  /// Longer strings and vectors are a fault.
  private static let maximumCount: UInt64 = 1 << 20

  private var window: ByteWindow

  package init(_ source: ByteSource) {
    window = ByteWindow(source)
  }

  /// The four letters after the root's offset, where the format is named.
  package mutating func identifier() throws(ByteFault) -> String {
    try window.string(4..<8)
  }

  /// The place of the root table.
  package mutating func root() throws(ByteFault) -> Int {
    try target(of: 0)
  }

  /// The place of field `index` of the table at `table`; nil where the field is not set.
  package mutating func field(_ index: Int, of table: Int) throws(ByteFault) -> Int? {
    let distance = Int(Int32(truncatingIfNeeded: try window.integer(4, at: table)))
    let (vtable, overflow) = table.subtractingReportingOverflow(distance)
    guard !overflow, vtable >= 0 else { throw ByteFault("a table in it points before the file") }
    let size = Int(try window.integer(2, at: vtable))
    guard 4 + 2 * index + 2 <= size else { return nil }
    let offset = Int(try window.integer(2, at: vtable + 4 + 2 * index))
    return offset == 0 ? nil : table + offset
  }

  /// The place that the offset at `place` points to.
  package mutating func target(of place: Int) throws(ByteFault) -> Int {
    place + Int(try window.integer(4, at: place))
  }

  package mutating func integer(_ count: Int, at place: Int) throws(ByteFault) -> UInt64 {
    try window.integer(count, at: place)
  }

  /// The string under field `index` of the table at `table`; nil where it is not set.
  package mutating func string(_ index: Int, of table: Int) throws(ByteFault) -> String? {
    guard let range = try bytes(index, of: table) else { return nil }
    return try window.string(range)
  }

  /// The bytes of the string or byte vector under field `index` of the table at `table`; nil where it is not set.
  package mutating func bytes(_ index: Int, of table: Int) throws(ByteFault) -> Range<Int>? {
    guard let place = try field(index, of: table) else { return nil }
    let start = try target(of: place)
    let count = try count(at: start)
    return (start + 4)..<(start + 4 + count)
  }

  /// The tables of the vector under field `index` of the table at `table`.
  package mutating func tables(_ index: Int, of table: Int) throws(ByteFault) -> [Int] {
    guard let place = try field(index, of: table) else { return [] }
    let start = try target(of: place)
    let count = try count(at: start)
    var tables: [Int] = []
    for position in 0..<count { tables.append(try target(of: start + 4 + 4 * position)) }
    return tables
  }

  private mutating func count(at place: Int) throws(ByteFault) -> Int {
    let count = try window.integer(4, at: place)
    guard count <= Self.maximumCount, Int(count) <= window.source.size else {
      throw ByteFault("it claims \(count) elements at byte \(place)")
    }
    return Int(count)
  }
}
