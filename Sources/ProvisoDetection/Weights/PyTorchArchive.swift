internal import ProvisoCore
internal import ProvisoText

/// PyTorch checkpoints (`.pt`, `.pth`, `.bin`, `.ckpt`): that weights lie here.
///
/// Archives are known by their `data.pkl`, older files by the number their pickle begins with. Nothing is ever unpickled, so
/// what a checkpoint says of itself stays unread; only the JSON that TorchScript keeps in files of its own (`extra/`) is
/// read.
struct PyTorchArchive: WeightDetector {
  let id = "pytorch-archive"
  let summary = "PyTorch checkpoints, by their structure: nothing is unpickled."

  var endings: Set<String> { ["bin", "ckpt", "jit", "pt", "pth", "ptl", "torchscript"] }

  func wants(_ path: FilePath) -> Bool {
    ["pt", "pth", "bin", "ckpt", "jit", "torchscript", "ptl"].contains(path.fileExtension)
  }

  /// `.bin` is anything.
  func isWeights(pointerAt path: FilePath) -> Bool {
    path.fileExtension != "bin" || WeightName(path).saysModel
  }

  func detect(_ input: WeightInput) -> Detections {
    guard let start = input.read(0, 64) else {
      return isWeights(pointerAt: input.path) ? WeightFile.unreadable(input) : Detections()
    }
    let isArchive = start.starts(with: [0x50, 0x4B, 3, 4])
    guard isArchive || isLegacy(start) else {
      // Other pickles are data as often as models.
      guard isWeights(pointerAt: input.path), start.first != 0x80 else { return Detections() }
      return WeightFile.unknown(input, start, "it is neither an archive nor what PyTorch wrote before 1.6")
    }
    do {
      guard isArchive else { return WeightFile.described(input) }
      guard let archive = try ZipDirectory.read(input.bytes) else {
        guard isWeights(pointerAt: input.path) else { return Detections() }
        return WeightFile.broken(input, "its archive has no directory at the end")
      }
      guard archive.entries.contains(where: { $0.name == "data.pkl" || $0.name.hasSuffix("/data.pkl") }) else {
        return Detections()
      }
      let extras = archive.entries.filter { $0.name.contains("/extra/") }
      let readable = extras.filter { $0.isStored && $0.size <= Self.maximumExtra }
      let unread =
        extras.filter { !$0.isStored || $0.size > Self.maximumExtra } + readable.dropFirst(Self.maximumExtras)
      let metadata = try metadata(readable.prefix(Self.maximumExtras), archive, input)
      return WeightFile.described(input, metadata, unread: unread.map(\.name))
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  /// The magic number of `torch.save` before 1.6, pickled with protocol 2.
  private func isLegacy(_ start: [UInt8]) -> Bool {
    let magic: [UInt8] = [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]
    return start.starts(with: magic)
  }

  private static let maximumExtra = 1 << 20
  private static let maximumExtras = 16

  private func metadata(
    _ extras: some Sequence<ZipDirectory.Entry>, _ archive: ZipDirectory, _ input: WeightInput
  ) throws(ByteFault) -> WeightMetadata {
    var pairs: [(key: String, value: String)] = []
    for entry in extras {
      guard let bytes = try archive.contents(of: entry), let text = bytes.read(0, bytes.size) else { continue }
      // Also weights' own formats can stand there.
      guard let root = try? JSONReader.read(SourceText(path: input.path.string, bytes: text)).root else { continue }
      pairs += root.entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
    }
    return MetadataKeys(pairs).metadata(input)
  }
}
