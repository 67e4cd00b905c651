/// The directory of a ZIP archive: what is in it and where, without unpacking anything.
///
/// Format: PKWARE's APPNOTE 6.3.10, ZIP64 included. Archives with something before them (an executable, a flatbuffer) are
/// read as well. Entries that are stored without compression can be read; those that are compressed are known by name.
package struct ZipDirectory: Sendable {
  package struct Entry: Hashable, Sendable {
    package var name: String
    /// Unpacked, in bytes.
    package var size: Int
    package var isStored: Bool
    /// Where its local header stands.
    fileprivate var header: Int
  }

  private static let maximumEntries = 100_000
  private static let maximumDirectory = 32 << 20
  private static let maximumName = 4_096
  private static let endLength = 22

  /// In the order of the directory.
  package let entries: [Entry]
  private let source: ByteSource

  /// Nil where no archive ends at the end of `source`.
  package static func read(_ source: ByteSource) throws(ByteFault) -> Self? {
    guard source.size >= endLength else { return nil }
    guard let end = try endRecord(source) else { return nil }
    guard end.count <= maximumEntries else {
      throw ByteFault("its archive claims \(end.count) entries, more than the \(maximumEntries) that are read")
    }
    guard end.length <= maximumDirectory else {
      throw ByteFault(
        "the directory of its archive has \(end.length) bytes, more than the \(maximumDirectory) that are read")
    }
    guard end.length <= end.place else { throw ByteFault("the directory of its archive begins before the file") }
    // What stands before the archive moves everything: the directory ends where the record begins.
    let start = end.place - end.length
    guard end.offset <= start else { throw ByteFault("the directory of its archive lies beyond the file") }
    guard let bytes = source.read(start, end.length), bytes.count == end.length else {
      throw ByteFault("the directory of its archive could not be read")
    }
    return Self(entries: try entries(bytes, count: end.count, shift: start - end.offset), source: source)
  }

  /// The bytes of a stored entry; nil for a compressed one.
  package func contents(of entry: Entry) throws(ByteFault) -> ByteSource? {
    guard entry.isStored else { return nil }
    var window = ByteWindow(source)
    guard try window.integer(4, at: entry.header) == 0x0403_4B50 else {
      throw ByteFault("its archive has no file where \(entry.name) should be")
    }
    let name = Int(try window.integer(2, at: entry.header + 26))
    let extra = Int(try window.integer(2, at: entry.header + 28))
    let start = entry.header + 30 + name + extra
    guard start <= source.size, entry.size <= source.size - start else {
      throw ByteFault("\(entry.name) of its archive goes on beyond the file")
    }
    return source.part(start..<(start + entry.size))
  }

  private struct End {
    var place: Int
    var count: Int
    var length: Int
    var offset: Int
  }

  /// The record at the end, found from behind: a comment of up to 65,535 bytes may follow it.
  private static func endRecord(_ source: ByteSource) throws(ByteFault) -> End? {
    let tailLength = min(source.size, endLength + 0xFFFF)
    let tailStart = source.size - tailLength
    guard let tail = source.read(tailStart, tailLength), tail.count == tailLength else {
      throw ByteFault("the file could not be read")
    }
    for position in (0...(tailLength - endLength)).reversed()
    where tail[position] == 0x50 && tail[position + 1] == 0x4B && tail[position + 2] == 5 && tail[position + 3] == 6 {
      var window = ByteWindow(source)
      let place = tailStart + position
      guard Int(try window.integer(2, at: place + 20)) == tailLength - position - endLength else { continue }
      let record = End(
        place: place, count: Int(try window.integer(2, at: place + 10)),
        length: Int(try window.integer(4, at: place + 12)), offset: Int(try window.integer(4, at: place + 16)))
      return try large(record, &window) ?? record
    }
    return nil
  }

  /// The record of ZIP64 that a locator before the other one points to.
  private static func large(_ end: End, _ window: inout ByteWindow) throws(ByteFault) -> End? {
    guard end.place >= 20, try window.integer(4, at: end.place - 20) == 0x0706_4B50 else { return nil }
    guard let claimed = Int(exactly: try window.integer(8, at: end.place - 12)) else {
      throw ByteFault("the directory of its archive lies beyond the file")
    }
    // The offset counts from the start of the archive; without anything after it the record stands right before its locator.
    for place in [claimed, end.place - 20 - 56] where place >= 0 && place <= end.place - 20 - 56 {
      guard try window.integer(4, at: place) == 0x0606_4B50 else { continue }
      guard let count = Int(exactly: try window.integer(8, at: place + 32)),
        let length = Int(exactly: try window.integer(8, at: place + 40)),
        let offset = Int(exactly: try window.integer(8, at: place + 48))
      else { throw ByteFault("the directory of its archive lies beyond the file") }
      return End(place: place, count: count, length: length, offset: offset)
    }
    throw ByteFault("the directory of its archive is not where it says")
  }

  private static func entries(_ bytes: [UInt8], count: Int, shift: Int) throws(ByteFault) -> [Entry] {
    var entries: [Entry] = []
    var window = ByteWindow(ByteSource(bytes))
    var offset = 0
    for _ in 0..<count {
      guard try window.integer(4, at: offset) == 0x0201_4B50 else {
        throw ByteFault("the directory of its archive has no entry where one should be")
      }
      let method = try window.integer(2, at: offset + 10)
      var sizes = [
        try window.integer(4, at: offset + 24), try window.integer(4, at: offset + 20),
        try window.integer(4, at: offset + 42),
      ]
      let name = Int(try window.integer(2, at: offset + 28))
      let extra = Int(try window.integer(2, at: offset + 30))
      let comment = Int(try window.integer(2, at: offset + 32))
      guard name <= maximumName else { throw ByteFault("its archive has a name of \(name) bytes") }
      try widen(&sizes, extra: (offset + 46 + name)..<(offset + 46 + name + extra), &window)
      guard let size = Int(exactly: sizes[0]), let start = Int(exactly: sizes[2]), start <= Int.max - shift else {
        throw ByteFault("an entry of its archive claims more than any file has")
      }
      entries.append(
        Entry(
          name: try window.string((offset + 46)..<(offset + 46 + name)), size: size, isStored: method == 0,
          header: start + shift))
      offset += 46 + name + extra + comment
    }
    return entries
  }

  /// Sizes and offsets that do not fit into 32 bits stand in an extra field, in their order.
  private static func widen(
    _ sizes: inout [UInt64], extra: Range<Int>, _ window: inout ByteWindow
  ) throws(ByteFault) {
    guard sizes.contains(0xFFFF_FFFF) else { return }
    var offset = extra.lowerBound
    while offset + 4 <= extra.upperBound {
      let length = Int(try window.integer(2, at: offset + 2))
      if try window.integer(2, at: offset) == 1 {
        var place = offset + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
          guard place + 8 <= min(offset + 4 + length, extra.upperBound) else { return }
          sizes[index] = try window.integer(8, at: place)
          place += 8
        }
        return
      }
      offset += 4 + length
    }
  }
}
