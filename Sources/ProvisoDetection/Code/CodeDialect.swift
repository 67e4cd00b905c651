/// How a language writes strings, comments and labelled arguments: all that is needed to find a literal and its place.
struct CodeDialect: Sendable {
  /// What stands between braces.
  enum Braces: Sendable {
    /// Statements, also where they give a value: Swift.
    case statements
    /// The entries of a dictionary: Python.
    case entries
    /// Either, by what stands before them.
    case either
  }

  /// What `'` begins.
  enum SingleQuote: Sendable { case string, character, nothing }
  /// What a backtick begins.
  enum Backtick: Sendable { case template, raw, nothing }

  /// What in a string is put in at run time.
  enum Interpolation: Sendable {
    case none
    /// `\(…)`
    case backslash
    /// `{…}` where the string's prefix says so.
    case prefixed
    /// `$name`, `${…}`
    case dollar
    /// `#{…}`
    case hash
  }

  var lineComments: [[UInt8]] = [Array("//".utf8)]
  var hasBlockComments = true
  /// `/* a /* b */ c */` is one comment.
  var hasNestedComments = false
  var braces = Braces.either
  var singleQuote = SingleQuote.character
  var backtick = Backtick.nothing
  var interpolation = Interpolation.none
  var hasTripleQuotes = false
  /// In `"""…"""` a backslash is itself, and quotes that stand directly before the last three are text: Kotlin, Scala, C#.
  var hasRawTripleQuotes = false
  /// `/…/` where a value is expected: JavaScript, Swift.
  var hasRegexLiterals = false
  /// `#"…"#` (Swift), `r#"…"#` (Rust).
  var hasHashes = false
  /// `name { … }` with no blank before the brace makes a value: Go.
  var hasCompositeLiterals = false
  /// `<-` gives a value to a name: R.
  var hasArrowAssignment = false
  /// `name::Type = value`: Julia.
  var hasDoubleColonTypes = false
  /// Strings go on over the ends of lines.
  var hasLongStrings = false
  /// A word directly before a string is its name, and a `-` is a part of words: `:chat-model "…"`, `(def model "…")` of Lisps.
  var hasNamesBeforeStrings = false
  /// Prefixes of strings in which a backslash is itself.
  var rawPrefixes: [UInt8] = []
  var keywords = Self.commonKeywords

  /// Whether `word` before a bracket makes no call of it.
  func isKeyword(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 10, let first = word.first else { return false }
    return keywords.contains { $0.count == word.count && $0[0] == first && word.elementsEqual($0) }
  }

  static let commonKeywords = words(
    "and as await case catch do elif else elsif fn for foreach func fun function if in is match not or return switch throw try"
      + " typeof unless until using val var when while with yield")

  static func words(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
  }
}

extension CodeDialect {
  static let python = Self(
    lineComments: [Array("#".utf8)], hasBlockComments: false, braces: .entries, singleQuote: .string,
    interpolation: .prefixed, hasTripleQuotes: true,
    keywords: words(
      "and as assert await case del elif else except for from if import in is lambda match not or raise return while with"
        + " yield"))
  static let swift = Self(
    hasNestedComments: true, braces: .statements, singleQuote: .nothing, interpolation: .backslash,
    hasTripleQuotes: true, hasRegexLiterals: true, hasHashes: true,
    keywords: words("as await case else for guard if in is let return switch throw throws try var where while yield"))
  static let javaScript = Self(
    singleQuote: .string, backtick: .template, hasRegexLiterals: true, keywords: commonKeywords + words("of"))
  static let kotlin = Self(
    hasNestedComments: true, interpolation: .dollar, hasTripleQuotes: true, hasRawTripleQuotes: true)
  static let java = Self(hasTripleQuotes: true)
  static let go = Self(backtick: .raw, hasCompositeLiterals: true)
  static let rust = Self(hasNestedComments: true, hasHashes: true, rawPrefixes: [UInt8(ascii: "r")])
  static let csharp = Self(hasTripleQuotes: true, hasRawTripleQuotes: true, rawPrefixes: [UInt8(ascii: "@")])
  static let cpp = Self(rawPrefixes: [UInt8(ascii: "R")])
  static let ruby = Self(
    lineComments: [Array("#".utf8)], hasBlockComments: false, singleQuote: .string, interpolation: .hash)
  static let elixir = Self(
    lineComments: [Array("#".utf8)], hasBlockComments: false, singleQuote: .string, interpolation: .hash,
    hasTripleQuotes: true)
  static let lua = Self(lineComments: [Array("--".utf8)], hasBlockComments: false, singleQuote: .string)
  static let php = Self(
    lineComments: [Array("//".utf8), Array("#".utf8)], singleQuote: .string, interpolation: .dollar)
  static let r = Self(
    lineComments: [Array("#".utf8)], hasBlockComments: false, singleQuote: .string, hasArrowAssignment: true)
  static let julia = Self(
    lineComments: [Array("#".utf8)], hasBlockComments: false, interpolation: .dollar, hasTripleQuotes: true,
    hasDoubleColonTypes: true)
  static let dart = Self(hasNestedComments: true, singleQuote: .string, interpolation: .dollar, hasTripleQuotes: true)
  static let scala = Self(
    hasNestedComments: true, interpolation: .dollar, hasTripleQuotes: true, hasRawTripleQuotes: true)
  static let lisp = Self(
    lineComments: [Array(";".utf8)], hasBlockComments: false, singleQuote: .nothing, hasLongStrings: true,
    hasNamesBeforeStrings: true)
  static let perl = Self(lineComments: [Array("#".utf8)], hasBlockComments: false, singleQuote: .string)
  static let haskell = Self(lineComments: [Array("--".utf8)], hasBlockComments: false)
  static let ocaml = Self(lineComments: [], hasBlockComments: false)
  static let erlang = Self(lineComments: [Array("%".utf8)], hasBlockComments: false, singleQuote: .nothing)
  static let nim = Self(lineComments: [Array("#".utf8)], hasBlockComments: false, hasTripleQuotes: true)
  static let visualBasic = Self(lineComments: [Array("'".utf8)], hasBlockComments: false, singleQuote: .nothing)
  /// A `"` at the start of a line begins a comment, which is a string that is never closed.
  static let vim = Self(lineComments: [], hasBlockComments: false, singleQuote: .string)
  static let sql = Self(lineComments: [Array("--".utf8)], singleQuote: .string, hasLongStrings: true)
  static let jsonnet = Self(lineComments: [Array("//".utf8), Array("#".utf8)], singleQuote: .string)
  static let cue = Self(singleQuote: .string, hasTripleQuotes: true)
  static let dhall = Self(lineComments: [Array("--".utf8)], hasBlockComments: false, singleQuote: .nothing)
  static let groovy = Self(singleQuote: .string, interpolation: .dollar, hasTripleQuotes: true)
}
