/// Archives and messages as bytes, made by hand.
package enum BinaryBytes {
  package static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<(value.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  // MARK: ZIP

  package struct ZipEntry {
    package var name: String
    package var contents: [UInt8]
    package var method: UInt16 = 0
    /// What the directory says, where it is not the truth.
    package var claimedSize: UInt32?
    package var claimedOffset: UInt32?
    /// Sizes and offset in an extra field of ZIP64.
    package var isLarge = false

    package init(
      _ name: String, _ contents: [UInt8], method: UInt16 = 0, claimedSize: UInt32? = nil,
      claimedOffset: UInt32? = nil, isLarge: Bool = false
    ) {
      self.name = name
      self.contents = contents
      self.method = method
      self.claimedSize = claimedSize
      self.claimedOffset = claimedOffset
      self.isLarge = isLarge
    }
  }

  /// - Parameters:
  ///   - prefix: what stands before the archive, which its offsets leave out.
  ///   - isLarge: with the records of ZIP64.
  package static func zip(
    _ entries: [ZipEntry], prefix: [UInt8] = [], comment: String = "", isLarge: Bool = false, count: UInt16? = nil
  ) -> [UInt8] {
    var files: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = entry.claimedOffset ?? UInt32(files.count)
      let size = entry.claimedSize ?? UInt32(entry.contents.count)
      let name = Array(entry.name.utf8)
      files += [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + littleEndian(entry.method) + [UInt8](repeating: 0, count: 8)
      files += littleEndian(UInt32(entry.contents.count)) + littleEndian(UInt32(entry.contents.count))
      files += littleEndian(UInt16(name.count)) + [3, 0] + name + [9, 9, 9] + entry.contents
      let extra: [UInt8] =
        entry.isLarge
        ? [0xFE, 0xCA, 2, 0, 1, 2, 1, 0, 24, 0] + littleEndian(UInt64(size)) + littleEndian(UInt64(size))
          + littleEndian(UInt64(offset)) : []
      let stated = entry.isLarge ? UInt32.max : size
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0] + littleEndian(entry.method)
      directory += [UInt8](repeating: 0, count: 8) + littleEndian(stated) + littleEndian(stated)
      directory += littleEndian(UInt16(name.count)) + littleEndian(UInt16(extra.count)) + [2, 0]
      directory += [UInt8](repeating: 0, count: 8) + littleEndian(entry.isLarge ? UInt32.max : offset)
      directory += name + extra + [7, 7]
    }
    let number = count ?? UInt16(entries.count)
    var end: [UInt8] = []
    if isLarge {
      end += [0x50, 0x4B, 6, 6] + littleEndian(UInt64(44)) + [UInt8](repeating: 0, count: 12)
      end += littleEndian(UInt64(number)) + littleEndian(UInt64(number)) + littleEndian(UInt64(directory.count))
      end += littleEndian(UInt64(files.count))
      end += [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + littleEndian(UInt64(files.count + directory.count)) + [1, 0, 0, 0]
    }
    end += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + littleEndian(isLarge ? UInt16.max : number)
    end += littleEndian(isLarge ? UInt16.max : number)
    end += littleEndian(isLarge ? UInt32.max : UInt32(directory.count))
    end += littleEndian(isLarge ? UInt32.max : UInt32(files.count))
    return prefix + files + directory + end + littleEndian(UInt16(comment.utf8.count)) + Array(comment.utf8)
  }

  // MARK: tar

  package static func tar(_ files: [(name: String, contents: [UInt8])], isEnded: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, contents) in files {
      if name.utf8.count > 100 {
        bytes += tarHeader("././@LongLink", size: name.utf8.count + 1, type: UInt8(ascii: "L"))
        bytes += padded(Array(name.utf8) + [0])
      }
      bytes += tarHeader(String(name.prefix(100)), size: contents.count) + padded(contents)
    }
    return bytes + (isEnded ? [UInt8](repeating: 0, count: 1_024) : [])
  }

  package static func tarHeader(
    _ name: String, size: Int, type: UInt8 = UInt8(ascii: "0"), sizeField: [UInt8]? = nil
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    header.replaceSubrange(0..<name.utf8.count, with: name.utf8)
    header.replaceSubrange(124..<136, with: sizeField ?? Array(octal(size, 11).utf8) + [0])
    header.replaceSubrange(257..<263, with: Array("ustar".utf8) + [0])
    header[156] = type
    header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: Array(octal(sum, 6).utf8) + [0, 0x20])
    return header
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  private static func octal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  // MARK: Protocol Buffers

  package static func varint(_ value: UInt64) -> [UInt8] {
    var value = value
    var bytes: [UInt8] = []
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    return bytes + [UInt8(value)]
  }

  package static func field(_ number: UInt64, _ value: UInt64) -> [UInt8] {
    varint(number << 3) + varint(value)
  }

  package static func field(_ number: UInt64, _ bytes: [UInt8], length: UInt64? = nil) -> [UInt8] {
    varint(number << 3 | 2) + varint(length ?? UInt64(bytes.count)) + bytes
  }

  package static func field(_ number: UInt64, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
  }
}
