internal import ProvisoCore
internal import ProvisoText

/// The constants with models that other files may import (`MODEL = "owner/name"`), and the loading calls that are given a name from an
/// imported file: Python, TypeScript and JavaScript. A model is used where it is loaded, not only where its name stands.
///
/// Files are told by their own name (`from research.names import MODEL`, `from "../research/names"`), functions are not followed.
struct ImportedNames {
  let code: CodeLiterals
  let input: DetectionInput
  let language: CodeLanguage

  private static let mostConstants = 200
  private static let mostLines = 2_000
  private static let mostImports = 200

  /// - Parameters:
  ///   - found: The references of the file.
  ///   - given: The names to which the file itself gives values.
  func share(
    _ found: [ModelReference], notes: CodeNotes, given: Set<String>, kind: ReferenceKind, in shared: inout SharedNames
  ) {
    guard ["javascript", "python"].contains(language.name), input.embedding == nil else { return }
    for constant in constants(found) { shared.define(constant) }
    var loads = notes.loads.map(\.argument).filter {
      !$0.isKey && !given.contains(input.source.string(in: $0.name))
    }
    guard !loads.isEmpty, case let imports = imports(), !imports.isEmpty else { return }
    if language.name == "python" {
      let names = importedNames()
      loads.removeAll { !isImported($0.name, from: imports, names) }
    }
    for load in loads {
      let name = input.source.string(in: load.name)
      shared.load(
        SharedNames.Load(
          name: name, imports: imports,
          reference: input.reference(
            .huggingFace(name), revision: notes.revisions[load.scope].map(Revision.init(written:)) ?? .notApplicable,
            at: load.name, as: name, kind: kind, confidence: .medium)))
    }
  }

  private func constants(_ found: [ModelReference]) -> [SharedNames.Constant] {
    let models = Dictionary(
      found.filter { $0.role == .used && $0.model.registry == .huggingface && !$0.isPartial }.map { ($0.location, $0) }
    ) { first, _ in first }
    guard !models.isEmpty else { return [] }
    var constants: [SharedNames.Constant] = []
    for literal in code.literals where constants.count < Self.mostConstants {
      guard let label = literal.label, !literal.isKey, !literal.isInComment,
        literal.scope.map({ code.scopes[$0].kind == .block }) != false,
        let reference = models[input.location(literal.range)]
      else { continue }
      constants.append(
        SharedNames.Constant(
          name: input.source.string(in: label), file: Self.stem(of: input.path), reference: reference))
    }
    return constants
  }

  /// The file's own name without its ending; that of the folder for `__init__.py` and `index.ts`.
  private static func stem(of path: FilePath) -> String {
    let stem = String(path.name.dropLast(path.fileExtension.utf8.count + 1))
    return ["__init__", "index"].contains(stem) ? FilePath(path.directory).name : stem
  }

  /// Whether the name is one that the file imports, or a member of a module that it does: `MODEL`, `names.MODEL`. A parameter of a
  /// function, or what an object has, only happens to be called so.
  private func isImported(_ name: Range<Int>, from modules: Set<String>, _ names: Set<String>) -> Bool {
    let bytes = input.source.bytes
    guard name.lowerBound > 1, bytes[name.lowerBound - 1] == UInt8(ascii: ".") else {
      return names.contains(input.source.string(in: name)) || names.contains("*")
    }
    let owner = bytes[..<(name.lowerBound - 1)].suffix(Self.longestName).reversed().prefix(while: ASCII.isWord)
    return modules.contains(String(decoding: owner.reversed(), as: UTF8.self))
  }

  /// What stands behind the `import` of `from module import MODEL, OTHER as NAME`, over lines in brackets, too.
  private func importedNames() -> Set<String> {
    var names: Set<String> = []
    var isOpen = false
    for number in 1...min(input.source.lineCount, Self.mostLines) where names.count < Self.mostImports {
      let range = input.source.lineRange(number)
      guard isOpen || mayImport(range) else { continue }
      var words = input.source.string(in: range).prefix { $0 != "#" }
      if !isOpen {
        guard words.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("from "),
          let start = words.firstRange(of: " import ")
        else { continue }
        words = words[start.upperBound...]
        isOpen = words.contains("(") || words.last == "\\"
      } else {
        isOpen = words.last == "\\" || !words.contains(")") && !words.isEmpty
      }
      if words.contains(")") { isOpen = false }
      names.formUnion(words.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "*" }.map(String.init))
    }
    return names
  }

  private static let longestName = 60

  /// The names of files among what the file imports: every word of a module's path, and what is imported from a package.
  private func imports() -> Set<String> {
    var names: Set<String> = []
    for number in 1...min(input.source.lineCount, Self.mostLines) where names.count < Self.mostImports {
      let range = input.source.lineRange(number)
      guard mayImport(range) else { continue }
      let line = input.source.string(in: range)
      let words = line.split { $0 == " " || $0 == "\t" }
      if language.name == "python" {
        guard words.first == "from" || words.first == "import" else { continue }
        for word in words.dropFirst() where word != "import" && word != "as" {
          names.formUnion(word.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
        }
      } else if line.contains("import") || line.contains("require(") {
        // `from "../research/names.js"`
        for text in line.split(whereSeparator: { "\"'`".contains($0) }) where text.contains("/") {
          let file = FilePath(String(text))
          names.insert(file.name.split(separator: ".").first.map(String.init) ?? "")
        }
      }
    }
    return names
  }

  /// Whether the line is worth being read as text: few are.
  private func mayImport(_ line: Range<Int>) -> Bool {
    let bytes = input.source.bytes.span.extracting(line)
    if language.name != "python" { return Self.importWords.containsAny(in: bytes) }
    var start = 0
    while start < bytes.count, ASCII.isBlank(bytes[start]) { start += 1 }
    return start < bytes.count && (bytes[start] == UInt8(ascii: "f") || bytes[start] == UInt8(ascii: "i"))
  }

  private static let importWords = NeedleSet(["import", "require("])
}
