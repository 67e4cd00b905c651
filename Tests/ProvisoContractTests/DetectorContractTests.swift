import Foundation
import ProvisoDetection
import ProvisoTestSupport
import Testing

@Suite("Every detector is one file, found by its name")
struct DetectorContractTests {
  private static let ids = DetectorList.all.map(\.id) + DetectorList.weights.map(\.id)

  @Test("Ids are unique and in kebab case")
  func idsAreUnique() {
    #expect(Set(Self.ids).count == Self.ids.count)
    for id in Self.ids {
      #expect(id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(id)")
    }
  }

  @Test("The file is named after the id and has a test beside its module's name", arguments: ids)
  func fileIsNamedAfterID(_ id: String) throws {
    let name = id.split(separator: "-").joined()
    func has(_ folder: String, _ suffix: String) throws -> Bool {
      try SourceTree.swiftFiles(under: folder).contains { file in
        (file.path as NSString).lastPathComponent.lowercased() == "\(name)\(suffix).swift"
      }
    }
    #expect(try has("Sources/ProvisoDetection", ""), "no source file for \(id)")
    #expect(try has("Tests/ProvisoDetectionTests", "tests"), "no test file for \(id)")
  }

  @Test("Summaries are sentences")
  func summaries() {
    for summary in DetectorList.all.map(\.summary) + DetectorList.weights.map(\.summary) {
      #expect(summary.hasSuffix(".") && summary.first?.isUppercase == true || summary.contains(".json"), "\(summary)")
    }
  }
}
