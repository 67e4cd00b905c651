/// How options and the words behind them are written.
enum CommandOptions {
  /// The name of an option, and where in the word its value begins if it stands there.
  static func option(_ text: String) -> (name: String, valueStart: Int?) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (text, nil) }
    return (String(text[..<equals]), text.utf8.distance(from: text.utf8.startIndex, to: equals) + 1)
  }

  static func isPair(_ text: String) -> Bool {
    let (name, valueStart) = option(text)
    return valueStart != nil && VariableName.isOne(name) && text.utf8.contains(UInt8(ascii: "/"))
  }

  /// What is run, where its name speaks of Whisper.
  static func speech(of words: [CommandWord]) -> SettingKey? {
    let program = words.prefix(4).first { word in
      (word.text.hasSuffix(".py") || word.text.hasSuffix(".sh"))
        && SettingKeys.isSpeech(SettingKeys.fold(FilePath(word.text).name))
    }
    return program.map { SettingKey(FilePath($0.text).name) }
  }

  /// `--build-arg MODEL=owner/name`, `--env="model=owner/name"`: a variable as the value of an option, and where its value begins.
  static func pair(
    of option: String, _ valueStart: Int?, at index: Int, in words: [CommandWord]
  ) -> (index: Int, key: String, start: Int)? {
    guard pairs.contains(option), case let place = valueStart == nil ? index + 1 : index, place < words.count else {
      return nil
    }
    let start = valueStart ?? 0
    let (key, end) = Self.option(String(decoding: words[place].text.utf8.dropFirst(start), as: UTF8.self))
    guard let end, VariableName.isOne(key) else { return nil }
    return (place, key, start + end)
  }

  private static let pairs: Set<String> = ["--build-arg", "--env"]
}
