import Foundation
import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("The table of hub models")
struct HubModelsTests {
  @Test("holds each of its models once, in the order of the ids in lower case, and finds each in any case")
  func order() throws {
    let table = try #require(HubModels.table)
    let rows = table.rows
    #expect(rows.count == table.count)
    #expect(rows.count > 65_000)
    let keys = rows.map { $0.id.lowercased() }
    for (one, next) in zip(keys, keys.dropFirst()) where !(one.utf8.lexicographicallyPrecedes(next.utf8)) {
      Issue.record("\(one) stands before \(next)")
    }
    for (number, row) in rows.enumerated() where number.isMultiple(of: 37) || row.id.hasPrefix("unsloth/") {
      #expect(table.row(for: row.id.uppercased()) == row)
    }
    for id in ["nobody/nothing", "", "\u{0}", "~", "zzzzzz/zzzz", "meta-llama/", "meta-llama"] {
      #expect(table.row(for: id) == nil, "\(id)")
    }
  }

  @Test("weighs less than two and a half million bytes")
  func size() {
    #expect(EmbeddedBytes.hubModels.count <= 2_500_000)
  }

  @Test("knows the source and the date of each statement, and of the bases")
  func sources() throws {
    let entry = try #require(HubModels.entry(for: "unsloth/gemma-2b-it"))
    #expect(entry.license == "apache-2.0")
    #expect(entry.bases == ["google/gemma-2b-it"])
    #expect(!entry.isThirdParty)
    let names = Set(CatalogList.ofHub.map(\.name))
    #expect(names.count == CatalogList.ofHub.count)
    for row in try #require(HubModels.table).rows where !row.id.hasSuffix("/") {
      let statement = row.statement
      #expect(statement.license.isEmpty == statement.list.isEmpty, "\(row)")
      #expect(row.bases.isEmpty == statement.baseList.isEmpty, "\(row)")
      #expect(statement.list.isEmpty || CatalogList.named(statement.list) != nil, "\(row)")
      #expect(statement.baseList.isEmpty || CatalogList.named(statement.baseList) != nil, "\(row)")
    }
  }

  @Test("is what the generator makes of the shared lists", .enabled(if: sharedFolder != nil))
  func isUpToDate() throws {
    let folder = try #require(sharedFolder)
    var builder = CatalogBuilder(renamed: ModelCatalog.renamed)
    for list in CatalogList.ofHub + CatalogList.ofRegistries {
      let path = "\(folder)/model-catalog/\(list.name).tsv"
      builder.add(Array(try Data(contentsOf: URL(fileURLWithPath: path))), of: list)
    }
    // Two million bytes are nothing to print.
    let isSame =
      ModelTableWriter.write(builder.rows) == EmbeddedBytes.hubModels.copy(0..<EmbeddedBytes.hubModels.count)
    #expect(isSame, "run `swift run proviso-knowledge --catalog \(folder)/model-catalog`")
  }
}
