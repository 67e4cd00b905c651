internal import ProvisoText

/// What a text inside a file is written in, told by its first lines: settings, requests and commands that somebody wrote into
/// a string, a block of YAML or a here-document.
///
/// Every line on the first one's level must look like the language; what stands deeper belongs to the line above it. Prose,
/// and what is none of these languages, has none.
enum TextLanguage {
  /// A name that ``EmbeddedBlock`` knows; nil for what is none of the languages.
  static func of(_ text: ArraySlice<UInt8>) -> String? {
    if isJSON(text) { return "json" }
    var lines = Lines()
    var rest = text
    var count = 0
    while !rest.isEmpty, count < maximumLines {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      guard lines.take(rest[rest.startIndex..<end]) else { return nil }
      rest = rest[min(end + 1, rest.endIndex)...]
      count += 1
    }
    return lines.language
  }

  /// What files with this ending are written in; nil where nothing is read of them.
  static func ofFile(endingIn ending: String) -> String? {
    let ending = ASCII.lowercased(ending)
    if settings.contains(ending) { return ending }
    return CodeLanguage.ofExtension[ending]?.aliases.first
  }

  /// `deploy/Dockerfile`, `config.yaml`.
  static func ofFile(_ path: FilePath) -> String? {
    switch path.lowercasedName {
    case "dockerfile", "containerfile": "dockerfile"
    case "makefile": "makefile"
    case "modelfile": "modelfile"
    case ".env": "env"
    default: ofFile(endingIn: path.fileExtension)
    }
  }

  private static let settings: Set<String> = [
    "cfg", "conf", "env", "hcl", "ini", "json", "jsonc", "properties", "sh", "tf", "toml", "yaml", "yml",
  ]

  /// `{"`, `[{`, `["`, with blanks anywhere.
  static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    let marks = text.lazy.filter { !ASCII.isWhitespace($0) }.prefix(2)
    guard let first = marks.first, let second = marks.dropFirst().first else { return false }
    switch first {
    case UInt8(ascii: "{"): return second == UInt8(ascii: "\"")
    case UInt8(ascii: "["): return second == UInt8(ascii: "{") || second == UInt8(ascii: "\"")
    default: return false
    }
  }

  /// Lines that are looked at before it is clear what they are.
  private static let maximumLines = 60

  /// The lines so far, by what they look like.
  private struct Lines {
    private var indentation: Int?
    private var (sections, assignments, entries, items, commands) = (0, 0, 0, 0, 0)
    private var isShell = false
    private var goesOn = false

    /// False where the line is of no language that is known.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
      let text = line.drop(while: ASCII.isWhitespace)
      guard let first = text.first, !isShell, !text.allSatisfy(ASCII.isWhitespace) else { return true }
      let level = text.startIndex - line.startIndex
      if indentation == nil, text.starts(with: "#!".utf8) {
        isShell = TextLanguage.shells.containsAny(in: Array(text).span)
        return isShell
      }
      let isContinued = goesOn
      goesOn = text.last(where: { !ASCII.isWhitespace($0) }) == UInt8(ascii: "\\")
      // `"""\` joins the first line to the quotes.
      if indentation == nil, text.count <= 2, goesOn {
        goesOn = false
        return true
      }
      if isContinued || first == UInt8(ascii: "#") || text.starts(with: "---".utf8) || text.starts(with: "//".utf8) {
        return true
      }
      if indentation == nil { indentation = level }
      guard level <= indentation ?? 0 else { return true }
      indentation = level
      return sort(text)
    }

    private mutating func sort(_ text: ArraySlice<UInt8>) -> Bool {
      switch text.first {
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): return true
      case UInt8(ascii: "["):
        guard let close = text.firstIndex(of: UInt8(ascii: "]")), text[..<close].dropFirst().allSatisfy(isKeyByte)
        else { return false }
        sections += 1
        return true
      case UInt8(ascii: "-") where text.dropFirst().first.map(ASCII.isWhitespace) ?? true:
        // `- name: chat`, as lists of models begin.
        if isEntry(text.dropFirst().drop(while: ASCII.isWhitespace)) { entries += 1 } else { items += 1 }
        return true
      default: return command(text) || setting(text)
      }
    }

    /// Whether an item of a list is `key: value`.
    private func isEntry(_ text: ArraySlice<UInt8>) -> Bool {
      let end = text.firstIndex { !isKeyByte($0) } ?? text.endIndex
      guard end > text.startIndex, end < text.endIndex, text[end] == UInt8(ascii: ":") else { return false }
      let next = text.index(after: end)
      return next == text.endIndex || ASCII.isWhitespace(text[next])
    }

    /// `key: value`, `key = value`, `NAME=value`.
    private mutating func setting(_ text: ArraySlice<UInt8>) -> Bool {
      var key = text
      if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { key = text.dropFirst() }
      let end = key.firstIndex { !isKeyByte($0) } ?? key.endIndex
      guard end > key.startIndex else { return false }
      var mark = end
      if key.startIndex > text.startIndex, mark < text.endIndex, text[mark] == text.first { mark += 1 }
      while mark < text.endIndex, ASCII.isBlank(text[mark]) { mark += 1 }
      guard mark < text.endIndex else { return false }
      let next = text.index(after: mark)
      switch text[mark] {
      // `a : int` of a docstring is none.
      case UInt8(ascii: ":")
      where !ASCII.isBlank(text[text.index(before: mark)]) && (next == text.endIndex || ASCII.isWhitespace(text[next])):
        entries += 1
        return true
      case UInt8(ascii: "=") where next == text.endIndex || text[next] != UInt8(ascii: "="):
        assignments += 1
        return true
      default: return false
      }
    }

    private mutating func command(_ text: ArraySlice<UInt8>) -> Bool {
      guard ShownCommand.isOne(text) else { return false }
      commands += 1
      return true
    }

    private func isKeyByte(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || "-._/@".utf8.contains(byte) }

    var language: String? {
      if isShell || commands > 0 { return entries == 0 && sections == 0 ? "sh" : nil }
      if sections > 0 || assignments > 0 { return entries == 0 && items == 0 ? "toml" : nil }
      return entries > 0 ? "yaml" : nil
    }
  }

  private static let shells = NeedleSet(["sh"])
}
