internal import ProvisoText

/// Where a file copies, moves or links a path to: `cp -r lab/m "$DEST"`, `SRC=lab/m` before `cp -r "$SRC" prod`,
/// `shutil.copytree("lab/m", "prod/m")`. What is known only at run time leads nowhere.
struct CopyTargets {
  private let source: SourceText
  private let isScript: Bool
  private var variables: ScriptVariables?
  private var constants: PathConstants
  /// How often the file was searched for a name.
  private var searches = 0

  /// Nobody copies one folder more often in one file, or gives more of them names.
  private static let mostUses = 16
  private static let mostSearches = 100
  private static let longestPath = 300

  init(_ source: SourceText, isScript: Bool) {
    self.source = source
    self.isScript = isScript
    constants = PathConstants(bytes: source.bytes, mayBeBare: false)
  }

  /// The places, as the file writes them, to which the path at `range` goes; empty where nothing copies it.
  mutating func targets(of range: Range<Int>) -> [String] {
    let found = isScript ? commandTargets(range) : callTargets(range)
    return found.filter { target in
      !target.isEmpty && target.utf8.count <= Self.longestPath && !target.hasPrefix("/")
        && !target.contains { "$~:{}*?".contains($0) }
    }
  }

  /// Whether the path at `range` is where a call puts something.
  func isTarget(_ range: Range<Int>) -> Bool {
    guard !isScript, let call = CopyCall(around: range, in: source.bytes) else { return false }
    return call.target.map { $0.overlaps(range) } ?? false
  }

  // MARK: Scripts

  private mutating func commandTargets(_ range: Range<Int>) -> [String] {
    let command = CommandAround(range, in: source)
    if command.isCopy {
      return command.destination.flatMap { filled($0.text, at: range.lowerBound) }.map { [$0] } ?? []
    }
    guard let name = ScriptVariables.name(givenAt: range.lowerBound, in: source) else { return [] }
    return places(of: name, after: range.upperBound).compactMap { place in
      let command = CommandAround(place, in: source)
      guard let target = command.destination, !target.range.overlaps(place) else { return nil }
      return filled(target.text, at: place.lowerBound)
    }
  }

  private mutating func filled(_ text: String, at offset: Int) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    let known = variables ?? ScriptVariables(source)
    variables = known
    return known.filled(text, at: offset)
  }

  // MARK: Calls

  private mutating func callTargets(_ range: Range<Int>) -> [String] {
    let bytes = source.bytes
    if let call = CopyCall(around: range, in: bytes) {
      guard call.source.overlaps(range) else { return [] }
      return call.target.flatMap { text($0) }.map { [$0] } ?? []
    }
    // `SRC = "lab/m"`, and `copytree(SRC, DST)` further down.
    guard let name = ScriptVariables.name(givenAt: range.lowerBound - 1, in: source) else { return [] }
    return places(of: name, after: range.upperBound).compactMap { place in
      guard let call = CopyCall(around: place, in: bytes), call.source == place else { return nil }
      return call.target.flatMap { text($0) }
    }
  }

  /// A literal, or the path that a name is given.
  private mutating func text(_ value: Range<Int>) -> String? {
    let bytes = source.bytes
    guard let first = value.first, let last = value.last else { return nil }
    if value.count > 2, bytes[first] == bytes[last], "\"'".utf8.contains(bytes[first]) {
      let inside = first + 1..<last
      return bytes[inside].contains(bytes[first]) ? nil : source.string(in: inside)
    }
    guard bytes[value].allSatisfy(ASCII.isWord) else { return nil }
    return constants[source.string(in: value)]
  }

  /// Where a name stands again, as a word.
  private mutating func places(of name: String, after offset: Int) -> [Range<Int>] {
    let (bytes, word) = (source.bytes, Array(name.utf8))
    guard let first = word.first, searches < Self.mostSearches else { return [] }
    searches += 1
    var places: [Range<Int>] = []
    var next = offset
    while next < bytes.count, places.count < Self.mostUses, let start = bytes[next...].firstIndex(of: first) {
      next = start + 1
      let end = start + word.count
      guard end <= bytes.count, bytes[start..<end].elementsEqual(word), !ASCII.isWord(bytes[start - 1]),
        end == bytes.count || !ASCII.isWord(bytes[end])
      else { continue }
      places.append(start..<end)
    }
    return places
  }
}

