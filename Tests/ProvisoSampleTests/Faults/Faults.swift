import Foundation
import ProvisoTestSupport

/// The library of `faults.c`, built once; nil where there is no C compiler or no such way to load it.
enum Faults {
  static let library: String? = {
    #if os(Linux)
      let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      let output = FileManager.default.temporaryDirectory.appending(path: "proviso-faults-\(UUID().uuidString).so")
      let path = output.path(percentEncoded: false)
      for compiler in ["cc", "clang", "gcc"] {
        let words = ["-shared", "-fPIC", "-w", "-o", path, folder + "/faults.c", "-ldl"]
        if (try? ProvisoTestSupport.run(compiler, words))?.status == 0 { return path }
      }
    #endif
    return nil
  }()

  /// Runs the tool while `fault` happens to the paths that end in `name`.
  static func run(
    _ fault: String, to name: String? = nil, _ arguments: [String], in folder: Folder
  ) throws -> Tool.Answer {
    var environment = ["LD_PRELOAD": library ?? "", "FAULT": fault]
    environment["FAULT_NAME"] = name
    return try Tool.run(arguments, in: folder.path, environment: environment)
  }
}

/// What a report says of the run itself.
struct Notifications: Decodable {
  struct Notification: Decodable {
    var level: String
    var path: String?
    var message: String
  }
  struct Reference: Decodable { var path: String }
  struct Model: Decodable {
    var id: String
    var references: [Reference]
  }
  var notifications: [Notification]
  var models: [Model]

  init(_ answer: Tool.Answer) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(answer.bytes))
  }

  func messages(for path: String) -> [String] {
    notifications.filter { $0.path == path }.map(\.message)
  }

  var places: Set<String> { Set(models.flatMap(\.references).map(\.path)) }
}
