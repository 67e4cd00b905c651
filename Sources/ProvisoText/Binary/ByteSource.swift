/// Bytes that are read in pieces: a file, or a part of one, that is too large to be held.
package struct ByteSource: Sendable {
  package typealias Read = @Sendable (_ offset: Int, _ count: Int) -> [UInt8]?

  /// In bytes.
  package let size: Int
  /// Up to `count` bytes from `offset`, fewer at the end; nil where nothing can be read.
  package let read: Read

  package init(size: Int, read: @escaping Read) {
    self.size = max(size, 0)
    self.read = read
  }

  package init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) { offset, count in
      guard offset >= 0, count > 0, offset < bytes.count else { return [] }
      return Array(bytes[offset..<(offset + min(count, bytes.count - offset))])
    }
  }

  /// The bytes of `range` as a source of their own, cut to what there is.
  package func part(_ range: Range<Int>) -> Self {
    let range = range.clamped(to: 0..<size)
    let whole = read
    return Self(size: range.count) { offset, count in
      guard offset >= 0, count > 0, offset < range.count else { return [] }
      return whole(range.lowerBound + offset, min(count, range.count - offset))
    }
  }
}

/// Why the bytes of a binary format were not read, to follow "because".
package struct ByteFault: Error, Hashable, Sendable {
  package var what: String

  package init(_ what: String) {
    self.what = what
  }
}
