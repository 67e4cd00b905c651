import Foundation
import ProvisoTestSupport

/// The executable as it was built with these tests, run as users run it.
enum Tool {
  /// Beside the test bundle.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
    return (bundle ?? Bundle.main.bundleURL).appending(path: "proviso").path(percentEncoded: false)
  }()

  struct Answer {
    var status: Int32
    var bytes: [UInt8]
    var error: String

    var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// - Parameter environment: over that of the tests, from which what changes colors is taken.
  static func run(
    _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:]
  ) throws -> Answer {
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables.merge(environment) { $1 }
    let result = try ProvisoTestSupport.run(path, arguments, directory: directory, environment: variables)
    return Answer(
      status: result.status, bytes: result.output, error: String(decoding: result.error, as: UTF8.self))
  }
}
