import Foundation
import ProvisoTestSupport

/// A folder of Samples/: a small repository with a story, and what is reported of it.
enum Sample: String, CaseIterable {
  case swiftApp = "swift-app"
  case relicensedFineTune = "relicensed-fine-tune"
  case researchAndProduct = "research-and-product"

  enum Format: String, CaseIterable {
    case text, json, sarif

    var fileName: String { self == .text ? "report.txt" : "report.\(rawValue)" }
  }

  var folder: String { "\(packageRoot)/Samples/\(rawValue)" }

  func expected(_ format: Format) -> String { "\(folder)/expected/\(format.fileName)" }

  /// A copy outside of this repository, whose policy and ignore rules do not count there.
  func copy() throws -> Folder { try Folder(copyOf: folder) }

  /// Whether the reports are to be written anew: PROVISO_REWRITE=1 swift test --filter ProvisoSampleTests.
  static let isRewriting = ProcessInfo.processInfo.environment["PROVISO_REWRITE"] == "1"

  /// The reports count among the files of the sample, so all of them have to be there before one is made.
  func makeRoomForReports() throws {
    for format in Format.allCases where !FileManager.default.fileExists(atPath: expected(format)) {
      _ = try run("mkdir", ["-p", folder + "/expected"])
      _ = try run("touch", [expected(format)])
    }
  }
}