/// A call that copies, moves or links its first argument to its second: `shutil.copytree(src, dst)`, `fs.cpSync(src, dst)`.
private struct CopyCall {
  var source: Range<Int>
  var target: Range<Int>?

  private static let longest = 600
  private static let deepest = 3
  /// These say by themselves what they do; the others, in the module of files only.
  private static let own = WordTable(
    "copytree copyfile copyFile copyFileSync copyfileobj copy2 cpSync copySync", ignoresCase: false)
  private static let ofModule = WordTable(
    "copy cp link move moveSync rename renameSync renames replace symlink symlinkSync", ignoresCase: false)
  private static let modules = WordTable("shutil os fs fse fsp FileUtils fsExtra", ignoresCase: false)
  private static let sources: Set<String> = ["src", "source"]
  private static let targets: Set<String> = ["dst", "dest", "destination", "target"]

  init?(around place: Range<Int>, in bytes: [UInt8]) {
    var opening = Self.opening(before: place.lowerBound, in: bytes)
    // `copytree(os.path.join(ROOT, "m"), …)`
    for _ in 0..<Self.deepest {
      guard let inner = opening, !Self.copies(inner, in: bytes) else { break }
      opening = Self.opening(before: inner, in: bytes)
    }
    guard let open = opening, Self.copies(open, in: bytes), let close = Self.closing(after: open, in: bytes) else {
      return nil
    }
    let arguments = CallArguments.find(in: bytes, brackets: open..<close, dialect: .python)
    func named(_ names: Set<String>) -> Range<Int>? {
      arguments.first { argument in
        argument.label.map { names.contains(String(decoding: bytes[$0], as: UTF8.self)) } == true
      }?.value
    }
    let unnamed = arguments.filter { $0.label == nil }.map(\.value)
    guard let source = named(Self.sources) ?? unnamed.first else { return nil }
    self.source = source
    target = named(Self.targets) ?? (unnamed.first == source ? unnamed.dropFirst().first : unnamed.first)
  }

  /// The bracket in which the place stands, with no other between but closed ones.
  private static func opening(before offset: Int, in bytes: [UInt8]) -> Int? {
    var (offset, depth) = (offset, 0)
    let first = max(0, offset - longest)
    while offset > first {
      offset -= 1
      if bytes[offset] == UInt8(ascii: ")") { depth += 1 }
      guard bytes[offset] == UInt8(ascii: "(") else { continue }
      if depth == 0 { return offset }
      depth -= 1
    }
    return nil
  }

  private static func closing(after open: Int, in bytes: [UInt8]) -> Int? {
    var (offset, depth) = (open, 0)
    let last = min(bytes.count, open + longest)
    while offset < last {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return offset + 1 }
      }
      offset += 1
    }
    return nil
  }

  private static func copies(_ open: Int, in bytes: [UInt8]) -> Bool {
    var start = open
    while start > 0, ASCII.isWord(bytes[start - 1]) { start -= 1 }
    let name = String(decoding: bytes[start..<open], as: UTF8.self)
    if own.contains(name) { return true }
    guard ofModule.contains(name), start > 0, bytes[start - 1] == UInt8(ascii: ".") else { return false }
    var from = start - 1
    while from > 0, ASCII.isWord(bytes[from - 1]) { from -= 1 }
    return modules.contains(String(decoding: bytes[from..<start - 1], as: UTF8.self))
  }
}

