import Foundation
import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("Packed knowledge")
struct PackedTablesTests {
  @Test("the packed tables are those of the sources", .enabled(if: KnowledgeFiles.generator != nil))
  func isUpToDate() throws {
    let result = try run(#require(KnowledgeFiles.generator), ["--check"], directory: packageRoot)
    #expect(result.status == 0, "\(String(decoding: result.output, as: UTF8.self))")
  }

  @Test("the binary holds the records one after another, as the files have them")
  func recordsAreJoined() throws {
    let joined = try KnowledgeFiles.records.sorted().flatMap { id in
      try KnowledgeFiles.bytes("\(KnowledgeFiles.licenses)/\(id).yaml")
    }
    #expect(EmbeddedText.licenses.copy(0..<EmbeddedText.licenses.count) == joined)
  }

  @Test("the binary holds every line of the tables", arguments: ["catalog", "aliases", "families"])
  func tablesAreWhole(name: String) throws {
    let tables: [String: EmbeddedText] = ["catalog": .catalog, "aliases": .aliases, "families": .families]
    let rows = try KnowledgeFiles.rows("\(KnowledgeFiles.models)/\(name).tsv")
    let packed = try #require(tables[name]).allFields()
    #expect(Set(packed) == Set(rows))
    #expect(packed.count == rows.count)
    // The first rule that matches counts: their order is the author's.
    if name == "families" { #expect(packed == rows) }
  }

  @Test("each policy pack is held whole")
  func packs() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: packageRoot + "/Policies")
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()
    #expect(PolicyPacks.names == names)
    for name in names {
      #expect(try PolicyPacks.bytes(of: name) == KnowledgeFiles.bytes("\(packageRoot)/Policies/\(name).yaml"))
    }
    #expect(PolicyPacks.bytes(of: "nothing") == nil)
  }
}
