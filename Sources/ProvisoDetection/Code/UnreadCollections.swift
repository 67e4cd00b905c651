internal import ProvisoCore
internal import ProvisoText

/// Lists and dictionaries of Python that nothing reads: `fourbit_models = ["owner/a", "owner/b"]`, and `fourbit_models` stands
/// nowhere else. What they name could be loaded, and is not.
///
/// Only where no other file can read the name either: in a notebook, in a function, and in a file that no `import` can name.
enum UnreadCollections {
  /// The outermost brackets around the literal, if they are a collection that is given to a name.
  static func scope(of literal: CodeLiteral, in code: CodeLiterals) -> Int? {
    guard var index = literal.scope else { return nil }
    while code.scopes[index].kind == .collection {
      guard let parent = code.scopes[index].parent, code.scopes[parent].kind != .block else {
        return code.scopes[index].label == nil ? nil : index
      }
      index = parent
    }
    return nil
  }

  /// Those of `scopes`, as ``scope(of:in:)`` gives them, whose names stand nowhere else in the file.
  static func find(
    among scopes: Set<Int>, in code: CodeLiterals, of input: DetectionInput, _ language: CodeLanguage
  ) -> Set<Int> {
    guard language.name == "python", !scopes.isEmpty else { return [] }
    let isClosed = input.path.fileExtension == "ipynb" || (input.embedding == nil && !isImportable(input.path))
    let labels = scopes.compactMap { scope in code.scopes[scope].label.map { (scope: scope, range: $0) } }
    let local =
      isClosed
      ? [] : localLines(of: Set(labels.map { input.source.lineNumber(at: $0.range.lowerBound) }), in: input.source)
    let names = Dictionary(
      grouping: labels.filter { isClosed || local.contains(input.source.lineNumber(at: $0.range.lowerBound)) }
    ) { input.source.string(in: $0.range) }.mapValues { $0.map(\.scope) }
    guard !names.isEmpty else { return [] }
    let words = input.file.words
    return Set(names.filter { words.isOnce($0.key) }.values.joined())
  }

  /// Whether an `import` can name the file: `model-list.py` and `train (1).py` are run, not imported.
  private static func isImportable(_ path: FilePath) -> Bool {
    let stem = path.name.utf8.prefix { $0 != UInt8(ascii: ".") }
    return path.name.utf8.count == stem.count + 3 && stem.first.map(ASCII.isDigit) != true
      && stem.allSatisfy { ASCII.isWord($0) || $0 >= 0x80 }
  }

  /// Those of `lines` that stand in the body of a function: around them, `if`, `with` and other blocks left out, is a `def` and
  /// no `class`. All in one pass, however many they are.
  private static func localLines(of lines: Set<Int>, in source: SourceText) -> Set<Int> {
    guard let last = lines.max() else { return [] }
    var local: Set<Int> = []
    var blocks: [(indent: Int, isLocal: Bool)] = []
    for number in 1...last {
      let line = source.lineRange(number)
      let text = source.bytes[line].drop { ASCII.isBlank($0) }
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      let indent = text.startIndex - line.lowerBound
      while let block = blocks.last, block.indent >= indent { blocks.removeLast() }
      let isLocal = blocks.last?.isLocal ?? false
      if isLocal, lines.contains(number) { local.insert(number) }
      let isFunction = text.starts(with: "def ".utf8) || text.starts(with: "async def ".utf8)
      blocks.append((indent, isFunction || isLocal && !text.starts(with: "class ".utf8)))
    }
    return local
  }
}
