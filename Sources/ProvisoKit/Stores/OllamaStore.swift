internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoText

/// Ollama's store on the disk: for a model that the scan names, the license layers of its manifest and the header of its weights.
///
/// Layout: `manifests/registry.ollama.ai/<owner or library>/<name>/<tag>` is a JSON manifest whose layers are `blobs/sha256-…`.
struct OllamaStore {
  let store: FileStore
  let runner: DetectorRunner

  private static let maximumManifest = 1 << 20
  private static let maximumText = 4 << 20
  private static let mostLayers = 1_000
  private static let licenseType = "application/vnd.ollama.image.license"
  /// Both are GGUF.
  private static let weightTypes = ["application/vnd.ollama.image.model", "application/vnd.ollama.image.adapter"]

  func read(_ models: [ModelName]) -> StoreReading {
    var reading = StoreReading(kind: "The Ollama store", at: store.path)
    if !store.has("manifests") { reading.tellEmpty("manifests folder") }
    for model in models where model.registry == .ollama {
      guard let path = Self.manifest(of: model.id), store.has(path) else { continue }
      do {
        let bytes = try FileReader.read(try store.file(path), limit: Self.maximumManifest)
        read(SourceText(path: path, bytes: bytes), model, &reading)
      } catch {
        reading.tell(error)
      }
    }
    return reading
  }

  /// `llama3.1:8b` and `owner/name:tag`; nil for what is no name of Ollama's.
  static func manifest(of id: String) -> String? {
    let parts = id.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let tag = parts.count == 2 ? parts[1] : "latest"
    let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    let all = (names.count == 1 ? ["library"] : []) + names + [tag]
    // No part leads out of its folder.
    guard names.count <= 2,
      all.allSatisfy({ part in
        part.utf8.first.map(ASCII.isWord) == true
          && part.utf8.allSatisfy { ASCII.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      })
    else { return nil }
    return "manifests/registry.ollama.ai/" + all.joined(separator: "/")
  }

  private func read(_ manifest: SourceText, _ model: ModelName, _ reading: inout StoreReading) {
    let root: DataNode
    do {
      root = try JSONReader.read(manifest).root
    } catch {
      reading.tell("\(manifest.path) is not JSON: \(error.message)")
      return
    }
    // Models that are reached through a service have none.
    guard root["layers"]?.isNull != true else { return }
    guard let layers = root["layers"], layers.isSequence, layers.items.count <= Self.mostLayers else {
      reading.tell("\(manifest.path) has no list of at most \(Self.mostLayers) layers.")
      return
    }
    for layer in layers.items {
      guard let type = layer["mediaType"]?.string, type == Self.licenseType || Self.weightTypes.contains(type) else {
        continue
      }
      guard let blob = layer["digest"]?.string.flatMap(Self.blob) else {
        reading.tell("\(manifest.path) has a layer without a digest.")
        continue
      }
      if type != Self.licenseType, store.has(blob) {
        reading.digests[model, default: []].append(
          FileDigest(path: blob, sha256: ASCII.lowercased(String(blob.suffix(64)))))
      }
      do {
        let file = try store.file(blob)
        if type == Self.licenseType {
          let bytes = try FileReader.read(file, limit: Self.maximumText)
          // Under the name of a license text, which is what it is.
          reading.add(
            runner.detect(path: FilePath("\(blob)/LICENSE"), bytes: bytes), at: blob, of: model, source: .ollamaStore)
        } else {
          let size = try FileReader.readHead(file, count: 0).fileSize
          let bytes = ByteSource(size: size) { offset, count in
            try? FileReader.readRange(file, from: offset, count: count).bytes
          }
          reading.add(
            runner.detect(weightsAt: FilePath("\(blob).gguf"), bytes: bytes), at: blob, of: model, source: .ollamaStore)
        }
      } catch {
        // Weights that are not there are no model that anybody could use; a license text is missed.
        reading.tell(error, isListed: type == Self.licenseType)
      }
    }
  }

  /// `sha256:` and 64 hexadecimal digits.
  private static func blob(_ digest: String) -> String? {
    let hexadecimal = ASCII.lowercased(String(digest.dropFirst("sha256:".count)))
    guard digest.hasPrefix("sha256:"), hexadecimal.utf8.count == 64, hexadecimal.allSatisfy(\.isHexDigit) else {
      return nil
    }
    return "blobs/sha256-\(hexadecimal)"
  }
}
