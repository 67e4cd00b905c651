import Foundation
import ProvisoTestSupport

/// A folder of Samples/: a small repository with a story, and what is reported of it.
enum Sample: String, CaseIterable {
  case swiftApp = "swift-app"
  case relicensedFineTune = "relicensed-fine-tune"
  case researchAndProduct = "research-and-product"

  enum Format: String, CaseIterable {
    case text, json, sarif
  }

  var folder: String { "\(packageRoot)/Samples/\(rawValue)" }

  /// Not beside the sample: a report that is read as part of one would be in it.
  func expected(_ format: Format) -> String { "\(packageRoot)/Tests/Expected/\(rawValue).\(format.rawValue)" }

  /// A copy outside of this repository, whose policy and ignore rules do not count there.
  func copy() throws -> Folder { try Folder(copyOf: folder) }

  /// Whether the reports are to be written anew: PROVISO_REWRITE=1 swift test --filter ProvisoSampleTests.
  static let isRewriting = ProcessInfo.processInfo.environment["PROVISO_REWRITE"] == "1"
}
