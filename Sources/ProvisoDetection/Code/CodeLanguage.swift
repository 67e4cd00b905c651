/// A programming language: the files it is written in, how it writes strings, and the calls by which its libraries load models.
struct CodeLanguage: Sendable {
  /// In lower case: `python`.
  let name: String
  let extensions: [String]
  /// Names of files that are code whatever their extension, in lower case.
  let fileNames: [String]
  let dialect: CodeDialect
  let calls: [LoadingCall]
  /// What finds the models that the language's libraries stand for.
  let finders: [any LibraryFinder]
  /// The words before the brackets of ``calls``.
  let callees: WordTable
  /// The first look at a file.
  let quotedNames: QuotedNames
  /// Names by which documents and notebooks call the language: ```` ```py ````.
  let aliases: [String]

  init(
    name: String, extensions: [String], fileNames: [String] = [], dialect: CodeDialect, calls: [LoadingCall],
    finders: [any LibraryFinder] = [], aliases: [String]
  ) {
    self.name = name
    self.extensions = extensions
    self.fileNames = fileNames
    self.dialect = dialect
    self.calls = calls
    callees = WordTable(calls.map(\.callee), ignoresCase: false)
    self.finders = finders
    quotedNames = QuotedNames(calls + finders.flatMap(\.calls), language: name)
    self.aliases = aliases
  }

  /// Every language. Adding one adds its name here.
  static let all: [CodeLanguage] = [
    .python, .swift, .javaScript, .kotlin, .java, .scala, .groovy, .go, .rust, .csharp, .cpp, .dart, .ruby, .php, .r,
    .julia, .elixir, .lua, .lisp, .perl, .haskell, .ocaml, .erlang, .nim, .visualBasic, .vim, .sql, .jsonnet, .cue,
    .dhall,
  ]

  /// The language of a fenced block or a notebook's kernel.
  static func named(_ name: String) -> CodeLanguage? { ofAlias[ASCII.lowercased(name)] }

  static let ofExtension = table(\.extensions)
  static let ofFileName = table(\.fileNames)
  private static let ofAlias = table(\.aliases)

  private static func table(_ keys: (CodeLanguage) -> [String]) -> [String: CodeLanguage] {
    var languages: [String: CodeLanguage] = [:]
    for language in all { for key in keys(language) { languages[key] = language } }
    return languages
  }
}
