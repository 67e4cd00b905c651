/// A set of words that is asked by bytes: no `String` is made of what is looked up.
///
/// Open addressing over FNV-1a of the lowercased bytes. Most look-ups fail, and most of those fail by length or first byte.
struct WordTable: Sendable {
  private let ignoresCase: Bool
  /// The words one after the other; in lower case if case does not count.
  private let bytes: [UInt8]
  /// Where each word begins in `bytes`; one more than there are words.
  private let starts: [Int]
  /// The words by hash: an index plus one, 0 for none. A power of two long.
  private let slots: [Int32]
  /// For each first byte, one bit for each length up to 63; bit 0 for longer ones.
  private let lengths: [UInt64]

  /// The words of a list that is kept as text, parted by white space.
  init(_ text: String, ignoresCase: Bool = true) {
    self.init(WordList.set(text), ignoresCase: ignoresCase)
  }

  init(_ words: some Collection<String>, ignoresCase: Bool = true) {
    let words = Set(words.map { ignoresCase ? ASCII.lowercased($0) : $0 }).sorted()
    var bytes: [UInt8] = []
    var starts = [0]
    var lengths = [UInt64](repeating: 0, count: 256)
    var count = 16
    while count < words.count * 3 { count *= 2 }
    var slots = [Int32](repeating: 0, count: count)
    for (index, word) in words.enumerated() {
      let utf8 = Array(word.utf8)
      bytes += utf8
      starts.append(bytes.count)
      if let first = utf8.first { lengths[Int(ASCII.lowercased(first))] |= Self.bit(utf8.count) }
      var slot = Int(truncatingIfNeeded: Self.hash(utf8.span, 0..<utf8.count)) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(index + 1)
    }
    self.ignoresCase = ignoresCase
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
    self.lengths = lengths
  }

  /// The words in order; in lower case if case does not count.
  var words: [String] {
    (0..<(starts.count - 1)).map { String(decoding: bytes[starts[$0]..<starts[$0 + 1]], as: UTF8.self) }
  }

  /// The place among ``words`` of the word that is `range` of `text`; nil where it is none of them.
  func index(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, lengths[Int(ASCII.lowercased(text[range.lowerBound]))] & Self.bit(range.count) != 0 else {
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(text, range)) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if stands(index, text, range) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool { index(of: text, range) != nil }

  func contains(_ text: String) -> Bool { contains(text.utf8.span, 0..<text.utf8.count) }

  func contains(_ text: Substring) -> Bool { contains(text.utf8.span, 0..<text.utf8.count) }

  private func stands(_ index: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == range.count else { return false }
    for offset in 0..<range.count {
      let byte = text[range.lowerBound + offset]
      guard bytes[start + offset] == (ignoresCase ? ASCII.lowercased(byte) : byte) else { return false }
    }
    return true
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(length < 64 ? length : 0) }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in range { hash = (hash ^ UInt64(ASCII.lowercased(text[offset]))) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
