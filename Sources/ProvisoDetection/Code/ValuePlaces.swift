internal import ProvisoText

/// Where the values stand that a call is given under another name: the elements that a loop goes through (`for name in NAMES`), the
/// entries that a variable chooses among (`NAMES[key]`), and the arguments of a function of the file (`def f(name): load(name)`).
///
/// Each call is followed to the last place before it that gives its argument's name a value, and no farther.
struct ValuePlaces {
  /// A function's parameter that a call inside of it is given.
  struct Parameter {
    let index: Int
    /// The words of its declaration, among them its name and its label.
    let words: [String]
    /// Calls of a method leave out its first parameter.
    let hasSelf: Bool
    /// The place of the call among ``arguments``.
    let load: Int
  }

  /// Collections by their brackets: which of the loads takes their elements, and whether it takes those of entries.
  private(set) var elements: [Int: (load: Int, hasEntries: Bool)] = [:]
  /// Functions of the file by their names.
  private(set) var functions: [String: [Parameter]] = [:]

  private let code: CodeLiterals
  private let source: SourceText
  private var arguments: [CodeArgument] = []
  private var definitions: [Int] = []
  private var bindings: [String: [Binding]] = [:]
  private var collections: [String: [Int]]?
  private var brackets: [Int: Int] = [:]

  private struct Binding {
    enum Kind { case loop, value, parameter(definition: Int) }
    let kind: Kind
    let offset: Int
    /// Behind the word or sign that gives the name its value.
    let value: Int
  }

  private static let mostBindings = 2_000
  private static let mostCollections = 8
  private static let longest = 80

  /// - Parameters:
  ///   - arguments: The names that the calls are given.
  ///   - chosen: The collections that a call is given an entry of, by their names.
  init(_ code: CodeLiterals, _ source: SourceText, arguments: [CodeArgument], chosen: [(name: String, load: Int)] = [])
  {
    self.code = code
    self.source = source
    self.arguments = arguments
    guard !arguments.isEmpty || !chosen.isEmpty else { return }
    for choice in chosen { take(named: choice.name, load: choice.load, hasEntries: true) }
    guard !arguments.isEmpty else { return }
    definitions = code.scopes.indices.filter(isDefinition)
    bind(Set(arguments.map { source.string(in: $0.name) }))
    for (load, argument) in arguments.enumerated() { follow(argument, load) }
    bindings = [:]
  }

  /// Which of the loads takes the value that the literal is.
  func load(of literal: CodeLiteral) -> Int? {
    guard let scope = literal.scope, !literal.isKey else { return nil }
    if let element = elements[scope] { return element.hasEntries || literal.label == nil ? element.load : nil }
    guard !functions.isEmpty, code.scopes[scope].kind == .call, let callee = code.scopes[scope].callee else {
      return nil
    }
    return parameter(of: callee, literal.label, literal.argument)?.load
  }

  private func parameter(of callee: Range<Int>, _ label: Range<Int>?, _ argument: Int) -> Parameter? {
    let isMethod = callee.lowerBound > 0 && source.bytes[callee.lowerBound - 1] == UInt8(ascii: ".")
    return functions[source.string(in: callee)]?.first { parameter in
      if let label { return parameter.words.contains(source.string(in: label)) }
      return parameter.index == argument + (parameter.hasSelf && isMethod ? 1 : 0)
    }
  }

  private mutating func follow(_ argument: CodeArgument, _ load: Int) {
    let place = argument.name.lowerBound
    guard let candidates = bindings[source.string(in: argument.name)] else { return }
    let end = source.bytes[place...].firstIndex(of: 0x0A) ?? source.bytes.count
    // `[load(name) for name in NAMES]`
    let behind = candidates.first { binding in
      if case .loop = binding.kind { return binding.offset > place && binding.offset < end }
      return false
    }
    guard let binding = behind ?? candidates.last(where: { $0.offset < place }) else { return }
    switch binding.kind {
    case .loop: take(at: binding.value, load: load, isLoop: true)
    case .value: take(at: binding.value, load: load, isLoop: false)
    case .parameter(let definition): take(definition, binding.offset, load)
    }
  }

