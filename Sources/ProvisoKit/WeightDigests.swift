internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoText

/// The hashes of the weights that lie in the tree, which bills of materials give, and of those in stores on the disk, which call them
/// by their hashes. To read weights to their end takes time, so they are asked for only where a report has them.
struct WeightDigests {
  /// By path.
  let files: [String: SourceFile]
  /// Of models in stores, by the names that the tree has for them.
  var stored: [ModelName: [FileDigest]] = [:]
  let jobs: Int

  /// A run reads no more than this; the files that are left out are told.
  private static let maximumTotal = 16 << 30
  private static let pointerSize = 2_048

  func add(to report: inout ScanReport) async {
    let paths = report.models.map { Self.paths(of: $0.model) }
    var total = 0
    var wanted: [SourceFile] = []
    for file in Set(paths.joined()).sorted().compactMap({ files[$0] }) {
      total += (try? FileReader.readHead(file, count: 0).fileSize) ?? 0
      if total <= Self.maximumTotal {
        wanted.append(file)
      } else {
        report.notifications.append(.notHashed(file.path))
      }
    }
    report.notifications.sort()
    let digests = await concurrentMap(wanted, jobs: jobs) { Self.digest($0) }
    let known = Dictionary(
      zip(wanted.map(\.path), digests).compactMap { path, digest in digest.map { (path, $0) } },
      uniquingKeysWith: { $1 })
    for index in report.models.indices {
      report.models[index].files = paths[index].compactMap { path in
        known[path].map { FileDigest(path: path, sha256: $0) }
      }
      if !report.models[index].model.isLocal { report.models[index].files = inStores(report.models[index].model) }
    }
  }

  private func inStores(_ model: ResolvedModel) -> [FileDigest] {
    guard !stored.isEmpty else { return [] }
    if let digests = stored[model.name] { return digests }
    // The tree may have the model under an earlier name.
    let names = Set(model.references.map { ModelName(registry: model.name.registry, id: $0.asWritten) })
    return names.sorted().lazy.compactMap { stored[$0] }.first ?? []
  }

  private static func paths(of model: ResolvedModel) -> [String] {
    guard model.isLocal else { return [] }
    return Set(model.references.filter { $0.kind == .weights }.map(\.location.path)).sorted()
  }

  /// nil for a file that cannot be read, which the scan has told already.
  private static func digest(_ file: SourceFile) -> String? {
    guard let head = try? FileReader.readHead(file, count: pointerSize) else { return nil }
    if let digest = GitLFSPointer.digest(in: head.bytes) { return digest }
    return SHA256.hexadecimal(
      of: ByteSource(size: head.fileSize) { offset, count in
        try? FileReader.readRange(file, from: offset, count: count).bytes
      })
  }
}

extension Notification {
  fileprivate static func notHashed(_ path: String) -> Self {
    Self(
      level: .note,
      message: "Its hash is not in the bill of materials: there are more weights than are read in one run.",
      path: path)
  }
}
