/// The directory of a tar archive: its headers one after the other, without unpacking anything.
///
/// Format: POSIX.1-1988 ustar and the names of GNU tar and pax where they are longer. What is compressed is no tar here.
package struct TarDirectory: Sendable {
  package struct Entry: Hashable, Sendable {
    package var name: String
    /// The bytes of the file in the archive.
    package var range: Range<Int>
  }

  private static let maximumEntries = 10_000
  private static let maximumName = 4_096
  private static let block = 512

  /// Regular files, in the order of the archive.
  package let entries: [Entry]

  /// Nil where `source` does not begin with a header.
  package static func read(_ source: ByteSource) throws(ByteFault) -> Self? {
    var window = ByteWindow(source)
    guard source.size >= block, try isHeader(0, &window) else { return nil }
    var entries: [Entry] = []
    var offset = 0
    var longName: String?
    for _ in 0..<maximumEntries {
      guard offset <= source.size - block else { return Self(entries: entries) }
      if try window.byte(at: offset) == 0 { return Self(entries: entries) }
      guard try isHeader(offset, &window) else { throw ByteFault("its archive has no header at byte \(offset)") }
      let size = try number(offset + 124, &window)
      let start = offset + block
      guard size <= source.size - start else { throw ByteFault("a file of its archive goes on beyond the end") }
      let type = try window.byte(at: offset + 156)
      switch type {
      case UInt8(ascii: "L"):
        guard size <= maximumName else { throw ByteFault("its archive has a name of \(size) bytes") }
        longName = try text(start, size, &window)
      case UInt8(ascii: "0"), 0:
        let name = if let longName { longName } else { try name(offset, &window) }
        entries.append(Entry(name: name, range: start..<(start + size)))
        longName = nil
      default: longName = nil
      }
      // Both are at most the file's size, so the sum fits.
      offset = start + (size + block - 1) / block * block
    }
    throw ByteFault("its archive has more than the \(maximumEntries) entries that are read")
  }

  private static func isHeader(_ offset: Int, _ window: inout ByteWindow) throws(ByteFault) -> Bool {
    let header = try window.bytes(block, at: offset)
    let claimed = try? number(offset + 148, length: 8, &window)
    let sum = header.indices.reduce(0) { sum, index in
      sum + ((148..<156).contains(index) ? 0x20 : Int(header[index]))
    }
    return claimed == sum && sum > 256
  }

  private static func name(_ offset: Int, _ window: inout ByteWindow) throws(ByteFault) -> String {
    let name = try text(offset, 100, &window)
    let isUstar = try window.string((offset + 257)..<(offset + 262)) == "ustar"
    let prefix = isUstar ? try text(offset + 345, 155, &window) : ""
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  private static func text(_ offset: Int, _ count: Int, _ window: inout ByteWindow) throws(ByteFault) -> String {
    String(decoding: try window.bytes(count, at: offset).prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Octal digits; or, with the first bit set, a big-endian number, as GNU tar writes sizes above 8 GB.
  private static func number(
    _ offset: Int, length: Int = 12, _ window: inout ByteWindow
  ) throws(ByteFault) -> Int {
    let field = try window.bytes(length, at: offset)
    if field[0] & 0x80 != 0 {
      var value: UInt64 = UInt64(field[0] & 0x3F)
      for byte in field.dropFirst() {
        guard value < 1 << 54 else { throw ByteFault("its archive claims a file larger than any is") }
        value = value << 8 | UInt64(byte)
      }
      return Int(clamping: value)
    }
    var value = 0
    for byte in field.drop(while: { $0 == 0x20 }) {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "7") else { break }
      // Twelve digits of three bits fit.
      value = value << 3 | Int(byte & 7)
    }
    return value
  }
}