  // MARK: What gives a name its value

  /// `def load(name)`, `func load(_ name: String)`
  private func isDefinition(_ scope: Int) -> Bool {
    guard code.scopes[scope].kind == .call, let callee = code.scopes[scope].callee else { return false }
    return Self.definers.contains { source.bytes[..<callee.lowerBound].suffix($0.count).elementsEqual($0) }
  }

  private static let definers = ["def ", "func ", "function ", "fn ", "fun "].map { Array($0.utf8) }

  /// The places at which `names` get a value, in order.
  private mutating func bind(_ names: Set<String>) {
    let bytes = source.bytes
    let lengths = Set(names.map(\.utf8.count))
    let firsts = Set(names.compactMap(\.utf8.first))
    var (offset, definition, count) = (0, 0, 0)
    while offset < code.end, count < Self.mostBindings {
      guard ASCII.isWord(bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < code.end, ASCII.isWord(bytes[offset]) { offset += 1 }
      guard firsts.contains(bytes[start]), lengths.contains(offset - start),
        case let name = source.string(in: start..<offset), names.contains(name)
      else { continue }
      while definition < definitions.count, code.scopes[definitions[definition]].range.upperBound <= start {
        definition += 1
      }
      let binding: Binding?
      if definition < definitions.count, code.scopes[definitions[definition]].range.contains(start) {
        binding = Binding(kind: .parameter(definition: definitions[definition]), offset: start, value: offset)
      } else {
        binding = self.binding(start..<offset)
      }
      guard let binding else { continue }
      bindings[name, default: []].append(binding)
      count += 1
    }
  }

  /// What a loop or an assignment gives the word.
  private func binding(_ word: Range<Int>) -> Binding? {
    let bytes = source.bytes
    var next = blanks(from: word.upperBound)
    if isOfLoop(word.lowerBound) {
      // `name, size in`, `name) in`
      while next < bytes.count, next - word.upperBound < Self.longest,
        ASCII.isWord(bytes[next]) || ",)".utf8.contains(bytes[next]),
        !reads("in ", next), !reads("of ", next)
      {
        next = blanks(from: next + 1)
      }
      for sign in ["in ", "of ", ":= range ", ": "] where reads(sign, next) {
        return Binding(kind: .loop, offset: word.lowerBound, value: next + sign.utf8.count)
      }
      return nil
    }
    if reads(":=", next) { next += 1 }
    guard next + 1 < bytes.count, bytes[next] == UInt8(ascii: "="), !"=>~".utf8.contains(bytes[next + 1]) else {
      return nil
    }
    var before = word.lowerBound
    while before > 0, word.lowerBound - before < Self.longest, ASCII.isWhitespace(bytes[before - 1]) { before -= 1 }
    // `load(name=…)` gives it to another.
    if before > 0, "(,.".utf8.contains(bytes[before - 1]) { return nil }
    return Binding(kind: .value, offset: word.lowerBound, value: next + 1)
  }

  /// Whether nothing stands between `for` on the line and the word but other words, signs of a list and blanks.
  private func isOfLoop(_ start: Int) -> Bool {
    let bytes = source.bytes
    var offset = start
    while offset > 0, start - offset < Self.longest {
      let byte = bytes[offset - 1]
      guard ASCII.isWord(byte) || ASCII.isBlank(byte) || "(,".utf8.contains(byte) else { return false }
      offset -= 1
      if reads("for ", offset) || reads("for(", offset), offset == 0 || !ASCII.isWord(bytes[offset - 1]) { return true }
      if reads("in ", offset) || reads("of ", offset), offset == 0 || !ASCII.isWord(bytes[offset - 1]) { return false }
    }
    return false
  }

  private func blanks(from offset: Int) -> Int {
    var next = offset
    while next < source.bytes.count, ASCII.isBlank(source.bytes[next]) { next += 1 }
    return next
  }

  private func reads(_ word: String, _ offset: Int) -> Bool { source.bytes[offset...].starts(with: word.utf8) }

  // MARK: The values

  /// The collection at `offset`: brackets, a name, `enumerate(NAMES)`, `NAMES.values()`; of what is no loop an entry: `NAMES[key]`.
  private mutating func take(at offset: Int, load: Int, isLoop: Bool) {
    let bytes = source.bytes
    var start = blanks(from: offset)
    for _ in 0..<4 {
      guard start < bytes.count else { return }
      if "[({".utf8.contains(bytes[start]) {
        if isLoop, let scope = scope(at: start) { take(scope, load: load, hasEntries: false) }
        return
      }
      var end = start
      while end < bytes.count, end - start < Self.longest, ASCII.isWord(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
        end += 1
      }
      let words = source.string(in: start..<end).split(separator: ".").map(String.init)
      guard let last = words.last, end < bytes.count else { return }
      guard bytes[end] == UInt8(ascii: "(") else {
        if isLoop || bytes[end] == UInt8(ascii: "[") { take(named: last, load: load, hasEntries: !isLoop) }
        return
      }
      if Self.entries.contains(last), words.count > 1, isLoop == (last != "get") {
        return take(named: words[words.count - 2], load: load, hasEntries: true)
      }
      if isLoop, Self.makers.contains(last), let scope = scope(at: end) {
        return take(scope, load: load, hasEntries: false)
      }
      guard isLoop, Self.wrappers.contains(last) else { return }
      start = blanks(from: end + 1)
    }
  }

  private static let entries: Set<String> = ["get", "items", "values"]
  private static let wrappers: Set<String> = [
    "enumerate", "list", "reversed", "set", "shuffled", "sorted", "tqdm", "tuple",
  ]
  /// Calls that make a collection of what they are given.
  private static let makers: Set<String> = ["Array", "arrayOf", "asList", "listOf", "of", "setOf", "string"]

  private mutating func take(named name: String, load: Int, hasEntries: Bool) {
    if collections == nil { collections = named() }
    for scope in collections?[name] ?? [] { take(scope, load: load, hasEntries: hasEntries) }
  }

  private mutating func take(_ scope: Int, load: Int, hasEntries: Bool) {
    guard elements[scope] == nil else { return }
    elements[scope] = (load, hasEntries)
  }

  private func named() -> [String: [Int]] {
    var named: [String: [Int]] = [:]
    for (index, scope) in code.scopes.enumerated() {
      guard let label = scope.label, isCollection(scope) else { continue }
      let name = source.string(in: label)
      if named[name, default: []].count < Self.mostCollections { named[name, default: []].append(index) }
    }
    return named
  }

  private func isCollection(_ scope: CodeScope) -> Bool {
    if scope.kind == .collection { return true }
    guard scope.kind == .call, let callee = scope.callee else { return false }
    return Self.makers.contains(source.string(in: callee))
  }

  private mutating func scope(at offset: Int) -> Int? {
    if brackets.isEmpty {
      for (index, scope) in code.scopes.enumerated() { brackets[scope.range.lowerBound] = index }
    }
    return brackets[offset]
  }

  /// The parameter of a function that stands at `offset`.
  private mutating func take(_ definition: Int, _ offset: Int, _ load: Int) {
    guard let callee = code.scopes[definition].callee else { return }
    let parameters = CallArguments.find(
      in: source.bytes, brackets: code.scopes[definition].range, dialect: code.dialect)
    guard
      let parameter = parameters.first(where: {
        ($0.label ?? $0.value).lowerBound <= offset && offset < $0.value.upperBound
      }),
      parameter.value.count + (parameter.label?.count ?? 0) <= 200
    else { return }
    let words = [parameter.label, parameter.value].compactMap(\.self).flatMap { range in
      source.bytes[range].split { !ASCII.isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    let first = parameters.first.map { source.string(in: $0.value) }
    let name = source.string(in: callee)
    guard functions[name, default: []].count < Self.mostCollections else { return }
    functions[name, default: []].append(
      Parameter(index: parameter.index, words: words, hasSelf: first == "self" || first == "cls", load: load))
  }
}
