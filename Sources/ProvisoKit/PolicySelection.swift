internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoText

/// The policy of a run, found and read.
package struct SelectedPolicy: Sendable {
  /// nil where it is not valid.
  package var policy: Policy?
  package var diagnostics: [PolicyDiagnostic]
}

/// A policy that cannot even be read.
package struct PolicySelectionError: Error, Sendable, CustomStringConvertible {
  /// One sentence: what was looked for and what to do.
  package var message: String

  package var description: String { message }
}

/// Finds a run's policy: what was asked for, else the file of the scan root or of the git root above it, else the pack
/// `proviso:default`. Never a file from deeper inside the scanned tree, which strangers may have written.
///
/// A policy of the scanned repository is read in it alone: neither a link nor `extends` opens another file of the machine, whose
/// words a message could show. One that lies outside is the operator's, and so is what it extends.
package struct PolicySelection: Sendable {
  private static let fileNames = [".github/proviso.yaml", "proviso.yaml", ".proviso.yaml"]
  private static let packPrefix = "proviso:"
  /// What stands for a file where several policies are given.
  private static let combinedName = "--policy"
  private static let maximumSize = 1 << 20

  /// How the repository's files were, where the policy of an earlier revision is asked for.
  private let earlier: (@Sendable (String) -> EarlierFile)?
  /// How messages print paths.
  private let shown: @Sendable (String) -> String

  /// - Parameters:
  ///   - earlier: how a file was, by its path as the policy names it; nil to read the files as they are.
  ///   - paths: how findings print the policy's paths; nil for as they were given, which is how a terminal opens them.
  package init(earlier: (@Sendable (String) -> EarlierFile)? = nil, paths: ShownPaths? = nil) {
    self.earlier = earlier
    shown = { paths?.words($0) ?? $0 }
  }

  /// The packs that ship, by the names that `extends` takes.
  package static var packs: [String] { PolicyPacks.names.map { packPrefix + $0 } }

  /// - Parameters:
  ///   - names: files or packs (`proviso:<name>`); several are laid one over the other, the last on top.
  ///   - root: the scan root, nil where there is none (`check`); a file's folder stands for the file.
  package func select(_ names: [String], root: String?) throws(PolicySelectionError) -> SelectedPolicy {
    let root = root.map(Self.folder)
    let names = names.isEmpty ? [try policyFile(at: root) ?? "\(Self.packPrefix)default"] : names
    let bounds = RepositoryBounds(around: root)
    let source = try names.count == 1 ? self.source(names[0], within: bounds) : combined(names)
    let isPack = source.path.hasPrefix(Self.packPrefix)
    let knowledge = knowledge(withLicenses: !isPack)
    let resolve = { (reference: String, child: String) throws(PolicySelectionError) -> SourceText? in
      if child != Self.combinedName, bounds.hold(child), !reference.hasPrefix(Self.packPrefix), !bounds.hold(reference)
      {
        throw PolicySelectionError(
          message:
            "it lies outside of the repository; what is to hold beside the repository's policy goes before it as another --policy"
        )
      }
      return try self.source(reference, within: bounds, called: shown(reference))
    }
    let result = PolicyLoader.load(
      source, path: isPack ? nil : source.path, knowledge: knowledge, resolve: resolve, shown: shown)
    let prefix = prefix(of: names, root: root)
    return SelectedPolicy(
      policy: prefix.isEmpty ? result.policy : result.policy?.countingPaths(from: prefix),
      diagnostics: result.diagnostics)
  }

  private static func folder(of root: String) -> String {
    guard FileSystem.type(of: root) == .regular else { return root }
    guard let slash = root.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == root.startIndex ? "/" : String(root[..<slash])
  }

  /// The path from the git root down to the scan root, where the policy is the git root's: its globs were written there, and in a
  /// folder below they would let `services/research` be `research`.
  private func prefix(of names: [String], root: String?) -> String {
    guard let root, let real = FileSystem.realPath(root), let top = FileSystem.gitRoot(above: real), top != real,
      real.hasPrefix(top == "/" ? top : top + "/")
    else { return "" }
    let own = Self.fileNames.map { top == "/" ? top + $0 : "\(top)/\($0)" }
    let files = names.filter { !$0.hasPrefix(Self.packPrefix) }.flatMap {
      [FileSystem.realPath($0), FileSystem.absolutePath($0)].compactMap(\.self)
    }
    guard files.contains(where: own.contains) else { return "" }
    return String(real.dropFirst(top == "/" ? 1 : top.count + 1)) + "/"
  }

  /// The policy file that stands at `root` or at the git root above it.
  ///
  /// - Throws: where there is none, and a file that was meant to be one: without it the run would be held to another policy.
  private func policyFile(at root: String?) throws(PolicySelectionError) -> String? {
    guard let root else { return nil }
    let roots = [root.hasPrefix("/") ? FileSystem.realPath(root) ?? root : root, FileSystem.gitRoot(above: root)]
      .compactMap { $0.map(relative) }
    let file = roots.lazy.flatMap { root in Self.fileNames.lazy.map { "\(root)/\($0)" } }.first(where: exists)
    guard file == nil, earlier == nil, let missed = roots.lazy.compactMap(missedFile).first else { return file }
    throw PolicySelectionError(message: missed)
  }

  /// What is wrong with a file at `root` that is called nearly as a policy is, or is a link to nothing; nil where there is none.
  private func missedFile(at root: String) -> String? {
    guard let store = try? FileStore(path: root) else { return nil }
    for folder in ["", ".github"] {
      let names = (try? store.names(in: folder)) ?? []
      guard let name = names.first(where: { Self.nearNames.contains($0.lowercased()) }) else { continue }
      let path = shown("\(root)/\(folder.isEmpty ? name : "\(folder)/\(name)")")
      return Self.fileNames.contains(folder.isEmpty ? name : "\(folder)/\(name)")
        ? "The policy \(path) could not be read: it is a link that leads to nothing."
        : "\(path) is not read: a policy is called \(Self.fileNames.joined(separator: ", ")). Rename it, or give it with --policy."
    }
    return nil
  }

  private static let nearNames: Set<String> = ["proviso.yaml", "proviso.yml", ".proviso.yaml", ".proviso.yml"]

  private func exists(_ path: String) -> Bool {
    switch earlier?(path) {
    case .bytes: true
    case .absent: false
    case .outside, nil: FileSystem.exists(path)
    }
  }

  /// `path` as seen from the current directory where one lies in the other: reports do not differ between machines.
  private func relative(_ path: String) -> String {
    guard path.hasPrefix("/"), let current = FileSystem.currentDirectory else { return path }
    if (path + "/").hasPrefix(current + "/") {
      return "." + String(decoding: path.utf8.dropFirst(current.utf8.count), as: UTF8.self)
    }
    guard (current + "/").hasPrefix(path + "/") else { return path }
    let steps = current.utf8.dropFirst(path.utf8.count).count { $0 == UInt8(ascii: "/") }
    return Array(repeating: "..", count: steps).joined(separator: "/")
  }

  /// - Parameter called: the path as messages have it; nil for as it was given.
  private func source(
    _ name: String, within bounds: RepositoryBounds, called: String? = nil
  ) throws(PolicySelectionError) -> SourceText {
    let called = called ?? name
    if name.hasPrefix(Self.packPrefix) {
      let pack = String(name.dropFirst(Self.packPrefix.count))
      guard let bytes = PolicyPacks.bytes(of: pack) else {
        let hint = NearestName.nearest(to: pack, among: PolicyPacks.names).map {
          " Did you mean \(Self.packPrefix)\($0)?"
        }
        throw PolicySelectionError(
          message:
            "There is no policy pack \"\(pack)\"; there are \(PolicyPacks.names.joined(separator: ", ")).\(hint ?? "")")
      }
      return SourceText(path: name, bytes: bytes)
    }
    switch earlier?(name) {
    case .bytes(let bytes): return SourceText(path: name, bytes: bytes)
    case .absent: throw PolicySelectionError(message: "The policy \(called) was not there.")
    case .outside, nil: break
    }
    guard !bounds.hold(name) || !bounds.areLeft(by: name) else {
      throw PolicySelectionError(
        message:
          "The policy \(called) could not be read: it is a link that leads out of the repository. Put the file in its place, or give that file with --policy."
      )
    }
    do {
      return SourceText(path: name, bytes: try FileReader.readAbsolute(path: name, limit: Self.maximumSize))
    } catch {
      let hint = PolicyPacks.names.contains(name) ? " The pack of that name is \(Self.packPrefix)\(name)." : ""
      throw PolicySelectionError(message: "The policy \(called) could not be read: \(error.message)\(hint)")
    }
  }

  /// Several policies are one that extends them all.
  private func combined(_ names: [String]) -> SourceText {
    let list = names.map { "  - \"\(extensible($0))\"\n" }.joined()
    return SourceText(
      path: Self.combinedName, "version: 1\nname: \"\(names.map(shown).joined(separator: " + "))\"\nextends:\n\(list)")
  }

  /// `extends` takes relative paths only.
  private func extensible(_ name: String) -> String {
    guard name.hasPrefix("/"), let directory = FileSystem.currentDirectory else { return name }
    let ups = directory.split(separator: "/").map { _ in "../" }.joined()
    return ups + name.drop { $0 == "/" }
  }

  /// - Parameter withLicenses: false for a pack: packs speak of no license, and their names need not be unpacked.
  private func knowledge(withLicenses: Bool) -> PolicyKnowledge {
    let library = LicenseLibrary.shared
    let licenses = withLicenses ? library.ids.compactMap(library.license) : []
    return PolicyKnowledge(
      ruleIDs: RuleList.descriptions.map(\.id), licenseIDs: licenses.flatMap { [$0.id, $0.spdx] + $0.aliases },
      families: Set(licenses.compactMap(\.family)).sorted(), packNames: PolicyPacks.names,
      ruleOptions: Dictionary(uniqueKeysWithValues: RuleList.descriptions.map { ($0.id, $0.options.map(\.name)) }),
      ruleLevels: Dictionary(uniqueKeysWithValues: RuleList.descriptions.map { ($0.id, $0.level) }))
  }
}
