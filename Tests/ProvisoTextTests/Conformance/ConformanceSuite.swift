import Foundation
import ProvisoText

/// A suite of cases that others wrote, where it lies on this machine: the environment variable `PROVISO_SUITES` names a
/// folder with checkouts. None of their files is ours; `Tests/Conformance/README.md` says how to get them.
enum ConformanceSuite: String {
  case json = "JSONTestSuite"
  case yaml = "yaml-test-suite"
  case toml = "toml-test"

  /// The checkout, nil where there is none.
  var folder: String? {
    guard let suites = ProcessInfo.processInfo.environment["PROVISO_SUITES"], !suites.isEmpty else { return nil }
    // A link to a folder has no files of its own.
    let folder = URL(fileURLWithPath: suites + "/" + rawValue).resolvingSymlinksInPath().path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }

  var isHere: Bool { folder != nil }

  /// The paths of all files below the checkout that end with `suffix`, in order.
  func paths(_ suffix: String) throws -> [String] {
    guard let folder else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted()
  }

  func source(_ path: String) throws -> SourceText {
    let file = URL(fileURLWithPath: (folder ?? "") + "/" + path)
    return SourceText(path: path, bytes: Array(try Data(contentsOf: file)))
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: (folder ?? "") + "/" + path)
  }
}

/// Which cases of a suite a reader takes otherwise than the suite says, by the reason why.
struct KnownDifferences {
  var reasons: [String: [String]]

  /// What differs and is not known, and what is known and does not differ (any more), a line each.
  func news(_ found: [String: String]) -> [String] {
    let known = Set(reasons.values.joined())
    return found.filter { !known.contains($0.key) }.map { "\($0.key): \($0.value)" }.sorted()
      + known.filter { found[$0] == nil }.map { "\($0) is listed and does not differ" }.sorted()
  }
}

extension DataNode {
  /// The number that a scalar stands for, in any of the spellings of YAML and TOML.
  var number: Double? {
    guard let scalar, scalar.form == .integer || scalar.form == .decimal else { return nil }
    let text = scalar.text.filter { $0 != "_" }.lowercased()
    for (mark, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(mark) {
      return Int(text.dropFirst(2), radix: radix).map(Double.init)
    }
    switch text {
    case ".inf", "+.inf": return .infinity
    case "-.inf": return -.infinity
    case ".nan", "+nan", "-nan": return .nan
    default: return Double(text)
    }
  }
}
