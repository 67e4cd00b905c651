import Foundation
import PackagePlugin

/// `swift package proviso [scan] [options]`: builds the tool in release mode and starts it on the package.
///
/// The plugin decides nothing: verbs, options and output are the tool's. SwiftPM turns every failure into exit code 1.
@main
struct ProvisoPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let build = try packageManager.build(
      .product("proviso"), parameters: .init(configuration: .release, logging: .concise))
    guard build.succeeded else {
      Diagnostics.error("proviso could not be built:\n\(build.logText)")
      return
    }
    // The result can also list a debug build of the tool.
    let artifact = build.builtArtifacts.first { artifact in
      artifact.kind == .executable && artifact.url.lastPathComponent == "proviso"
        && artifact.url.pathComponents.contains("release")
    }
    guard let tool = artifact?.url else {
      Diagnostics.error("The build succeeded without a release executable named proviso.")
      return
    }
    let process = Process()
    process.executableURL = tool
    process.arguments = toolArguments(arguments, package: context.package.directoryURL)
    // SwiftPM prints both streams of a plugin on standard output, where messages would end up in the report.
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if !text.isEmpty { Diagnostics.warning(text) }
    if process.terminationReason != .exit || process.terminationStatus != 0 {
      Diagnostics.error("proviso ended with exit code \(process.terminationStatus).")
    }
  }

  /// Without a verb the package is scanned; `scan` without a path gets the package's. A leading `--` is SwiftPM's.
  private func toolArguments(_ arguments: [String], package: URL) -> [String] {
    let arguments = arguments.first == "--" ? Array(arguments.dropFirst()) : arguments
    let path = package.path(percentEncoded: false)
    guard let verb = arguments.first, !verb.hasPrefix("-") else { return ["scan", path] + arguments }
    guard verb == "scan" else { return arguments }
    let rest = Array(arguments.dropFirst())
    let hasPath = rest.first.map { !$0.hasPrefix("-") } ?? false
    return ["scan"] + (hasPath ? [] : [path]) + rest
  }
}
