internal import ProvisoText

/// How often words stand in a file, counted in one pass, however many are asked for.
///
/// Only what may be a name of a program counts: no number, and no more than ``maximumLength`` bytes. In the strings of a notebook,
/// `\n` may stand before a name.
struct WordCounts: Sendable {
  private var counts: [UInt64: UInt8] = [:]

  private static let maximumLength = 64

  init(_ source: SourceText) {
    let bytes = source.bytes
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
      let key = Self.hash(bytes[start..<offset])
      counts[key] = min(counts[key, default: 0], 1) + 1
    }
  }

  /// Whether `word` stands in the file once. Two words that share a hash stand for each other: then it is said to stand there
  /// more often, which leaves out nothing.
  func isOnce(_ word: String) -> Bool { counts[Self.hash(word.utf8)] == 1 }

  /// FNV-1a, so that every run counts alike.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte >= 0x80 }
}
