import Foundation
import ProvisoTestSupport
import ProvisoText

/// The files that people edit, as the tests read them.
enum KnowledgeFiles {
  static let licenses = packageRoot + "/Sources/ProvisoKnowledge/Licenses"
  static let models = packageRoot + "/Sources/ProvisoKnowledge/Models"

  /// The names, without extension, of the license records.
  static let records: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: licenses)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()
  }()

  static func record(_ id: String) throws -> SourceText {
    SourceText(path: "\(id).yaml", bytes: try bytes("\(licenses)/\(id).yaml"))
  }

  /// The fields of the lines of a table, without comments.
  static func rows(_ path: String) throws -> [[String]] {
    String(decoding: try bytes(path), as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// A table of the folder `shared` beside the package without its heading; nil where there is none.
  static func shared(_ path: String) -> [[String]]? {
    guard let sharedFolder, let rows = try? rows("\(sharedFolder)/\(path)") else { return nil }
    return Array(rows.dropFirst())
  }

  /// The generator that was built along with these tests.
  static let generator: String? = {
    let own = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent().path
    return [own, packageRoot + "/.build/debug"].map { $0 + "/proviso-knowledge" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()
}
