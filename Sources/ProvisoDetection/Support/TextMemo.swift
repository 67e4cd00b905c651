internal import Synchronization

/// What was found out of short texts that the files of a tree repeat, kept in a table of a fixed size in which a text takes the
/// place of another one: whoever writes the files can make it useless but not large.
final class TextMemo<Value: Sendable>: Sendable {
  private struct Slot {
    var text: [UInt8]
    var tag: UInt8
    var value: Value
  }

  /// A part of the table, so that threads seldom wait for each other.
  private final class Shard: Sendable {
    let slots = Mutex<[Slot?]>([])
  }

  private let shards = (0..<shardCount).map { _ in Shard() }

  private static var shardCount: Int { 32 }
  private static var slotsInShard: Int { 256 }
  /// Bytes of the longest text that is kept.
  private static var maximumLength: Int { 128 }

  /// The value of the bytes of `text` in `range` under `tag`, which `make` makes of nothing but these.
  func value(of text: Span<UInt8>, _ range: Range<Int>, tag: UInt8 = 0, orMake make: () -> Value) -> Value {
    guard range.count <= Self.maximumLength else { return make() }
    let hash = Self.hash(text, range, tag)
    let shard = shards[Int(truncatingIfNeeded: hash) & (Self.shardCount - 1)]
    let place = Int(truncatingIfNeeded: hash >> 32) & (Self.slotsInShard - 1)
    let kept = shard.slots.withLock { slots in slots.isEmpty ? nil : slots[place] }
    if let kept, kept.tag == tag, Self.isSame(kept.text, text, range) { return kept.value }
    // Two threads may make one value at the same time, and make the same.
    let value = make()
    let slot = Slot(text: range.map { text[$0] }, tag: tag, value: value)
    shard.slots.withLock { slots in
      if slots.isEmpty { slots = [Slot?](repeating: nil, count: Self.slotsInShard) }
      slots[place] = slot
    }
    return value
  }

  private static func isSame(_ kept: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard kept.count == range.count else { return false }
    for index in kept.indices where kept[index] != text[range.lowerBound + index] { return false }
    return true
  }

  /// FNV-1a, with its high bits mixed.
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>, _ tag: UInt8) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(tag)
    for offset in range { hash = (hash ^ UInt64(text[offset])) &* 0x0000_0100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
