/// One word, looked for in bytes by Horspool's method: where the byte at its end does not fit, the search goes on as many bytes
/// further as the word is long. For a word that stands in nearly no file this looks at a fraction of the bytes.
///
/// Source: R. N. Horspool, "Practical fast searching in strings", Software: Practice and Experience 10 (1980).
package struct ByteSearch: Sendable {
  private let word: [UInt8]
  /// By a byte at the end of where the word could stand, how many bytes further it could stand next.
  private let steps: [Int]

  /// - Parameter word: UTF-8, not empty, compared byte by byte.
  package init(_ word: String) {
    let bytes = Array(word.utf8)
    precondition(!bytes.isEmpty, "a word has bytes")
    var steps = Array(repeating: bytes.count, count: 256)
    for (index, byte) in bytes.dropLast().enumerated() { steps[Int(byte)] = bytes.count - 1 - index }
    self.word = bytes
    self.steps = steps
  }

  /// Whether the word stands anywhere in `bytes`.
  package func stands(in bytes: Span<UInt8>) -> Bool {
    let (wordArray, stepArray) = (word, steps)
    let (word, steps) = (wordArray.span, stepArray.span)
    // The compiler then knows that every byte has its step, and leaves out the check.
    precondition(steps.count == 256)
    let last = word.count - 1
    var end = last
    while end < bytes.count {
      let byte = bytes[end]
      if byte == word[last], (0..<last).allSatisfy({ bytes[end - last + $0] == word[$0] }) { return true }
      end += steps[Int(byte)]
    }
    return false
  }
}
