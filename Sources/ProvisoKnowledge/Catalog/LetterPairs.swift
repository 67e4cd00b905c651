/// Pairs of letters, to be asked before words are looked up: hardly a word that is not looked for has one of them.
///
/// It only ever says too often that a pair is there. In lower case; a single letter is a pair with nothing.
struct LetterPairs: Sendable {
  private var isThere = [Bool](repeating: false, count: 1024)

  /// - Parameter pairs: of one or two bytes each.
  init(_ pairs: [[UInt8]]) {
    for pair in pairs where !pair.isEmpty { isThere[Self.index(pair[0], pair.count > 1 ? pair[1] : 0)] = true }
  }

  func contains(_ first: UInt8, _ second: UInt8) -> Bool { isThere[Self.index(first, second)] }

  /// Whether one may be the beginning of `word`.
  func contains(beginningOf word: String) -> Bool {
    let bytes = word.utf8
    guard let first = bytes.first else { return false }
    return contains(first, bytes.dropFirst().first ?? 0)
  }

  /// Whether one may be the end of `word`.
  func contains(endOf word: String) -> Bool {
    let bytes = word.utf8
    guard let last = bytes.last, let before = bytes.dropLast().last else { return false }
    return contains(before, last)
  }

  private static func index(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }
}
