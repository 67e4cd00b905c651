/// Where known commands may begin among the words of one command.
///
/// A person writes a few into one line (`sudo env A=b uv run vllm serve owner/name`), and each is read to the end of the line. A line
/// of a hundred thousand would be read a hundred thousand times: of such a line each reads as far as the sixteenth behind it.
struct CommandStarts {
  private static let fewWords = 256
  private static let mostBehind = 16

  private let count: Int
  /// Nil for a line of few words.
  private let starts: [Int]?

  init(_ words: [CommandWord]) {
    count = words.count
    starts =
      words.count > Self.fewWords
      ? words.indices.filter {
        let name = words[$0].commandName
        return CommandTable.byName[name] != nil || CommandTable.containers.contains(name)
      } : nil
  }

  /// How far a command is read whose words end before `index`.
  func end(from index: Int) -> Int {
    guard let starts else { return count }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low + Self.mostBehind < starts.count ? starts[low + Self.mostBehind] : count
  }
}
