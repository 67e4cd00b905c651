import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoPolicy

/// Numbers that are the same in every run: SplitMix64.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite("A policy that was broken by chance")
struct PolicyMutationTests {
  private static let whole = """
    version: 1
    name: acme
    extends: proviso:default
    organization:
      name: Acme
      headquarters: DE
      commercial: true
      annual_revenue: {amount: 42_000_000, currency: EUR, as_of: 2025-12-31}
      monthly_active_users:
        - {as_of: 2024-07, value: 3_100_000}
    contexts:
      - id: research
        paths: ["research/**", "notebooks/**"]
        facts: {commercial: false}
        enforcement: advisory
    on_missing_fact: deny
    enforcement: overridable
    verdicts:
      default: review
      states: {absent: deny, unknown: review}
      allow:
        - license: [mit, apache-2.0]
      deny:
        - term: {commercial: prohibited}
          when: {fact: commercial, is: true}
          unless: {context: research}
          message: No.
    rules:
      AIL102: {severity: note, waivable: false}
      AIL501: {options: {allow_tags: true}}
    scopes: {test: note}
    obligations:
      notices: {paths: [NOTICE]}
    licenses:
      - id: LicenseRef-acme
        name: Acme
        category: community
        terms: {commercialUse: conditional}
    choices:
      - {expression: MIT OR Apache-2.0, license: MIT}
    corrections:
      - {model: a/b, license: mit, reason: r, author: a}
    agreements:
      - {id: A, licensor: L, covers: {license: mit}, lifts: [commercial], until: 2026-12-31}
    waivers:
      - {id: W, rule: AIL203, subject: {model: a/b}, reason: r, owner: o, expires: 2026-12-31}
    waiver_policy: {require: [owner], max_days: 5000, inline: forbid}
    overridable: [rules]
    tests:
      - {name: n, given: {license: mit}, expect: {verdict: allow}}

    """

  private static let others = [
    "proviso:default": "version: 1\non_missing_fact: review\noverridable: all\n"
  ]

  @Test("was whole before")
  func valid() {
    let waived = Self.whole.replacing("expires: 2026", with: "created: 2026-01-01, expires: 2026")
    #expect(summary(load(waived, others: Self.others)) == [])
  }

  private static var lines: [String] {
    whole.replacing("expires: 2026", with: "created: 2026-01-01, expires: 2026")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The keys of the policy's own language: what is not one of them, a mutation may rename freely.
  private static let keys = Set(PolicySchema.shapes.flatMap { $0.keys.map(\.name) })

  @Test("by a misspelt key is refused at the line of the key, whichever it is", arguments: 0..<100)
  func misspelt(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var lines = Self.lines
    let places = lines.indices.flatMap { line in
      Self.words(of: lines[line]).filter { Self.keys.contains($0.word) && $0.isKey }.map { (line, $0) }
    }
    let (line, word) = try #require(places.randomElement(using: &dice))
    var letters = Array(word.word)
    let index = Int.random(in: letters.indices, using: &dice)
    switch Int.random(in: 0..<3, using: &dice) {
    case 0: letters.insert("x", at: index)
    case 1: letters[index] = "z"
    default: if letters.count > 1 { letters.remove(at: index) } else { letters.append("q") }
    }
    lines[line].replaceSubrange(word.range, with: String(letters))
    let result = load(lines.joined(separator: "\n"), others: Self.others)
    #expect(result.policy == nil, "\(lines[line]) loads")
    #expect(
      result.diagnostics.contains { $0.position.line == line + 1 && $0.severity == .error },
      "\(lines[line]): \(summary(result))")
  }

  @Test("by any bytes neither crashes nor is half read", arguments: 0..<300)
  func anything(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919)
    var lines = Self.lines
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      let line = Int.random(in: lines.indices, using: &dice)
      switch Int.random(in: 0..<7, using: &dice) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: line)
      case 2: lines[line] = "  " + lines[line]
      case 3: lines[line] = lines[line].replacing(": ", with: ":")
      case 4: lines[line] = lines[line].replacing("[", with: "").replacing("{", with: "[")
      case 5:
        lines[line] +=
          ["\u{0}", "\t", " *a", " &a", " !!binary x", ": :", "\u{202E}"].randomElement(using: &dice) ?? ""
      default: lines[line] = String(lines[line].shuffled(using: &dice))
      }
      if lines.isEmpty { lines = [""] }
    }
    let yaml = lines.joined(separator: "\n")
    let result = load(yaml, others: Self.others)
    if result.policy == nil {
      let fatal = result.diagnostics.filter(\.isFatal)
      #expect(!fatal.isEmpty)
      for diagnostic in fatal where diagnostic.path == "proviso.yaml" {
        #expect((1...max(1, lines.count + 1)).contains(diagnostic.position.line))
        #expect(!diagnostic.message.isEmpty)
      }
    } else {
      // What loads has every key read: each key of the document is one of the language, or a name of the user's.
      #expect(Self.unreadKeys(yaml) == [], "\(yaml)")
    }
  }

  private struct Word {
    var word: String
    var range: Range<String.Index>
    var isKey: Bool
  }

  /// The words of a line with whether a colon follows.
  private static func words(of line: String) -> [Word] {
    var words: [Word] = []
    var start: String.Index?
    for index in line.indices + [line.endIndex] {
      let isPart = index < line.endIndex && (line[index].isLetter || line[index].isNumber || line[index] == "_")
      if isPart {
        start = start ?? index
      } else if let first = start {
        let before = first > line.startIndex ? line[line.index(before: first)] : " "
        let isKey = index < line.endIndex && line[index] == ":" && " {".contains(before)
        words.append(Word(word: String(line[first..<index]), range: first..<index, isKey: isKey))
        start = nil
      }
    }
    return words
  }

  /// Keys of a document that are neither of the language nor under a mapping whose keys are names.
  private static func unreadKeys(_ yaml: String) -> [String] {
    guard let root = try? YAMLReader.read(SourceText(yaml)).root else { return ["the document"] }
    var unread: [String] = []
    func walk(_ node: DataNode, areNames: Bool) {
      for entry in node.entries {
        if !areNames, !keys.contains(entry.key) { unread.append(entry.key) }
        walk(entry.value, areNames: ["rules", "options"].contains(entry.key) && !areNames)
      }
      node.items.forEach { walk($0, areNames: false) }
    }
    walk(root, areNames: false)
    return unread
  }
}
