internal import ProvisoText

/// Options of a command as Python's argparse gives them: `args.model`, where nothing in the file stands in for the option.
struct ParsedArguments {
  /// The options that the file declares, as the parser writes them, and whether each has a default.
  private let options: [String: Bool]

  init(_ code: CodeLiterals, _ source: SourceText) {
    var options: [String: Bool] = [:]
    for scope in code.scopes where scope.callee.map({ source.bytes[$0].elementsEqual("add_argument".utf8) }) == true {
      let arguments = CallArguments.find(in: source.bytes, brackets: scope.range, dialect: code.dialect)
      let hasDefault = arguments.contains { argument in
        argument.label.map { source.bytes[$0].elementsEqual("default".utf8) } == true
          && !source.bytes[argument.value].elementsEqual("None".utf8)
      }
      for argument in arguments where argument.label == nil {
        let name = Self.name(source.bytes[argument.value])
        options[name] = hasDefault || options[name] == true
      }
    }
    self.options = options
  }

  /// Whether `text` is an option without a default. One that another file declares must say that it is a model.
  func isOne(_ text: String) -> Bool {
    guard let dot = text.firstIndex(of: "."), Self.objects.contains(text[..<dot]) else { return false }
    let name = text[text.index(after: dot)...]
    guard !name.isEmpty, name.utf8.allSatisfy(ASCII.isWord) else { return false }
    if let hasDefault = options[String(name)] { return !hasDefault }
    return options.isEmpty && NameWords.meaning(of: String(name)) == .model
  }

  /// `model_name` of `"--model-name"`.
  private static func name(_ literal: ArraySlice<UInt8>) -> String {
    let bytes = literal.filter { ASCII.isWord($0) || $0 == UInt8(ascii: "-") }.drop { $0 == UInt8(ascii: "-") }
    return String(decoding: bytes.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  private static let objects: Set<Substring> = [
    "args", "arguments", "opt", "opts", "options", "parsed_args", "cli_args",
  ]
}
