import Foundation
import PackagePlugin

/// `swift package proviso [scan] [options]`: starts the tool on the package, and then on the packages that it depends on.
///
/// The plugin decides nothing about models: verbs, options and output are the tool's. Findings are lines
/// (`path:line:column: level: message`) unless another format is asked for. SwiftPM turns every failure into exit code 1.
@main
struct ProvisoPlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let package = context.package.directoryURL
    var invocation = Invocation(arguments, root: package)
    for name in invocation.targets {
      guard let target = try context.package.targets(named: [name]).first as? any SourceModuleTarget else {
        Diagnostics.error("\(name) is no target with sources.")
        return
      }
      invocation.include(target.directoryURL, of: package)
    }
    guard let tool = try self.tool(context) else { return }
    // A mistake in the options or the policy is one for the dependencies, too.
    guard try run(tool, invocation.arguments) != mistake, invocation.readsDependencies else { return }
    for dependency in dependencies(of: context.package) {
      let arguments = invocation.arguments(forDependency: dependency.directoryURL)
      print("Dependency \(dependency.displayName):")
      // A policy can make findings fail in spite of --fail-on: these are not this package's to change.
      if try run(tool, arguments, isFinding: { $0 == 1 }) == mistake { return }
    }
  }

  /// The tool: that of an artifact bundle as it is, else built for release, since a debug build is three times slower.
  private func tool(_ context: PluginContext) throws -> URL? {
    if let bundled = try? context.tool(named: "proviso").url, bundled.path().contains(".artifactbundle") {
      return bundled
    }
    let build = try packageManager.build(
      .product("proviso"), parameters: .init(configuration: .release, logging: .concise))
    guard build.succeeded else {
      Diagnostics.error("proviso could not be built:\n\(build.logText)")
      return nil
    }
    // The result can also list a debug build of the tool.
    let artifact = build.builtArtifacts.first { artifact in
      artifact.kind == .executable && artifact.url.lastPathComponent == "proviso"
        && artifact.url.pathComponents.contains("release")
    }
    if artifact == nil { Diagnostics.error("The build succeeded without a release executable named proviso.") }
    return artifact?.url
  }

  /// The package of the sources, and the one with the released tool.
  private static let ownPackages: Set<String> = ["proviso", "proviso-swiftpm"]

  /// Everything that the package depends on, each once, by name. The tool's own packages are not the user's.
  private func dependencies(of package: Package) -> [Package] {
    var found: [Package.ID: Package] = [:]
    var waiting = package.dependencies.map(\.package)
    while let next = waiting.popLast() {
      guard !Self.ownPackages.contains(next.displayName), next.id != package.id,
        found.updateValue(next, forKey: next.id) == nil
      else {
        continue
      }
      waiting += next.dependencies.map(\.package)
    }
    return found.values.sorted { $0.displayName < $1.displayName }
  }
}

/// The exit code of wrong usage and of a policy that is not valid.
private let mistake: Int32 = 2

/// Runs the tool; its failure is the plugin's.
///
/// - Parameter isFinding: the exit codes that only say that something was found, and fail nothing.
/// - Returns: the exit code.
@discardableResult
private func run(_ tool: URL, _ arguments: [String], isFinding: (Int32) -> Bool = { _ in false }) throws -> Int32 {
  let process = Process()
  process.executableURL = tool
  process.arguments = arguments
  // SwiftPM prints both streams of a plugin on standard output, where messages would end up in the report.
  let messages = Pipe()
  process.standardError = messages
  try process.run()
  let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  let status = process.terminationStatus
  if !text.isEmpty { status == mistake ? Diagnostics.error(text) : Diagnostics.warning(text) }
  if process.terminationReason != .exit || status != 0 && !isFinding(status) {
    Diagnostics.error("proviso ended with exit code \(status).")
  }
  return status
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension ProvisoPlugin: XcodeCommandPlugin {
    /// Xcode passes the chosen targets, whose files can lie anywhere: the project is scanned whole.
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
      let invocation = Invocation(arguments, root: context.xcodeProject.directoryURL)
      guard let tool = (try? context.tool(named: "proviso").url) ?? installed else {
        Diagnostics.error(
          "There is no proviso for this machine: Xcode builds no tool for a command. Put the release executable into one of \(Self.places.joined(separator: ", "))."
        )
        return
      }
      try run(tool, invocation.arguments)
    }

    private static var places: [String] {
      ["/opt/homebrew/bin", "/usr/local/bin", FileManager.default.homeDirectoryForCurrentUser.path + "/.local/bin"]
    }

    /// An executable that somebody put there: Xcode has no package manager that a plugin could ask for one.
    private var installed: URL? {
      Self.places.map { URL(fileURLWithPath: $0).appendingPathComponent("proviso") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
  }
#endif
