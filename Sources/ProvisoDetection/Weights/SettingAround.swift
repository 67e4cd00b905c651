internal import ProvisoText

/// The key of a setting, on its line or above it where it has a list.
enum SettingAround {
  private static let mostLines = 200

  /// In lower case; empty where there is none.
  static func key(of offset: Int, in source: SourceText) -> String {
    var number = source.lineNumber(at: offset)
    let bytes = source.bytes
    let own = source.lineRange(number)
    if let key = key(on: own.lowerBound..<min(offset, own.upperBound), bytes) { return key }
    let depth = indentation(own, bytes)
    let isItem = bytes[own].dropFirst(depth).first == UInt8(ascii: "-")
    for _ in 0..<mostLines where number > 1 {
      number -= 1
      let line = source.lineRange(number)
      guard !bytes[line].allSatisfy(ASCII.isWhitespace) else { continue }
      let other = indentation(line, bytes)
      // A list may begin as far in as the key above it.
      if other < depth || isItem && other == depth, let key = key(on: line, bytes) { return key }
    }
    return ""
  }

  /// The name before a value: of a key, an option or a call; in lower case.
  static func word(before start: Int, in bytes: [UInt8]) -> String {
    var offset = start
    while offset > 0, start - offset < 12, " \t\"'=:([".utf8.contains(bytes[offset - 1]) { offset -= 1 }
    let end = offset
    while offset > 0, end - offset < 60, ASCII.isWord(bytes[offset - 1]) || bytes[offset - 1] == UInt8(ascii: "-") {
      offset -= 1
    }
    return ASCII.lowercased(String(decoding: bytes[offset..<end], as: UTF8.self))
  }

  private static func indentation(_ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    bytes[line].prefix(while: ASCII.isBlank).count
  }

  /// `exclude` of `exclude: […]`, `exclude = […]` and `"exclude": […]`.
  private static func key(on line: Range<Int>, _ bytes: [UInt8]) -> String? {
    let text = bytes[line].drop { ASCII.isBlank($0) || "\"'{".utf8.contains($0) }
    let name = text.prefix { ASCII.isWord($0) || "-.".utf8.contains($0) }
    guard !name.isEmpty, name.first != UInt8(ascii: "-") else { return nil }
    let sign = text[name.endIndex...].first { !ASCII.isBlank($0) && !"\"'".utf8.contains($0) }
    guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { return nil }
    return ASCII.lowercased(String(decoding: name, as: UTF8.self))
  }
}

/// A policy of this tool under whatever name: it speaks of models without using them.
enum PolicyText {
  private static let sections = [
    "agreements:", "contexts:", "corrections:", "extends:", "organization:", "verdicts:", "waivers:",
  ]

  static func isOne(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.prefix(1 << 16).split(separator: 0x0A)
    return lines.contains { $0.starts(with: "version: 1".utf8) }
      && lines.contains { line in sections.contains { line.starts(with: $0.utf8) } }
  }
}
