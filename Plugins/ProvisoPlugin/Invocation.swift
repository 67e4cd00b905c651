import Foundation

/// What the user typed after the verb, as the tool takes it.
struct Invocation {
  /// The values of `--target`.
  private(set) var targets: [String] = []
  /// Whether the packages that this one depends on are read too: where the answer is lines of text. A report in another format is
  /// about one tree.
  private(set) var readsDependencies = false
  private let verb: String?
  private let path: String
  private var options: [String]
  private let root: URL

  /// Options of SwiftPM's own that reach the plugin too, each with the number of its values.
  private static let packageOptions = [
    "--allow-writing-to-package-directory": 0, "--allow-writing-to-directory": 1, "--allow-network-connections": 1,
    "--disable-sandbox": 0, "-q": 0, "-v": 0, "--very-verbose": 0, "--vv": 0,
  ]

  /// What is about this package's own report.
  private static let ownOptions = [
    "--output": 1, "--write-baseline": 1, "--baseline": 1, "--since": 1, "--fail-on": 1, "--lock": 1, "--locked": 0,
  ]

  /// Verbs that are about a folder, beside `scan`.
  private static let folderVerbs = ["lock", "notice", "what-if"]

  init(_ arguments: [String], root: URL) {
    self.root = root
    var rest: [String] = []
    // A leading `--` is SwiftPM's.
    var waiting = (arguments.first == "--" ? arguments.dropFirst() : arguments[...])
    while let argument = waiting.popFirst() {
      if let values = Self.packageOptions[argument] {
        waiting = waiting.dropFirst(values)
      } else if Self.packageOptions.contains(where: { $0.value > 0 && argument.hasPrefix($0.key + "=") }) {
        continue
      } else if argument == "--target" {
        if let name = waiting.popFirst() { targets.append(name) }
      } else if argument.hasPrefix("--target=") {
        targets.append(String(argument.dropFirst("--target=".count)))
      } else {
        rest.append(argument)
      }
    }
    // Without a verb the package is scanned; `scan` without a path gets the package's.
    let isScan = rest.first.map { $0.hasPrefix("-") || $0 == "scan" } ?? true
    guard isScan else {
      if Self.folderVerbs.contains(rest[0]), rest.count == 1 || rest[1].hasPrefix("-") {
        rest.insert(root.path(percentEncoded: false), at: 1)
      }
      (verb, path, options) = (nil, "", rest)
      return
    }
    if rest.first == "scan" { rest.removeFirst() }
    let hasPath = rest.first.map { !$0.hasPrefix("-") } ?? false
    verb = "scan"
    path = hasPath ? rest.removeFirst() : root.path(percentEncoded: false)
    options = rest
    let isText = !rest.contains { $0.hasPrefix("--format") || $0.hasPrefix("--emit") || $0 == "--help" || $0 == "-h" }
    if isText, !rest.contains(where: { $0.hasPrefix("--text-style") }) { options += ["--text-style", "lines"] }
    readsDependencies = isText && !hasPath && targets.isEmpty
  }

  var arguments: [String] {
    [verb, verb == nil ? nil : path].compactMap(\.self) + options
  }

  /// Narrows the scan to a target's folder, its sources and resources.
  mutating func include(_ folder: URL, of package: URL) {
    let prefix = package.path(percentEncoded: false)
    let path = folder.path(percentEncoded: false)
    let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    let trimmed = relative.split(separator: "/").joined(separator: "/")
    options += ["--include", trimmed.isEmpty ? "**" : trimmed + "/**"]
  }

  /// The same for a dependency: under the policy of this package and never under one of its own, which strangers wrote. What is found
  /// there is told and fails nothing: it is not this package's to change.
  func arguments(forDependency folder: URL) -> [String] {
    var own: [String] = []
    var waiting = options[...]
    while let option = waiting.popFirst() {
      if let values = Self.ownOptions[option] {
        waiting = waiting.dropFirst(values)
      } else if !Self.ownOptions.keys.contains(where: { option.hasPrefix($0 + "=") }) {
        own.append(option)
      }
    }
    let hasPolicy = own.contains { $0.hasPrefix("--policy") }
    let policy = hasPolicy ? [] : ["--policy", self.policy ?? "proviso:default"]
    return ["scan", folder.path(percentEncoded: false), "--fail-on", "never"] + policy + own
  }

  /// The policy that the tool would find for the package: in it, or at the git root above.
  private var policy: String? {
    var folder = root
    while true {
      let isRoot = FileManager.default.fileExists(atPath: folder.appending(path: ".git").path(percentEncoded: false))
      if isRoot || folder == root {
        for name in [".github/proviso.yaml", "proviso.yaml", ".proviso.yaml"] {
          let file = folder.appending(path: name).path(percentEncoded: false)
          if FileManager.default.fileExists(atPath: file) { return file }
        }
      }
      let parent = folder.deletingLastPathComponent()
      if isRoot || parent == folder || parent.pathComponents.count >= folder.pathComponents.count { return nil }
      folder = parent
    }
  }
}
