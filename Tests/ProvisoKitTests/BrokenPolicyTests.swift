import Foundation
import ProvisoPolicy
import ProvisoTestSupport
import ProvisoText
import Testing

@testable import ProvisoKit

/// The policies that ship and their tests, each broken in every way at places that a seed chooses: the same ones in every run.
@Suite("A policy that ships, broken on purpose")
struct BrokenPolicyTests {
  /// What is done to a policy, and how its answer must be.
  enum Damage: String, CaseIterable, Sendable {
    case misspeltKey, repeatedKey, otherType, null, hugeNumber, mergeKey, anchor, aliasBomb, tab, indentation,
      truncation
    case notUTF8, quotedKey

    /// True where nothing that comes of it can be a policy.
    var isFatal: Bool {
      switch self {
      case .misspeltKey, .repeatedKey, .otherType, .null, .hugeNumber, .mergeKey, .aliasBomb, .notUTF8: true
      case .anchor, .tab, .indentation, .truncation, .quotedKey: false
      }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var damage: Damage
    var seed: UInt64

    var testDescription: String { "\(damage.rawValue) \(seed)" }
  }

  static let cases = Damage.allCases.flatMap { damage in (0..<9).map { Case(damage: damage, seed: $0) } }

  private static let paths: [String] = {
    let folders = ["Policies", "Policies/tests", "Samples/swift-app", "Samples/research-and-product"]
    return folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/\(folder)")) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(packageRoot)/\(folder)/\($0)" }
    }
  }()

  private static let selection = PolicySelection()

  /// What a policy holds, without where it says so; nil where it is none.
  private static func meaning(_ policy: Policy?) -> [String]? {
    policy.map { policy in
      PolicyOutline(policy).lines.map { "\($0.key): \($0.value)" } + policy.tests.map(words)
    }
  }

  /// A case in words, the same in every run and without its line.
  private static func words(_ test: PolicyTest) -> String {
    let facts = test.given.facts.statedNames.map { name in
      "\(name.rawValue): \(test.given.facts[name].value?.yaml ?? "unknown")"
    }
    var rest = test
    rest.given.facts = Facts()
    rest.origin = PolicyOrigin(path: "", line: 0)
    return "\(rest) \(facts)"
  }

  private static func load(_ bytes: [UInt8]) throws -> SelectedPolicy {
    let path = NSTemporaryDirectory() + "proviso-broken-\(UUID().uuidString).yaml"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try selection.select([path], root: nil)
  }

  @Test("is refused at the right line, or means what it meant", arguments: cases)
  func broken(example: Case) throws {
    var dice = SeededDice(seed: example.seed &* 31 &+ UInt64(Damage.allCases.firstIndex(of: example.damage) ?? 0))
    let path = try #require(Self.paths.randomElement(using: &dice))
    let whole = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    guard let broken = try BrokenPolicy(whole, example.damage, using: &dice) else { return }
    let selected = try Self.load(broken.bytes)
    let said = selected.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.message)" }
    let text = "\(path)\n\(said)\n\(String(decoding: broken.bytes, as: UTF8.self))"
    let lines = broken.bytes.count { $0 == UInt8(ascii: "\n") } + 1
    for diagnostic in selected.diagnostics where diagnostic.isFatal {
      #expect((1...lines).contains(diagnostic.position.line), "\(text)")
      #expect(!diagnostic.message.isEmpty)
    }
    guard let meaning = Self.meaning(selected.policy) else {
      let fatal = selected.diagnostics.filter(\.isFatal)
      #expect(!fatal.isEmpty, "\(text)")
      guard let line = broken.line else { return }
      #expect(fatal.contains { broken.lines(around: line).contains($0.position.line) }, "line \(line): \(text)")
      return
    }
    #expect(!example.damage.isFatal, "\(text)")
    let before = try #require(Self.meaning(try Self.load(whole).policy))
    if example.damage == .truncation {
      // What is left says what it said, and nothing new but what holds where nothing is said.
      let new = Set(meaning).subtracting(before)
      #expect(new.allSatisfy { $0.hasPrefix("verdicts.default") }, "\(new): \(text)")
    } else {
      #expect(meaning == before, "\(text)")
    }
  }

  @Test("there are more than a hundred, and nearly all are broken indeed")
  func count() throws {
    var broken = 0
    for example in Self.cases {
      var dice = SeededDice(seed: example.seed &* 31 &+ UInt64(Damage.allCases.firstIndex(of: example.damage) ?? 0))
      let path = try #require(Self.paths.randomElement(using: &dice))
      let whole = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
      if let result = try BrokenPolicy(whole, example.damage, using: &dice), result.bytes != whole { broken += 1 }
    }
    #expect(broken >= 100)
  }
}

/// Numbers that are the same in every run: SplitMix64.
struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// A policy with one thing broken.
private struct BrokenPolicy {
  var bytes: [UInt8]
  /// The line that must be told, nil where the damage may show anywhere.
  var line: Int?
  private var isExact = true

