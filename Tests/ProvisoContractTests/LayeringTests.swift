import Foundation
import ProvisoTestSupport
import Testing

/// The one-way flow, read from the import lines.
@Suite("Modules import only what lies below them")
struct LayeringTests {
  static let allowed: [(module: String, imports: Set<String>)] = [
    ("ProvisoCore", []),
    ("ProvisoText", ["CProvisoYAML"]),
    ("ProvisoFiles", []),
    ("ProvisoKnowledge", ["CProvisoData", "ProvisoText", "ProvisoCore"]),
    ("ProvisoDetection", ["ProvisoText", "ProvisoCore"]),
    ("ProvisoResolution", ["ProvisoKnowledge", "ProvisoCore"]),
    ("ProvisoPolicy", ["ProvisoText", "ProvisoCore"]),
    ("ProvisoReports", ["ProvisoCore"]),
    ("ProvisoHub", ["ProvisoFiles", "ProvisoText", "ProvisoCore"]),
    ("ProvisoNetwork", ["ProvisoHub"]),
    (
      "ProvisoKit",
      [
        "ProvisoFiles", "ProvisoDetection", "ProvisoResolution", "ProvisoPolicy", "ProvisoReports", "ProvisoHub",
        "ProvisoKnowledge", "ProvisoText", "ProvisoCore",
      ]
    ),
  ]

  @Test("A module imports nothing above it", arguments: allowed)
  func importsPointDown(_ entry: (module: String, imports: Set<String>)) throws {
    let sources = try SourceTree.swiftFiles(under: "Sources/\(entry.module)")
    #expect(!sources.isEmpty)
    for source in sources {
      let ours = source.imports.filter { $0.hasPrefix("Proviso") || $0.hasPrefix("CProviso") }
      #expect(Set(ours).isSubset(of: entry.imports), "\(source.path) imports \(ours)")
    }
  }

  @Test("No shipped source imports Foundation: it costs start-up time and tens of megabytes")
  func noFoundation() throws {
    for source in try SourceTree.swiftFiles(under: "Sources") {
      #expect(!source.imports.contains { $0.hasPrefix("Foundation") }, "\(source.path)")
    }
  }

  @Test(
    "Only the file reader, the searches for needles and texts, the libyaml binding, the embedded tables and the terminal use unsafe code"
  )
  func unsafeIsConfined() throws {
    let places = [
      "Sources/ProvisoFiles/", "ByteMarks.swift", "NeedleSet.swift", "TextSearch.swift", "YAMLEventStream.swift",
      "EmbeddedText.swift",
      "Terminal.swift",
    ]
    for source in try SourceTree.swiftFiles(under: "Sources") where source.text.contains("unsafe ") {
      let code = source.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      guard code.contains(where: { $0.contains("unsafe ") }) else { continue }
      #expect(places.contains { source.path.contains($0) }, "\(source.path) uses unsafe code")
    }
  }

  @Test("Only one module reaches the network, and nothing of it is there without the trait")
  func networkIsConfined() throws {
    for source in try SourceTree.swiftFiles(under: "Sources") {
      let network = source.imports.filter { $0.hasPrefix("AsyncHTTP") || $0.hasPrefix("NIO") }
      guard !network.isEmpty else { continue }
      #expect(source.path.hasPrefix("Sources/ProvisoNetwork/"), "\(source.path) imports \(network)")
      #expect(source.text.contains("#if Online"), "\(source.path)")
    }
  }

  @Test("No file is longer than 500 lines")
  func filesAreShort() throws {
    for source in try SourceTree.swiftFiles(under: "Sources") {
      #expect(source.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 500, "\(source.path)")
    }
  }

  @Test("Nothing below the command layer prints or reads the environment")
  func noSideEffectsBelowCommands() throws {
    for (module, _) in Self.allowed where module != "ProvisoFiles" {
      for source in try SourceTree.swiftFiles(under: "Sources/\(module)") {
        for word in ["print(", "getenv(", "gmtime", "Date()"] where source.text.contains(" \(word)") {
          Issue.record("\(source.path) has \(word)")
        }
      }
    }
  }
}

/// The package's own Swift files.
enum SourceTree {
  struct File {
    /// Relative to the package.
    var path: String
    var text: String

    /// The modules of its import lines.
    var imports: [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
        return String(words[index + 1])
      }
    }
  }

  static func swiftFiles(under folder: String) throws -> [File] {
    let root = "\(packageRoot)/\(folder)"
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      File(path: "\(folder)/\(path)", text: try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8))
    }
  }
}
