internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles

/// The hub's cache on the disk: for a model that the scan names, the card, the configurations and the license texts of the snapshots that
/// are meant.
///
/// Layout: `models--owner--name/refs/<revision>` holds a commit, `snapshots/<commit>/` links to `blobs/`. Each revision that
/// the tree pins is read, and `main` where it loads the model without one. A snapshot to which no `main` leads was fetched as a commit that
/// somebody pinned: where it is the only one it is read, and what it says is in doubt.
struct HubCache {
  let store: FileStore
  let runner: DetectorRunner

  private static let maximumText = 4 << 20
  private static let maximumReference = 256
  private static let mostTexts = 64
  private static let manifests: Set<String> = ["readme.md", "config.json", "adapter_config.json"]

  private static let mostRevisions = 64

  /// - Parameter models: the models of the scan, each with the revisions it is asked for; nil is the present one.
  func read(_ models: [(name: ModelName, revisions: [String?])]) -> StoreReading {
    var reading = StoreReading(kind: "The hub cache", at: store.path)
    let names: [String]
    do {
      names = try store.names(in: "")
    } catch {
      reading.tell(error)
      return reading
    }
    // Ids differ in case from place to place, and a model may lie there under several spellings: all of them speak of it.
    let folders = Dictionary(grouping: names.filter { $0.hasPrefix("models--") }) { ASCII.lowercased($0) }
    if folders.isEmpty { reading.tellEmpty("models--… folder") }
    for (name, revisions) in models where name.registry == .huggingface {
      let key = "models--" + name.id.split(separator: "/").joined(separator: "--")
      for folder in folders[ASCII.lowercased(key), default: []] { read(name, revisions, folder, &reading) }
    }
    return reading
  }

  private func read(_ model: ModelName, _ revisions: [String?], _ folder: String, _ reading: inout StoreReading) {
    let snapshots: [String]
    do {
      snapshots = try store.names(in: "\(folder)/snapshots")
    } catch {
      reading.tell(error)
      return
    }
    if revisions.count > Self.mostRevisions {
      reading.tell(
        "\(folder) was asked for \(revisions.count) revisions, of which \(Self.mostRevisions) were looked for.")
    }
    var seen: Set<String> = []
    for revision in revisions.prefix(Self.mostRevisions) {
      guard let snapshot = snapshot(revision, of: snapshots, folder, &reading), seen.insert(snapshot.commit).inserted
      else { continue }
      read(model, "\(folder)/snapshots/\(snapshot.commit)", snapshot.doubt, &reading)
    }
  }

  private func read(_ model: ModelName, _ directory: String, _ doubt: String?, _ reading: inout StoreReading) {
    let names: [String]
    do {
      names = try store.names(in: directory)
    } catch {
      reading.tell(error)
      return
    }
    digest(directory, names, model, &reading)
    let texts = names.filter { Self.manifests.contains(ASCII.lowercased($0)) || runner.wantsLicense(FilePath($0)) }
    if texts.count > Self.mostTexts {
      reading.tell("\(directory) has \(texts.count) cards and license texts, of which \(Self.mostTexts) were read.")
    }
    for name in texts.prefix(Self.mostTexts) {
      let path = "\(directory)/\(name)"
      do {
        let bytes = try FileReader.read(try store.file(path), limit: Self.maximumText)
        reading.add(
          runner.detect(path: FilePath(path), bytes: bytes), at: path, of: model, source: .hubCache, doubt: doubt)
      } catch {
        // It is listed: what it leads to is gone.
        reading.tell(error, isListed: true)
      }
    }
  }

  private static let mostWeights = 1_000

  /// The cache calls large files by their SHA-256; a smaller one goes by git's hash, and a copy, which some systems have in place
  /// of a link, by its own name.
  private func digest(_ directory: String, _ names: [String], _ model: ModelName, _ reading: inout StoreReading) {
    // Parts of a pipeline lie in folders of their own.
    let below = names.prefix(Self.mostWeights).flatMap { folder in
      ((try? store.names(in: "\(directory)/\(folder)")) ?? []).map { "\(folder)/\($0)" }
    }
    for name in (names + below).prefix(Self.mostWeights) where runner.wantsWeights(FilePath(name)) {
      guard let blob = store.realName("\(directory)/\(name)"), blob.utf8.count == 64, blob.allSatisfy(\.isHexDigit)
      else { continue }
      reading.digests[model, default: []].append(
        FileDigest(path: "\(directory)/\(name)", sha256: ASCII.lowercased(blob)))
    }
  }

  /// The commit to read, and why it may be another than the one that is used; nil where no snapshot is the one.
  private func snapshot(
    _ revision: String?, of snapshots: [String], _ folder: String, _ reading: inout StoreReading
  ) -> (commit: String, doubt: String?)? {
    if let revision, snapshots.contains(revision) { return (revision, nil) }
    // A revision may be `refs/pr/1`; one that leaves the folder is none.
    let name = revision ?? "main"
    guard !name.split(separator: "/").contains("..") else { return nil }
    let reference = "\(folder)/refs/\(name)"
    do {
      let bytes = try FileReader.read(try store.file(reference), limit: Self.maximumReference)
      let commit = String(decoding: bytes.filter { !ASCII.isWhitespace($0) }, as: UTF8.self)
      if snapshots.contains(commit) { return (commit, nil) }
      // Another snapshot is another state of the model, which may have been under another license.
      reading.tell(
        "\(reference) names no snapshot that lies there, so nothing was read of the model; download it again.")
      return nil
    } catch {
      reading.tell(error)
      guard error.kind == .notFound else { return nil }
    }
    guard revision == nil, snapshots.count == 1, let commit = snapshots.first else { return nil }
    return (commit, "one state of several, perhaps: the cache has no refs/main that leads to it")
  }
}