  /// nil where the policy has no place for the damage.
  init?(_ whole: [UInt8], _ damage: BrokenPolicyTests.Damage, using dice: inout SeededDice) throws {
    let source = SourceText(path: "policy.yaml", bytes: whole)
    let root = try #require(try YAMLReader.read(source).root)
    var entries: [DataNode.Entry] = []
    func collect(_ node: DataNode) {
      entries += node.entries
      node.entries.forEach { collect($0.value) }
      node.items.forEach(collect)
    }
    collect(root)
    bytes = whole
    func isOneLine(_ entry: DataNode.Entry) -> Bool {
      entry.value.range.upperBound <= whole.count && !entry.value.range.isEmpty
        && !whole[entry.value.range].contains(UInt8(ascii: "\n"))
    }
    func number(_ offset: Int) -> Int { source.lineNumber(at: offset) }
    let flat = entries.filter(isOneLine)
    switch damage {
    case .misspeltKey:
      guard let entry = entries.randomElement(using: &dice) else { return nil }
      let index = Int.random(in: entry.keyRange, using: &dice)
      if Bool.random(using: &dice) {
        bytes.insert(UInt8(ascii: "x"), at: index)
      } else {
        bytes[index] = UInt8(ascii: "0")
      }
      line = number(entry.keyRange.lowerBound)
    case .repeatedKey:
      guard let entry = flat.randomElement(using: &dice) else { return nil }
      let isInFlow = whole[source.lineRange(number(entry.keyRange.lowerBound)).lowerBound..<entry.keyRange.lowerBound]
        .contains(UInt8(ascii: "{"))
      let again = Array(whole[entry.keyRange]) + Array(": ".utf8) + Array(whole[entry.value.range])
      if isInFlow {
        bytes.insert(contentsOf: Array(", ".utf8) + again, at: entry.value.range.upperBound)
        line = number(entry.keyRange.lowerBound)
      } else {
        let start = source.lineRange(number(entry.keyRange.lowerBound)).lowerBound
        let indent = [UInt8](repeating: UInt8(ascii: " "), count: entry.keyRange.lowerBound - start)
        bytes.insert(contentsOf: [UInt8(ascii: "\n")] + indent + again, at: entry.value.range.upperBound)
        line = number(entry.keyRange.lowerBound) + 1
      }
    case .otherType, .null:
      guard let entry = flat.randomElement(using: &dice) else { return nil }
      let value = damage == .null ? "~" : ["{zzz: 1}", "[[1]]"].randomElement(using: &dice) ?? "[[1]]"
      bytes.replaceSubrange(entry.value.range, with: Array(value.utf8))
      line = number(entry.keyRange.lowerBound)
    case .hugeNumber:
      guard let entry = flat.filter({ $0.value.scalar?.form == .integer }).randomElement(using: &dice) else {
        return nil
      }
      bytes.replaceSubrange(entry.value.range, with: Array("123456789012345678901234567890".utf8))
      line = number(entry.keyRange.lowerBound)
    case .mergeKey:
      guard let entry = root.entries.randomElement(using: &dice) else { return nil }
      bytes.insert(contentsOf: Array("<<: {version: 1}\n".utf8), at: entry.keyRange.lowerBound)
      line = number(entry.keyRange.lowerBound)
    case .anchor:
      guard let entry = flat.randomElement(using: &dice) else { return nil }
      bytes.insert(contentsOf: Array("&a ".utf8), at: entry.value.range.lowerBound)
      line = number(entry.keyRange.lowerBound)
    case .aliasBomb:
      var bomb = "\na0: &a0 [x, x, x, x, x, x, x, x]\n"
      for level in 1..<9 {
        bomb += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", "))]\n"
      }
      line = number(whole.count) + 1
      isExact = false
      bytes += Array(bomb.utf8)
    case .tab, .indentation:
      let count = number(whole.count)
      let target = Int.random(in: 1...count, using: &dice)
      let start = source.lineRange(target).lowerBound
      bytes.insert(UInt8(ascii: damage == .tab ? "\t" : " "), at: start)
      isExact = false
      line = target
    case .truncation:
      let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }
      guard let end = ends.randomElement(using: &dice) else { return nil }
      bytes = Array(whole[...end])
    case .notUTF8:
      let index = Int.random(in: whole.indices, using: &dice)
      bytes.insert(0xFF, at: index)
      line = number(index)
    case .quotedKey:
      guard let entry = entries.randomElement(using: &dice), whole[entry.keyRange.lowerBound] != UInt8(ascii: "\"")
      else {
        return nil
      }
      bytes.insert(UInt8(ascii: "\""), at: entry.keyRange.upperBound)
      bytes.insert(UInt8(ascii: "\""), at: entry.keyRange.lowerBound)
    }
  }

  /// The lines on which the damage may be told: a parser sees a wrong indentation where the next line does not go with it.
  func lines(around line: Int) -> ClosedRange<Int> { isExact ? line...line : max(1, line - 1)...(line + 9) }
}
