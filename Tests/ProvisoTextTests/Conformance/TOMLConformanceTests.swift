import ProvisoText
import Testing

/// toml-test: valid texts with their values as JSON, and invalid texts, for TOML 1.1.
@Suite("TOML: toml-test", .enabled(if: ConformanceSuite.toml.isHere, "PROVISO_SUITES has no toml-test"))
struct TOMLConformanceTests {
  @Test("every valid text is read as the suite says")
  func valid() throws {
    var differences: [String: String] = [:]
    let cases = try cases("valid/")
    #expect(cases.count >= 200)
    for name in cases {
      let expected = try JSONReader.read(ConformanceSuite.toml.source("tests/\(name).json"), dialect: .strict).root
      do throws(DocumentError) {
        let root = try TOMLReader.read(try text(name))
        if !agree(root, expected) { differences[name] = "\(root.outline), expected \(expected.outline)" }
      } catch {
        differences[name] = "\(error.position.line):\(error.position.column) \(error.message)"
      }
    }
    #expect(KnownDifferences(reasons: Self.misread).news(differences).isEmpty)
  }

  @Test("as many invalid texts are read all the same as are listed, by their kinds")
  func invalid() throws {
    let cases = try cases("invalid/")
    #expect(cases.count >= 400)
    var read: [String: Int] = [:]
    for name in cases {
      let text = try text(name)
      guard (try? TOMLReader.read(text)) != nil else { continue }
      read[name.split(separator: "/").dropFirst().first.map(String.init) ?? "", default: 0] += 1
    }
    #expect(read == Self.readAllTheSame)
  }

  /// The names of the cases of TOML 1.1 below `folder`, without their endings.
  private func cases(_ folder: String) throws -> [String] {
    let list = try ConformanceSuite.toml.source("tests/files-toml-1.1.0")
    return (1...list.lineCount).map { list.line($0) }.filter { $0.hasPrefix(folder) && $0.hasSuffix(".toml") }
      .map { String($0.dropLast(".toml".count)) }
  }

  private func text(_ name: String) throws(DocumentError) -> SourceText {
    do {
      return try ConformanceSuite.toml.source("tests/\(name).toml")
    } catch {
      throw DocumentError(position: TextPosition(line: 1, column: 1), message: "\(name) cannot be read: \(error)")
    }
  }

  /// `expected` writes a value as `{"type": …, "value": …}`.
  private func agree(_ node: DataNode, _ expected: DataNode) -> Bool {
    if let type = expected["type"]?.string, let value = expected["value"]?.string, expected.entries.count == 2 {
      return agree(node, type, value)
    }
    switch (node.content, expected.content) {
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { agree($0, $1) }
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && others.allSatisfy { other in node[other.key].map { agree($0, other.value) } ?? false }
    default: return false
    }
  }

  private func agree(_ node: DataNode, _ type: String, _ value: String) -> Bool {
    switch type {
    case "string": return node.string == value
    case "bool": return node.boolean == (value == "true")
    case "integer": return node.scalar?.form == .integer && node.number == Double(value)
    case "float":
      guard node.scalar?.form == .decimal, let number = node.number, let other = Double(value) else { return false }
      return number == other || number.isNaN && other.isNaN
    default:
      return node.string?.uppercased().replacing(" ", with: "T") == value
    }
  }

  private static let misread = [
    "Dates are taken as they stand: `.6` for `.600`, and no seconds where there are none.": [
      "valid/datetime/milliseconds", "valid/datetime/no-seconds", "valid/spec-1.1.0/common-29",
      "valid/spec-1.1.0/common-31", "valid/spec-1.1.0/common-34",
    ]
  ]

  /// By the folders of the suite. Numbers and dates are taken as they stand, what is defined twice is kept twice, a table may
  /// be opened again, and neither control characters nor bytes that are not UTF-8 make a text unreadable.
  private static let readAllTheSame = [
    "array": 4, "bool": 4, "control": 26, "datetime": 33, "encoding": 6, "float": 33, "inline-table": 14, "integer": 29,
    "key": 11, "local-date": 12, "local-datetime": 13, "local-time": 7, "spec-1.1.0": 4, "table": 30,
  ]
}
