/// Reads small pieces of a ``ByteSource`` anywhere in it, through a window that is moved where it must.
///
/// Offsets and counts may come from a stranger's file: what lies outside is a fault, never a trap.
package struct ByteWindow {
  private static let length = 64 << 10

  package let source: ByteSource
  private var window: [UInt8] = []
  private var start = 0

  package init(_ source: ByteSource) {
    self.source = source
  }

  /// The `count` bytes from `offset`.
  package mutating func bytes(_ count: Int, at offset: Int) throws(ByteFault) -> [UInt8] {
    let place = try place(count, offset)
    return Array(window[place..<(place + count)])
  }

  package mutating func byte(at offset: Int) throws(ByteFault) -> UInt8 {
    window[try place(1, offset)]
  }

  /// A little-endian number of `count` bytes, eight at most.
  package mutating func integer(_ count: Int, at offset: Int) throws(ByteFault) -> UInt64 {
    let place = try place(count, offset)
    var value: UInt64 = 0
    for position in (place..<(place + count)).reversed() { value = value << 8 | UInt64(window[position]) }
    return value
  }

  /// UTF-8; what is none becomes U+FFFD.
  package mutating func string(_ range: Range<Int>) throws(ByteFault) -> String {
    String(decoding: try bytes(range.count, at: range.lowerBound), as: UTF8.self)
  }

  /// Where the byte at `offset` stands in the window, `count` bytes from there being in it.
  private mutating func place(_ count: Int, _ offset: Int) throws(ByteFault) -> Int {
    guard offset >= 0, count >= 0, offset <= source.size, count <= source.size - offset else {
      throw ByteFault("it ends before byte \(offset)")
    }
    if offset < start || offset - start > window.count || count > window.count - (offset - start) {
      guard let next = source.read(offset, max(Self.length, count)) else {
        throw ByteFault("the file could not be read")
      }
      window = next
      start = offset
    }
    guard count <= window.count - (offset - start) else { throw ByteFault("the file changed while it was read") }
    return offset - start
  }
}
