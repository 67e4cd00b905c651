internal import ProvisoText

/// Whether a line that nothing marks as one is a command: its first word fetches, serves or runs models, or runs a program
/// that is told which.
enum ShownCommand {
  /// - Parameter line: Without the blanks before it.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    if rest.starts(with: "$ ".utf8) { rest = rest.dropFirst(2) }
    // `CUDA_VISIBLE_DEVICES=0 python …`
    while true {
      let word = rest.prefix { !ASCII.isWhitespace($0) }
      guard isVariable(word), word.endIndex < rest.endIndex else { break }
      rest = rest[word.endIndex...].drop(while: ASCII.isBlank)
    }
    let word = rest.prefix { !ASCII.isWhitespace($0) }
    guard word.endIndex < rest.endIndex, (2...longest).contains(word.count) else { return false }
    return names.contains(Array(word).span, 0..<word.count)
      // `python is a language`: what follows a runner is a file, a module or an option.
      || runners.contains(Array(word).span, 0..<word.count) && runs(rest[word.endIndex...])
  }

  /// Whether `text` has several words, of which the first is a command's or goes before one: most sentences are told by that.
  static func mayBe(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var end = 0
    while end < bytes.count, !ASCII.isWhitespace(bytes[end]) {
      // `NAME=value command`
      if bytes[end] == UInt8(ascii: "=") { return text.utf8.contains(where: ASCII.isBlank) }
      end += 1
    }
    guard end < bytes.count, bytes[0] == UInt8(ascii: "$") || mayBegin(bytes, 0..<end) else { return false }
    return text.utf8.contains(where: ASCII.isBlank)
  }

  /// Whether a command may begin with the word.
  static func mayBegin(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    names.contains(bytes, word) || runners.contains(bytes, word)
  }

  private static func isVariable(_ word: ArraySlice<UInt8>) -> Bool {
    guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex else { return false }
    return word[..<equals].allSatisfy(ASCII.isWord)
  }

  private static func runs(_ text: ArraySlice<UInt8>) -> Bool {
    let next = text.drop(while: ASCII.isBlank).prefix { !ASCII.isWhitespace($0) }
    return next.first == UInt8(ascii: "-") || next.contains(UInt8(ascii: "."))
      || next.contains(UInt8(ascii: "/")) || ["launch", "run"].contains { next.elementsEqual($0.utf8) }
  }

  private static let names = WordTable(CommandTable.byName.keys.filter { !words.contains($0) })
  /// Commands that are everyday words, or names of other things.
  private static let words: Set<String> = ["main", "server", "llm", "swift", "hf", "tune", "foundry", "docker", "tts"]
  private static let runners = WordTable(
    """
    accelerate cargo curl deepspeed docker go hf llm lm-eval lm_eval mpirun npx node podman poetry python python3 sbatch srun swift torchrun
    tune uv uvx wget
    """)
  private static let longest = (names.words + runners.words).map(\.utf8.count).max() ?? 0
}