/// What a script gives its variables, in order: a command sees what was given last before it.
struct ScriptVariables {
  private var given: [String: [(offset: Int, value: String)]] = [:]

  private static let most = 500
  private static let longestValue = 200
  private static let deepest = 4
  private static let words: Set<String> = ["export", "local", "readonly", "declare", "set", "const", "let", "var"]

  init(_ source: SourceText) {
    var count = 0
    for number in 1...source.lineCount where count < Self.most {
      let line = source.lineRange(number)
      guard let (name, value) = Self.assignment(in: line, source.bytes) else { continue }
      count += 1
      let text = source.string(in: value)
      if text.utf8.count <= Self.longestValue { given[name, default: []].append((line.lowerBound, text)) }
    }
  }

  /// The name to which the line that holds `offset` gives the value that begins there; quotes before it are none of it.
  static func name(givenAt offset: Int, in source: SourceText) -> String? {
    let line = source.lineRange(source.lineNumber(at: offset))
    guard line.count < 2_000, let (name, value) = assignment(in: line, source.bytes), value.lowerBound <= offset + 1,
      offset <= value.upperBound
    else { return nil }
    return name
  }

  /// `NAME=value`, `export NAME="value"`, `NAME := value`, `NAME = "value"` of one line; without quotes, up to the next blank.
  private static func assignment(in line: Range<Int>, _ bytes: [UInt8]) -> (name: String, value: Range<Int>)? {
    var offset = line.lowerBound
    func skipBlanks() {
      while offset < line.upperBound, ASCII.isBlank(bytes[offset]) { offset += 1 }
    }
    func word() -> String {
      let start = offset
      while offset < line.upperBound, ASCII.isWord(bytes[offset]) { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    skipBlanks()
    var name = word()
    while words.contains(name) {
      skipBlanks()
      name = word()
    }
    guard let first = name.utf8.first, !ASCII.isDigit(first) else { return nil }
    skipBlanks()
    while offset < line.upperBound, ":?".utf8.contains(bytes[offset]) { offset += 1 }
    guard offset + 1 < line.upperBound, bytes[offset] == UInt8(ascii: "="), bytes[offset + 1] != UInt8(ascii: "=")
    else {
      return nil
    }
    offset += 1
    skipBlanks()
    guard offset < line.upperBound else { return nil }
    let quote = bytes[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = bytes[(offset + 1)..<line.upperBound].firstIndex(of: quote) else { return nil }
      return (name, offset + 1..<close)
    }
    let end = bytes[offset..<line.upperBound].firstIndex { ASCII.isBlank($0) || ";#".utf8.contains($0) }
    return (name, offset..<(end ?? line.upperBound))
  }

  /// A text with the values that its variables have at `offset`; nil where one has none.
  func filled(_ text: String, at offset: Int) -> String? { filled(text, at: offset, depth: 0) }

  private func filled(_ text: String, at offset: Int, depth: Int) -> String? {
    guard depth < Self.deepest else { return nil }
    var filled = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      filled += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      let closing: Character? = rest.first == "{" ? "}" : rest.first == "(" ? ")" : nil
      if closing != nil { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      rest = rest[name.endIndex...]
      var standIn: Substring?
      if let closing {
        guard let end = rest.firstIndex(of: closing) else { return nil }
        for sign in [":-", "-", ":="] where rest.hasPrefix(sign) {
          standIn = rest[..<end].dropFirst(sign.count)
          break
        }
        guard standIn != nil || end == rest.startIndex else { return nil }
        rest = rest[rest.index(after: end)...]
      }
      let last = given[String(name)]?.last { $0.offset < offset }?.value
      guard let value = last ?? standIn.map(String.init), let whole = self.filled(value, at: offset, depth: depth + 1),
        filled.utf8.count + whole.utf8.count <= Self.longestValue
      else { return nil }
      filled += whole
    }
    return filled + rest
  }
}
