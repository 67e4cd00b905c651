import ProvisoKnowledge
import Testing

@Suite("Tables inside the binary")
struct EmbeddedTextTests {
  private static let tables: [(name: String, table: EmbeddedText)] = [
    ("license names", .licenseNames), ("named licenses", .namedLicenses), ("catalog", .catalog),
    ("aliases", .aliases), ("pack names", .packNames),
  ]

  @Test("every key is found, with its own line", arguments: tables.indices)
  func findsEveryKey(index: Int) throws {
    let (name, table) = Self.tables[index]
    let lines = table.allFields()
    try #require(!lines.isEmpty, "\(name)")
    for line in lines { #expect(table.fields(ofKey: line[0]) == line, "\(name): \(line[0])") }
  }

  @Test("keys that are absent before, between and after those of the table are not found", arguments: tables.indices)
  func missesOthers(index: Int) throws {
    let (name, table) = Self.tables[index]
    let keys = Set(table.allFields().map { $0[0] })
    for key in keys {
      // What shares nearly all of it.
      for other in [key + "\u{1}", key + "~", String(key.dropLast()), String(key.dropFirst()), key + "\t", key + "\n"]
      where !keys.contains(other) {
        #expect(table.fields(ofKey: other) == nil, "\(name): \(other.debugDescription)")
      }
    }
    for key in ["", "\u{0}", "\t", "\n", "\u{10FFFF}", "~~~~"] { #expect(table.fields(ofKey: key) == nil) }
  }

  @Test("the keys stand in the order of bytes, each once", arguments: tables.indices)
  func isSorted(index: Int) {
    let keys = Self.tables[index].table.allFields().map { Array($0[0].utf8) }
    for (one, next) in zip(keys, keys.dropFirst()) { #expect(one.lexicographicallyPrecedes(next)) }
  }

  @Test("a range beyond the end is cut to what is there")
  func cutsRanges() {
    let text = EmbeddedText.licenses
    #expect(text.count > 100_000)
    #expect(text.copy(0..<4).count == 4)
    #expect(text.copy((text.count - 1)..<(text.count + 10)).count == 1)
    #expect(text.copy((text.count + 5)..<(text.count + 10)).isEmpty)
    #expect(text.copy(-5..<0).isEmpty)
    #expect(EmbeddedText.licenses.string(0..<2).utf8.count == 2)
  }
}
