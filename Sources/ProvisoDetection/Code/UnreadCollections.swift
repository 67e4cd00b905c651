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
    let names = Dictionary(
      grouping: scopes.filter { scope in
        code.scopes[scope].label.map { isClosed || isLocal($0.lowerBound, in: input.source) } == true
      }
    ) { scope in code.scopes[scope].label.map { input.source.string(in: $0) } ?? "" }
    let counts = counts(of: Set(names.keys), in: input.embedding?.host ?? input.source)
    return Set(names.filter { counts[$0.key] == 1 }.values.joined())
  }

  /// Whether an `import` can name the file: `model-list.py` and `train (1).py` are run, not imported.
  private static func isImportable(_ path: FilePath) -> Bool {
    let stem = path.name.utf8.prefix { $0 != UInt8(ascii: ".") }
    return path.name.utf8.count == stem.count + 3 && stem.first.map(ASCII.isDigit) != true
      && stem.allSatisfy { ASCII.isWord($0) || $0 >= 0x80 }
  }

  /// Whether the statement at `offset` stands in the body of a function: the first line above that is indented less, and is no
  /// `if`, `with` or other block, is a `def`.
  private static func isLocal(_ offset: Int, in source: SourceText) -> Bool {
    var number = source.position(at: offset).line
    var indent = indentation(source.lineRange(number), in: source)
    while indent > 0, number > 1 {
      number -= 1
      let line = source.lineRange(number)
      let width = indentation(line, in: source)
      guard width < indent, width < line.count else { continue }
      indent = width
      let text = source.bytes[(line.lowerBound + width)..<line.upperBound]
      if text.starts(with: "def ".utf8) || text.starts(with: "async def ".utf8) { return true }
      if text.starts(with: "class ".utf8) { return false }
    }
    return false
  }

  private static func indentation(_ line: Range<Int>, in source: SourceText) -> Int {
    source.bytes[line].prefix { ASCII.isBlank($0) }.count
  }

  /// How often each of the names stands in the file. In the strings of a notebook, `\n` may stand before a name.
  private static func counts(of names: Set<String>, in host: SourceText) -> [String: Int] {
    guard !names.isEmpty else { return [:] }
    let lengths = Set(names.map(\.utf8.count))
    let bytes = host.bytes
    var counts: [String: Int] = [:]
    var offset = 0
    while offset < bytes.count {
      guard isWord(bytes[offset]) else {
        offset += 1
        continue
      }
      var start = offset
      while offset < bytes.count, isWord(bytes[offset]) { offset += 1 }
      if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start += 1 }
      guard lengths.contains(offset - start) else { continue }
      let word = host.string(in: start..<offset)
      if names.contains(word) { counts[word, default: 0] += 1 }
    }
    return counts
  }

  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte >= 0x80 }
}
