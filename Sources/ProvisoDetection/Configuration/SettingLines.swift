internal import ProvisoCore
internal import ProvisoText

/// Settings line by line, in files that are not what their names say: a bracket that nobody closes hides no model.
enum SettingLines {
  /// What a file was taken for.
  struct Language {
    let name: String
    /// What may stand between key and value.
    let signs: String

    static let yaml = Language(name: "YAML", signs: ":")
    static let toml = Language(name: "TOML", signs: "=")
    static let hcl = Language(name: "HCL", signs: "=:")
    static let variables = Language(name: "variables", signs: "=")
    static let settings = Language(name: "settings", signs: "=:")
  }

  /// The models under the keys of the lines, and a note that says why no more was read.
  static func detections(
    _ input: DetectionInput, _ kind: ReferenceKind, _ language: Language, _ error: DocumentError
  ) -> Detections {
    var walk = SettingWalk(input, kind: kind)
    for number in 1...input.source.lineCount {
      let line = input.source.lineRange(number)
      if let entry = entry(on: line, of: input.source, signs: language.signs) {
        walk.setting(entry)
      } else if let item = item(on: line, of: input.source) {
        walk.walk(item)
      }
    }
    var detections = walk.detections
    detections.notifications.append(
      input.unread("Not read as \(language.name), so its keys were looked for line by line", error))
    return detections
  }

  /// `- owner/name`: an item of a list that says by itself that it is a model.
  private static func item(on line: Range<Int>, of source: SourceText) -> DataNode? {
    let bytes = source.bytes
    guard let mark = line.first(where: { !ASCII.isBlank(bytes[$0]) }), bytes[mark] == UInt8(ascii: "-") else {
      return nil
    }
    let text = bytes[(mark + 1)..<line.upperBound].drop { ASCII.isBlank($0) || "\"'".utf8.contains($0) }
      .prefix { !ASCII.isWhitespace($0) && !"\"'".utf8.contains($0) }
    guard text.contains(UInt8(ascii: "/")), case let name = String(decoding: text, as: UTF8.self),
      HubName.isKnownModel(name)
    else { return nil }
    return DataNode(
      content: .scalar(.init(text: name, form: .string)), range: text.startIndex..<text.endIndex)
  }

  /// `key: value`, quotes and comment removed.
  ///
  /// - Parameter signs: what may stand between key and value.
  static func entry(on line: Range<Int>, of source: SourceText, signs: String = ":") -> DataNode.Entry? {
    let bytes = source.bytes
    let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    var start = line.lowerBound
    while start < line.upperBound,
      ASCII.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: "-") || quotes.contains(bytes[start])
    { start += 1 }
    let key = bytes[start..<line.upperBound].prefix {
      ASCII.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    var sign = key.endIndex
    while sign < line.upperBound, ASCII.isBlank(bytes[sign]) || quotes.contains(bytes[sign]) { sign += 1 }
    guard !key.isEmpty, sign < line.upperBound, signs.utf8.contains(bytes[sign]) else { return nil }
    var first = sign + 1
    // The first of a list is read, too.
    while first < line.upperBound,
      ASCII.isBlank(bytes[first]) || quotes.contains(bytes[first]) || bytes[first] == UInt8(ascii: "[")
    { first += 1 }
    var end = first
    while end < line.upperBound, !ASCII.isWhitespace(bytes[end]), !quotes.contains(bytes[end]) {
      end += 1
    }
    guard first < end else { return nil }
    let text = source.string(in: first..<end)
    return DataNode.Entry(
      key: source.string(in: start..<key.endIndex), keyRange: start..<key.endIndex,
      value: DataNode(content: .scalar(.init(text: text, form: .string)), range: first..<end))
  }
}
