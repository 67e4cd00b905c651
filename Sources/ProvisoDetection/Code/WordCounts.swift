internal import ProvisoText

/// How often words stand in a file, counted in one pass, however many are asked for.
///
/// Only what may be a name of a program counts: no number, and no more than ``maximumLength`` bytes. In the strings of a notebook,
/// `\n` may stand before a name.
struct WordCounts: Sendable {
  /// The hashes of words, by their lowest bits; after a place that is taken comes the next. 0 where nothing is.
  private var hashes: [UInt64]
  private var isRepeated: [Bool]
  private var count = 0
  /// Whether so many words share bits that some were not counted, as nobody writes them by chance.
  private var isOverrun = false

  private static let maximumLength = 64

  init(_ source: SourceText) {
    hashes = Array(repeating: 0, count: 1024)
    isRepeated = Array(repeating: false, count: 1024)
    let bytes = source.bytes.span
    var offset = 0
    while offset < bytes.count {
      guard Self.isWord(bytes[offset]) else {
        offset += 1
        continue
      }
      var start = offset
      while offset < bytes.count, Self.isWord(bytes[offset]) { offset += 1 }
      if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start += 1 }
      guard start < offset, offset - start <= Self.maximumLength, !ASCII.isDigit(bytes[start]) else { continue }
      var hash = Self.hashStart
      for index in start..<offset { hash = Self.hash(hash, bytes[index]) }
      add(Self.marked(hash))
    }
  }

  /// Whether `word` stands in the file once. Two words that share a hash stand for each other: then it is said to stand there
  /// more often, which leaves out nothing.
  func isOnce(_ word: String) -> Bool {
    let hash = Self.marked(word.utf8.reduce(Self.hashStart, Self.hash))
    guard !isOverrun, let slot = slot(of: hash) else { return false }
    return hashes[slot] == hash && !isRepeated[slot]
  }

  private mutating func add(_ hash: UInt64) {
    guard let slot = slot(of: hash) else {
      isOverrun = true
      return
    }
    guard hashes[slot] != hash else {
      isRepeated[slot] = true
      return
    }
    hashes[slot] = hash
    count += 1
    if count * 2 > hashes.count { grow() }
  }

  /// Where `hash` is, or could be; nil where that is further from its place than chance leads.
  private func slot(of hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    for _ in 0..<Self.maximumSteps {
      if hashes[slot] == 0 || hashes[slot] == hash { return slot }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return nil
  }

  private static let maximumSteps = 512

  private mutating func grow() {
    let (former, wereRepeated) = (hashes, isRepeated)
    hashes = Array(repeating: 0, count: former.count * 2)
    isRepeated = Array(repeating: false, count: former.count * 2)
    for (hash, wasRepeated) in zip(former, wereRepeated) where hash != 0 {
      guard let slot = slot(of: hash) else {
        isOverrun = true
        return
      }
      hashes[slot] = hash
      isRepeated[slot] = wasRepeated
    }
  }

  /// FNV-1a, so that every run counts alike.
  private static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Never 0, which stands for an empty place.
  private static func marked(_ hash: UInt64) -> UInt64 { hash | 1 << 63 }

  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte >= 0x80 }
}
