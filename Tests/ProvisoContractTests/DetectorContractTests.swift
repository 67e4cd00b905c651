import Foundation
import ProvisoDetection
import ProvisoTestSupport
import Testing

@Suite("Every detector is one file, found by its name")
struct DetectorContractTests {
  private static let ids = DetectorList.all.map(\.id) + DetectorList.weights.map(\.id)

  @Test("The file is named after the id and has a test beside its module's name", arguments: ids)
  func fileIsNamedAfterID(_ id: String) throws {
    #expect(try Self.file(of: id, in: "Sources/ProvisoDetection") != nil, "no source file for \(id)")
    #expect(try Self.file(of: id + "-tests", in: "Tests/ProvisoDetectionTests") != nil, "no test file for \(id)")
  }

  @Test(
    "DETECTORS.md has each with what it says of itself; PROVISO_REWRITE=1 in the environment of the test run writes it anew"
  )
  func documentation() throws {
    let path = "\(packageRoot)/Sources/ProvisoDetection/DETECTORS.md"
    let expected = try Self.page()
    if ProcessInfo.processInfo.environment["PROVISO_REWRITE"] == "1" {
      try Data(expected.utf8).write(to: URL(fileURLWithPath: path))
    }
    let isEqual = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) == expected
    #expect(
      isEqual,
      "DETECTORS.md differs from the detectors; run PROVISO_REWRITE=1 swift test --filter DetectorContractTests")
  }

  /// By room, in the order of the list.
  private static func page() throws -> String {
    let detectors =
      DetectorList.all.map { ($0.id, $0.summary) } + DetectorList.weights.map { ($0.id, $0.summary) }
    var rooms: [(name: String, rows: [String])] = []
    for (id, summary) in detectors {
      let file = try #require(try file(of: id, in: "Sources/ProvisoDetection"), "\(id)")
      let parts = file.split(separator: "/").suffix(2).map(String.init)
      let row = "| [`\(id)`](\(parts.joined(separator: "/"))) | \(summary) |"
      if let index = rooms.firstIndex(where: { $0.name == parts[0] }) {
        rooms[index].rows.append(row)
      } else {
        rooms.append((parts[0], [row]))
      }
    }
    let sections = rooms.map { room in
      "## \(room.name)\n\n| Detector | Reads |\n| --- | --- |\n\(room.rows.joined(separator: "\n"))\n"
    }
    return """
      # Detectors

      <!-- Written from the detectors themselves: PROVISO_REWRITE=1 swift test --filter DetectorContractTests -->

      What of a repository is read, and by which file. The head of each file says what it leaves out.

      \(sections.joined(separator: "\n"))
      """
  }

  /// The Swift file named after the id in kebab case, relative to the package.
  private static func file(of id: String, in folder: String) throws -> String? {
    let name = id.split(separator: "-").joined() + ".swift"
    return try SourceTree.swiftFiles(under: folder).map(\.path)
      .first { ($0 as NSString).lastPathComponent.lowercased() == name }
  }
}
