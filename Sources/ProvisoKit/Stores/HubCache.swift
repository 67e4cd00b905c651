internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles

/// The hub's cache on the disk: for a model that the scan names, the card, the configurations and the license texts of the snapshot that
/// lies there.
///
/// Layout: `models--owner--name/refs/<revision>` holds a commit, `snapshots/<commit>/` links to `blobs/`. The revision that
/// the tree pins is read, else `main`; where no revision is pinned, `main` is not there and there is one snapshot, that one.
struct HubCache {
  let store: FileStore
  let runner: DetectorRunner

  private static let maximumText = 4 << 20
  private static let maximumReference = 256
  private static let mostTexts = 64
  private static let manifests: Set<String> = ["readme.md", "config.json", "adapter_config.json"]

  /// - Parameter models: the models of the scan, each with the revision it is asked for, if one is.
  func read(_ models: [(name: ModelName, revision: String?)]) -> StoreReading {
    var reading = StoreReading(kind: "The hub cache \(store.path)")
    let names: [String]
    do {
      names = try store.names(in: "")
    } catch {
      reading.tell(error)
      return reading
    }
    // Ids differ in case from place to place.
    let folders = Dictionary(
      names.filter { $0.hasPrefix("models--") }.map { (ASCII.lowercased($0), $0) }, uniquingKeysWith: { one, _ in one })
    if folders.isEmpty { reading.tellEmpty("models--… folder") }
    for (name, revision) in models where name.registry == .huggingface {
      let key = "models--" + name.id.split(separator: "/").joined(separator: "--")
      guard let folder = folders[ASCII.lowercased(key)] else { continue }
      read(name, revision, folder, &reading)
    }
    return reading
  }

  private func read(_ model: ModelName, _ revision: String?, _ folder: String, _ reading: inout StoreReading) {
    guard let snapshot = snapshot(revision, folder, &reading) else { return }
    let directory = "\(folder)/snapshots/\(snapshot)"
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
        reading.add(runner.detect(path: FilePath(path), bytes: bytes), at: path, of: model, source: .hubCache)
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

  /// The commit to read; nil where no snapshot is the one.
  private func snapshot(_ revision: String?, _ folder: String, _ reading: inout StoreReading) -> String? {
    let snapshots: [String]
    do {
      snapshots = try store.names(in: "\(folder)/snapshots")
    } catch {
      reading.tell(error)
      return nil
    }
    if let revision, snapshots.contains(revision) { return revision }
    // A revision may be `refs/pr/1`; one that leaves the folder is none.
    let name = revision ?? "main"
    guard !name.split(separator: "/").contains("..") else { return nil }
    let reference = "\(folder)/refs/\(name)"
    do {
      let bytes = try FileReader.read(try store.file(reference), limit: Self.maximumReference)
      let commit = String(decoding: bytes.filter { !ASCII.isWhitespace($0) }, as: UTF8.self)
      if snapshots.contains(commit) { return commit }
      // Another snapshot is another state of the model, which may have been under another license.
      reading.tell(
        "\(reference) names no snapshot that lies there, so nothing was read of the model; download it again.")
      return nil
    } catch {
      reading.tell(error)
      guard error.kind == .notFound else { return nil }
    }
    return revision == nil && snapshots.count == 1 ? snapshots.first : nil
  }
}
