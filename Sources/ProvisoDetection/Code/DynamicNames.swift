internal import ProvisoCore
internal import ProvisoText

/// Models that loading calls are given from the environment or the command line, with nothing that stands in where these say
/// nothing: `from_pretrained(os.environ["MODEL"])`, `model = sys.argv[1]` before `load(model)`. Which model it is cannot be told;
/// that there is one, can. `args.model` and other members name nothing: what an option's default names is found where it stands.
struct DynamicNames {
  private static let maximumExpression = 200

  private let code: CodeLiterals
  private let input: DetectionInput
  private let notes: CodeNotes
  private let kind: ReferenceKind

  static func find(in part: CodePart, _ notes: CodeNotes) -> [ModelReference] {
    guard notes.hasLoadingCalls, words.containsAny(in: part.bytes.span.extracting(part.range)) else { return [] }
    let finder = Self(code: part.code, input: part.input, notes: notes, kind: part.kind)
    return finder.inCalls + finder.inAssignments(of: part.range)
  }

  /// One of these stands in every expression of ``RunTimeValue``.
  private static let words = NeedleSet(["env", "arg"], ignoresCase: true)
  private static let sources = NeedleSet(
    ["environ", "getenv", "argv", ".env", "env[", "env.", "env::", "args[", "arguments[", "get_env", "fetch_env"],
    ignoresCase: true)

  private static let folders = NeedleSet(["_PATH", "_DIR", "_ROOT"])

  private var inCalls: [ModelReference] {
    code.scopes.indices.filter(notes.isLoadingScope).flatMap { scope in
      arguments(code.scopes[scope].range).flatMap { argument in
        // `new ChatOllama({ model: process.env.MODEL })`
        input.source.bytes[argument.value].first == UInt8(ascii: "{") ? arguments(argument.value) : [argument]
      }.compactMap { argument in
        notes.loadingCall(scope, label: argument.label, argument: argument.index).flatMap {
          reference(argument.value, $0.library)
        }
      }
    }
  }

  private func arguments(_ brackets: Range<Int>) -> [CallArguments.Argument] {
    CallArguments.find(in: input.source.bytes, brackets: brackets, dialect: code.dialect)
  }

  /// `MODEL = os.environ["MODEL"]`, where a loading call is given `MODEL` and no literal is what it may hold.
  private func inAssignments(of range: Range<Int>) -> [ModelReference] {
    guard !notes.followed.isEmpty else { return [] }
    let bytes = input.source.bytes
    var lines: Set<Int> = []
    Self.sources.forEachMatch(in: bytes.span.extracting(range)) { _, offset in
      lines.insert(input.source.lineNumber(at: range.lowerBound + offset))
      return true
    }
    guard !lines.isEmpty else { return [] }
    let given = Set(
      code.literals.filter { !$0.isKey && !$0.range.isEmpty }.compactMap(\.label).map { input.source.string(in: $0) })
    return lines.sorted().compactMap { line in
      guard let (name, value) = assignment(input.source.lineRange(line)) else { return nil }
      let text = input.source.string(in: name)
      // A folder that somebody sets.
      guard !Self.folders.containsAny(in: bytes.span.extracting(value)) else { return nil }
      return notes.followed[text] != nil && !given.contains(text) ? reference(value, nil) : nil
    }
  }

  /// `const model: string = …;`: the last word before the type, and what is behind the sign.
  private func assignment(_ line: Range<Int>) -> (name: Range<Int>, value: Range<Int>)? {
    let bytes = input.source.bytes
    guard let equals = bytes[line].firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let target = bytes[line.lowerBound..<equals].firstIndex(of: UInt8(ascii: ":")) ?? equals
    // `:=` of Go, and a type behind a colon.
    let name = CallArguments.trimmed(line.lowerBound..<target, bytes)
    guard bytes[name].allSatisfy({ ASCII.isWord($0) || $0 == UInt8(ascii: ".") || ASCII.isBlank($0) }) else {
      return nil
    }
    var start = name.upperBound
    while start > name.lowerBound, ASCII.isWord(bytes[start - 1]) { start -= 1 }
    var value = CallArguments.trimmed(equals + 1..<line.upperBound, bytes)
    while let last = bytes[value].last, last == UInt8(ascii: ";") { value = value.lowerBound..<value.upperBound - 1 }
    return start < name.upperBound ? (start..<name.upperBound, value) : nil
  }

  private func reference(_ value: Range<Int>, _ library: ModelLibrary?) -> ModelReference? {
    guard !value.isEmpty, value.count <= Self.maximumExpression else { return nil }
    let text = input.source.string(in: value)
    guard !text.utf8.contains(0x0A), RunTimeValue.isOne(text) else { return nil }
    return input.reference(
      ModelName(registry: library == .ollama ? .ollama : .huggingface, id: text), at: value, as: text, kind: kind,
      confidence: .medium, isPartial: true)
  }
}
