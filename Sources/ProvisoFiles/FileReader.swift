/// Reads files, never more than asked for, and never anything but regular files.
package enum FileReader {
  /// The whole file.
  ///
  /// - Parameter limit: in bytes; a larger file is not read at all.
  /// - Throws: ``FileTrouble`` with the path of the file.
  package static func read(_ file: SourceFile, limit: Int) throws(FileTrouble) -> [UInt8] {
    try reading(file.path) { () throws(SystemError) in
      try whole(file.root.open(file.bytesToOpen, flags: Descriptor.readFlags), limit: limit)
    }
  }

  /// The first `count` bytes, or all if there are fewer, and the size of the whole file in bytes.
  ///
  /// What follows costs nothing, whatever its size.
  package static func readHead(
    _ file: SourceFile, count: Int
  ) throws(FileTrouble) -> (bytes: [UInt8], fileSize: Int) {
    try readRange(file, from: 0, count: count)
  }

  /// Up to `count` bytes from `offset`, fewer only at the end of the file, and the size of the whole file in bytes.
  package static func readRange(
    _ file: SourceFile, from offset: Int, count: Int
  ) throws(FileTrouble) -> (bytes: [UInt8], fileSize: Int) {
    try reading(file.path) { () throws(SystemError) in
      let descriptor = try file.root.open(file.bytesToOpen, flags: Descriptor.readFlags)
      let information = try descriptor.information()
      guard information.type == .regular else { return .failure(.notRegular(information.type)) }
      // Not more memory than there are bytes: both numbers can come from a file.
      let available = max(0, information.size - max(0, offset))
      let bytes = try descriptor.bytes(count: min(max(0, count), available), from: max(0, offset))
      return .success((bytes, information.size))
    }
  }

  /// The whole file at a path that the user gave, absolute or relative to the current directory. Links are followed.
  package static func readAbsolute(path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    try reading(path) { () throws(SystemError) in
      try whole(Descriptor.open(Array(path.utf8), flags: Descriptor.followingReadFlags), limit: limit)
    }
  }

  /// The same for a file that counts only if nobody else can have written it.
  ///
  /// - Throws: also ``FileTrouble/Kind/ofAnotherUser`` and ``FileTrouble/Kind/writableByOthers``.
  package static func readOwn(path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    try reading(path) { () throws(SystemError) in
      let descriptor = try Descriptor.open(Array(path.utf8), flags: Descriptor.followingReadFlags)
      if let distrust = try descriptor.information().distrust { return .failure(distrust) }
      return try whole(descriptor, limit: limit)
    }
  }

  private enum Outcome<Value> {
    case success(Value)
    case failure(FileTrouble.Kind)
  }

  private static func whole(
    _ descriptor: consuming Descriptor, limit: Int
  ) throws(SystemError) -> Outcome<[UInt8]> {
    let information = try descriptor.information()
    guard information.type == .regular else { return .failure(.notRegular(information.type)) }
    let limit = max(0, limit)
    guard information.size <= limit, let bytes = try descriptor.bytes(size: information.size, limit: limit) else {
      return .failure(.tooLarge(size: max(information.size, limit), limit: limit))
    }
    return .success(bytes)
  }

  private static func reading<Value>(
    _ path: String, _ read: () throws(SystemError) -> Outcome<Value>
  ) throws(FileTrouble) -> Value {
    let kind: FileTrouble.Kind
    do throws(SystemError) {
      switch try read() {
      case .success(let value): return value
      case .failure(let failure): kind = failure
      }
    } catch {
      kind = FileTrouble.Kind(readError: error.code)
    }
    throw FileTrouble(path: path, kind: kind)
  }
}
