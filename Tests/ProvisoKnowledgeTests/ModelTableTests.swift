import ProvisoKnowledge
import Testing

@Suite("A table of models")
struct ModelTableTests {
  /// Ids of few letters in either case, so that many share beginnings, and some are the beginning of others.
  private static func ids(_ seed: Int) -> [String] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func word() -> String { String((0..<(1 + random(5))).map { _ in Array("aAbB-z1")[random(7)] }) }
    return (0..<(1 + random(120))).map { _ in "\(word())/\(word())\(word())" }
  }

  private static func table(_ ids: [String]) throws -> (ModelTable<[UInt8]>, [String]) {
    var seen: Set<String> = []
    let once = ids.filter { seen.insert($0.lowercased()).inserted }
    let table = try #require(
      ModelTable(
        ModelTableWriter.write(once.map { ModelRow(id: $0, statement: ModelStatement(license: "mit", list: "hub")) })))
    return (table, once.sorted { $0.lowercased().utf8.lexicographicallyPrecedes($1.lowercased().utf8) })
  }

  @Test("finds each id in any case, and no other", arguments: 0..<60)
  func findsIDs(seed: Int) throws {
    let (table, ids) = try Self.table(Self.ids(seed))
    for id in ids {
      #expect(table.row(for: id)?.id == id)
      #expect(table.row(for: id.uppercased())?.id == id)
    }
    let known = Set(ids.map { $0.lowercased() })
    for id in Self.ids(seed + 1_000)
      + ids.flatMap({ [$0 + "a", String($0.dropLast()), String($0.dropFirst()), $0 + "~"] })
    where !known.contains(id.lowercased()) {
      #expect(table.row(for: id) == nil, "\(id)")
    }
  }

  @Test("finds the ids that begin with a prefix, in order", arguments: 0..<60)
  func findsPrefixes(seed: Int) throws {
    let (table, ids) = try Self.table(Self.ids(seed))
    let prefixes = (ids + Self.ids(seed + 1_000)).flatMap { id in [1, 2, 4, 6, 20].map { String(id.prefix($0)) } }
    for prefix in prefixes + ["", "~", "A", "zz"] {
      let expected = ids.filter { $0.lowercased().hasPrefix(prefix.lowercased()) }
      #expect(table.rows(startingWith: prefix).map(\.id) == expected, "\(prefix)")
      #expect(table.rows(startingWith: prefix, limit: 2).map(\.id) == Array(expected.prefix(2)), "\(prefix)")
      #expect(table.hasRow(startingWith: prefix) == !expected.isEmpty, "\(prefix)")
    }
  }

  @Test("an empty table has nothing, and what is no table is none")
  func empty() throws {
    let table = try #require(ModelTable(ModelTableWriter.write([])))
    #expect(table.row(for: "a/b") == nil)
    #expect(!table.hasRow(startingWith: ""))
    #expect(table.rows.isEmpty)
    #expect(ModelTable([UInt8]()) == nil)
    #expect(ModelTable([UInt8](repeating: 7, count: 200)) == nil)
  }
}
