/// Strings by which a language names the files and modules that it brings in: no key makes a model of one.
enum ImportLines {
  /// `import ( "encoding/json" … )` of Go.
  case lists
  /// `from "../utils/api"`, `import "./style.css"`, `require("vite/client")` of JavaScript.
  case words

  init?(language: String) {
    switch language {
    case "go": self = .lists
    case "javascript": self = .words
    default: return nil
    }
  }

  /// Where the list of imports that the bracket opens ends; the bracket's own place where it opens none.
  func end(ofList bracket: Int, in bytes: Span<UInt8>) -> Int {
    guard self == .lists, Self.stands(Self.importWord, before: bracket, in: bytes) else { return bracket }
    var end = bracket
    while end < bytes.count, bytes[end] != UInt8(ascii: ")") { end += 1 }
    return end
  }

  /// Whether the string that the quote opens is brought in.
  func isImported(_ quote: Int, in bytes: Span<UInt8>) -> Bool {
    switch self {
    case .lists: Self.stands(Self.importWord, before: quote, in: bytes)
    case .words: Self.broughtIn.contains { Self.stands($0, before: quote, in: bytes) }
    }
  }

  private static let importWord = Array("import".utf8)
  private static let broughtIn = [Array("from".utf8), importWord, Array("require(".utf8), Array("import(".utf8)]

  /// Whether the word stands before `offset`, with nothing but blanks between.
  private static func stands(_ word: [UInt8], before offset: Int, in bytes: Span<UInt8>) -> Bool {
    var end = offset
    while end > 0, offset - end < 8, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end >= word.count, end == word.count || !ASCII.isWord(bytes[end - word.count - 1]) else { return false }
    for index in word.indices where bytes[end - word.count + index] != word[index] { return false }
    return true
  }
}
