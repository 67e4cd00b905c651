/// A hash table from runs of words to small numbers; several numbers a run.
struct RunTable: Sendable {
  private var keys: [UInt64]
  /// The newest link of each key, -1 where the slot is free.
  private var heads: [Int32]
  private var links: [(value: Int32, next: Int32)] = []
  private let mask: Int

  /// - Parameter count: how many runs are expected.
  init(count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    heads = [Int32](repeating: -1, count: capacity)
    links.reserveCapacity(count)
    mask = capacity - 1
  }

  mutating func insert(_ key: UInt64, _ value: Int) {
    let slot = self.slot(of: key)
    // Filled beyond what was announced: what does not fit is left out rather than searched for in vain.
    guard heads[slot] >= 0 || links.count < mask else { return }
    keys[slot] = key
    links.append((Int32(clamping: value), heads[slot]))
    heads[slot] = Int32(clamping: links.count - 1)
  }

  /// The only number of `key`; nil where there is none or more than one.
  func only(_ key: UInt64) -> Int? {
    let head = heads[slot(of: key)]
    guard head >= 0, links[Int(head)].next < 0 else { return nil }
    return Int(links[Int(head)].value)
  }

  func forEach(_ key: UInt64, _ body: (Int) -> Void) {
    var link = heads[slot(of: key)]
    while link >= 0 {
      body(Int(links[Int(link)].value))
      link = links[Int(link)].next
    }
  }

  func contains(_ key: UInt64) -> Bool { heads[slot(of: key)] >= 0 }

  /// The slot that holds `key`, else the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while heads[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
