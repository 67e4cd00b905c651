internal import ProvisoCore
internal import ProvisoText

/// Files inside values: `serving.properties: |` of a ConfigMap, whose key says what they are, and JSON in a block or a variable,
/// `MODELS: '[{"id": "owner/name"}]'`.
///
/// One level deep: what is embedded is a part of the file, and a value in it is a text.
enum EmbeddedSetting {
  /// Whether a value begins like JSON with something in it.
  static func mayHold(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    return text.utf8.count > 12 && isJSON(Array(text.utf8.prefix(64))[...])
  }

  /// What the block of YAML under the key names; nil where it is no file.
  static func references(under entry: DataNode.Entry, in input: DetectionInput) -> [ModelReference]? {
    let bytes = input.source.bytes
    let range = entry.value.range.clamped(to: 0..<bytes.count)
    guard input.embedding == nil, range.count > 12, let mark = bytes[range].first,
      mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">"),
      // The first line says how the text is folded.
      let start = bytes[range].firstIndex(of: 0x0A)
    else { return nil }
    let ending = entry.key.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(entry.key[$0...].dropFirst()) }
    guard
      let language = ending.map(ASCII.lowercased).flatMap({ languages.contains($0) ? $0 : nil })
        ?? (isJSON(bytes[start..<range.upperBound]) ? "json" : nil)
    else { return nil }
    return EmbeddedBlock.references(of: input.part(start..<range.upperBound), language: language)
  }

  /// What the JSON of `range` names; nil where it is none.
  static func references(in range: Range<Int>, of input: DetectionInput) -> [ModelReference]? {
    guard input.embedding == nil, range.count > 12, isJSON(input.source.bytes[range]) else { return nil }
    return EmbeddedBlock.references(of: input.part(range), language: "json")
  }

  /// `{"`, `[{`, `["`, with blanks anywhere.
  private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    let marks = text.lazy.filter { !ASCII.isWhitespace($0) }.prefix(2)
    guard let first = marks.first, let second = marks.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "{"): return second == UInt8(ascii: "\"")
    case UInt8(ascii: "["): return second == UInt8(ascii: "{") || second == UInt8(ascii: "\"")
    default: return false
    }
  }

  private static let languages: Set<String> = [
    "cfg", "conf", "env", "hcl", "ini", "json", "properties", "sh", "tf", "toml", "yaml", "yml",
  ]
}
