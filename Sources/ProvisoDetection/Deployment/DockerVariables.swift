internal import ProvisoCore
internal import ProvisoText

/// The models that `ENV` and `ARG` of a Dockerfile name, and that a later `RUN` fetches by the variable: they are put into the image.
struct DockerVariables {
  /// The places of the references in the file's, by the name of the variable.
  private var models: [String: [Int]] = [:]
  /// What the file gives the variables.
  private var values: [String: String] = [:]
  private static let mostVariables = 100
  private static let mostPlaces = 16

  private static let fetches = NeedleSet(
    ["download", "clone", "wget", "curl", "pull", "from_pretrained", "pipeline(", "pget", "aria2c"])

  /// - Parameter known: how many references there were before the instruction.
  mutating func read(
    _ instruction: DockerInstruction, _ source: SourceText, _ references: inout [ModelReference], from known: Int
  ) {
    switch instruction.keyword {
    case "env", "arg": remember(instruction.argument, source, references, from: known)
    case "run": use(instruction.argument, source, &references)
    default: return
    }
  }

  private mutating func remember(
    _ argument: Range<Int>, _ source: SourceText, _ references: [ModelReference], from known: Int
  ) {
    guard values.count < Self.mostVariables,
      let words = (try? ShellReader.read(source, range: argument))?.first?.words.map(CommandWord.init)
    else { return }
    let places = Dictionary(grouping: references.indices.dropFirst(known)) { references[$0].asWritten }
    for (index, word) in words.enumerated() where values.count < Self.mostVariables {
      let parts = word.text.split(separator: "=", maxSplits: 1)
      guard let name = parts.first.map(String.init) else { continue }
      // `NAME value` has one.
      let value = parts.count == 2 ? String(parts[1]) : index == 0 && words.count == 2 ? words[1].text : ""
      if !value.isEmpty, value.utf8.count <= Self.longestValue { values[name] = value }
      if let places = places[value] { models[name] = Array(places.prefix(Self.mostPlaces)) }
    }
  }

  private func use(_ argument: Range<Int>, _ source: SourceText, _ references: inout [ModelReference]) {
    guard !models.isEmpty else { return }
    let bytes = source.bytes
    guard Self.fetches.containsAny(in: bytes.span.extracting(argument)) else { return }
    for name in Self.names(in: bytes[argument]) {
      for place in models[name] ?? [] where references[place].role >= .used { references[place].isPutIntoImage = true }
    }
  }

  /// A text with the values that the file gives its variables, and what stands in it for those without; nil where one has none.
  func filled(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var filled = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      filled += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      let isInBraces = rest.first == "{"
      if isInBraces { rest = rest.dropFirst() }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      rest = rest[name.endIndex...]
      var standIn: Substring?
      if isInBraces {
        guard let end = rest.firstIndex(of: "}") else { return nil }
        if rest.hasPrefix(":-") { standIn = rest[..<end].dropFirst(2) }
        rest = rest[rest.index(after: end)...]
      }
      guard let value = values[String(name)] ?? standIn.map(String.init), !value.contains("$"),
        filled.utf8.count + value.utf8.count <= Self.longestValue
      else { return nil }
      filled += value
    }
    return filled + rest
  }

  private static let longestValue = 1_000

  /// The variables of a command: `$NAME`, `${NAME}`, `${NAME:-…}`.
  private static func names(in bytes: ArraySlice<UInt8>) -> Set<String> {
    var names: Set<String> = []
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      defer { offset += 1 }
      guard bytes[offset] == UInt8(ascii: "$") else { continue }
      let name = bytes[(offset + 1)...].drop { $0 == UInt8(ascii: "{") }.prefix(while: ASCII.isWord)
      if !name.isEmpty, name.count <= 100 { names.insert(String(decoding: name, as: UTF8.self)) }
    }
    return names
  }
}
