import ProvisoText
import Testing

/// The YAML test suite (its `data` branch): each case is a text with the JSON of its documents, or with a file `error`.
@Suite("YAML: the YAML test suite", .enabled(if: ConformanceSuite.yaml.isHere, "PROVISO_SUITES has no yaml-test-suite"))
struct YAMLConformanceTests {
  @Test("every case but those listed is read as the suite says, or refused")
  func cases() throws {
    let suite = ConformanceSuite.yaml
    let paths = try suite.paths("in.yaml")
    #expect(paths.count >= 400)
    var differences: [String: String] = [:]
    for path in paths {
      let folder = String(path.dropLast("/in.yaml".count))
      // `name` and `tags` hold links to the same cases.
      guard !folder.hasPrefix("name/"), !folder.hasPrefix("tags/") else { continue }
      let limits = YAMLLimits(aliases: .share(maximumVisits: 10_000))
      do throws(DocumentError) {
        let documents = try YAMLReader.readAll(try text(path), limits: limits)
        if suite.has(folder + "/error") {
          differences[folder] = "is read"
        } else if suite.has(folder + "/in.json") {
          let expected = try expected(folder + "/in.json")
          if !(documents.count == expected.count && zip(documents, expected).allSatisfy { agree($0.root, $1) }) {
            differences[folder] =
              "\(documents.map { $0.root?.outline ?? "nothing" }), expected \(expected.map(\.outline))"
          }
        }
      } catch {
        if !suite.has(folder + "/error") { differences[folder] = error.message }
      }
    }
    #expect(KnownDifferences(reasons: Self.known).news(differences).isEmpty)
  }

  private func text(_ path: String) throws(DocumentError) -> SourceText {
    do {
      return try ConformanceSuite.yaml.source(path)
    } catch {
      throw DocumentError(position: TextPosition(line: 1, column: 1), message: "\(path) cannot be read: \(error)")
    }
  }

  /// The values of a file that has one after another: each starts a line, and what goes on is indented or closes it.
  private func expected(_ path: String) throws(DocumentError) -> [DataNode] {
    let source = try text(path)
    var starts = (1...source.lineCount).map { source.lineRange($0) }
      .filter { !$0.isEmpty && ![0x20, 0x5D, 0x7D].contains(source.bytes[$0.lowerBound]) }.map(\.lowerBound)
    starts.append(source.bytes.count)
    var values: [DataNode] = []
    for (start, end) in zip(starts, starts.dropFirst()) {
      values.append(try JSONReader.read(source, range: start..<end, dialect: .strict).root)
    }
    return values
  }

  private func agree(_ node: DataNode?, _ expected: DataNode) -> Bool {
    guard let node else { return expected.isNull }
    switch (node.content, expected.content) {
    case (.scalar(let scalar), .scalar(let other)):
      if let number = node.number, let other = expected.number { return number == other }
      if scalar.form == .string || other.form == .string { return node.string == expected.string }
      return scalar.form == other.form
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { agree($0, $1) }
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && others.allSatisfy { other in node[other.key].map { agree($0, other.value) } ?? false }
    default: return false
    }
  }

  /// All are libyaml's (0.2.5): PyYAML's `CBaseLoader`, which is built on it, reads and refuses the same.
  private static let known: [String: [String]] = [
    "Refused: a key without a text (`: value`, `? a`, `? &a a`), or with nothing behind it.": [
      "2JQS", "6M2F", "M2N8/00", "NHX8", "NKF9", "S3PD", "SM9W/01", "UKK6/00",
    ],
    "Refused: a tab before a block collection, or on a line of its own.": [
      "6BCT", "6CA3", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "Y79Y/010",
    ],
    "Refused: a tab where a block scalar's indentation ends.": [
      "96NN/00", "96NN/01", "R4YG", "Y79Y/001",
    ],
    "Refused: a flow collection whose colon stands on the next line, or right before or after its text.": [
      "4ABK", "4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "5MUD", "5T43", "9SA2", "CFD4", "DBG4",
      "FRK4", "HM87/00", "K3WX", "NJ66", "UT92", "VJP3/01",
    ],
    "Refused: an unknown directive, a version beyond 1.2, or a second document without `---`.": [
      "2LFX", "6LVF", "7Z25", "BEC7", "DK3J", "FP8R", "M7A3", "MUS6/05", "MUS6/06", "W4TN",
    ],
    "Refused: nothing before `...`.": [
      "HWV9", "QT73",
    ],
    "Refused: an anchor of other than ASCII letters, digits, - and _, or one with a colon.": [
      "2SXE", "8XYN", "W5VH",
    ],
    "Read: a comment without a blank before it, directives without `...` before them, text that is indented too little.":
      [
        "9C9N", "9HCY", "9JBA", "CVW2", "DK95/01", "EB22", "G5U8", "MUS6/00", "MUS6/01", "QB6E",
        "RHX7", "S98Z", "SU5Z", "X4QW", "Y79Y/003", "YJV2",
      ],
    "Read otherwise: `?` at the start of a word, a colon in an anchor's name.": [
      "652Z", "HM87/01", "Y2GN",
    ],
    "Read otherwise: the last line end of a block scalar of blanks alone.": [
      "JEF9/02", "L24T/01",
    ],
  ]
}
