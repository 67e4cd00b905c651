#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Paths in one buffer. Sorting 100,000 strings would spend its time on counting references, most of all when several
/// tasks count those of one object.
struct PathList: Sendable {
  struct Entry: Sendable {
    var start: Int
    // Small, for there are many.
    var count: UInt32
    /// Where ``targets`` has what to open in place of the path; -1 for nowhere.
    var target: Int32

    var range: Range<Int> { start..<(start + Int(count)) }
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var targets: [[UInt8]] = []

  var count: Int { entries.count }

  /// - Parameter target: what the path is a link to.
  mutating func append(_ path: ArraySlice<UInt8>, target: [UInt8]? = nil) {
    let start = bytes.count
    bytes += path
    if let target { targets.append(target) }
    let index = target == nil ? -1 : Int32(clamping: targets.count - 1)
    entries.append(Entry(start: start, count: UInt32(clamping: path.count), target: index))
  }

  mutating func append(_ other: PathList) {
    if entries.isEmpty, targets.isEmpty {
      self = other
      return
    }
    let start = bytes.count
    let firstTarget = Int32(clamping: targets.count)
    bytes.reserveCapacity(bytes.count + other.bytes.count)
    bytes += other.bytes
    targets += other.targets
    entries.reserveCapacity(entries.count + other.entries.count)
    for var entry in other.entries {
      entry.start += start
      if entry.target >= 0 { entry.target += firstTarget }
      entries.append(entry)
    }
  }

  /// Sorts by bytes. What is in order already, in one run or a few, costs little.
  mutating func sort() {
    unsafe bytes.withUnsafeBytes { buffer in
      entries.sort { unsafe Self.compare(buffer[$0.range], buffer[$1.range]) < 0 }
    }
  }

  /// Whether a sorted list has `path`.
  func contains(_ path: [UInt8]) -> Bool {
    let index = firstIndex(notBefore: path)
    return index < count && bytes[entries[index].range].elementsEqual(path)
  }

  /// Whether a sorted list has a path in `directory`.
  func contains(below directory: [UInt8]) -> Bool {
    let prefix = directory + [SystemPath.slash]
    let index = firstIndex(notBefore: prefix)
    return index < count && bytes[entries[index].range].starts(with: prefix)
  }

  private func firstIndex(notBefore path: [UInt8]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if bytes[entries[middle].range].lexicographicallyPrecedes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first `limit` files, in the order of the list.
  func files(limit: Int, in root: RootDirectory) -> [SourceFile] {
    let paths = SourcePaths(bytes: bytes, targets: targets, root: root)
    return entries.prefix(limit).map { SourceFile($0, of: paths) }
  }

  private static func compare(_ one: Slice<UnsafeRawBufferPointer>, _ other: Slice<UnsafeRawBufferPointer>) -> Int {
    let first = unsafe UnsafeRawBufferPointer(rebasing: one)
    let second = unsafe UnsafeRawBufferPointer(rebasing: other)
    guard let firstBase = first.baseAddress, let secondBase = second.baseAddress else {
      return first.count - second.count
    }
    let order = unsafe memcmp(firstBase, secondBase, min(first.count, second.count))
    return order == 0 ? first.count - second.count : Int(order)
  }
}
