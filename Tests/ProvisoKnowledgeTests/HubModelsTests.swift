import Foundation
import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("The table of hub models")
struct HubModelsTests {
  private static let header = "id\tnamespace\tlicense\tlicense_name\tlicense_link\tbase_model\tpopularity\tsource\n"

  private static func pack(_ rows: String...) -> String {
    String(decoding: HubModels.pack(Array((header + rows.joined(separator: "\n")).utf8)), as: UTF8.self)
  }

  @Test("is in the order of the ids in lower case, so that each is found in any case")
  func order() throws {
    let rows = EmbeddedText.hubModels.allFields()
    #expect(rows.count > 20_000)
    let keys = rows.map { $0[0].lowercased() }
    for (one, next) in zip(keys, keys.dropFirst()) where !(one.utf8.lexicographicallyPrecedes(next.utf8)) {
      Issue.record("\(one) stands before \(next)")
    }
    for row in rows where row[0].hashValue % 37 == 0 || row[0].hasPrefix("unsloth/") {
      #expect(HubModels.entry(for: row[0].uppercased())?.id == row[0])
    }
    #expect(HubModels.entry(for: "nobody/nothing") == nil)
    #expect(HubModels.entry(for: "") == nil)
  }

  @Test("holds what trusted lists state, and not what third parties typed")
  func trust() {
    #expect(
      Self.pack(
        "acme/b\thuggingface\tmit\t\t\t\t\thf-open-models-2025-10",
        "Acme/A\thuggingface\tother\tacme\tLICENSE\tacme/b;acme/c;ACME/a\t\tai-nexus-2025-12",
        "acme/typed\thuggingface\tmit\t\t\t\t\tmteb-2.26.24",
        "acme/silent\thuggingface\t\t\t\t\t\thf-open-models-2025-10")
        == "Acme/A\tother\tacme\tLICENSE\tacme/b;acme/c\tc\nacme/b\tmit\t\t\t\td\n")
  }

  @Test("knows the source and the date of each statement")
  func sources() throws {
    let entry = try #require(HubModels.entry(for: "unsloth/gemma-2b-it"))
    #expect(entry.license == "apache-2.0")
    #expect(entry.bases == ["google/gemma-2b-it"])
    #expect(HubSource.allCases.map(\.list.name).contains(entry.source))
    #expect(Set(HubSource.allCases.map(\.list.name)).count == HubSource.allCases.count)
  }

  @Test("is what the generator makes of the shared catalog", .enabled(if: sharedFolder != nil))
  func isUpToDate() throws {
    let folder = try #require(sharedFolder)
    let merged = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/model-catalog/merged-huggingface.tsv"))
    #expect(HubModels.pack(Array(merged)) == EmbeddedText.hubModels.copy(0..<EmbeddedText.hubModels.count))
  }
}
