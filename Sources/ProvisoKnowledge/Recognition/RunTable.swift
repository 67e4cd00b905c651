/// A hash table from runs of words to small numbers; several numbers a run.
struct RunTable: Sendable {
  /// A run and its newest link, -1 where the slot is free: side by side, since a look-up wants both.
  private struct Slot {
    var key: UInt64
    var head: Int32
  }

  private struct Link {
    var value: Int32
    var next: Int32
  }

  private var slots: [Slot]
  private var links: [Link] = []
  private let mask: Int

  /// - Parameter count: how many runs are expected.
  init(count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    slots = [Slot](repeating: Slot(key: 0, head: -1), count: capacity)
    links.reserveCapacity(count)
    mask = capacity - 1
  }

  /// How many slots there are: ``slot(of:)`` is below it.
  var capacity: Int { slots.count }

  mutating func insert(_ key: UInt64, _ value: Int) {
    insert(key, value, at: slot(of: key))
  }

  /// Does nothing where `value` is the newest number of `key` already.
  /// - Returns: whether it was added.
  mutating func insertIfNew(_ key: UInt64, _ value: Int) -> Bool {
    let slot = self.slot(of: key)
    let head = Int(slots[slot].head)
    if head >= 0, links[head].value == Int32(clamping: value) { return false }
    return insert(key, value, at: slot)
  }

  @discardableResult
  private mutating func insert(_ key: UInt64, _ value: Int, at slot: Int) -> Bool {
    let next = slots[slot].head
    // Filled beyond what was announced: what does not fit is left out rather than searched for in vain.
    guard next >= 0 || links.count < mask else { return false }
    slots[slot] = Slot(key: key, head: Int32(clamping: links.count))
    links.append(Link(value: Int32(clamping: value), next: next))
    return true
  }

  /// The only number of `key`; nil where there is none or more than one.
  func only(_ key: UInt64) -> Int? {
    let head = Int(slots[slot(of: key)].head)
    guard head >= 0 else { return nil }
    let link = links[head]
    return link.next < 0 ? Int(link.value) : nil
  }

  /// The numbers of the run in `slot`, none where it is free.
  func forEach(inSlot slot: Int, _ body: (Int) -> Void) {
    var next = Int(slots[slot].head)
    while next >= 0 {
      let link = links[next]
      body(Int(link.value))
      next = Int(link.next)
    }
  }

  func isFree(_ slot: Int) -> Bool { slots[slot].head < 0 }

  /// The slot that holds `key`, else the free one where it belongs.
  func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while true {
      let found = slots[slot]
      if found.head < 0 || found.key == key { return slot }
      slot = (slot + 1) & mask
    }
  }
}
