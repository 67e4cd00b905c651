internal import ProvisoCore
internal import ProvisoText

/// Commands inside the words of a command: `sh -c "…"`, `--args "--model owner/name"`, `LAUNCH_CMD="python train.py …"`.
enum CommandScripts {
  /// The words that are scripts themselves: what follows `-c`.
  static func of(_ words: [CommandWord]) -> [Range<Int>] {
    let said: [Range<Int>] = zip(words, words.dropFirst()).compactMap { option, word in
      guard ["-c", "-lc", "-ec", "-exc", "-Command", "eval", "--"].contains(option.text),
        word.text.utf8.contains(where: ASCII.isBlank)
      else { return nil }
      return word.writtenRange
    }
    if !said.isEmpty { return said }
    if let first = words.first, CommandTable.speakers.contains(first.commandName) { return [] }
    return words.compactMap { script(in: $0) ?? quoted($0) }
  }

  /// `--args "--port 80 --model owner/name"`, `ssh host "vllm serve owner/name"`
  private static func quoted(_ word: CommandWord) -> Range<Int>? {
    guard word.text.utf8.contains(where: ASCII.isBlank), word.text.utf8.count < longestQuoted else { return nil }
    let bytes = Array(word.text.utf8)
    return bytes.starts(with: "--".utf8) || ShownCommand.isOne(bytes[...]) ? word.writtenRange : nil
  }

  private static let longestQuoted = 4_096

  /// `LAUNCH_CMD="python train.py --model owner/name"`: a command that a variable holds.
  private static func script(in word: CommandWord) -> Range<Int>? {
    guard let equals = word.text.utf8.firstIndex(of: UInt8(ascii: "=")),
      word.text.utf8[equals...].contains(where: ASCII.isBlank), word.text.utf8[..<equals].allSatisfy(ASCII.isWord),
      SettingKeys.meaning(of: String(word.text[..<equals])) == .command || holdsFlags(word.text[equals...]),
      let offsets = word.offsets, let last = offsets.last
    else { return nil }
    let count = word.text.utf8.distance(from: word.text.utf8.startIndex, to: equals) + 1
    return count < offsets.count ? offsets[count]..<last + 1 : nil
  }

  /// `--name value` among several words.
  private static func holdsFlags(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.dropLast(3).contains { index in
      bytes[index] == UInt8(ascii: "-") && bytes[index + 1] == UInt8(ascii: "-") && ASCII.isLetter(bytes[index + 2])
        && (ASCII.isWhitespace(bytes[index - (index > 0 ? 1 : 0)]) || index <= 1)
    }
  }
}

extension Notification {
  /// What stands in commands beyond the depth that is followed.
  static func commandsTooDeep(_ input: DetectionInput, at offset: Int) -> Self {
    let place = input.location(offset..<offset)
    return Notification(
      level: .warning,
      message:
        "line \(place.line), column \(place.column): Commands inside \(ModelCommands.maximumNesting) others are not read, so models named there may be missed.",
      path: input.path.string, isIncomplete: true)
  }
}
