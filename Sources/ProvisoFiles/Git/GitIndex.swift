/// The paths in a git index (gitformat-index(5), versions 2 to 4), sorted by bytes.
///
/// Extensions are not read; of a split index only the entries in the file itself are seen.
struct GitIndex {
  /// The most that is read, in bytes: over a million files.
  static let longest = 1 << 27

  let paths: PathList

  /// Nil when `bytes` are not an index.
  init?(_ bytes: [UInt8]) {
    var paths = PathList()
    guard Self.readEntries(of: bytes, started: { paths = PathList() }, { path, _ in paths.append(path[...]) }) != nil
    else {
      return nil
    }
    paths.sort()
    self.paths = paths
  }

  /// Goes through the entries in the order of the file.
  ///
  /// - Parameters:
  ///   - started: called before the first, and again where the reading begins anew: what came before is void.
  ///   - body: is told the path and where the entry begins in `bytes`, with ``headLength`` bytes and an object name behind them.
  /// - Returns: the bytes of an object name; nil when `bytes` are not an index.
  static func readEntries(
    of bytes: [UInt8], started: () -> Void, _ body: (_ path: [UInt8], _ start: Int) -> Void
  ) -> Int? {
    guard bytes.starts(with: "DIRC".utf8), let version = number(bytes, at: 4), (2...4).contains(version),
      let count = number(bytes, at: 8)
    else { return nil }
    // How long object names are is said elsewhere; the lengths of the paths show which of the two it is.
    return [20, 32].first { nameLength in
      started()
      return readEntries(of: bytes, count: count, version: version, nameLength: nameLength, body)
    }
  }

  /// What stands before the object name: times, device, inode, mode, owner and size.
  static let headLength = 40

  private static func readEntries(
    of bytes: [UInt8], count: Int, version: Int, nameLength: Int, _ body: (_ path: [UInt8], _ start: Int) -> Void
  ) -> Bool {
    var path: [UInt8] = []
    var total = 0
    var offset = 12
    for _ in 0..<count {
      let start = offset
      offset += headLength + nameLength
      guard offset + 2 <= bytes.count else { return false }
      let isExtended = bytes[offset] & 0x40 != 0
      let length = Int(bytes[offset] & 0x0F) << 8 | Int(bytes[offset + 1])
      offset += isExtended ? 4 : 2
      if version == 4 {
        guard let dropped = offsetNumber(bytes, at: &offset), dropped <= path.count else { return false }
        path.removeLast(dropped)
      } else {
        path.removeAll(keepingCapacity: true)
      }
      guard offset <= bytes.count, let end = bytes[offset...].firstIndex(of: 0) else { return false }
      path += bytes[offset..<end]
      // The length has twelve bits. A few bytes of version 4 can repeat a long path, hence the bound on the sum.
      guard length == min(path.count, 0xFFF), path.count <= 1 << 16 else { return false }
      total += path.count
      guard total <= longest else { return false }
      body(path, start)
      // Up to version 3, one to eight NULs bring the entry to a multiple of eight bytes.
      offset = version == 4 ? end + 1 : start + ((end - start) / 8 + 1) * 8
    }
    return true
  }

  static func number(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard offset + 4 <= bytes.count else { return nil }
    return bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The "offset encoding" of pack files: seven bits a byte, one added at each step.
  private static func offsetNumber(_ bytes: [UInt8], at offset: inout Int) -> Int? {
    var value = -1
    while offset < bytes.count, value < 1 << 20 {
      let byte = bytes[offset]
      offset += 1
      value = (value + 1) << 7 | Int(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
