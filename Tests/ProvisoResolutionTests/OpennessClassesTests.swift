import Foundation
import ProvisoCore
import ProvisoTestSupport
import ProvisoText
import Testing

@testable import ProvisoKnowledge
@testable import ProvisoResolution

@Suite("Classes of the Model Openness Framework")
struct OpennessClassesTests {
  private let classes = OpennessClasses(library: .shared)

  private func release(_ components: [String: String?], licenses: [String: String] = [:]) -> OpennessRelease {
    OpennessRelease(
      name: "r", components: components.map { OpennessRelease.Component(name: $0.key, license: $0.value) },
      licenses: licenses, location: Location(path: "mof.yml"))
  }

  private let third = [
    "Model architecture", "Model parameters (Final)", "Evaluation results", "Model card", "Data card",
    "Technical report",
  ]

  @Test("need every component under an open license")
  func components() {
    let all = Dictionary(uniqueKeysWithValues: third.map { ($0, "Apache-2.0" as String?) })
    #expect(classes.computed(release(all)) == 3)
    for name in third {
      #expect(classes.computed(release(all.filter { $0.key != name })) == nil, "without \(name)")
      #expect(classes.computed(release(all.merging([name: "CC-BY-NC-4.0"]) { $1 })) == nil, "\(name) non-commercial")
    }
    var paper = all.filter { $0.key != "Technical report" }
    paper["Research paper"] = "CC-BY-4.0"
    #expect(classes.computed(release(paper)) == 3)
  }

  @Test("take the license of the content type, then that of the distribution")
  func licenses() {
    let bare = Dictionary(uniqueKeysWithValues: third.map { ($0, nil as String?) })
    #expect(classes.computed(release(bare)) == nil)
    #expect(classes.computed(release(bare, licenses: ["distribution": "MIT"])) == 3)
    #expect(
      classes.computed(release(bare, licenses: ["code": "MIT", "data": "CC0-1.0", "document": "CC-BY-4.0"])) == 3)
    #expect(classes.computed(release(bare, licenses: ["code": "MIT", "data": "CC0-1.0"])) == nil)
  }

  @Test("are those of the framework's own test files", .enabled(if: sharedFolder != nil))
  func vectors() throws {
    let folder = try #require(sharedFolder) + "/papers/mof"
    let rows = try String(contentsOfFile: "\(folder)/expected_results.tsv", encoding: .utf8).split(separator: "\n")
      .dropFirst().map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.count >= 16)
    for row in rows {
      let path = "\(folder)/test_data/\(row[0]).yml"
      let source = SourceText(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
      let root = try #require(try YAMLReader.read(source).root)
      var licenses: [String: String] = [:]
      for type in ["distribution", "code", "data", "document"] {
        licenses[type] = root["release"]?["license"]?[type]?["name"]?.string
      }
      let components = (root["release"]?["components"]?.items ?? []).compactMap { item in
        item["name"]?.string.map {
          OpennessRelease.Component(name: $0, license: item["license"]?.string.flatMap { $0.isEmpty ? nil : $0 })
        }
      }
      let release = OpennessRelease(
        name: row[0], components: components, licenses: licenses, location: Location(path: "mof.yml"))
      #expect(classes.computed(release) ?? 0 == Int(row[1]), "\(row[0])")
    }
  }
}
